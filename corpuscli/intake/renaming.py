"""Gives a letter another id: its file, its key ``id``, and the letters that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UsageError
from corpuscli.intake.drafts import check_id
from corpuscli.store.writing.rewrite import changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.letter import Letter
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.writing.transaction import Transaction


def rename(corpus: Corpus, job: Transaction, letter: Letter, name: str) -> list[InputError]:
    """Put the renaming of a letter into a transaction.

    Args:
        corpus: The corpus.
        job: Where the changes go.
        letter: The letter.
        name: Its new id.

    Returns:
        Letters that cannot be read: whether they name the letter is not known.

    Raises:
        UsageError: The new id is none, or another letter has it.
    """
    check_id(name)
    if name == letter.stem == letter.id:
        return []
    taken = {path.rpartition("/")[2].rpartition(".")[0] for path in corpus.letter_paths()}
    if name in taken and name != letter.stem:
        raise UsageError(f"{name!r} is another letter's id")
    folder, slash, file = letter.path.rpartition("/")
    path = f"{folder}{slash}{name}.{file.rpartition('.')[2]}"
    old, new = letter.source.encode("utf-8"), changed(letter, {"id": name}).encode("utf-8")
    if path == letter.path:
        job.replace(path, old, new)
    else:
        job.rename(letter.path, path, old, new)
    unread: list[InputError] = []
    for other in corpus.letters():
        if isinstance(other, InputError):
            unread.append(other)
        elif other.path != letter.path and letter.id in other.all("related"):
            related = tuple(name if one == letter.id else one for one in other.all("related"))
            source = changed(other, {"related": related})
            job.replace(other.path, other.source.encode("utf-8"), source.encode("utf-8"))
    return unread


def naming(corpus: Corpus, name: str) -> Iterator[str]:
    """Yield the ids of the letters that name a letter as related."""
    for letter in corpus.letters():
        if not isinstance(letter, InputError) and letter.id != name and name in letter.all("related"):
            yield letter.id
