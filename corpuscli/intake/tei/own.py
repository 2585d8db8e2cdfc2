"""A letter that ``export --format tei`` has written: every key and every character as it was."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, cast

from corpuscli.errors import InputError
from corpuscli.intake.tei.actions import read_correspondence
from corpuscli.intake.tei.parsing import every, first, name, words
from corpuscli.model.reading import ReadField, Reading
from corpuscli.text.footnotes import arranged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.intake.tei.parsing import Element
    from corpuscli.model.letter import Value

_STATEMENT = "teiHeader/fileDesc/publicationStmt"


def own_id(tei: Element) -> str:
    """Return the id of a letter that is ours, ``""`` for others."""
    return next((words(one) for one in every(tei, f"{_STATEMENT}/idno") if one.get("type") == "corpuscli"), "")


def read_own(tei: Element, description: Element, shown: str) -> Reading:
    """Read a letter of ours.

    Raises:
        InputError: What stands in ``xenoData`` is no JSON.
    """
    fields: dict[str, Value] = {"id": own_id(tei)}
    fields |= {field.key: field.value for field in read_correspondence(description, own=True).fields}
    fields |= dict(_header(tei))
    foreign = _foreign(tei, shown)
    keys = foreign.get("keys")
    if isinstance(keys, dict):
        from corpuscli.intake.records import field_of

        for key, value in cast("dict[str, object]", keys).items():
            fields.pop(key, None)
            if value is not None:
                fields[key] = field_of(key, value, shown)
    text, notes = _Words(tei).read()
    order = foreign.get("notes")
    if isinstance(order, list):
        notes = _ordered(notes, [str(label) for label in cast("list[object]", order)])
    return Reading(
        tuple(ReadField(key, value) for key, value in fields.items()),
        arranged(text, notes),
        origin=shown,
        file=str(foreign.get("file") or ""),
        line=description.sourceline or 0,
    )


def _foreign(tei: Element, shown: str) -> Mapping[str, object]:
    found = next((one for one in every(tei, "teiHeader/xenoData") if one.get("type") == "corpuscli"), None)
    if found is None:
        return {}
    try:
        decoded: object = json.loads("".join(found.itertext()))
    except ValueError:
        decoded = None
    if not isinstance(decoded, dict):
        raise InputError("xenoData of type corpuscli: no JSON object", shown, 1, 1)
    return cast("dict[str, object]", decoded)


_SOURCE, _PROFILE = "teiHeader/fileDesc/sourceDesc", "teiHeader/profileDesc"
_TEXTS = {
    "licence": f"{_STATEMENT}/availability/licence", "form": f"{_SOURCE}/msDesc/physDesc/p",
    "language": f"{_PROFILE}/langUsage/language", "summary": f"{_PROFILE}/abstract/p",
}  # fmt: skip
_LISTS = {
    "source": f"{_SOURCE}/msDesc/msIdentifier/idno", "published": f"{_SOURCE}/bibl",
    "tags": f"{_PROFILE}/textClass/keywords/term", "related": f"{_PROFILE}/correspDesc/correspContext/ref",
}  # fmt: skip
_NUMBERS = {"number": "number", "URI": "url"}


def _header(tei: Element) -> Iterator[tuple[str, Value]]:
    """Yield the keys that a header of ours holds, besides those of ``correspDesc``."""
    for title in every(tei, "teiHeader/fileDesc/titleStmt/title"):
        key = "edition" if title.get("level") == "s" else "title"
        if key == "edition" or words(title) != own_id(tei):
            yield key, words(title)
    numbers = every(tei, f"{_STATEMENT}/idno")
    yield from ((_NUMBERS[one.get("type")], words(one)) for one in numbers if one.get("type") in _NUMBERS)
    for key, path in _TEXTS.items():
        if said := words(first(tei, path)):
            yield key, said
    for key, path in _LISTS.items():
        if several := tuple(said for one in every(tei, path) if (said := words(one))):
            yield key, several
    marked = {"type": (first(tei, "text"), "type"), "status": (first(tei, "teiHeader/revisionDesc"), "status")}
    yield from (
        (key, one.get(attribute)) for key, (one, attribute) in marked.items() if one is not None and one.get(attribute)
    )


def _ordered(notes: list[tuple[str, str]], labels: list[str]) -> list[tuple[str, str]]:
    """Put notes into the order of their labels; what was added since comes last."""
    left: dict[str, deque[int]] = {}
    for place, (label, _) in enumerate(notes):
        left.setdefault(label, deque()).append(place)
    told = [left[label].popleft() for label in labels if left.get(label)]
    return [notes[place] for place in (*told, *sorted(place for places in left.values() for place in places))]


class _Words:
    """Every character of a letter's text, its notes apart.

    Args:
        tei: The letter.
    """

    def __init__(self, tei: Element) -> None:
        self._tei = tei
        self._notes: list[tuple[str, str]] = []

    def read(self) -> tuple[str, list[tuple[str, str]]]:
        """Return the text with markers, and label and words of the notes in their order."""
        body = first(self._tei, "text/body")
        text = "".join(self._of(body)) if body is not None else ""
        for note in every(self._tei, "text/back/div/note"):
            self._take(note)
        return text, self._notes

    def _of(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if name(child) == "note":
                yield f"[^{self._take(child)}]"
            elif name(child):
                yield from self._of(child)
            yield child.tail or ""

    def _take(self, note: Element) -> str:
        label = note.get("n") or str(len(self._notes) + 1)
        self._notes.append((label, "".join(self._of(note))))
        return label
