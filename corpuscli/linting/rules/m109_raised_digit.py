"""A raised digit instead of a marker.

What it does:
    Reports ¹, ², ³ and their like behind a word where the letter has a note of that number.

Why it is bad:
    It looks like a marker, but nothing leads from it to the note.

Example:
    ::

        The delegation¹ has come.

        [^1]: At the talks.

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: At the talks.

Fix safety:
    Unsafe: the digit becomes a marker; behind a unit of measure it may be a power.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "unsafe"
RAISED = "[⁰¹²³⁴⁵⁶⁷⁸⁹]"
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def check(look: Look) -> Iterator[Problem]:
    """Look for raised digits that are a note's number."""
    if look.source.isascii() or not look.notes:
        return
    if next(look.in_body(RAISED), None) is None:
        return
    labels = {note.label for note in look.notes}
    for found in look.in_body(rf"(?<=[^\s]){RAISED}+"):
        label = found[0].translate(DIGITS)
        if label in labels:
            span = Span(*found.span())
            yield Problem(span, f"{found[0]} is the marker [^{label}]", (Edit(span, f"[^{label}]"),), "unsafe")
