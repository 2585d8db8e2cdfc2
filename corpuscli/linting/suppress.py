"""``lint_ignore``: findings that a letter's editor has accepted, each with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.model.letter import Letter
    from corpuscli.model.span import Span

KEY = "lint_ignore"


def suppressions(letter: Letter) -> tuple[tuple[str, str, Span], ...]:
    """Return a letter's suppressions: code in capitals, reason, and the place in its source."""
    field = letter.field(KEY)
    if field is None:
        return ()
    places = field.items or (field.span,)
    return tuple(
        (code.upper(), reason.strip(), span)
        for (code, _, reason), span in zip((item.partition(" ") for item in letter.all(KEY)), places, strict=False)
    )
