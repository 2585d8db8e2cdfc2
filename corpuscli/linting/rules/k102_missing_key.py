"""A required key is missing.

What it does:
    Reports a letter without ``id``, ``date``, ``senders`` or ``recipients``, or with nothing behind one of them.

Why it is bad:
    A letter is who wrote to whom, and when. Without these it cannot be listed, sorted or cited.

Example:
    ::

        ---
        date: 1921-03-10
        senders:
        ---

Use instead:
    An undated letter has the date ``XXXX``, an unknown party is ``Unknown``::

        ---
        id: 1921-03-10-chicherin-stalin
        date: XXXX
        senders:
          - Unknown
        recipients:
          - I. V. Stalin
        ---

Fix safety:
    There is no fix: only the editor knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import REQUIRED_KEYS
from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"
_ADVICE = {
    "id": "it is the file's name without its suffix",
    "date": "write XXXX where nothing is known",
    "senders": "write Unknown where no one is known",
    "recipients": "write Unknown where no one is known",
}


def check(look: Look) -> Iterator[Problem]:
    """Look for the required keys."""
    for key in REQUIRED_KEYS:
        field = look.letter.field(key)
        if field is None:
            yield Problem(Span(0, 3), f"the key {key!r} is missing; {_ADVICE[key]}")
        elif not field.value:
            yield Problem(field.key_span, f"the key {key!r} says nothing; {_ADVICE[key]}")
