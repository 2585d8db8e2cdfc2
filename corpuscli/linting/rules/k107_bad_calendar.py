"""A calendar that is neither gregorian nor julian.

What it does:
    Reports any other value of ``calendar``, also one in capitals.

Why it is bad:
    The key says in which calendar ``date_text`` is; a value no one knows leaves the day thirteen days in doubt.

Example:
    ::

        ---
        calendar: Old Style
        ---

Use instead:
    ::

        ---
        calendar: julian
        ---

Fix safety:
    Unsafe: old style becomes julian, new style gregorian.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity

SEVERITY: Severity = "error"
FIXABLE: Fixable = "unsafe"
NEEDS = ("calendar",)
KNOWN = ("gregorian", "julian")
MEANT = {"os": "julian", "ns": "gregorian", "oldstyle": "julian", "newstyle": "gregorian"}


def check(look: Look) -> Iterator[Problem]:
    """Look at the one key."""
    field = look.letter.field("calendar")
    if field is None or not isinstance(field.value, str) or field.value in ("", *KNOWN):
        return
    plain = "".join(filter(str.isalpha, field.value.lower()))
    right = plain if plain in KNOWN else MEANT.get(plain, "")
    if right:
        yield Problem(field.span, f"the calendar is written {right!r}", (Edit(field.span, right),), "unsafe")
    else:
        yield Problem(field.span, "the calendar is gregorian or julian")
