"""Wikipedia's templates: ``{{cite archive |repository=RGASPI |fonds=5 ...}}`` and ``{{cite book |title=...}}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.text.citations.styles import chicago
from corpuscli.text.citations.styles.naming import is_book, levels, said_of

if TYPE_CHECKING:
    from corpuscli.model.citation import Citation
    from corpuscli.text.citations.registers import Registers
    from corpuscli.text.citations.styles.naming import Names

_KEYS = {"fond": "fonds", "opis": "series", "papka": "box", "delo": "file", "volume": "volume", "listy": "page"}
_WORK_KEYS = {"vol": "volume", "no": "issue", "year": "year", "date": "date", "pages": "page"}
_TEMPLATE = re.compile(r"\{\{cite (?P<kind>\w+)(?P<values>(?: \|[a-z]+=[^|{}]*)*)\}\}")
_VALUE = re.compile(r"\|([a-z]+)=([^|{}]*)")


def render(citation: Citation, names: Names) -> str:
    """Return the citation as a template."""
    values: dict[str, str] = {}
    if citation.kind == "work":
        said = said_of(citation)
        author, title = names.work(citation, cyrillic=False) if "work" in said else ("", "ibid.")
        kind = "news" if "date" in said else "journal" if "no" in said else "book"
        values = {"last": author, "title" if kind == "book" else kind.replace("news", "work"): title}
        values |= {_WORK_KEYS[key]: said[key] for key in _WORK_KEYS if key in said}
        values |= {"location": said["place"]} if is_book(said) else {}
    else:
        kind = "archive"
        values["repository"] = names.archive(citation, cyrillic=False) or ("ibid." if citation.form != "full" else "")
        values |= {_KEYS[level]: chicago.latin(level, members) for level, members in levels(citation)}
    shown = "".join(f" |{key}={_kept(value)}" for key, value in values.items() if value)
    return f"{{{{cite {kind}{shown}}}}}"


def _kept(value: str) -> str:
    return re.sub(r"[|{}\n]", " ", value)


def parse(text: str, registers: Registers) -> Citation | None:
    """Read a template back; None where it is none of ours."""
    template = _TEMPLATE.fullmatch(text)
    if template is None:
        return None
    values = {key: value.strip() for key, value in _VALUE.findall(template["values"])}
    if template["kind"] == "archive":
        parts = [f"{chicago.MARKS[level]} {values[key]}" for level, key in _KEYS.items() if key in values]
        name = values.get("repository", "")
        return chicago.parse(", ".join([name, *parts] if name else parts), registers)
    title = values.get("title") or values.get("journal") or values.get("work") or ""
    said = {level: values[key] for level, key in _WORK_KEYS.items() if key in values}
    author = values.get("last", "")
    said |= {"author": author, "title": title, "place": values.get("location", "")}
    return chicago.parse(chicago.noted(author, title, said), registers)
