"""Rules that look across letters: all facts are kept as a few numbers, and only suspicious letters are read again."""

from __future__ import annotations

from array import array
from itertools import groupby
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.outcome import Trace
    from corpuscli.linting.rule import Fact, Rule
    from corpuscli.model.problem import Problem


def trace(fact: Fact) -> Trace:
    """Return what is kept of a fact."""
    return _hash(fact.key), fact.wanted, _hash(fact.form) if fact.form else 0


def _hash(words: str) -> int:
    """32 bits will do: letters that share them by chance are read again, and told apart by the key itself."""
    return crc32(words.encode("utf-8", "surrogatepass"))


class Gathered:
    """What all letters say to one rule: some 25 bytes a fact.

    Args:
        rule: A rule with ``collect`` and ``across``.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._keys, self._letters, self._wanted, self._forms = array("L"), array("L"), bytearray(), array("L")

    def add(self, letter: int, traces: Iterable[Trace]) -> None:
        """Keep what the letter with that number says."""
        for key, wanted, form in traces:
            self._keys.append(key)
            self._letters.append(letter)
            self._wanted.append(wanted)
            self._forms.append(form)

    def suspicious(self) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield the key's hash and the letters of every group worth a look.

        That is one that is said twice (in two forms, where it has forms), or wanted and not said.
        """
        key_of = self._keys.__getitem__
        for key, group in groupby(sorted(range(len(self._keys)), key=key_of), key=key_of):
            members = list(group)
            forms = {self._forms[n] for n in members}
            if sum(not self._wanted[n] for n in members) != 1 and (len(forms) > 1 or 0 in forms):
                yield key, tuple(sorted({self._letters[n] for n in members}))


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
                if trace(fact)[0] == key:
                    groups.setdefault(fact.key, []).append((look, fact))
        for members in groups.values():
            looks = {look.path: look for look, _ in members}
            for look, problem in across(tuple(members)):
                yield look, problem, looks
