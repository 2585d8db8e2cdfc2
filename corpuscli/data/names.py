"""What names are made of: letters of other scripts, spellings that sound the same, words of bodies and titles.

``spellings.tsv``: kind (``letter``: one letter and its transliteration; ``sound``: a regular expression over the
transliterated name in small letters, and the spelling that all its readings fold to), and two names that fold alike.

``name_words.tsv``: kind (body, title, suffix, particle, patronymic: an ending), forms with ``|`` between, and names
that show them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Spelling:
    """One row of ``spellings.tsv``."""

    kind: str
    source: str
    target: str
    example: str
    same_as: str


@dataclass(frozen=True, slots=True)
class NameWords:
    """One row of ``name_words.tsv``."""

    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def spellings() -> tuple[Spelling, ...]:
    """Return all spellings in the file's order, in which sounds are tried."""
    return tuple(Spelling(*row) for row in _rows("spellings.tsv"))


@cache
def name_words() -> tuple[NameWords, ...]:
    """Return all rows of words."""
    return tuple(
        NameWords(kind, tuple(forms.split("|")), tuple(examples.split("|")))
        for kind, forms, examples in _rows("name_words.tsv")
    )


def _rows(name: str) -> list[list[str]]:
    """Return the rows of a file beside this one, without its header."""
    return [line.split("\t") for line in Path(__file__).with_name(name).read_text("utf-8").splitlines()[1:]]
