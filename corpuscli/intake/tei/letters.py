"""TEI letters and CMIF entries, as readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.intake.tei.actions import read_correspondence
from corpuscli.intake.tei.body import Body
from corpuscli.intake.tei.header import header_fields, header_losses
from corpuscli.intake.tei.parsing import every, first, name, words
from corpuscli.model.reading import ReadField, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.intake.tei.parsing import Element

_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read_tei(root: Element, shown: str) -> Iterator[Reading]:
    """Read the letters of a TEI file, of a teiCorpus, or the entries of a CMIF file.

    Args:
        root: The root element.
        shown: How messages name the file.

    Raises:
        InputError: It is no TEI, or has no correspDesc.
    """
    if name(root) not in ("TEI", "teiCorpus"):
        raise InputError(f"XML, but no TEI: its root is {name(root) or 'no element'}", shown)
    files = [root] if name(root) == "TEI" else list(root.iter("{*}TEI"))
    found = 0
    for tei in files:
        descriptions = list(tei.iter("{*}correspDesc"))
        found += len(descriptions)
        if len(descriptions) == 1 and _has_words(tei):
            yield _letter(tei, descriptions[0], shown)
        else:
            titles = _titles(tei)
            for description in descriptions:
                yield _entry(tei, description, titles, shown)
    if not found:
        raise InputError("TEI without correspDesc: it does not say who wrote to whom, and when", shown)


def _has_words(tei: Element) -> bool:
    body = first(tei, "text/body")
    if body is None:
        return first(tei, "text/group") is not None
    return bool(words(body)) or any(name(element) not in ("body", "div", "p", "") for element in body.iter())


def _letter(tei: Element, description: Element, shown: str) -> Reading:
    correspondence = read_correspondence(description)
    text = first(tei, "text")
    assert text is not None  # noqa: S101 - _has_words has found it
    bodies = every(text, "body") or list(text.iter("{*}body"))
    body = Body(text)
    rendered = body.whole(bodies)
    apart = [f"text/{name(child)}" for child in text if name(child) not in ("body", "group", "")]
    beside = [name(child) for child in tei if name(child) not in ("teiHeader", "text", "")]
    losses = (*correspondence.losses, *header_losses(tei), *apart, *beside, *(f"text: {what}" for what in body.losses))
    fields = (*correspondence.fields, *header_fields(tei), *_identity(tei.get(_ID, "")))
    return Reading(
        fields, rendered, warnings=correspondence.warnings, origin=shown, losses=tuple(dict.fromkeys(losses))
    )


def _identity(identity: str) -> Iterator[ReadField]:
    if identity:
        yield ReadField("x-tei-id", identity)


def _titles(tei: Element) -> dict[str, str]:
    """Return the editions that a CMIF file names, by their ids."""
    books = (book for source in tei.iter("{*}sourceDesc") for book in source.iter("{*}bibl"))
    return {book.get(_ID, ""): words(book) for book in books}


def _entry(tei: Element, description: Element, titles: dict[str, str], shown: str) -> Reading:
    """Read a letter of which only who, when and where is known."""
    correspondence = read_correspondence(description)
    fields = list(correspondence.fields)
    if description.get("key"):
        fields.append(ReadField("number", description.get("key", "")))
    edition = titles.get(description.get("source", "").removeprefix("#"), "")
    if edition:
        fields.append(ReadField("edition", edition))
    if description.get("ref"):
        fields.append(ReadField("url", description.get("ref", "")))
    licence = next((e.get("target", "") for e in tei.iter("{*}licence")), "")
    if licence:
        fields.append(ReadField("licence", licence))
    return Reading(
        tuple(fields),
        "",
        warnings=correspondence.warnings,
        origin=shown,
        losses=tuple(dict.fromkeys(correspondence.losses)),
    )
