"""One letter as a self-contained HTML page: Dublin Core, front matter, text, notes with links, who cites it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO, cast

from corpuscli.exports.cells import cell
from corpuscli.exports.dublin_core import dublin_core
from corpuscli.exports.page import FOOT, head, linked, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STYLE = """
body { font: 17px/1.55 Georgia, serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; color: #222; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; font-size: .9em; }
dt { color: #666; } dd { margin: 0; }
p { white-space: pre-line; } aside { border-top: 1px solid #ccc; font-size: .9em; }
"""
_MARKER = re.compile(r"\[\^([^\s\[\]^]+)\]")
_OWN = ("text", "notes", "cited_by")


def write(record: Mapping[str, object], out: TextIO) -> None:
    """Write the page; addresses that begin with http:// or https:// become links."""
    language = str(record.get("language") or "und")
    title = str(record.get("title") or record["id"])
    out.write(f"{head(title, _STYLE, language, dublin_core(record))}<h1>{_said(title)}</h1>\n")
    known = ((key, cell(value)) for key, value in record.items() if key not in _OWN and value is not None)
    keys = (f"<dt>{_said(key)}</dt><dd>{linked(value, lines=True)}</dd>\n" for key, value in known)
    out.write("<dl>\n" + "".join(keys) + "</dl>\n")
    notes = _rows(record["notes"])
    labels = {str(note["label"]): f"note-{number}" for number, note in enumerate(notes, 1)}
    out.write("<main>\n" + "".join(_paragraphs(str(record["text"]), labels)) + "</main>\n")
    if notes:
        out.write('<aside aria-label="Notes">\n')
        for note in notes:
            target = labels[str(note["label"])]
            back = f'<a href="#to-{target}">{_said(str(note["label"]))}</a>'
            out.write(f'<p id="{target}">{back} {_said(str(note["text"]))}</p>\n')
        out.write("</aside>\n")
    cited = _rows(record.get("cited_by", ()))
    if cited:
        members = "".join(f"<li>{_said(str(one['letter']))}: {_said(str(one['raw']))}</li>\n" for one in cited)
        out.write(f"<aside>\n<h2>Cited by</h2>\n<ul>\n{members}</ul>\n</aside>\n")
    out.write(FOOT)


def _rows(value: object) -> list[dict[str, object]]:
    return list(cast("list[dict[str, object]]", value))


def _paragraphs(text: str, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield paragraphs; a marker of a note that is there leads to it, and the note leads back to the first."""
    seen: set[str] = set()
    for block in re.split(r"\r?\n(?:[ \t]*\r?\n)+", text):
        if not block.strip():
            continue
        said, at = "", 0
        for found in _MARKER.finditer(block):
            target = labels.get(found[1])
            if target is None:
                continue
            own = f' id="to-{target}"' if target not in seen else ""
            seen.add(target)
            said += _said(block[at : found.start()]) + f'<sup><a href="#{target}"{own}>{_said(found[1])}</a></sup>'
            at = found.end()
        yield f"<p>{said}{_said(block[at:])}</p>\n"


def _said(text: str) -> str:
    return said(text, lines=True)
