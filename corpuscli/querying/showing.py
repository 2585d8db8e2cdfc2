"""Finds one letter, and says all of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.querying.facts import Facts
from corpuscli.querying.records import of_facts
from corpuscli.store.asked import one_letter
from corpuscli.store.index.standing import standing_path
from corpuscli.text.footnotes import notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpuscli.model.letter import Letter
    from corpuscli.store.corpus import Corpus


def find_letter(corpus: Corpus, name: str) -> Letter:
    """Find a letter by its id, its file, or a beginning that no other letter's id has.

    Raises:
        UnknownNameError: No letter has it, with the nearest ids.
        UsageError: It names several.
        InputError: The letter cannot be read.
    """
    known = standing_path(corpus.root, name)
    if known:  # as the index stands; a file that is still called so is what was asked for
        with suppress(InputError):
            return corpus.read(known)
    return corpus.read(one_letter(corpus, corpus.letter_paths(), name))


def shown_record(corpus: Corpus, letter: Letter) -> dict[str, object]:
    """Return the letter's record with its text and notes, and who cites it."""
    from corpuscli.relations.citations.corpus import cited_by

    source = letter.source
    return {
        **of_facts(corpus, Facts(letter)),
        "text": letter.text.of(source),
        "notes": [{"label": note.label, "text": note.body.of(source)} for note in notes_of(letter)],
        "cited_by": [one.record() for one in cited_by(corpus, letter.id)],
    }


def letters_of(corpus: Corpus, rows: Iterable[Mapping[str, object]]) -> Iterator[Letter]:
    """Read the letters of an answer's rows, one by one.

    Raises:
        InputError: One can no longer be read.
    """
    return (letter for _, letter in read_rows(corpus, rows))


def read_rows(corpus: Corpus, rows: Iterable[Mapping[str, object]]) -> Iterator[tuple[Mapping[str, object], Letter]]:
    """Yield the rows of an answer, each with its letter, which is read.

    Raises:
        InputError: One can no longer be read.
    """
    for row in rows:
        path = Path(str(row["path"])).absolute().relative_to(corpus.root)
        yield row, corpus.read(path.as_posix())
