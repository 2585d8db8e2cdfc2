"""A key that no one knows.

What it does:
    Reports a key of the front matter that is not among the known ones, does not begin with ``x-``, and is not
    declared under ``fields`` in corpus.yaml; names the known key that looks like it.

Why it is bad:
    ``sender: Lenin`` reads well, but no filter and no export sees it.

Example:
    ::

        ---
        sender: G. V. Chicherin
        ---

Use instead:
    ::

        ---
        x-sender: G. V. Chicherin
        ---

Fix safety:
    There is no fix: whether the key is misspelt or a new one is the editor's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import KNOWN_KEYS
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.context import Context
    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "error"


def _known(context: Context) -> frozenset[str]:
    return frozenset((*KNOWN_KEYS, *context.config.fields))


def check(look: Look) -> Iterator[Problem]:
    """Look at every key."""
    known = look.context.once(_known)
    for field in look.letter.fields:
        if field.key not in known and not field.key.startswith("x-"):
            yield Problem(field.key_span, f"unknown key {field.key!r}; {_advice(field.key, known)}")


def _advice(key: str, known: frozenset[str]) -> str:
    from corpuscli.text.nearest import nearest

    best = nearest(key, known, 1)
    other = f"call it x-{key}, or declare it under fields in corpus.yaml"
    return f"did you mean {best[0]}? Else {other}" if best else other
