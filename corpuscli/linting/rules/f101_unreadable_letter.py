"""A letter that cannot be read.

What it does:
    Reports a file of the corpus that is not UTF-8 text, has no front matter between two lines ``---``, or has
    front matter that is not YAML as this tool takes it (a key twice, a tag, an anchor, a merge key).

Why it is bad:
    No command can list, search or mend it; to all of them the letter is not there.

Example:
    A file without front matter::

        Dear comrade, the delegation has declared that it has a mandate.

Use instead:
    ::

        ---
        id: 1921-03-10-chicherin-stalin
        date: 1921-03-10
        senders: [G. V. Chicherin]
        recipients: [I. V. Stalin]
        ---
        Dear comrade, the delegation has declared that it has a mandate.

Fix safety:
    There is no fix: a letter that cannot be read is never rewritten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.errors import InputError
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"


def unread(problem: InputError) -> str:
    """Say why."""
    return problem.message
