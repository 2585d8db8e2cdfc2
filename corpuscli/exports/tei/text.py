"""A letter's words as TEI: every character as it stands, paragraphs, lines, notes at their anchors, citations."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from corpuscli.exports.tei.ends import closed, opened
from corpuscli.exports.tei.rest import WORD
from corpuscli.text.citations import find_citations
from corpuscli.text.footnotes import find_markers, notes_of, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.xml import Xml
    from corpuscli.model.letter import Letter

_GAP = re.compile(r"(\n[ \t\r]*\n[ \t\r\n]*|\A[ \t\r\n]+|[ \t\r\n]+\Z)")
"""What may stand between paragraphs: what XML counts as blanks, so no no-break space."""
_UNSAID = re.compile(r"[^\w.:/;=,-]")


class Text:
    """One letter's words. Read without its markup, ``body`` is the letter's text, blank for blank.

    Args:
        xml: Escapes them.
        letter: The letter.

    Attributes:
        told: The labels of the notes, in the order in which they were written.
    """

    def __init__(self, xml: Xml, letter: Letter) -> None:
        self._xml, self._letter = xml, letter
        source = letter.source
        self._notes: dict[str, deque[tuple[int, str]]] = {}
        for place, note in enumerate(notes_of(letter)):
            self._notes.setdefault(note.label, deque()).append((place, note.body.of(source)))
        self.told: list[str] = []

    def whole(self) -> str:
        """Return ``text``; a note without a marker comes at the end."""
        letter, source = self._letter, self._letter.source
        behind = [span.of(source) for name, span in parts(letter) if name == "text" and span.start > letter.text.end]
        body = self._body(letter.text.of(source), ends=not behind)
        body += "".join(f"\n\n<p>{self._block(block)}</p>" for words in behind for block in _GAP.split(words)[::2])
        unmarked = sorted((place, label) for label, notes in self._notes.items() for place, _ in notes)
        left = "".join([self._note(label) for _, label in unmarked])
        back = f"<back><div>{left}</div></back>" if left else ""
        kind = letter.get("type")
        shown = f' type="{self._xml.text(kind)}"' if WORD.fullmatch(kind) else ""
        return f'<text{shown}><body xml:space="preserve">{body or "<p/>"}</body>{back}</text>'

    def _body(self, text: str, *, ends: bool) -> str:
        """Return the paragraphs of the text, opener and closer where they are certain."""
        pieces = _GAP.split(text)
        blocks = [index for index, piece in enumerate(pieces) if index % 2 == 0 and piece]
        first = opened([pieces[index] for index in blocks])
        last = ends and len(blocks) > first and closed(pieces[blocks[-1]], self._letter.all("senders"))
        written = ["" if index % 2 == 0 else self._blanks(piece) for index, piece in enumerate(pieces)]
        for place, index in enumerate(blocks):
            piece = pieces[index]
            if place < first:
                written[index] = f"<salute>{self._block(piece)}</salute>"
            elif last and index == blocks[-1]:
                written[index] = self._closer(piece, last)
            else:
                written[index] = f"<p>{self._block(piece)}</p>"
        if first:
            start, end = blocks[0], blocks[first - 1] + 1
            written[start:end] = ["<opener>" + "".join(written[start:end]) + "</opener>"]
        return "".join(written)

    def _closer(self, block: str, signature: int) -> str:
        """Return a last paragraph that ends with the signature."""
        return f"<closer>{self._block(block[:signature])}<signed>{self._block(block[signature:])}</signed></closer>"

    def _block(self, block: str) -> str:
        """Return a paragraph's words with each note at its first marker, and citations with what they point to."""
        cuts = [(marker.span.start, marker.span.end, marker.label) for marker in find_markers(block)]
        said, done = "", 0
        for start, end, label in cuts:
            said += self._cited(block[done:start])
            said += self._note(label) if self._notes.get(label) else self._lines(block[start:end])
            done = end
        return said + self._cited(block[done:])

    def _note(self, label: str) -> str:
        _, words = self._notes[label].popleft()
        self.told.append(label)
        pieces = _GAP.split(words)
        inner = "".join(
            self._blanks(piece) if index % 2 else f"<p>{self._cited(piece)}</p>" if piece else ""
            for index, piece in enumerate(pieces)
        )
        return f'<note n="{self._xml.text(label)}">{inner}</note>'

    def _cited(self, words: str) -> str:
        return "".join(self._pieces(words))

    def _pieces(self, words: str) -> Iterator[str]:
        done = 0
        for citation in find_citations(words):
            span = citation.span
            target = next((one for one in citation.ids if not _UNSAID.search(one)), "")
            if span.start < done or not target or citation.kind not in ("archive", "work"):
                continue
            yield self._lines(words[done : span.start])
            yield f'<bibl><ref target="{target}">{self._lines(span.of(words))}</ref></bibl>'
            done = span.end
        yield self._lines(words[done:])

    def _lines(self, words: str) -> str:
        return "<lb/>\n".join(self._xml.text(line) for line in words.split("\n"))

    def _blanks(self, words: str) -> str:
        return self._xml.text(words)
