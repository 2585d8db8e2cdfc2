"""Rules that look across letters: all facts are kept as a few numbers, and only suspicious letters are read again."""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import compress, groupby
from struct import Struct, pack
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Fact, Rule
    from corpuscli.model.problem import Problem


_ONE = Struct("=2IB")
SIZE = _ONE.size
"""Bytes that are kept of a fact."""


def traces(facts: Iterable[Fact]) -> bytes:
    """Return what is kept of facts: hashes of their keys, then of their forms (0 for none), then whether they want.

    So packed, the facts of a letter are taken up by the million without a look at any of them.
    """
    found = list(facts)
    if not found:
        return b""
    if len(found) == 1:  # as nearly always
        one = found[0]
        return _ONE.pack(_hash(one.key), _hash(one.form) if one.form else 0, one.wanted)
    count = len(found)
    keys = [_hash(fact.key) for fact in found]
    forms = [_hash(fact.form) if fact.form else 0 for fact in found]
    return pack(f"={count}I{count}I{count}B", *keys, *forms, *(fact.wanted for fact in found))


def _hash(words: str) -> int:
    """32 bits will do: letters that share them by chance are read again, and told apart by the key itself."""
    return crc32(words.encode("utf-8", "surrogatepass"))


class Gathered:
    """What all letters say to one rule: some 13 bytes a fact.

    Args:
        rule: A rule with ``collect`` and ``across``.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._keys, self._letters, self._wanted, self._forms = array("I"), array("I"), bytearray(), array("I")

    def add(self, letter: int, packed: bytes) -> None:
        """Keep what the letter with that number says."""
        count = len(packed) // SIZE
        if not count:
            return
        self._keys.frombytes(packed[: 4 * count])
        self._forms.frombytes(packed[4 * count : 8 * count])
        self._wanted += packed[8 * count :]
        for _ in range(count):
            self._letters.append(letter)

    def suspicious(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield the key's hash and the letters of every group worth a look.

        That is one that is said twice (in two forms, where it has forms), or wanted and not said.
        """
        notable, key_of = self._notable(), self._keys.__getitem__
        worth = [n for n, key in enumerate(self._keys) if key in notable] if notable else []
        for key, group in groupby(sorted(worth, key=key_of), key=key_of):
            members = list(group)
            forms = {self._forms[n] for n in members}
            if sum(not self._wanted[n] for n in members) != 1 and (len(forms) > 1 or 0 in forms):
                yield key, tuple(sorted({self._letters[n] for n in members}))

    def _notable(self) -> set[int]:
        """The keys that more than one fact has, or that are wanted; of nearly all facts no more is asked."""
        twice = {key for key, count in Counter(self._keys).items() if count > 1}
        return twice.union(compress(self._keys, self._wanted))


def problems(
    gathered: Gathered, look_at: Callable[[int], Look | None]
) -> Iterator[tuple[Look, Problem, dict[str, Look]]]:
    """Yield what a rule finds across letters: each problem with the look at its letter, and all looks it may name.

    Args:
        gathered: The facts of all letters.
        look_at: Gives the look at a letter by its number, or None when it cannot be read any more.
    """
    collect, across = gathered.rule.collect, gathered.rule.across
    if collect is None or across is None:
        return
    for key, letters in gathered.suspicious():
        groups: dict[str, list[tuple[Look, Fact]]] = {}
        for look in filter(None, map(look_at, letters)):
            for fact in collect(look):
                if _hash(fact.key) == key:
                    groups.setdefault(fact.key, []).append((look, fact))
        for members in groups.values():
            looks = {look.path: look for look, _ in members}
            for look, problem in across(tuple(members)):
                yield look, problem, looks
