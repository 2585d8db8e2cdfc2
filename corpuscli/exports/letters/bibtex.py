"""BibTeX, with the dates of BibLaTeX: letters as ``@misc``, then the works they cite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.hidden import Hidden
from corpuscli.exports.references.item import BOOK, LETTER, Item
from corpuscli.exports.references.stream import items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.exports.references.names import Name
    from corpuscli.exports.volume import Volume
    from corpuscli.model.date import Date

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")


def write(volume: Volume, out: TextIO) -> None:
    """Write one entry a letter and one a work."""
    hidden = Hidden(volume.losses)
    out.writelines(("\n" if number else "") + _entry(item, hidden) for number, item in enumerate(items(volume)))


def _entry(item: Item, hidden: Hidden) -> str:
    kind = {LETTER: "misc", BOOK: "book"}.get(item.kind, "article")
    serial = kind == "article"
    said = {
        "author": _names(item.authors),
        "title": "" if serial else _text(item.headline),
        "journaltitle": _text(item.title) if serial else "",
        "volume": _text(item.volume),
        "number": _text(item.number),
        **_date(item.date),
        "type": _text(item.genre),
        "howpublished": _text("; ".join(filter(None, (item.container, *item.published)))),
        "location": _text(item.place),
        "library": _text("; ".join(shelf.raw for shelf in item.shelves)),
        "note": _text(_note(item)),
        "langid": _text(item.language),
        "url": re.sub(r"[{}\\\s]", lambda found: f"%{ord(found[0]):02X}", item.url),
        "urldate": _text(item.retrieved),
        "abstract": _text(item.summary),
        "keywords": _text(", ".join(item.tags)),
    }
    lines = [f"  {key} = {{{hidden.shown(' '.join(value.split()))}}},\n" for key, value in said.items() if value]
    return f"@{kind}{{{item.id},\n{''.join(lines)}}}\n"


def _text(words: str) -> str:
    r"""Escape what LaTeX would run.

    >>> _text("a & b_{c}")
    'a \\& b\\_\\{c\\}'
    """
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], words)


def _names(names: Iterable[Name]) -> str:
    """Join names with ``and``; one that is not parted, or holds that word, is kept whole by braces."""
    return " and ".join(
        f"{{{_text(name.printed)}}}" if not name.family or " and " in f" {name.printed} " else _text(name.inverted)
        for name in names
    )


def _date(date: Date | None) -> dict[str, str]:
    """Return ``date`` in EDTF (of a set its first and last day), and ``year`` for styles that know no other."""
    if date is None:
        return {}
    first, last = (day.isoformat() if day else ".." for day in (date.earliest, date.latest))
    known = date.earliest or date.latest
    plain = re.fullmatch(r"[\d/.?~%X-]+", date.edtf)
    return {"date": date.edtf if plain else f"{first}/{last}", "year": str(known.year) if known else ""}


def _note(item: Item) -> str:
    to = " and ".join(name.printed for name in item.recipients) if item.title else ""
    said = (f"To {to}" if to else "", item.form, f"Date as printed: {item.date_text}" if item.date_text else "")
    return "; ".join(filter(None, said))
