"""Books that no register knows, in the words of a style; author, title and place come from the citation itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.text.citations.styles.naming import listed, several

if TYPE_CHECKING:
    from collections.abc import Mapping

_INITIALS = re.compile(r"((?:[A-ZА-ЯЁ]\.\s?){1,2})(\S+)")


def is_book(said: Mapping[str, str]) -> bool:
    """Tell whether a citation says itself what it is of."""
    return {"author", "title", "place", "year", "pages"} <= said.keys()


def in_gost(said: Mapping[str, str]) -> str:
    """Return a book as GOST R 7.0.5 has it; nothing where the author has forenames, which it does not spell out."""
    author = _INITIALS.fullmatch(said["author"])
    if author is None:
        return ""
    cyrillic = re.search("[А-яЁё]", said["title"]) is not None
    volume, pages = ("Т.", "С.") if cyrillic else ("Vol.", "P.")
    parts = [f"{author[2]} {author[1].strip()} {said['title']}", f"{said['place']}, {said['year']}"]
    parts += [f"{volume} {said['vol']}"] if "vol" in said else []
    return ". ".join([*parts, f"{pages} {listed(said['pages'].split(','), '')}"])


def in_chicago(said: Mapping[str, str]) -> str:
    """Return a book as the notes of the Chicago Manual have it."""
    volume = f", vol. {said['vol']}" if "vol" in said else ""
    pages = said["pages"].split(",")
    mark = "pp." if several(tuple(pages)) else "p."
    of = f"({said['place']}, {said['year']})"
    return f"{said['author']}, {said['title']}{volume} {of}, {mark} {listed(pages, '')}"
