"""A letter's ``teiHeader``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.references.letters import shelf_of
from corpuscli.exports.tei.rest import CALENDARS, LANGUAGE, POINTER, WORD
from corpuscli.exports.xml import Xml, actions, uri

if TYPE_CHECKING:
    from corpuscli.exports.references.item import Shelf
    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter

CALENDAR_DESC = (
    "<calendarDesc>"
    '<calendar xml:id="gregorian"><p>Gregorian calendar.</p></calendar>'
    '<calendar xml:id="julian"><p>Julian calendar; when, from, to, notBefore and notAfter are Gregorian.</p></calendar>'
    "</calendarDesc>"
)
"""What ``calendar`` of a printed date points at: once a file."""


def header(xml: Xml, letter: Letter, volume: Volume, foreign: str = "", *, alone: bool = False) -> str:
    """Return a letter's ``teiHeader``.

    Args:
        xml: Escapes words.
        letter: The letter.
        volume: Whose it is.
        foreign: ``xenoData``, ready.
        alone: Whether the letter is a file of its own, and describes the calendars itself.
    """
    return (
        f"<teiHeader><fileDesc><titleStmt>{_titles(xml, letter)}</titleStmt>"
        f"<publicationStmt>{_publication(xml, letter, volume)}</publicationStmt>"
        f"<sourceDesc>{_sources(xml, letter)}</sourceDesc></fileDesc>"
        f"<profileDesc>{_profile(xml, letter, volume, alone=alone)}</profileDesc>"
        f"{foreign}{_revision(xml, letter)}</teiHeader>"
    )


def _titles(xml: Xml, letter: Letter) -> str:
    return xml.element("title", letter.get("title") or letter.id, {"level": "a"}) + _if(
        xml, "title", letter.get("edition"), level="s"
    )


def _publication(xml: Xml, letter: Letter, volume: Volume) -> str:
    licence = letter.get("licence")
    available = xml.element("licence", licence, {"target": uri(licence)}) if licence else ""
    return (
        xml.element("publisher", volume.publication.get("publisher") or volume.title or "Letters")
        + xml.element("idno", letter.id, {"type": "corpuscli"})
        + _if(xml, "idno", letter.get("number"), type="number")
        + _if(xml, "idno", letter.get("url"), type="URI")
        + (f"<availability>{available}</availability>" if available else "")
    )


def _sources(xml: Xml, letter: Letter) -> str:
    """Return a ``msDesc`` for each source, the physical description in the first, and a ``bibl`` for each print."""
    form = letter.get("form")
    look = f"<physDesc>{xml.element('p', form)}</physDesc>" if form else ""
    kept = ""
    for raw in letter.all("source"):
        kept += f"<msDesc><msIdentifier>{_identifier(xml, shelf_of(raw))}</msIdentifier>{look}</msDesc>"
        look = ""
    return kept + "".join(xml.element("bibl", book) for book in letter.all("published")) or "<p>No source.</p>"


def _identifier(xml: Xml, shelf: Shelf) -> str:
    """Return repository, fond, opis and delo as collections, the larger first, and the citation whole."""
    keys = ("fond", "opis", "delo") if shelf.russian else ()
    nested = "".join(xml.element("collection", shelf.part(key), {"type": key}) for key in keys if shelf.part(key))
    archive = xml.element("repository", shelf.archive) if shelf.archive else ""
    return archive + nested + xml.element("idno", shelf.raw, {"type": "citation"})


def _profile(xml: Xml, letter: Letter, volume: Volume, *, alone: bool) -> str:
    language = letter.get("language")
    spoken = xml.element("language", language, {"ident": language}) if LANGUAGE.fullmatch(language) else ""
    terms = "".join(xml.element("term", tag) for tag in letter.all("tags"))
    summary = xml.element("p", letter.get("summary"))
    described = CALENDAR_DESC if alone and letter.get("calendar") in CALENDARS else ""
    return (
        (f"<abstract>{summary}</abstract>" if summary else "")
        + described
        + (f"<langUsage>{spoken}</langUsage>" if spoken else "")
        + (f"<textClass><keywords>{terms}</keywords></textClass>" if terms else "")
        + f"<correspDesc>{actions(xml, letter, volume.register, whole=True)}{_context(xml, letter)}</correspDesc>"
    )


def _context(xml: Xml, letter: Letter) -> str:
    pointed = "".join(
        xml.element("ref", one, {"type": "related", "target": f"#{one}"})
        for one in letter.all("related")
        if POINTER.fullmatch(one)
    )
    return f"<correspContext>{pointed}</correspContext>" if pointed else ""


def _revision(xml: Xml, letter: Letter) -> str:
    status = letter.get("status")
    if not WORD.fullmatch(status):
        return ""
    said = xml.text(status)
    return f'<revisionDesc status="{said}"><change>State of the letter in its corpus: {said}.</change></revisionDesc>'


def _if(xml: Xml, name: str, words: str, **attributes: str) -> str:
    return xml.element(name, words, attributes) if words else ""
