"""A reference by GOST R 7.0.5-2008: writer, what it is, date // archive, fond, opis, delo, leaf."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.data.archives import archives
from corpuscli.data.pages import value_of
from corpuscli.exports.references.names import cyrillic, in_cyrillic
from corpuscli.exports.references.spoken import RUSSIAN

if TYPE_CHECKING:
    from corpuscli.exports.references.item import Item, Shelf
    from corpuscli.exports.references.names import Name
    from corpuscli.relations.people.register import Register

_GENRES = {
    "letter": "Письмо", "telegram": "Телеграмма", "note": "Записка", "postcard": "Открытка", "report": "Доклад",
    "memorandum": "Докладная записка", "circular": "Циркуляр", "resolution": "Резолюция",
}  # fmt: skip
_MARKS = (("fond", "Ф."), ("opis", "Оп."), ("delo", "Д."))


def cite(item: Item, register: Register) -> str:
    """Write the reference of a letter.

    Names stand as the letter has them, in Cyrillic where the register knows such a spelling; they are not declined.

    Source: GOST R 7.0.5-2008, section 11: references to archival documents.
    """
    authors = ", ".join(_heading(cyrillic(name, register)) for name in item.authors)
    to = ", ".join(cyrillic(name, register).straight for name in item.recipients)
    genre = _GENRES.get((value_of("type", item.genre) or item.genre).lower() or "letter", item.genre)
    title = item.title or f"[{genre}{f': {to}' if to else ''}]"
    date = RUSSIAN.say(item.date) if item.date else f"[б. д.] {item.date_text}".rstrip()
    kept = "; ".join(_shelf(shelf) for shelf in item.shelves)
    number = f". № {item.number.rstrip('.')}" if item.number else ""
    printed = f"{item.container.rstrip('.')}{number}" if item.container else ""
    url = f"URL: {item.url}" if item.url else ""
    where = ". ".join(filter(None, (kept.rstrip("."), printed, url)))
    stop = "." * bool(authors and item.title and not authors.endswith("."))
    said = f"{authors}{stop} {title}".strip() + "".join(f", {part}" for part in (item.place, date) if part)
    return f"{said} // {where.rstrip('.')}." if where else f"{said.rstrip('.')}."


def _heading(name: Name) -> str:
    return name.inverted.replace(",", "", 1) if name.family else name.printed


def _shelf(shelf: Shelf) -> str:
    """Write a shelfmark of fond, opis, delo and leaves in Russian; another as the page has it."""
    if not shelf.russian:
        return shelf.raw
    leaves = re.sub(r"ob\b", " об.", shelf.part("listy")).replace("-", "–").rstrip()
    named = [f"{mark} {shelf.part(key)}" for key, mark in _MARKS if shelf.part(key)]
    return ". ".join([_archive(shelf.archive), *named, *([f"Л. {leaves}"] if leaves else [])])


def _archive(name: str) -> str:
    """Return an archive's Russian name, the short one first."""
    names = next((row.names for row in archives() if row.id == name), ())
    return next((spelt for spelt in names if in_cyrillic(spelt)), name)
