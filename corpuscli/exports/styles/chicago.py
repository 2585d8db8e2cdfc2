"""A note of the Chicago Manual of Style: writer to recipient, date, file, archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.data.pages import value_of
from corpuscli.exports.references.spoken import ENGLISH

if TYPE_CHECKING:
    from corpuscli.exports.references.item import Item, Shelf
    from corpuscli.exports.references.names import Name
    from corpuscli.relations.people.register import Register


def cite(item: Item, _: Register) -> str:
    """Write the reference of a letter.

    Source: The Chicago Manual of Style, 17th edition, 14.229 and 14.111: letters in archives and in collections.
    Locators of Russian files are those of English writing on Russian history (f., op., d., l.).
    """
    to = f" to {_joined(item.recipients)}" if item.recipients else ""
    who = (_joined(item.authors) or "Unknown") + to
    genre = value_of("type", item.genre) or item.genre
    kind = "" if genre.lower() == "letter" else genre
    date = ENGLISH.say(item.date) if item.date else f"n.d. ({item.date_text})" if item.date_text else "n.d."
    kept = "; ".join(_shelf(shelf) for shelf in item.shelves)
    number = f", no. {item.number.rstrip('.')}" if item.number else ""
    printed = f"in {item.container}{number}" if item.container else ""
    said = ", ".join(
        filter(None, (who, f"“{item.title}”" if item.title else "", kind, item.place, date, kept, printed, item.url))
    )
    return f"{said.rstrip('.')}."


def _joined(names: tuple[Name, ...]) -> str:
    told = [name.straight for name in names]
    if len(told) > 2:  # noqa: PLR2004 - from three names on a comma stands before "and"
        return f"{', '.join(told[:-1])}, and {told[-1]}"
    return " and ".join(told)


def _shelf(shelf: Shelf) -> str:
    """Write a shelfmark of fond, opis, delo and leaves; another as the page has it."""
    if not shelf.russian:
        return shelf.raw
    marks = (("fond", "f."), ("opis", "op."), ("delo", "d."))
    named = [f"{mark} {shelf.part(key)}" for key, mark in marks if shelf.part(key)]
    leaves = shelf.part("listy")
    many = "l" * (1 + (not leaves.removesuffix("ob").isdecimal()))
    return ", ".join([shelf.archive, *named, *([f"{many}. {leaves}"] if leaves else [])])
