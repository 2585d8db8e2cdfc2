"""``lint_ignore``: findings that a letter's editor has accepted, each with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import Pairs

if TYPE_CHECKING:
    from corpuscli.model.letter import Field, Letter, Value
    from corpuscli.model.span import Span

KEY = "lint_ignore"


def suppressions(letter: Letter) -> tuple[tuple[str, str, Span], ...]:
    """Return a letter's suppressions: code in capitals, reason, and the place in its source.

    An entry that a colon has made a mapping is taken as it is written, ``T101:`` as its code.
    """
    field = letter.field(KEY)
    if field is None:
        return ()
    places = field.items or (field.span,)
    return tuple(
        (code.upper(), reason.strip(), span)
        for (code, _, reason), span in zip((item.partition(" ") for item in _entries(field)), places, strict=False)
    )


def _entries(field: Field) -> tuple[str, ...]:
    """Return the entries of a list, or a lone text; a mapping as a whole is for another rule."""
    if isinstance(field.value, str):
        return (field.value,) if field.value else ()
    return () if isinstance(field.value, Pairs) else tuple(map(_said, field.value))


def _said(entry: Value) -> str:
    """Return an entry as it is written, as far as one line holds it."""
    if isinstance(entry, str):
        return entry
    return next((f"{key}: {_said(value)}" for key, value in entry), "") if isinstance(entry, Pairs) else ""
