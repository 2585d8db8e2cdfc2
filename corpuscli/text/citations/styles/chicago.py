"""The notes of the Chicago Manual of Style, as English books cite.

``RGASPI, f. 5, op. 2, d. 315, l. 34 ob.``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.text.citations.styles.gost import parse
from corpuscli.text.citations.styles.naming import is_book, levels, listed, said_of, several

if TYPE_CHECKING:
    from corpuscli.model.citation import Citation
    from corpuscli.text.citations.styles.naming import Names

__all__ = ["parse", "render"]

MARKS = {"fond": "f.", "opis": "op.", "papka": "p.", "delo": "d.", "volume": "t.", "listy": "l."}
_MANY = {"delo": "dd.", "listy": "ll."}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def render(citation: Citation, names: Names) -> str:
    """Return the citation in this style."""
    if citation.kind == "work":
        said = said_of(citation)
        author, title = names.work(citation, cyrillic=False) if "work" in said else ("", "ibid.")
        return noted(author, title, said)
    parts = [f"{_mark(level, members)} {latin(level, members)}" for level, members in levels(citation)]
    name = names.archive(citation, cyrillic=False)
    if not name and citation.form != "full":
        name = "ibid."
    return ", ".join([name, *parts] if name else parts)


def _mark(level: str, members: tuple[str, ...]) -> str:
    return _MANY[level] if level in _MANY and several(members) else MARKS[level]


def latin(level: str, members: tuple[str, ...]) -> str:
    """Return the numbers of a level; the prefix П of party fonds stays, since a Latin P is read as Р."""
    if level == "fond":
        return members[0].replace("P-", "П-")
    return listed(members, "ob.") if level in ("delo", "listy") else members[0]


def noted(author: str, title: str, said: dict[str, str]) -> str:
    """Return a work with its locators; its place, too, where it is a book cited whole."""
    parts = [author, title] if author else [title]
    if "date" in said:
        year, month, day = said["date"].split("-")
        parts.append(f"{int(day)} {_MONTHS[int(month) - 1]} {year}")
    parts += [f"vol. {said['vol']}"] if "vol" in said else []
    parts += [f"no. {said['no']}"] if "no" in said else []
    if "year" in said:
        parts[-1] += f" ({said['place']}, {said['year']})" if is_book(said) else f" ({said['year']})"
    if "pages" in said:
        pages = said["pages"].split(",")
        parts.append(f"{'pp' if several(tuple(pages)) else 'p'}. {listed(pages, '')}")
    return ", ".join(parts)
