"""One self-contained page to leaf through the copies of each passage side by side; no script."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.page import FOOT, head, said
from corpuscli.text.worddiff import differences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.paint import Paint
    from corpuscli.model.repeat import Place, Repeat

_SHOWN = 12
"""Copies that are shown side by side; of the others only the places."""
_STYLE = """
body { font: 16px/1.5 Georgia, serif; margin: 2rem; color: #222; background: #fff; }
summary { cursor: pointer; padding: .3rem 0; border-bottom: 1px solid #ddd; }
.copies { display: flex; gap: 1rem; overflow-x: auto; scroll-snap-type: x mandatory; padding: .5rem 0 1.5rem; }
.copies article { flex: 0 0 26rem; scroll-snap-align: start; border-left: 3px solid #ccc; padding-left: .75rem; }
h2 { font-size: 1rem; margin: 0 0 .25rem; } p { margin: 0; white-space: pre-wrap; }
ins { background: #d8f0d8; text-decoration: none; } del { background: #f6d5d5; }
"""


def write(repeats: Iterable[Repeat], out: TextIO, paint: Paint) -> None:  # noqa: ARG001 - a page has its own colours
    """Write the page, a passage behind each line; what differs from the first copy is marked."""
    out.write(head("Repeated passages", _STYLE) + "<h1>Repeated passages</h1>\n")
    for repeat in repeats:
        size = f"{repeat.words} words, {len(repeat.copies)} copies, {repeat.kind}, {repeat.similarity} % alike"
        beginning = _text(" ".join(repeat.said[0].split()[:12]))
        out.write(f'<details id="{_text(repeat.id)}"><summary><b>{size}</b> {beginning} …</summary>\n')
        out.write('<div class="copies">\n')
        for number, place in enumerate(repeat.copies[:_SHOWN]):
            said = _text(repeat.said[0]) if number == 0 else _compared(repeat.said[0], repeat.said[number])
            out.write(f"<article><h2>{_place(place)}</h2><p>{said}</p></article>\n")
        out.write("</div>\n")
        if len(repeat.copies) > _SHOWN:
            out.write(f"<p>Also: {'; '.join(_place(place) for place in repeat.copies[_SHOWN:])}</p>\n")
        out.write("</details>\n")
    out.write(FOOT)


def _compared(first: str, other: str) -> str:
    tags = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return " ".join(tags[kind].format(_text(words)) for kind, words in differences(first, other))


def _place(place: Place) -> str:
    return f"{_text(f'{place.path}:{place.line}:{place.column}')} ({_text(place.part)})"


def _text(words: str) -> str:
    return "\n".join(map(said, words.split("\n")))
