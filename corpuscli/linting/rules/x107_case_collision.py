"""Two files whose names differ in case only.

What it does:
    Reports letters whose paths are the same but for capitals.

Why it is bad:
    On macOS and Windows they are one file: whoever clones the corpus there loses a letter.

Example:
    ::

        >>> A.txt
        ---
        id: A
        ---
        >>> a.txt
        ---
        id: a
        ---

Use instead:
    ::

        >>> a.txt
        ---
        id: a
        ---
        >>> b.txt
        ---
        id: b
        ---

Fix safety:
    There is no fix here: ``corpuscli rename``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from corpuscli.linting.rule import Fact
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"


def collect(look: Look) -> Iterator[Fact]:
    """Say the path without capitals."""
    yield Fact(normalize("NFC", look.path).casefold())


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report all of them."""
    for look, fact in group if len(group) > 1 else ():
        others = [other.path for other, _ in group if other is not look]
        yield look, Problem(fact.span, f"{others[0]} differs from this file's name in case only")
