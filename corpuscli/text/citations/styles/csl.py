"""CSL-JSON items, for reference managers: one object a citation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from corpuscli.text.citations.styles import chicago
from corpuscli.text.citations.styles.naming import is_book, levels, said_of

if TYPE_CHECKING:
    from corpuscli.model.citation import Citation
    from corpuscli.text.citations.registers import Registers
    from corpuscli.text.citations.styles.naming import Names

_LOCATORS = {"vol": "volume", "no": "issue", "pages": "page"}


def render(citation: Citation, names: Names) -> str:
    """Return the citation as an item on one line."""
    return json.dumps(item(citation, names), ensure_ascii=False)


def item(citation: Citation, names: Names) -> dict[str, object]:
    """Return the citation as an item: a manuscript of an archive, a book, or an article of a journal or newspaper."""
    found: dict[str, object] = {"id": citation.ids[0] if citation.ids else citation.raw}
    if citation.kind == "archive":
        place = ", ".join(
            f"{chicago.MARKS[level]} {chicago.latin(level, members)}" for level, members in levels(citation)
        )
        name = names.archive(citation, cyrillic=False) or ("ibid." if citation.form != "full" else "")
        return found | {"type": "manuscript"} | ({"archive": name} if name else {}) | {"archive_location": place}
    if citation.kind != "work":
        return found | {"type": "document", "title": citation.raw}
    said = said_of(citation)
    author, title = names.work(citation, cyrillic=False) if "work" in said else ("", "ibid.")
    if is_book(said):
        found["publisher-place"] = said["place"]
    kind = "article-newspaper" if "date" in said else "article-journal" if "no" in said else "book"
    found |= {"type": kind, "title" if kind == "book" else "container-title": title}
    if author:
        found["author"] = [{"literal": author}]
    found |= {key: said[level] for level, key in _LOCATORS.items() if level in said}
    when = said.get("date") or said.get("year")
    return found | ({"issued": {"date-parts": [[int(part) for part in when.split("-")]]}} if when else {})


def parse(text: str, registers: Registers) -> Citation | None:
    """Read an item back; None where it is none of ours."""
    try:
        said = cast("dict[str, object]", json.loads(text))
    except ValueError:
        return None

    def of(key: str) -> str:
        value = said.get(key)
        return value if isinstance(value, str) else ""

    if of("type") == "manuscript":
        return chicago.parse(", ".join(filter(None, (of("archive"), of("archive_location")))), registers)
    if of("type") == "document":
        return chicago.parse(of("title"), registers)
    read = {level: of(key) for level, key in _LOCATORS.items() if of(key)}
    issued = cast("dict[str, list[list[int]]]", said.get("issued") or {}).get("date-parts", [[]])[0]
    if issued:
        written = "-".join([str(issued[0]), *(f"{part:02}" for part in issued[1:])])
        read["date" if len(issued) > 1 else "year"] = written
    author = cast("list[dict[str, str]]", said.get("author") or [{}])[0].get("literal", "")
    read |= {"author": author, "title": of("title"), "place": of("publisher-place")}
    return chicago.parse(chicago.noted(author, of("title") or of("container-title"), read), registers)
