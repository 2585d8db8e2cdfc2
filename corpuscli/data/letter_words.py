"""Words by which letters that are named by their day are told, as rows of ``letter_words.tsv``.

Columns: kind; forms (``|`` between); examples (``|`` between) and near_misses, which a test reads; in them ``…`` is
the letter that is named, whose writer is always Altenberg.

=============== ===========================================================================================
kind            forms
=============== ===========================================================================================
old-style-place places that kept the Julian calendar until February 1918, in every script and spelling
wrote           what a writer does in a letter, in languages that put his name before the verb or behind it
writes          the same, in languages that put his name before it
has             auxiliaries of such verbs
sends           what sends the reader to a letter
=============== ===========================================================================================
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class LetterWords:
    """Words of one kind."""

    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


@cache
def letter_words() -> tuple[LetterWords, ...]:
    """Read all rows, in the order of the file."""
    lines = Path(__file__).with_name("letter_words.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return tuple(LetterWords(kind, *(tuple(filter(None, cell.split("|"))) for cell in rest)) for kind, *rest in cells)


@cache
def one_of(kind: str) -> str:
    """Return an expression of all forms of a kind, in a group that does not count; a blank is any blank."""
    forms = (re.escape(form).replace("\\ ", r"\s") for row in letter_words() if row.kind == kind for form in row.forms)
    return f"(?:{'|'.join(forms)})"
