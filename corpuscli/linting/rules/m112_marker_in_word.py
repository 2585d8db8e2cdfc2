"""A marker within a word.

What it does:
    Reports a marker with letters on both sides.

Why it is bad:
    A marker stands behind a word or a mark; within one it has slipped, or has swallowed a blank. It is a hint: some
    editions put markers within words on purpose.

Example:
    ::

        The dele[^1]gation has come.

        [^1]: At the talks.

Use instead:
    ::

        The delegation[^1] has come.

        [^1]: At the talks.

Fix safety:
    There is no fix: the marker belongs behind the word, or a blank behind the marker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def check(look: Look) -> Iterator[Problem]:
    """Look on both sides of each marker."""
    for marker in look.markers:
        before, behind = look.source[marker.span.start - 1], look.source[marker.span.end : marker.span.end + 1]
        if before.isalpha() and behind.isalpha():
            yield Problem(marker.span, f"the marker [^{marker.label}] stands within a word, or lacks a blank behind it")
