"""The id is not the file's name.

What it does:
    Compares ``id`` with the file's name without its suffix.

Why it is bad:
    A letter is found, cited and related by its id; two names for one letter go astray.

Example:
    In a file ``1921-03-10-chicherin-stalin.txt``::

        ---
        id: chicherin-to-stalin
        ---

Use instead:
    ::

        ---
        id: 1921-03-10-chicherin-stalin
        ---

Fix safety:
    Unsafe: the id becomes the file's name, but other letters may name the old one in ``related``. ``corpuscli rename``
    changes them too.
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


def check(look: Look) -> Iterator[Problem]:
    """Compare the two."""
    field = look.letter.field("id")
    stem = look.letter.stem
    if field is not None and isinstance(field.value, str) and field.value not in ("", stem):
        message = f"the id {field.value!r} is not the file's name {stem!r}"
        yield Problem(field.span, message, (Edit(field.span, stem),), "unsafe")
