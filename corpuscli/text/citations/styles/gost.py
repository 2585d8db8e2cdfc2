"""GOST R 7.0.5-2008, as Russian editions cite.

``РГАСПИ. Ф. 5. Оп. 2. Д. 315. Л. 34 об.``
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.text.citations.find import find_citations
from corpuscli.text.citations.styles.naming import CYRILLIC, is_book, levels, listed, said_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.citation import Citation
    from corpuscli.text.citations.registers import Registers
    from corpuscli.text.citations.styles.naming import Names

_MARKS = {"fond": "Ф.", "opis": "Оп.", "papka": "П.", "delo": "Д.", "volume": "Т.", "listy": "Л."}
_PREFIXES = {"R-": "Р-", "A-": "А-", "P-": "П-"}
_INITIALS = re.compile(r"((?:[A-ZА-ЯЁ]\.\s?){1,2})(\S+)")
_MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"
)  # fmt: skip


def render(citation: Citation, names: Names) -> str:
    """Return the citation in this style."""
    if citation.kind == "work":
        return _work(citation, names)
    parts = [f"{_MARKS[level]} {_numbers(level, members)}" for level, members in levels(citation)]
    name = names.archive(citation, cyrillic=True)
    if not name and citation.form != "full":
        name = "Там же"
    return ". ".join([name, *parts] if name else parts)


def _numbers(level: str, members: tuple[str, ...]) -> str:
    if level == "fond":
        return _PREFIXES.get(members[0][:2], members[0][:2]) + members[0][2:]
    return listed(members, "об.") if level in ("delo", "listy") else members[0]


def _work(citation: Citation, names: Names) -> str:
    said = said_of(citation)
    if is_book(said):
        return _book(said)
    author, title = names.work(citation, cyrillic=True) if "work" in said else ("", "Там же")
    parts = [title]
    if "date" in said:
        year, month, day = said["date"].split("-")
        parts += [year, f"{int(day)} {_MONTHS[int(month) - 1]}"]
    parts += [f"Т. {said['vol']}"] if "vol" in said else []
    parts += [said["year"]] if "year" in said else []
    parts += [f"№ {said['no']}"] if "no" in said else []
    parts += [f"С. {listed(said['pages'].split(','), '')}"] if "pages" in said else []
    return f"{author}. {'. '.join(parts)}" if author else ". ".join(parts)


def _book(said: Mapping[str, str]) -> str:
    """Return a book cited whole; nothing where the author has forenames, which this style does not spell out."""
    author = _INITIALS.fullmatch(said["author"])
    if author is None:
        return ""
    volume, pages = ("Т.", "С.") if CYRILLIC.search(said["title"]) else ("Vol.", "P.")
    parts = [f"{author[2]} {author[1].strip()} {said['title']}", f"{said['place']}, {said['year']}"]
    parts += [f"{volume} {said['vol']}"] if "vol" in said else []
    return ". ".join([*parts, f"{pages} {listed(said['pages'].split(','), '')}"])


def parse(text: str, registers: Registers) -> Citation | None:
    """Read the citation back; None where the text is not one."""
    found = find_citations(text, registers)
    return found[0] if len(found) == 1 and found[0].raw == text else None
