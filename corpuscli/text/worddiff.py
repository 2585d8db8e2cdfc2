"""Two versions of a passage, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 3000
"""Words from which two versions are no longer compared."""


def differences(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield pieces of the other text with what became of the one: ``same``, ``removed`` (only in the one), ``added``.

    >>> list(differences("He said no.", "He said yes."))
    [('same', 'He said'), ('removed', 'no.'), ('added', 'yes.')]
    """
    old, new = one.split(), other.split()
    if max(len(old), len(new)) > LONGEST:
        yield ("same", " ".join(new))
        return
    from difflib import SequenceMatcher

    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield ("same", " ".join(new[first:last]))
            continue
        if start < end:
            yield ("removed", " ".join(old[start:end]))
        if first < last:
            yield ("added", " ".join(new[first:last]))
