"""Footnotes: the markers ``[^1]`` in a text, the notes ``[^1]: ...`` under it, and the parts a letter has.

This is the form of Pandoc, GitHub and Obsidian. A note begins at a line's start; lines that are indented continue it,
also after blank lines. Nothing else that looks like a note is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.note import Marker, Note
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.letter import Letter

_LABEL = r"\[\^([^\s\[\]^]+)\]"
_OPENING = "[^"
_MARKER = re.compile(_LABEL)
_NOTE = re.compile(
    rf"^{_LABEL}:"
    r"([^\n]*+"  # the rest of the first line, then lines that are indented, with blank lines before them
    r"(?:\n(?:[ \t]*+\r?\n)*+[ \t]++[^\r\n][^\n]*+)*+)",
    re.MULTILINE,
)


def find_markers(text: str, offset: int = 0) -> tuple[Marker, ...]:
    r"""Return the markers of ``text``, those inside notes too, in the order of the text.

    Args:
        text: A letter's body, or a part of one that begins at a line's start.
        offset: Where ``text`` stands in its source; added to every span (code points).

    >>> [(m.label, m.span.start) for m in find_markers("The delegation[^1] declared\n\n[^1]: Turkish.")]
    [('1', 14)]
    """
    markers: list[Marker] = []
    start = text.find(_OPENING)  # most text holds hardly any: a pattern looks at each of its characters
    while start >= 0:
        found = _MARKER.match(text, start)
        end = found.end() if found else start + len(_OPENING)
        if found and not _opens_note(text, start, end):
            markers.append(Marker(Span(start + offset, end + offset), found[1]))
        start = text.find(_OPENING, end)
    return tuple(markers)


def _opens_note(text: str, start: int, end: int) -> bool:
    return text.startswith(":", end) and (start == 0 or text[start - 1] == "\n")


def find_notes(text: str, offset: int = 0) -> tuple[Note, ...]:
    r"""Return the notes of ``text`` in its order.

    Args:
        text: A letter's body, or a part of one that begins at a line's start.
        offset: Where ``text`` stands in its source; added to every span (code points).

    >>> text = "A word[^1].\n\n[^1]: We are\n    talking.\n"
    >>> [(n.label, n.span.of(text), n.body.of(text)) for n in find_notes(text)]
    [('1', '[^1]: We are\n    talking.', 'We are\n    talking.')]
    """
    first = 0 if text.startswith("[^") else text.find("\n[^")
    return tuple(_note(found, offset) for found in _NOTE.finditer(text, first)) if first >= 0 else ()


def text_and_notes(text: str) -> tuple[str, str]:
    r"""Return what stands outside of notes, and the words of the notes: what ``find_notes`` finds, without places.

    >>> text_and_notes("A word[^1].\n\n[^1]: We are\n    talking.\n")
    ('A word[^1].\n\n\n\n', 'We are\n    talking.')
    """
    first = 0 if text.startswith("[^") else text.find("\n[^")
    if first < 0:
        return text, ""
    outside: list[str] = []
    notes: list[str] = []
    done = 0
    for found in _NOTE.finditer(text, first):
        outside.append(text[done : found.start()])
        done = found.end()
        notes.append(found[2].strip())
    outside.append(text[done:])
    return "\n".join(outside), "\n".join(notes)


def _note(found: re.Match[str], offset: int) -> Note:
    words = found[2]
    start = found.start(2) + offset
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    body = Span(first, last) if first < last else Span(last, last)
    return Note(Span(found.start() + offset, start + len(words.rstrip("\r"))), found[1], body)


def arranged(text: str, notes: Iterable[tuple[str, str]]) -> str:
    r"""Return text and notes as a letter's file has them: the notes under the text, a blank line before each.

    Args:
        text: The text with its markers.
        notes: Label and words of each note; what continues them is indented already.

    >>> arranged("A word[^1].", [("1", "We are\n    talking.")])
    'A word[^1].\n\n[^1]: We are\n    talking.'
    """
    return "\n\n".join(part for part in (text, *(f"[^{label}]: {words}" for label, words in notes)) if part)


def notes_of(letter: Letter) -> tuple[Note, ...]:
    """Return a letter's notes, with spans into its source."""
    return find_notes(letter.body.of(letter.source), letter.body.start)


def parts(letter: Letter) -> tuple[tuple[str, Span], ...]:
    """Return what a letter consists of; see ``parts_of``."""
    return parts_of(letter.source, letter.body)


def parts_of(source: str, body: Span, notes: Iterable[Note] | None = None) -> tuple[tuple[str, Span], ...]:
    """Return what a letter's body consists of: ``("text", Span)``, then ``("note:1", Span)`` for each note.

    Spans count in ``source``; a note's is its own words, without ``[^1]:``. Words that stand between notes or after
    them belong to no note: they come as further parts named ``text``. Parts without words are left out.

    Args:
        source: The whole file.
        body: Where text and notes stand.
        notes: The notes, where they are found already.
    """
    found: list[tuple[str, Span]] = []
    done = body.start
    for start, end, label, words in _stretches(source, body) if notes is None else map(_stretch, notes):
        _put(found, "text", source, done, start)
        _put(found, f"note:{label}", source, words, end)
        done = end
    _put(found, "text", source, done, body.end)
    return tuple(found)


_Stretch = tuple[int, int, str, int]
"""Where a note begins and ends, its label, and where its words begin."""


def _stretches(source: str, body: Span) -> Iterator[_Stretch]:
    """Yield what ``find_notes`` finds, as numbers: parts are asked of every letter, and most notes of nobody else."""
    text, before = body.of(source), body.start
    first = 0 if text.startswith("[^") else text.find("\n[^")
    for found in _NOTE.finditer(text, first) if first >= 0 else ():
        yield found.start() + before, found.end() + before, found[1], found.start(2) + before


def _stretch(note: Note) -> _Stretch:
    return note.span.start, note.span.end, note.label, note.body.start


def _put(found: list[tuple[str, Span]], name: str, source: str, start: int, end: int) -> None:
    """Put a part without the blanks around it to those found, if it has words."""
    words = source[start:end].rstrip()
    if words:
        end = start + len(words)
        found.append((name, Span(end - len(words.lstrip()), end)))
