"""Pieces of SVG: escaped text, and a page that any browser and word processor shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.xml import Xml

if TYPE_CHECKING:
    from collections.abc import Iterable

INK, PAPER, COLOUR = "#222222", "#ffffff", "#2c5f8a"
_FONT = 'font-family="Helvetica, Arial, sans-serif" font-size="12"'


def page(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """Return a whole file.

    Args:
        width: In pixels.
        height: In pixels.
        title: What it shows; stands above it, and is read aloud.
        parts: What is drawn.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="0 0 {width:.0f} {height:.0f}" role="img" {_FONT}>'
    )
    ground = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
    named = f"<title>{escaped(title)}</title>"
    return "\n".join((head, named, ground, text((16, 24), title, size=15), *parts, "</svg>")) + "\n"


def text(at: tuple[float, float], words: str, *, anchor: str = "start", size: int = 12, turned: float = 0) -> str:
    """Return words; ``anchor`` is start, middle or end, ``turned`` in degrees."""
    x, y = at
    turn = f' transform="rotate({turned:.1f} {x:.1f} {y:.1f})"' if turned else ""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{INK}"'
    return f"<text {place}{turn}>{escaped(words)}</text>"


def box(at: tuple[float, float], size: tuple[float, float], tip: str, strength: float = 1) -> str:
    """Return a filled rectangle with a tooltip; ``size`` is its width and height."""
    (x, y), (width, height) = at, size
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {place} fill="{COLOUR}" fill-opacity="{strength:.2f}"><title>{escaped(tip)}</title></rect>'


def escaped(words: str) -> str:
    """Return words as XML text."""
    return Xml().text(words)


def letters(number: int) -> str:
    """Say how many letters there are.

    >>> letters(1), letters(2)
    ('1 letter', '2 letters')
    """
    return f"{number} letter{'s' * (number != 1)}"
