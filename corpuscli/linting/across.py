"""Rules that look across letters: all facts are kept as a few numbers, and only suspicious letters are read again."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from itertools import compress, groupby
from struct import pack
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Fact, Rule
    from corpuscli.model.problem import Problem


SIZE = 9
"""Bytes that are kept of a fact."""
_SAID = 1
"""What stands for a fact that is looked for, where 0 stands for all others."""


def traces(facts: Iterable[tuple[int, Fact]]) -> bytes:
    """Return what is kept of a letter's facts, each with the number of the rule that it is said to.

    That is hashes of their keys, then of their forms (0 for none), then rules, with a bit for whether they want. So
    packed, facts are taken up by the million without a look at any of them.
    """
    found = list(facts)
    count = len(found)
    keys = [_hash(fact.key) for _, fact in found]
    forms = [_hash(fact.form) if fact.form else 0 for _, fact in found]
    return pack(f"={count}I{count}I{count}B", *keys, *forms, *(2 * rule + fact.wanted for rule, fact in found))


def _hash(words: str) -> int:
    """32 bits will do: letters that share them by chance are read again, and told apart by the key itself."""
    return crc32(words.encode("utf-8", "surrogatepass"))


class Gathered:
    """What all letters say to rules that look across: 9 bytes a fact."""

    def __init__(self) -> None:
        self._keys, self._forms, self._marks = array("I"), array("I"), bytearray()
        self._ends = array("L")

    def add(self, packed: bytes) -> None:
        """Keep what the next letter says; letters are numbered as they come."""
        count = len(packed) // SIZE
        self._keys.frombytes(packed[: 4 * count])
        self._forms.frombytes(packed[4 * count : 8 * count])
        self._marks += packed[8 * count :]
        self._ends.append(len(self._marks))

    def suspicious(self, rule: int) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield the key's hash and the letters of every group of facts said to a rule that is worth a look.

        That is one that is said twice (in two forms, where it has forms), or wanted and not said.
        """
        said, wanted = self._marks.translate(_only(2 * rule, 2 * rule + 1)), self._marks.translate(_only(2 * rule + 1))
        if _SAID not in said:
            return
        keys = list(compress(self._keys, said))
        notable = set(compress(self._keys, wanted)) if _SAID in wanted else set[int]()
        if len(set(keys)) < len(keys):
            notable.update(key for key, count in Counter(keys).items() if count > 1)
        places = compress(range(len(said)), said) if notable else ()
        worth = [n for n, key in zip(places, keys, strict=False) if key in notable]
        key_of = self._keys.__getitem__
        for key, group in groupby(sorted(worth, key=key_of), key=key_of):
            members = list(group)
            forms = {self._forms[n] for n in members}
            if sum(not wanted[n] for n in members) != 1 and (len(forms) > 1 or 0 in forms):
                yield key, tuple(sorted({bisect_right(self._ends, n) for n in members}))


def _only(*marks: int) -> bytes:
    """Return a table that makes 1 of some bytes, and 0 of all others."""
    return bytes(mark in marks for mark in range(256))


def problems(
    rule: Rule, suspicious: Iterable[tuple[int, tuple[int, ...]]], look_at: Callable[[int], Look | None]
) -> Iterator[tuple[Look, Problem, dict[str, Look]]]:
    """Yield what a rule finds across letters: each problem with the look at its letter, and all looks it may name.

    Args:
        rule: A rule with ``collect`` and ``across``.
        suspicious: Hashes of keys, and numbers of letters; see ``Gathered``.
        look_at: Gives the look at a letter by its number, or None when it cannot be read any more.
    """
    collect, across = rule.collect, rule.across
    if collect is None or across is None:
        return
    for key, letters in suspicious:
        groups: dict[str, list[tuple[Look, Fact]]] = {}
        for look in filter(None, map(look_at, letters)):
            for fact in collect(look):
                if _hash(fact.key) == key:
                    groups.setdefault(fact.key, []).append((look, fact))
        for members in groups.values():
            looks = {look.path: look for look, _ in members}
            for look, problem in across(tuple(members)):
                yield look, problem, looks
