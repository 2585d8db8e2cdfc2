"""What an editor should look at: markers and notes that do not answer each other, and guesses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.intake.page.candidates import Candidate
    from corpuscli.intake.page.notes import PageNote


def mismatches(markers: Sequence[Candidate], notes: Sequence[PageNote]) -> tuple[str, ...]:
    """Say which markers have no note, which notes no marker, and which note's number is lost."""
    marked, noted = [m.label for m in markers], [note.label for note in notes]
    said: list[str] = []
    missing = [label for label in dict.fromkeys(marked) if label not in noted]
    if missing:
        said.append(f"{_named('marker', missing)} without a note on the page")
    missing = [label for label in dict.fromkeys(noted) if label not in marked]
    if missing:
        said.append(f"{_named('note', missing)} without a marker in the text: put it where it belongs")
    said += (f"note {label} stands twice" for label in _twice(noted))
    said += (f"a note's number is lost; read as {note.label}" for note in notes if note.mark is None)
    return tuple(said)


def _named(what: str, labels: Sequence[str]) -> str:
    return f"{what}{'s' * (len(labels) > 1)} {', '.join(labels)}"


def _twice(labels: Iterable[str]) -> list[str]:
    seen = list(labels)
    return sorted({label for label in seen if seen.count(label) > 1})
