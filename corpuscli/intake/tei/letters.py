"""TEI letters and CMIF entries, as readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.intake.tei.actions import read_correspondence
from corpuscli.intake.tei.body import Body
from corpuscli.intake.tei.header import header_fields, header_losses
from corpuscli.intake.tei.own import own_id, read_own
from corpuscli.intake.tei.parsing import every, first, name, words
from corpuscli.model.reading import ReadField, Reading
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.intake.tei.parsing import Element

OWN = "corpuscli:"
"""Before a letter's id in the attribute ``n`` of a ``correspDesc`` that we have written."""
EDITION = "edition-"
"""Before the UUID of a source that is a letter's edition, in a file that we have written."""
LANGUAGE = "cmif:hasLanguage"
"""What a ``ref`` of CMIF version 2 is that says in which language a letter is written."""
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
        raise InputError(f"XML, but no TEI: its root is {name(root) or 'no element'}", shown, 1, 1)
    files = [root] if name(root) == "TEI" else list(root.iter("{*}TEI"))
    found = 0
    for tei in files:
        descriptions = list(tei.iter("{*}correspDesc"))
        found += len(descriptions)
        if len(descriptions) == 1 and own_id(tei):
            yield read_own(tei, descriptions[0], shown)
        elif len(descriptions) == 1 and _has_words(tei):
            yield _letter(tei, descriptions[0], shown)
        else:
            common = _Common.of(tei)
            for description in descriptions:
                yield _entry(description, common, shown)
    if not found:
        raise InputError("TEI without correspDesc: it does not say who wrote to whom, and when", shown, 1, 1)


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
        fields, rendered, warnings=correspondence.warnings, origin=shown, losses=tuple(dict.fromkeys(losses)),
        line=description.sourceline or 0,
    )  # fmt: skip


def _identity(identity: str) -> Iterator[ReadField]:
    if identity:
        yield ReadField("x-tei-id", identity)


def _own_entry(description: Element, common: _Common, shown: str) -> Reading:
    """Read an entry that ``export --format cmif`` has written: what the file says of itself is not the letter's."""
    identity, number = description.get("n").removeprefix(OWN), _number(description)
    source = description.get("source", "").removeprefix("#")
    named = {
        "id": identity,
        "number": number if number != identity else "",
        "url": description.get("ref"),
        "edition": common.titles.get(source, "") if source.startswith(EDITION) else "",
        "language": _language(description),
    }
    fields = read_correspondence(description, own=True).fields
    return Reading(
        (*(ReadField(key, value) for key, value in named.items() if value), *fields),
        "",
        origin=shown,
        line=description.sourceline or 0,
    )


@dataclass(frozen=True, slots=True)
class _Common:
    """What a CMIF file says once, for all its letters.

    Args:
        titles: The editions that it names, by their ids.
        licence: Under which it is given.
    """

    titles: Mapping[str, str]
    licence: str

    @classmethod
    def of(cls, tei: Element) -> _Common:
        """Look through the file once: doing so for every letter took the square of their number."""
        books = (book for source in tei.iter("{*}sourceDesc") for book in source.iter("{*}bibl"))
        licence = next((e.get("target", "") for e in tei.iter("{*}licence")), "")
        return cls({book.get(_ID, ""): words(book) for book in books}, licence)


def _entry(description: Element, common: _Common, shown: str) -> Reading:
    """Read a letter of which only who, when and where is known."""
    if description.get("n", "").startswith(OWN):
        return _own_entry(description, common, shown)
    correspondence = read_correspondence(description)
    named = {
        "number": _number(description),
        "edition": common.titles.get(description.get("source", "").removeprefix("#"), ""),
        "url": description.get("ref", ""),
        "licence": common.licence,
        "language": _language(description),
    }
    return Reading(
        (*correspondence.fields, *(ReadField(key, value) for key, value in named.items() if value)),
        "",
        warnings=correspondence.warnings,
        origin=shown,
        losses=tuple(dict.fromkeys(correspondence.losses)),
        line=description.sourceline or 0,
    )


def _language(description: Element) -> str:
    """The language of a letter, as a reference of CMIF version 2 names it; nothing where several are named."""
    named = [ref.get("target", "") for ref in every(description, "note/ref") if ref.get("type") == LANGUAGE]
    return named[0] if len(named) == 1 else ""


def _number(description: Element) -> str:
    """The number of a letter: a blank ``key``, as some files have it, is none."""
    return " ".join(description.get("key", "").split())
