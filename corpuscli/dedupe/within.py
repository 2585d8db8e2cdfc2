"""What removing the later copies of repeats within one letter takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit, apply_edits
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.text.footnotes import find_markers, notes_of, parts
from corpuscli.text.repeats.find import WITHIN, find
from corpuscli.text.repeats.texts import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.letter import Letter
    from corpuscli.text.repeats.acceptance import Acceptance

_STOPS = ".,;:!?…"


@dataclass(frozen=True, slots=True)
class Removal:
    """Taking away the later copies of a letter's repeats.

    Args:
        edits: What goes, in the letter's source.
        copies: How many copies go.
        kept: Why a later copy stays, one line each.
    """

    edits: tuple[Edit, ...] = ()
    copies: int = 0
    kept: tuple[str, ...] = ()


def removal(letter: Letter, least: int = WITHIN, spared: Acceptance | None = None) -> Removal:
    """Plan the removal of all exact copies but each passage's first.

    What is left is looked at again: copies that stood apart may have come together. Exact are copies of the same
    characters, blanks aside. A copy stays when it holds the only marker of a note, or when
    it is all that its note says; what a note cites again, or quotes, is no copy to remove.

    Args:
        letter: The letter.
        least: The fewest words of a passage.
        spared: Tells passages whose copies stay.
    """
    left = [Span(0, len(letter.source))]
    now, copies = letter, 0
    gone, kept = _round(now, least, spared)
    while gone:
        copies += len(gone)
        left = _without(left, gone)
        now = parse_letter(apply_edits(now.source, [Edit(span) for span in gone]), letter.path)
        gone, kept = _round(now, least, spared)
    bounds = [0, *(edge for span in left for edge in (span.start, span.end)), len(letter.source)]
    holes = (Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start < end)
    return Removal(tuple(Edit(hole) for hole in holes), copies, tuple(kept))


def _without(left: Sequence[Span], gone: Sequence[Span]) -> list[Span]:
    """Return what is left of a source when stretches go that are counted in what was left of it before."""
    found: list[Span] = []
    at = 0
    for span in left:
        start = span.start
        for hole in gone:
            first, last = max(hole.start, at), min(hole.end, at + len(span))
            if first < last:
                found.append(Span(start, span.start + first - at))
                start = span.start + last - at
        found.append(Span(start, span.end))
        at += len(span)
    return [span for span in found if len(span)]


def _round(letter: Letter, least: int, spared: Acceptance | None) -> tuple[list[Span], list[str]]:
    """Return the stretches that can go at once, ascending, and why others stay."""
    pieces = parts(letter)
    text = Text(letter.source, tuple(span for _, span in pieces), tuple(name for name, _ in pieces))
    gone: list[Span] = []
    kept: list[str] = []
    standing: list[Span] = []
    for passage in find([text], least):
        said = passage.copies[0].span.of(letter.source)
        if passage.kind == "within" and not (spared and spared.holds(passage.id, said)):
            first, *later = (copy.span for copy in passage.copies)
            standing.append(first)
            for copy in later:
                reason = _why_kept(letter, first, copy, gone, pieces)
                hole = _with_seam(letter.source, copy, pieces)
                if not reason and not any(hole.meets(other) for other in (*gone, *standing)):
                    gone.append(hole)
                elif reason:
                    kept.append(reason)
    return sorted(gone), kept


def taken(letter: Letter, copies: Sequence[Span], stay: Sequence[Span]) -> Removal:
    """Plan the removal of copies that a person chose, with the same care; they may differ from those that stay."""
    pieces = parts(letter)
    gone: list[Span] = []
    kept: list[str] = []
    for copy in sorted(copies):
        reason = _why_bound(letter, copy, gone, pieces)
        hole = _with_seam(letter.source, copy, pieces)
        if reason:
            kept.append(reason)
        elif not any(hole.meets(other) for other in (*gone, *stay)):
            gone.append(hole)
    return Removal(tuple(Edit(hole) for hole in sorted(gone)), len(gone), tuple(kept))


def _why_kept(letter: Letter, first: Span, copy: Span, gone: Sequence[Span], pieces: Sequence[tuple[str, Span]]) -> str:
    same = first.of(letter.source).split() == copy.of(letter.source).split()
    return _why_bound(letter, copy, gone, pieces) or ("" if same else "a copy stays: it differs from the first")


def _why_bound(letter: Letter, copy: Span, gone: Sequence[Span], pieces: Sequence[tuple[str, Span]]) -> str:
    """Say why a copy cannot go, whatever it says; "" where it can."""
    part = next(piece for _, piece in pieces if piece.holds(copy))
    if any(piece == part and name != "text" for name, piece in pieces) and not _rest(letter.source, part, copy):
        return "a copy stays: it is all that its note says"
    glued = _glued(letter.source, copy, part)
    inside = {marker.label for marker in find_markers(glued.of(letter.source), glued.start)}
    left = {
        marker.label
        for marker in find_markers(letter.body.of(letter.source), letter.body.start)
        if not any(hole.holds(marker.span) for hole in (*gone, glued))
    }
    lost = sorted((inside - left) & {note.label for note in notes_of(letter)} or inside - left)
    return f"a copy stays: it holds the only marker of note {', '.join(lost)}" if lost else ""


def _rest(source: str, part: Span, copy: Span) -> bool:
    """Tell whether a part says anything besides a copy."""
    rest = source[part.start : copy.start] + source[copy.end : part.end]
    return any(sign.isalnum() for sign in rest)


def _glued(source: str, span: Span, part: Span) -> Span:
    """Widen a copy by the marker that is glued to its end."""
    marker = next(iter(find_markers(source[span.end : part.end], span.end)), None)
    return Span(span.start, marker.span.end) if marker and marker.span.start == span.end else span


def _with_seam(source: str, span: Span, pieces: Sequence[tuple[str, Span]]) -> Span:
    """Widen a copy by what would be left over: a marker glued to it, its own full stop, and a blank.

    It is the blank before the copy; where the copy opens its paragraph and words follow, or opens its part, the blank
    after it.
    """
    part = next(piece for _, piece in pieces if piece.holds(span))
    span = _glued(source, span, part)
    before = part.start + len(source[part.start : span.start].rstrip())
    opens = before == part.start or "\n" in source[before : span.start]
    end = span.end
    if opens or source[before - 1] in _STOPS:
        while end < part.end and source[end] in _STOPS:
            end += 1
    rest = source[end : part.end]
    line_goes_on = bool(rest.partition("\n")[0].strip())
    if before == part.start or (opens and line_goes_on):
        return Span(span.start, part.end - len(rest.lstrip()))
    return Span(before, end)
