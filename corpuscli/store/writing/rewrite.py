"""From edits to bytes: a letter is only replaced after its new form was read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError, WriteError
from corpuscli.model.edit import Edit, apply_edits
from corpuscli.model.letter import plain
from corpuscli.model.span import Span
from corpuscli.store.frontmatter.edits import change_edits
from corpuscli.store.frontmatter.reader import parse_letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpuscli.model.letter import Letter, Value
    from corpuscli.store.writing.transaction import Transaction


def edited(letter: Letter, edits: Sequence[Edit], keys: frozenset[str] = frozenset()) -> str:
    """Return the letter's file with edits made, after proof that nothing else has changed.

    Args:
        letter: The letter as it was read.
        edits: What to change, as spans of its source.
        keys: The front-matter keys that may have another value afterwards.

    Raises:
        WriteError: The result cannot be read, a key outside ``keys`` has changed, or the text is not the old one with
            the edits of the text made.
    """
    source = apply_edits(letter.source, edits)
    after = _read_again(letter, source)
    if _kept(letter, keys) != _kept(after, keys):
        raise WriteError(f"{letter.path}: left alone; the change would reach another key")
    if after.body.of(source) != _text_after(letter, edits):
        raise WriteError(f"{letter.path}: left alone; the change would move where the text begins")
    return source


def changed(letter: Letter, changes: Mapping[str, Value | None]) -> str:
    """Return the letter's file with keys set, replaced or (None) taken away, and all other bytes as they were.

    Raises:
        WriteError: The keys would not read as intended afterwards, or anything else would read otherwise.
    """
    source = edited(letter, change_edits(letter, changes), frozenset(changes))
    after = _read_again(letter, source)
    for key, value in changes.items():
        field = after.field(key)
        if (None if field is None else plain(field.value)) != (None if value is None else plain(value)):
            raise WriteError(f"{letter.path}: left alone; {key!r} would not read as it should")
    return source


def rewrite(job: Transaction, letter: Letter, edits: Sequence[Edit], keys: frozenset[str] = frozenset()) -> str:
    """Put a letter's edits into a transaction; see ``edited``. Returns the new source."""
    source = edited(letter, edits, keys)
    job.replace(letter.path, letter.source.encode("utf-8"), source.encode("utf-8"))
    return source


def _text_after(letter: Letter, edits: Sequence[Edit]) -> str | None:
    """Return what the edits make of text and notes; None where one reaches from the front matter into the text."""
    start = letter.body.start
    moved = [
        Edit(Span(edit.span.start - start, edit.span.end - start), edit.replacement)
        for edit in edits
        if edit.span.end > start or edit.span.start == start
    ]
    if any(edit.span.start < 0 for edit in moved):
        return None
    text = apply_edits(letter.body.of(letter.source), moved)
    closed = letter.source.endswith("\n") or start < len(letter.source)
    return text if closed else text.removeprefix("\r").removeprefix("\n")


def _read_again(letter: Letter, source: str) -> Letter:
    try:
        source.encode("utf-8")
        return parse_letter(source, letter.path)
    except UnicodeEncodeError:
        raise WriteError(f"{letter.path}: left alone; the change holds what is no text (a lone surrogate)") from None
    except InputError as problem:
        raise WriteError(f"{letter.path}: left alone; the change would make it unreadable: {problem}") from None


def _kept(letter: Letter, keys: frozenset[str]) -> list[tuple[str, object]]:
    return [(field.key, field.value) for field in letter.fields if field.key not in keys]
