"""TEI P5: one teiCorpus, each letter a TEI with header, paragraphs, and notes at their anchors."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UsageError
from corpuscli.exports.xml import TEI, Xml, actions, uri
from corpuscli.text.footnotes import find_markers, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter

_HELD = (
    "id", "number", "title", "type", "senders", "recipients", "date", "date_text", "date_received", "place",
    "place_received", "source", "form", "published", "edition", "language", "url", "licence",
)  # fmt: skip
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_WORD = re.compile(r"\w+")


def write(volume: Volume, out: TextIO) -> None:
    """Write a teiCorpus.

    Raises:
        UsageError: There is no letter.
    """
    letters = iter(volume.letters)
    first = next(letters, None)
    if first is None:
        raise UsageError("no letter to export: TEI has no form for none")
    xml = Xml(volume.losses)
    title = volume.title or "Letters"
    out.write(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{TEI}"><teiHeader><fileDesc>'
        f"<titleStmt>{xml.element('title', title)}</titleStmt><publicationStmt>"
        f"{xml.element('publisher', volume.publication.get('publisher') or title)}</publicationStmt>"
        "<sourceDesc><p>Letters kept with corpuscli.</p></sourceDesc></fileDesc></teiHeader>\n"
    )
    for letter in chain((first,), letters):
        volume.losses.update(field.key for field in letter.fields if field.key not in _HELD)
        out.write(f"<TEI>{_header(xml, letter, volume)}{_Text(xml, letter).whole()}</TEI>\n")
    out.write("</teiCorpus>\n")


def _header(xml: Xml, letter: Letter, volume: Volume) -> str:
    licence, language = letter.get("licence"), letter.get("language")
    available = xml.element("licence", licence, {"target": uri(licence)})
    if language and not _LANGUAGE.fullmatch(language):
        xml.losses["language (no BCP 47)"] += 1
        language = ""
    spoken = xml.element("language", language, {"ident": language})
    return (
        "<teiHeader><fileDesc><titleStmt>"
        + xml.element("title", letter.get("title") or letter.id, {"level": "a"})
        + xml.element("title", letter.get("edition"), {"level": "s"})
        + "</titleStmt><publicationStmt>"
        + xml.element("publisher", volume.publication.get("publisher") or volume.title or "Letters")
        + xml.element("idno", letter.id, {"type": "corpuscli"})
        + xml.element("idno", letter.get("number"), {"type": "number"} if letter.get("number") else None)
        + xml.element("idno", letter.get("url"), {"type": "URI"} if letter.get("url") else None)
        + (f"<availability>{available}</availability>" if available else "")
        + f"</publicationStmt><sourceDesc>{_sources(xml, letter)}</sourceDesc></fileDesc><profileDesc>"
        + (f"<langUsage>{spoken}</langUsage>" if spoken else "")
        + f"<correspDesc>{actions(xml, letter, volume.register)}</correspDesc></profileDesc></teiHeader>"
    )


def _sources(xml: Xml, letter: Letter) -> str:
    form = xml.element("p", letter.get("form"))
    shelves = [xml.element("idno", source) for source in letter.all("source")]
    if form and not shelves:
        xml.losses["form (of a letter without source)"] += 1
    looks = [f"<physDesc>{form}</physDesc>" if form else "", *[""] * len(shelves)]
    kept = "".join(
        f"<msDesc><msIdentifier>{shelf}</msIdentifier>{look}</msDesc>"
        for shelf, look in zip(shelves, looks, strict=False)
    )
    return kept + "".join(xml.element("bibl", book) for book in letter.all("published")) or "<p>No source.</p>"


class _Text:
    """One letter's words.

    Args:
        xml: Escapes them.
        letter: The letter.
    """

    def __init__(self, xml: Xml, letter: Letter) -> None:
        self._xml = xml
        found = parts(letter)
        self._texts = [span.of(letter.source) for name, span in found if name == "text"]
        self._notes = {name[5:]: span.of(letter.source) for name, span in found if name != "text"}
        self._kind = letter.get("type") if _WORD.fullmatch(letter.get("type")) else ""
        if letter.get("type") and not self._kind:
            xml.losses["type (no single word)"] += 1

    def whole(self) -> str:
        """Return ``text``; a note without a marker comes at the end."""
        body = "".join(f"<p>{self._marked(block)}</p>" for text in self._texts for block in _blocks(text))
        kind = f' type="{self._xml.text(self._kind)}"' if self._kind else ""
        left = "".join(self._note(label) for label in list(self._notes))
        back = f"<back><div>{left}</div></back>" if left else ""
        return f"<text{kind}><body>{body or '<p/>'}</body>{back}</text>"

    def _marked(self, block: str) -> str:
        """Return a paragraph's words with each note at its first marker."""
        said, done = "", 0
        for marker in find_markers(block):
            said += self._lines(block[done : marker.span.start])
            note = self._note(marker.label)
            said += note or self._lines(marker.span.of(block))
            done = marker.span.end
        return said + self._lines(block[done:])

    def _note(self, label: str) -> str:
        words = self._notes.pop(label, "")
        paragraphs = "".join(f"<p>{self._lines(block)}</p>" for block in _blocks(words))
        return f'<note n="{self._xml.text(label)}">{paragraphs}</note>' if paragraphs else ""

    def _lines(self, words: str) -> str:
        return "<lb/>".join(self._xml.text(line) for line in words.splitlines()) + "<lb/>" * words.endswith("\n")


def _blocks(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text, which blank lines part."""
    return (block.strip() for block in re.split(r"\n[ \t\r]*\n", text) if block.strip())
