"""References as CSL-JSON knows them: names, dates, variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.exports.references.item import BOOK, JOURNAL, LETTER, NEWSPAPER, Item

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from corpuscli.exports.references.item import Shelf
    from corpuscli.exports.references.names import Name

_TYPES = {LETTER: "personal_communication", BOOK: "book", JOURNAL: "article-journal", NEWSPAPER: "article-newspaper"}
_SINGLE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")


def csl(item: Item) -> dict[str, object]:
    """Return an item of CSL-JSON; nothing that is not known is in it.

    Source: the schema csl-data.json, version 1.0.2, of citationstyles.org.
    """
    serial = item.kind in (JOURNAL, NEWSPAPER)
    said: dict[str, object] = {
        "id": item.id,
        "type": _TYPES[item.kind],
        "title": "" if serial else item.title,
        "author": [_name(name) for name in item.authors],
        "recipient": [_name(name) for name in item.recipients],
        "issued": _date(item),
        "genre": item.genre,
        "event-place": item.place,
        **_kept(item.shelves),
        "medium": item.form,
        "container-title": item.title if serial else item.container,
        "volume": item.volume,
        ("issue" if serial else "number"): item.number,
        "language": item.language,
        "URL": item.url,
        "accessed": _parts([item.retrieved]),
        "abstract": item.summary,
        "keyword": ", ".join(item.tags),
        "note": _note(item),
    }
    return {key: value for key, value in said.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.family:
        return {"literal": name.printed}
    parted = {"family": name.family, "given": name.given, "dropping-particle": name.particle}
    return {key: value for key, value in parted.items() if value}


def _date(item: Item) -> dict[str, object]:
    """Return a date as parts, ``circa`` where it is not one stated stretch; its words where it has no parts."""
    date = item.date
    if date is None:
        return {"literal": item.date_text} if item.date_text else {}
    bare = re.sub("[?~%]", "", date.edtf)
    doubt: dict[str, object] = {"circa": True} if date.uncertain or date.approximate else {}
    found = _parts(bare.split("/"))
    if found:
        return {**found, **doubt}
    if date.earliest is None or date.latest is None:
        return {"literal": item.date_text or date.edtf}
    return {"date-parts": [_day(date.earliest), _day(date.latest)], "circa": True}


def _parts(written: Iterable[str]) -> dict[str, object]:
    """Return days, months or years as ``date-parts``; nothing where one of them is none."""
    found = [_SINGLE.fullmatch(one) for one in written]
    parts = [[int(part) for part in one.groups() if part] for one in found if one]
    return {"date-parts": parts} if parts and len(parts) == len(found) else {}


def _day(day: dt.date) -> list[int]:
    return [day.year, day.month, day.day]


def _kept(shelves: Iterable[Shelf]) -> dict[str, str]:
    """Return where a letter is kept: of several shelfmarks the first in parts, the others in its words."""
    for shelf in shelves:
        if shelf.citation is None:
            return {"archive_location": shelf.raw}
        named = (("fond", "F."), ("opis", "Op."), ("delo", "D."), ("listy", "L."))
        if shelf.russian:
            inside = ". ".join(f"{mark} {shelf.part(key)}" for key, mark in named if shelf.part(key))
            return {
                "archive": shelf.archive,
                "archive_collection": f"F. {shelf.part('fond')}",
                "archive_location": inside,
            }
        return {
            "archive": shelf.part("archive_as_cited"),
            "archive_collection": shelf.part("fond"),
            "archive_location": shelf.raw,
        }
    return {}


def _note(item: Item) -> str:
    """Return what has no variable of its own: further shelfmarks, earlier publications, the printed date."""
    date = f"Date as printed: {item.date_text}" if item.date_text and item.date is not None else ""
    return "; ".join(filter(None, (*(shelf.raw for shelf in item.shelves[1:]), *item.published, date)))
