"""Reads what is searched for: words, ``"a phrase"``, ``begin*``, ``-without`` or ``NOT without``, ``or``."""

from __future__ import annotations

import re

from corpuscli.errors import UsageError
from corpuscli.model.values import dataclass
from corpuscli.text.folding import plain_text

_PIECE = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side.

    Args:
        words: The words, folded.
        prefix: Whether the last one is only the beginning of a word.
    """

    words: tuple[str, ...]
    prefix: bool = False

    def __str__(self) -> str:
        """Write the term in the language of SQLite's FTS5."""
        return f'"{" ".join(self.words)}"' + ("*" if self.prefix else "")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for.

    Args:
        choices: Groups of terms: one of each group must stand in a letter.
        without: Terms that must not.
    """

    choices: tuple[tuple[Term, ...], ...]
    without: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term whose places are shown."""
        return tuple(term for group in self.choices for term in group)

    def __str__(self) -> str:
        """Write all of it in the language of SQLite's FTS5."""
        said = " AND ".join(f"({' OR '.join(map(str, group))})" for group in self.choices)
        return said + "".join(f" NOT {term}" for term in self.without)


def folded_words(text: str) -> list[str]:
    """Return the words of a text, folded; what stands between letters and digits parts them.

    >>> folded_words("Tchitchérine, F. 85")
    ['tchitcherine', 'f', '85']
    """
    return _WORD.findall(plain_text(text))


def parse_wanted(text: str) -> Wanted:
    """Read what is searched for; words side by side must all stand in a letter, in any order.

    ``AND``, ``OR`` and ``NOT`` in capitals are no words; in small letters only ``or``, for letters say "and" and "not".

    >>> str(parse_wanted('delega* "Turkish war" -peace'))
    '("delega"*) AND ("turkish war") NOT "peace"'
    >>> str(parse_wanted("Angora or Ankara NOT war"))
    '("angora" OR "ankara") NOT "war"'

    Raises:
        UsageError: No word is asked for; nothing follows ``NOT``; ``or`` before what must not stand.
    """
    choices: list[tuple[Term, ...]] = []
    without: list[Term] = []
    joined = negated = False
    for minus, phrase, plain in _PIECE.findall(text):
        if plain in ("or", "OR") and choices and not negated:
            joined = True
            continue
        if plain in ("AND", "NOT") and not minus:
            negated |= plain == "NOT"
            continue
        words = tuple(folded_words(phrase or plain))
        if not words:
            continue
        term = Term(words, prefix=plain.endswith("*"))
        if minus or negated:
            if joined:
                raise UsageError(f"{text!r}: 'or' stands between two that are searched for; run two searches")
            without.append(term)
        elif joined:
            choices[-1] = (*choices[-1], term)
        else:
            choices.append((term,))
        joined = negated = False
    if negated:
        raise UsageError(f'{text!r}: nothing follows NOT; to search for the word itself: "not"')
    if not choices:
        raise UsageError(f'{text!r} holds no word to search for: give a word, "a phrase" or begin*')
    return Wanted(tuple(choices), tuple(without))
