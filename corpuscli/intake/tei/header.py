"""What a TEI header says of a letter besides its correspDesc: title, sources, form, earlier prints, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.data.markup import elements
from corpuscli.intake.tei.parsing import every, first, name, words
from corpuscli.model.reading import ReadField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.intake.tei.parsing import Element

_LONGEST_LICENCE = 200
_SHORT = {
    "deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "ita": "it", "rus": "ru", "lat": "la", "nld": "nl",
    "dut": "nl", "spa": "es", "pol": "pl", "ces": "cs", "cze": "cs", "hun": "hu", "swe": "sv", "dan": "da",
}  # fmt: skip
"""BCP 47 wants the shortest code of ISO 639."""


def header_fields(root: Element) -> Iterator[ReadField]:
    """Yield the keys that a letter's ``teiHeader`` fills, besides those of ``correspDesc``."""
    title = _title(root)
    if title:
        yield ReadField("title", title)
    kind = next(filter(None, (e.get("ana") or e.get("corresp") or words(e) for e in root.iter("{*}objectType"))), "")
    text = first(root, "text")
    kind = kind or (text.get("type", "") if text is not None else "")
    if kind:
        yield ReadField("type", kind.lstrip("#"))
    sources = tuple(filter(None, (_shelf(mark) for mark in root.iter("{*}msIdentifier"))))
    if sources:
        yield ReadField("source", tuple(dict.fromkeys(sources)))
    form = "; ".join(filter(None, (words(p) for desc in root.iter("{*}physDesc") for p in every(desc, "p"))))
    if form:
        yield ReadField("form", form)
    published = tuple(filter(None, (_book(book) for book in _books(root))))
    if published:
        yield ReadField("published", tuple(dict.fromkeys(published)))
    yield from _edition(root)


def _edition(root: Element) -> Iterator[ReadField]:
    series = [t for t in every(root, "teiHeader/fileDesc/titleStmt/title") if t.get("level") == "s"]
    edition = words(series[0]) if series else words(first(root, "teiHeader/fileDesc/editionStmt/edition"))
    if edition:
        yield ReadField("edition", edition)
    language = first(root, "teiHeader/profileDesc/langUsage/language")
    code = language.get("ident", "") if language is not None else ""
    if code:
        yield ReadField("language", _SHORT.get(code, code))
    statement = "teiHeader/fileDesc/publicationStmt"
    url = next((words(e) for e in every(root, f"{statement}/idno") if words(e).startswith("http")), "")
    if url:
        yield ReadField("url", url)
    licence = first(root, f"{statement}/availability/licence")
    if licence is not None:
        named = licence.get("target", "") or words(licence)
        if named and len(named) <= _LONGEST_LICENCE:
            yield ReadField("licence", named)


def _title(root: Element) -> str:
    titles = every(root, "teiHeader/fileDesc/titleStmt/title")
    wanted = [t for t in titles if t.get("level") == "a"] or [
        t for t in titles if not t.get("level") and not t.get("type")
    ]
    return words((wanted or titles)[0]) if titles else ""


def _shelf(mark: Element) -> str:
    """Return an archival mark in words: ``Cambridge, University Library, Schnitzler, B 5b``."""
    return ", ".join(filter(None, (words(child) for child in mark if name(child) in elements("tei", "shelf"))))


def _books(root: Element) -> list[Element]:
    header = first(root, "teiHeader/fileDesc/sourceDesc")
    if header is None:
        return []
    return [
        e
        for e in header.iter("{*}biblStruct", "{*}bibl")
        if not any(name(a) in ("bibl", "biblStruct") for a in e.iterancestors())
    ]


def _book(book: Element) -> str:
    """Return a bibliographic reference in one line, its parts as printed."""
    if name(book) == "bibl":
        return words(book).rstrip(".")
    parts: list[str] = []
    for level in every(book, "analytic") + every(book, "monogr") + every(book, "series"):
        authors = "; ".join(filter(None, (words(author) for author in every(level, "author"))))
        title = ". ".join(filter(None, (words(title) for title in every(level, "title"))))
        imprint = ", ".join(filter(None, (words(part) for e in every(level, "imprint") for part in e)))
        scope = ", ".join(filter(None, (words(part) for part in every(level, "biblScope"))))
        parts += filter(None, (": ".join(filter(None, (authors, title))), imprint, scope))
    return ". ".join(part.rstrip(".") for part in parts)


def header_losses(root: Element) -> Iterator[str]:
    """Yield what a header says that no key holds, as paths under ``teiHeader``, each once."""
    header = first(root, "teiHeader")
    seen: set[str] = set()
    for element in header.iter() if header is not None else ():
        path = _unknown(element, header)
        if path and path not in seen:
            seen.add(path)
            yield path


def _unknown(element: Element, header: Element | None) -> str:
    """Return the path of an element that no key holds, and whose parents all are known; ``""`` for others."""
    if not name(element) or element is header or name(element) in elements("tei", "header"):
        return ""
    above = [name(a) for a in element.iterancestors() if a is not header]
    above = above[: above.index("TEI")] if "TEI" in above else above
    if any(step not in elements("tei", "header") or step in elements("tei", "whole") for step in above):
        return ""
    return "/".join([*reversed(above), name(element)])
