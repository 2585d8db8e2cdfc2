"""What every HTML page of ours has: a head without script or anything from elsewhere, escaped text, safe links."""

from __future__ import annotations

from html import escape

from corpuscli.text.visible import visible

FOOT = "</body>\n</html>\n"


def head(title: str, style: str, language: str = "en", about: str = "") -> str:
    """Return a page as far as its body.

    Args:
        title: Its title, any text.
        style: Its style sheet, which is ours.
        language: BCP 47, any text.
        about: Elements of the head that say more of it, ready.
    """
    return f"""<!DOCTYPE html>
<html lang="{escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{said(title)}</title>
{about}<style>
{style.strip()}
</style>
</head>
<body>
"""


def said(text: str, *, lines: bool = False) -> str:
    r"""Return text as HTML, hidden characters shown escaped; with ``lines``, line feeds and tabs stay.

    >>> said("a < b\x1b")
    'a &lt; b\\x1b'
    """
    return escape(visible(text, lines=lines))


def linked(text: str, *, lines: bool = False) -> str:
    """Return text as HTML; an address that begins with http:// or https:// becomes a link, others stay text.

    >>> linked("javascript:alert(1)"), linked("https://example.org")[:28]
    ('javascript:alert(1)', '<a href="https://example.org')
    """
    shown = said(text, lines=lines)
    if text.startswith(("http://", "https://")) and not any(mark.isspace() for mark in text):
        return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>'
    return shown
