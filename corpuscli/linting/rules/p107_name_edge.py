"""A name with a mark at its edge.

What it does:
    Reports a sender or recipient that begins or ends with a comma, semicolon, colon, dash or slash, or has a
    bracket that is not closed.

Why it is bad:
    It is a piece of the heading that came along; no register has the name so.

Example:
    ::

        ---
        senders: ["G. V. Chicherin,"]
        ---

Use instead:
    ::

        ---
        senders: [G. V. Chicherin]
        ---

Fix safety:
    Unsafe: the mark goes.
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


def check(look: Look) -> Iterator[Problem]:
    """Look at both ends of every party."""
    for _, name, place in look.parties:
        bare = name.strip(",;:-–—/ ")
        if bare != name.strip(" ") and bare:
            span = Span(*place)
            written = span.of(look.source)
            edits = (Edit(span, written.replace(name, bare)),) if name in written else ()
            yield Problem(span, f"a mark at the edge of {name!r}", edits, "unsafe" if edits else "no")
        elif name.count("(") != name.count(")") or name.count("[") != name.count("]"):
            yield Problem(Span(*place), f"a bracket of {name!r} is not closed")
