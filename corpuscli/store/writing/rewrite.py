"""From edits to bytes: a letter is only replaced after its new form was read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError, WriteError
from corpuscli.model.edit import apply_edits
from corpuscli.store.frontmatter.reader import parse_letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.edit import Edit
    from corpuscli.model.letter import Letter
    from corpuscli.store.writing.transaction import Transaction


def edited(letter: Letter, edits: Sequence[Edit], keys: frozenset[str] = frozenset()) -> str:
    """Return the letter's file with edits made, after proof that nothing else has changed.

    Args:
        letter: The letter as it was read.
        edits: What to change, as spans of its source.
        keys: The front-matter keys that may have another value afterwards.

    Raises:
        WriteError: The result cannot be read, or a key outside ``keys`` has changed.
    """
    source = apply_edits(letter.source, edits)
    try:
        after = parse_letter(source, letter.path)
    except InputError as problem:
        raise WriteError(f"{letter.path}: left alone; the change would make it unreadable: {problem}") from None
    if _kept(letter, keys) != _kept(after, keys):
        raise WriteError(f"{letter.path}: left alone; the change would reach another key")
    return source


def _kept(letter: Letter, keys: frozenset[str]) -> list[tuple[str, object]]:
    return [(field.key, field.value) for field in letter.fields if field.key not in keys]


def rewrite(job: Transaction, letter: Letter, edits: Sequence[Edit], keys: frozenset[str] = frozenset()) -> str:
    """Put a letter's edits into a transaction; see ``edited``. Returns the new source."""
    source = edited(letter, edits, keys)
    job.replace(letter.path, letter.source.encode("utf-8"), source.encode("utf-8"))
    return source
