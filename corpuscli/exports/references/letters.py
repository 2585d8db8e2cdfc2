"""From a letter to its reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.exports.references.item import Item, Shelf
from corpuscli.exports.references.names import names_of
from corpuscli.text.citations import find_citations
from corpuscli.text.dates import parse_edtf

if TYPE_CHECKING:
    from corpuscli.model.date import Date
    from corpuscli.model.letter import Letter
    from corpuscli.relations.people.register import Register


def letter_item(letter: Letter, register: Register) -> Item:
    """Return what a reference says of a letter."""
    return Item(
        letter.id,
        title=letter.get("title"),
        authors=names_of(letter.all("senders"), register),
        recipients=names_of(letter.all("recipients"), register),
        date=_date(letter),
        date_text=letter.get("date_text"),
        genre=letter.get("type"),
        place=letter.get("place"),
        shelves=tuple(shelf_of(raw) for raw in letter.all("source")),
        form=letter.get("form"),
        container=letter.get("edition"),
        number=letter.get("number"),
        published=letter.all("published"),
        language=letter.get("language"),
        url=letter.get("url"),
        retrieved=letter.get("retrieved"),
        summary=letter.get("summary"),
        tags=letter.all("tags"),
    )


def _date(letter: Letter) -> Date | None:
    try:
        date = parse_edtf(letter.get("date"))
    except DateError:
        return None
    return None if date.undated else date


def shelf_of(raw: str) -> Shelf:
    """Read a shelfmark; one that names several files, or says more than it, stays in its words."""
    found = [citation for citation in find_citations(raw) if citation.kind == "archive"]
    return Shelf(raw, found[0] if len(found) == 1 and len(found[0].ids) == 1 else None)
