"""The letters that answer a question, whole or by their paths: for commands that change them or look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.querying.ask import chosen_numbers
from corpuscli.store.index.index import open_index

if TYPE_CHECKING:
    from corpuscli.errors import InputError
    from corpuscli.model.letter import Letter
    from corpuscli.querying.ask import Question
    from corpuscli.store.corpus import Corpus


def choose(corpus: Corpus, question: Question) -> tuple[list[Letter], list[InputError]]:
    """Return the letters that answer, in the order of their dates, and those that cannot be read.

    Raises:
        UnknownNameError: A person, place, tag or type that no letter has, with the nearest.
    """
    index = open_index(corpus)
    paths = index.paths(chosen_numbers(corpus, question, index))
    return [corpus.read(path) for path in paths], index.problems()


def choose_paths(corpus: Corpus, question: Question) -> frozenset[str]:
    """Return the paths of the letters that answer, and of those that cannot be read: what these would answer is open.

    Raises:
        UnknownNameError: As ``choose`` does.
    """
    index = open_index(corpus)
    return frozenset((*index.paths(chosen_numbers(corpus, question, index)), *index.unread()))
