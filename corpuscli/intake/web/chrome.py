"""What a web site puts around a letter: menus, banners, boxes for cookies, what nobody sees; and where the page is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.markup import elements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.intake.tei.parsing import Element

_UNSEEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_MOST = 0.5
"""A part of the page with less than this share of its words is not what the page is about."""


def is_left_out(element: Element, tag: str, whole: int) -> bool:
    """Tell whether an element holds nothing of a letter: by its name, its role, its class or id, or as it is unseen.

    What holds most of a page is named for its layout, as ``content-with-sidebar``, and is kept.

    Args:
        element: Any element.
        tag: Its name.
        whole: Code points of all words of the page.
    """
    if tag in elements("html", "left-out"):
        return True
    if tag in ("body", "html"):
        return False
    if _is_unseen(element):
        return True
    called = element.get("role") in elements("html", "left-out-role") or _is_named_so(element)
    return called and size_of(element) <= _MOST * whole


def _is_unseen(element: Element) -> bool:
    return element.get("hidden", "no") != "no" or _UNSEEN.search(element.get("style", "")) is not None


def _is_named_so(element: Element) -> bool:
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(named.strip()) and any(map(_tells, named.split()))


@cache
def _tells(name: str) -> bool:
    """Whether a class or id names what is left out, or has a word in it that does.

    >>> [_tells(name) for name in ("cookie-consent", "siteNotice", "letter-text")]
    [True, True, False]
    """
    words = {word.casefold() for word in _PART.findall(name)}
    return name in elements("html", "left-out-named") or not elements("html", "left-out-word").isdisjoint(words)


def size_of(element: Element) -> int:
    """Return how many code points the words of an element have, scripts and the like aside."""
    parts = [part for part in element.iter() if part.tag not in elements("html", "left-out")]
    return sum(len(part.text or "") + (len(part.tail or "") if part is not element else 0) for part in parts)


def content_of(root: Element) -> Element:
    """Return the part of a page that it is about: what its markup calls so, if most of the words stand there."""
    body = next(iter(root.iter("body")), root)
    parts = [part for part in body.iter() if isinstance(part.tag, str) and _is_content(part)]
    whole = size_of(body)
    seen = sum(map(len, _seen(body, whole))) if parts else 0
    return next((part for part in parts if sum(map(len, _seen(part, whole))) >= _MOST * seen), body)


def _is_content(part: Element) -> bool:
    named = {*part.get("class", "").split(), part.get("id", "")}
    return (
        part.tag == "main"
        or part.get("role") == "main"
        or part.tag == "article"
        or not elements("html", "content-named").isdisjoint(named)
    )


def _seen(element: Element, whole: int) -> Iterator[str]:
    """Yield the words of an element without what is left out."""
    if not isinstance(element.tag, str) or is_left_out(element, element.tag, whole):
        return
    yield element.text or ""
    for child in element:
        yield from _seen(child, whole)
        yield child.tail or ""
