"""Russian titles and names in Latin letters, by the columns of ``transliteration.tsv``.

Columns: letters (one, or two at the end of a word); library (ALA-LC without ligatures and diacritics); geographic
(BGN/PCGN); popular (the same, with ``-y`` for ``-ий`` and ``-ый``); scholarly (the International Scholarly System, in
German, French and Slavic works). Signs for soft and hard vary in print, and are often left out.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Scheme = tuple[Mapping[int, str], Mapping[str, str]]

_ENDING = re.compile(r"(?:ий|ый)(?!\w)")
_SMALL = re.compile(r"(?<=\s)[a-zčšž](?=\w{3})")
_SIGNED = re.compile("[ЪъЬь]")
_SIGNS = (("'", '"'), ("’", "”"), ("ʹ", "ʺ"), ("", ""))
_MIXED = (*((soft, hard) for soft in "'’" for hard in "\"”″'’"), *_SIGNS[2:])
"""How soft and hard are printed together; in the commonest scheme every pair occurs."""


def in_latin(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each name, in their order, the ways to write it in Latin letters; all of them at once.

    Args:
        names: Without line breaks; what has no Cyrillic letters is written one way.

    >>> in_latin(["ЦГАОР", "GARF"])
    [('TsGAOR', 'CGAOR'), ('GARF',)]
    """
    ways = [_transliterated("\n".join(names), scheme).split("\n") for scheme in _schemes()]
    return [tuple(dict.fromkeys(written)) for written in zip(*ways, strict=True)]


def in_print(titles: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the same for titles, with the signs for soft and hard that are in print, and capitals as English has them.

    >>> in_print(["Исторический архив"])[0][:3]
    ('Istoricheskii arkhiv', 'Istoricheskii Arkhiv', 'Istoricheskiy arkhiv')
    >>> in_print(["Статьи"])[0][:3]
    ("Stat'i", 'Stat’i', 'Statʹi')
    """
    known: dict[str, tuple[str, ...]] = {}
    for signed in (True, False):
        alike = [title for title in titles if (_SIGNED.search(title) is not None) is signed]
        ways = (way.split("\n") for way in _ways("\n".join(alike), signed=signed))
        known.update(zip(alike, map(tuple, map(dict.fromkeys, zip(*ways, strict=True))), strict=False))
    return [known[title] for title in titles]


def _ways(titles: str, *, signed: bool) -> Iterator[str]:
    for number, scheme in enumerate(_schemes()):
        latin = _transliterated(titles, scheme)
        for soft, hard in () if not signed else _SIGNS if number else _MIXED:
            yield latin.replace('"', "\0").replace("'", soft).replace("\0", hard)
        if not signed:
            yield latin
        if not number:
            yield _SMALL.sub(lambda first: first[0].upper(), latin)


def _transliterated(words: str, scheme: Scheme) -> str:
    letters, endings = scheme
    return _ENDING.sub(lambda ending: endings[ending[0]], words).translate(letters)


@cache
def _schemes() -> tuple[Scheme, ...]:
    """Return for each scheme what letters and what endings become; capitals likewise."""
    lines = Path(__file__).with_name("transliteration.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    schemes: list[Scheme] = []
    for column in range(1, len(rows[0])):
        letters = {row[0]: row[column] for row in rows if len(row[0]) == 1}
        both = letters | {letter.upper(): latin.capitalize() for letter, latin in letters.items()}
        schemes.append((str.maketrans(both), {row[0]: row[column] for row in rows if len(row[0]) > 1}))
    return tuple(schemes)
