"""RIS: letters as personal communication (PCOMM), then the works they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.hidden import Hidden
from corpuscli.exports.references.item import BOOK, JOURNAL, LETTER, NEWSPAPER, Item
from corpuscli.exports.references.stream import items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.volume import Volume
    from corpuscli.model.date import Date

_TYPES = {LETTER: "PCOMM", BOOK: "BOOK", JOURNAL: "JOUR", NEWSPAPER: "NEWS"}


def write(volume: Volume, out: TextIO) -> None:
    """Write a record a letter and a record a work."""
    hidden = Hidden(volume.losses)
    for number, item in enumerate(items(volume)):
        if number:
            out.write("\n")
        for tag, words in _tags(item):
            said = hidden.shown(" ".join(words.split()))
            if said:
                out.write(f"{tag}  - {said}\n")
        out.write("ER  - \n")


def _tags(item: Item) -> Iterator[tuple[str, str]]:
    """Yield tags and values. In a PCOMM record A2 is the recipient, AV the place in an archive."""
    serial = item.kind in (JOURNAL, NEWSPAPER)
    yield "TY", _TYPES[item.kind]
    yield "ID", item.id
    yield from (("AU", name.inverted) for name in item.authors)
    yield from (("A2", name.inverted) for name in item.recipients)
    yield ("T2", item.title) if serial else ("TI", item.headline)
    yield from _dates(item.date)
    yield "M3", item.genre
    yield "CY", item.place
    yield from (("AV", shelf.raw) for shelf in item.shelves)
    yield "T2", item.container
    yield "VL", item.volume
    yield "IS" if serial else "M1", item.number
    yield "N1", item.form
    yield "N1", f"Date as printed: {item.date_text}" if item.date_text else ""
    yield from (("N1", book) for book in item.published)
    yield "LA", item.language
    yield "UR", item.url
    yield "Y2", item.retrieved.replace("-", "/")
    yield "AB", item.summary
    yield from (("KW", tag) for tag in item.tags)


def _dates(date: Date | None) -> Iterator[tuple[str, str]]:
    """Yield the year, and the date as year/month/day/other: what is not one day stands in ``other`` as EDTF."""
    if date is None:
        return
    known = date.earliest or date.latest
    year = f"{known.year:04}" if known else ""
    yield "PY", year
    if date.earliest == date.latest and known:
        yield "DA", f"{year}/{known.month:02}/{known.day:02}/{date.edtf if date.uncertain or date.approximate else ''}"
    elif known:
        yield "DA", f"{year}///{date.edtf}"
