"""A marker stands twice in the text.

What it does:
    Reports the second marker of the same label in the text; markers within notes are not counted.

Why it is bad:
    Editions count every note anew. The second is a misread number, or a note that serves twice on purpose.

Example:
    ::

        The delegation[^1] has met Stalin[^1].

        [^1]: At the talks.

Use instead:
    ::

        The delegation[^1] has met Stalin.

        [^1]: At the talks.

Fix safety:
    There is no fix: it may be on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.note import Marker
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def check(look: Look) -> Iterator[Problem]:
    """Look for labels that come again."""
    seen: dict[str, Marker] = {}
    for marker in look.markers:
        if look.letter.text.holds(marker.span):
            first = seen.setdefault(marker.label, marker)
            if first is not marker:
                message = f"the marker [^{marker.label}] stands a second time"
                yield Problem(marker.span, message, related=(Place(look.path, first.span),))
