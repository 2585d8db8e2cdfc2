"""The sender is the recipient.

What it does:
    Reports a name that stands among senders and recipients, also by two variants of one entry of people.yaml.

Why it is bad:
    People rarely write to themselves; mostly a heading was read twice. Members of one circle do write to one another
    under its name, and one of several writers may be the one who receives, so it is for an editor to say.

Example:
    ::

        ---
        senders: [G. V. Chicherin]
        recipients: [G. V. Chicherin]
        ---

Use instead:
    ::

        ---
        senders: [G. V. Chicherin]
        recipients: [I. V. Stalin]
        ---

Fix safety:
    There is no fix: the heading tells who is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.problem import Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.context import Context
    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"


def _entry(context: Context) -> dict[str, str]:
    from corpuscli.text.names import fold

    return {fold(name): person.key for person in context.people for name in person.names}


def check(look: Look) -> Iterator[Problem]:
    """Compare both sides."""
    from corpuscli.text.names import fold

    entry = look.context.once(_entry)
    senders = {entry.get(fold(name), fold(name)) for key, name, _ in look.parties if key == "senders"}
    for key, name, place in look.parties:
        if key == "recipients" and name != "Unknown" and entry.get(fold(name), fold(name)) in senders:
            yield Problem(Span(*place), f"{name} is a sender, too")
