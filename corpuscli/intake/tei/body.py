"""The words of a TEI letter: paragraphs, verses and lines as text, notes as footnotes."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.data.markup import characters, elements
from corpuscli.intake.tei.parsing import every, name, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.intake.tei.parsing import Element

_PARAGRAPH, _LINE, _BLANK = "\x02", "\x03", "\x04"
_MOST = 100
"""How often an empty element may repeat its character; what says more is no count."""
_QUOTES = "\"'„“”«»‚‘’›‹["
_CHOSEN = ("sic", "orig", "abbr", "am", "seg", "unclear")
"""Of a ``choice`` the letter's own words, in this order; else the first child."""


class Body:
    """Renders one letter's ``text``.

    Attributes:
        losses: Elements whose words or meaning the text cannot hold, with how often.
        notes: Label and words of each footnote, in the order of the markers.
    """

    def __init__(self, text: Element) -> None:
        """Find the notes that stand apart from the text."""
        self.losses: Counter[str] = Counter()
        self.notes: list[tuple[str, str]] = []
        self._apart = _apart(text)
        self._inside = False

    def render(self, bodies: list[Element]) -> str:
        """Return the text of all bodies, with markers; the notes come to be in ``notes``."""
        return "\n\n".join(part for part in (self._settled(self._words(body)) for body in bodies) if part)

    def whole(self, bodies: list[Element]) -> str:
        """Return text and notes as they stand in a letter's file."""
        text = self.render(bodies)
        notes = [
            f"[^{label}]: " + said.replace("\n", "\n    ").replace("\n    \n", "\n\n") for label, said in self.notes
        ]
        return "\n\n".join(part for part in (text, *notes) if part)

    def _settled(self, parts: Iterator[str]) -> str:
        """Collapse blanks; make breaks of lines and paragraphs."""
        text = " ".join("".join(parts).split(" "))
        text = re.sub(r"[ \t\r\n]+", " ", text)
        text = re.sub(
            rf" ?{_PARAGRAPH}[{_PARAGRAPH}{_LINE} ]*", "\n\n", re.sub(rf"[ {_LINE}]+{_PARAGRAPH}", _PARAGRAPH, text)
        )
        text = re.sub(rf"[ {_LINE}]*{_LINE}[ {_LINE}]*", "\n", text)
        text = re.sub(rf" ?{_BLANK} ?", " ", text)
        return re.sub(r" +(\[\^)", r"\1", re.sub(r" +\n| +$", "\n", text)).strip()

    def _words(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self._child(child)
            yield child.tail or ""

    def _child(self, child: Element) -> Iterator[str]:
        tag = name(child)
        if tag == "note" or (tag in ("ref", "ptr", "anchor") and self._target(child) is not None):
            if tag == "anchor":
                yield from self._words(child)
            yield from self._note(self._target(child) if tag != "note" else child)
        elif (said := _sign(child, tag)) is not None:
            yield said
        elif tag == "choice":
            yield from self._choice(child)
        elif tag == "supplied":
            yield from self._enclosed(child, "[", "]")
        elif tag in ("q", "quote") and not child.get("rend"):
            yield from self._enclosed(child, '"', '"')
        elif tag in ("ref", "ptr") and child.get("target") and not words(child):
            yield child.get("target", "")  # "he died on 1899-03-18": the edition shows what it points to
        else:
            yield from self._element(child, tag)

    def _element(self, child: Element, tag: str) -> Iterator[str]:
        silent = tag in elements("tei", "silent") and not words(child)
        if not tag or silent or tag in elements("tei", "left-out"):
            left = tag in elements("tei", "left-out")
            self.losses[f"{tag} (left out)" if left else tag or "processing instruction or entity"] += 1
            for note in child.iter("{*}note") if left else ():
                yield from self._note(note)  # what an editor says of words that are struck out
            return
        if tag not in elements("tei", "plain"):
            self.losses[f"{tag} (its words stay)"] += 1
        mark = (
            _PARAGRAPH
            if tag in elements("tei", "block")
            else _LINE
            if tag in elements("tei", "line")
            else _BLANK
            if tag == "cell"
            else ""
        )
        yield mark
        yield from self._words(child)
        yield mark

    def _choice(self, choice: Element) -> Iterator[str]:
        children = [child for child in choice if name(child)]
        chosen = next(
            (c for wanted in _CHOSEN for c in children if name(c) == wanted), children[0] if children else None
        )
        for child in children:
            if child is not chosen:
                self.losses[f"choice/{name(child)} (left out)"] += 1
        if chosen is not None:
            yield from self._words(chosen)

    def _enclosed(self, element: Element, opened: str, closed: str) -> Iterator[str]:
        """Put into brackets or quotation marks what the markup says stands so, where the words do not say it."""
        said = "".join(self._words(element))
        bare = said.strip()
        yield said if not bare or bare[0] in opened + _QUOTES or _PARAGRAPH in said else f"{opened}{said}{closed}"

    def _target(self, pointer: Element) -> Element | None:
        target = pointer.get("target", "").removeprefix("#")
        own = pointer.get("{http://www.w3.org/XML/1998/namespace}id", "")
        return self._apart.get(target) if target else self._apart.get("@" + own) if own else None

    def _note(self, note: Element | None) -> Iterator[str]:
        if note is None:
            return
        if self._inside:
            self.losses["note within a note (in brackets)"] += 1
            yield " ("
            yield from self._words(note)
            yield ")"
            return
        label = str(len(self.notes) + 1)
        self.notes.append((label, ""))
        self._inside = True
        said = self._settled(self._words(note))
        self._inside = False
        self.notes[int(label) - 1] = (label, said or "[...]")
        yield f"[^{label}]"


def _sign(element: Element, tag: str) -> str | None:
    """Return what stands for a break, a blank, a gap or an encoded character; None for any other element."""
    if tag == "lb":
        return "" if element.get("break") == "no" else _LINE
    if tag == "space":
        return "" if element.get("dim") == "vertical" else _BLANK
    if tag == "gap":
        return "[...]"
    return (_character(element) or None) if tag in ("c", "g") and not words(element) else None


def _character(element: Element) -> str:
    """Return what an element without words stands for, as often as it says: ``<c rendition="#dots" n="3"/>``."""
    named = (element.get(key, "").removeprefix("#") for key in ("rendition", "ref", "type", "rend"))
    known = next((characters()[one] for one in named if one in characters()), "")
    times = element.get("n", "").strip()
    return known * (int(times) if times.isdecimal() and int(times) <= _MOST else 1)


def _apart(text: Element) -> Mapping[str, Element]:
    """Return the notes in ``back`` by their id, and by ``@`` with the id of the anchor that they point at."""
    found: dict[str, Element] = {}
    for back in every(text, "back"):
        for note in back.iter("{*}note"):
            identity = note.get("{http://www.w3.org/XML/1998/namespace}id")
            target = note.get("target", "").removeprefix("#")
            if identity:
                found[identity] = note
            if target:
                found["@" + target] = note
    return found
