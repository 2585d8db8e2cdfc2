"""Notes written apart from the reader, in five files.

The notes were written before the reader was read or changed. Those with an even number were tuned to, and at last the
odd ones of three files; of the odd ones of ``APART`` only the figures are printed. Documents, notes and letters count
as found where a citation of their kind that says the same number or day overlaps the words, since no convention fixes
where such a reference begins.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.text.citations import find_citations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.citation import Citation

NOTES = ("held_notes.txt", "later_notes.txt", "third_notes.txt", "fourth_notes.txt", "fifth_notes.txt")
APART = ("later_notes.txt", "fourth_notes.txt")
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)
_FORMS = {"archive": "archive", "continued": "archive continued", "ibid": "archive ibid", "work-ibid": "work ibid"}
_LOOSE = {"document", "note", "letter"}
_PLACES = ("archive", "fond", "opis", "delo", "listy")


@dataclass(frozen=True)
class Wanted:
    """What a reader should say of the text from ``start`` to ``end``; ``fields`` holds what is asked, as strings."""

    start: int
    end: int
    form: str
    fields: dict[str, str]


@dataclass(frozen=True)
class Note:
    """A note without its marks, and what it cites, in order."""

    text: str
    wanted: tuple[Wanted, ...]


def held_notes(name: str, *, odd: bool) -> list[Note]:
    """Read the notes of a file with an odd or an even number.

    Raises:
        ValueError: where marks and lines do not go together.
    """
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    paragraphs = [p for p in text.split("\n\n") if not p.startswith("#")]
    return [_read(paragraph) for paragraph in paragraphs[int(odd) :: 2]]


def _read(paragraph: str) -> Note:
    lines = paragraph.strip().split("\n")
    marked = "\n".join(line for line in lines if not line.startswith("= "))
    rows = [line[2:].split("|") for line in lines if line.startswith("= ")]
    found = list(_MARKED.finditer(marked))
    if len(found) != len(rows):
        message = f"{len(found)} marks, {len(rows)} lines: {marked}"
        raise ValueError(message)
    starts = (match.start() - 2 * number for number, match in enumerate(found))
    wanted = tuple(_wanted(start, match[1], row) for start, match, row in zip(starts, found, rows, strict=True))
    return Note(_MARKED.sub(r"\1", marked), wanted)


def _wanted(start: int, text: str, row: list[str]) -> Wanted:
    form, *rest = row
    if form in {"archive", "continued", "ibid"}:
        fields = dict(zip(_PLACES, rest, strict=True))
    elif form in {"work", "work-ibid"}:
        fields = {"work": rest[0]} | dict(part.split("=") for part in rest[1:])
        form = "work unknown" if rest[0] == "?" else form
    else:
        fields = {"number" if form != "letter" else "date": "".join(rest)}
    return Wanted(start, start + len(text), _FORMS.get(form, form), {k: v for k, v in fields.items() if v != "*"})


def score_held(notes: Iterable[Note]) -> tuple[dict[str, Counter[str]], list[str]]:
    """Count per form what was wanted, found and exact, and ``extra`` under ``all``; and name each failure."""
    counts: dict[str, Counter[str]] = {}
    failures: list[str] = []
    for note in notes:
        left = list(find_citations(note.text))
        for wanted in note.wanted:
            one = next((c for c in left if _matches(c, wanted)), None)
            left = [c for c in left if c is not one and not _is_spare(c, wanted)]
            if wanted.form == "optional":
                continue
            wrong = {} if one is None or wanted.form in _LOOSE else _wrong(one, wanted)
            good = one is not None and not wrong
            counts.setdefault(wanted.form, Counter()).update(wanted=1, found=int(one is not None), exact=int(good))
            if not good:
                failures.append(f"{note.text[wanted.start : wanted.end]!r} {wrong or [c.raw for c in left]}")
        extra = [c for c in left if c.kind in {"archive", "work"}]
        counts.setdefault("all", Counter()).update(extra=len(extra))
        failures += [f"false: {c.kind} {c.raw!r} in {note.text!r}" for c in extra]
    return counts, failures


def _wrong(found: Citation, wanted: Wanted) -> dict[str, str]:
    return {k: v for k, v in _said(found).items() if wanted.fields.get(k, v) != v}


def _is_spare(found: Citation, wanted: Wanted) -> bool:
    overlaps = found.span.start < wanted.end and wanted.start < found.span.end
    return overlaps and wanted.form in _LOOSE | {"optional"}


def _matches(found: Citation, wanted: Wanted) -> bool:
    if wanted.form in _LOOSE:
        asked = next(iter(wanted.fields.values()))
        says = (
            str(found.fields.get("date")) if wanted.form == "letter" else _said(found).get("number", "").split(";")[0]
        )
        return found.kind == wanted.form and _is_spare(found, wanted) and says.endswith(asked)
    return (found.span.start, found.span.end) == (wanted.start, wanted.end)


def _said(found: Citation) -> dict[str, str]:
    """Write fields as the file does: ``-`` is none, ``;`` joins a list; a work that no register knows is ``?``."""
    said = {k: ";".join(v) if isinstance(v, tuple) else v for k, v in found.fields.items()}
    known = found.state not in {"unresolved", "dangling"}
    said |= {"work": said.get("work") if known else "?"} if found.kind == "work" else {}
    return {k: v or "-" for k, v in said.items()}
