"""An unknown party that is not called Unknown.

What it does:
    Reports ``?``, ``N. N.``, ``unbekannt``, ``неизвестный``, ``anonymous`` and their like as sender or recipient.

Why it is bad:
    Filters and counts know one word for no one: ``Unknown``.

Example:
    ::

        ---
        senders: ["?"]
        ---

Use instead:
    ::

        ---
        senders: [Unknown]
        ---

Fix safety:
    Unsafe: it becomes ``Unknown``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "hint"
FIXABLE: Fixable = "unsafe"
PATTERN = (
    r"(?i:\?+|\[\?+\]|n\. ?n\.?|nn|\[?(?:unknown|unbekannt(?:er|e)?|anonym(?:ous|us)?|unidentified|not identified|"
    r"inconnue?|неизвестн(?:ый|ая|о)|аноним)(?: (?:person|sender|recipient|author|addressee))?\]?\??)"
)


def check(look: Look) -> Iterator[Problem]:
    """Look at every party."""
    for _, name, place in look.parties:
        if name != "Unknown" and re.fullmatch(PATTERN, name):
            span = Span(*place)
            yield Problem(span, f"write {name!r} as Unknown", (Edit(span, "Unknown"),), "unsafe")
