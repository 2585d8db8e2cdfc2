"""The desk at which one letter after another is looked at, each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.linting.across import trace
from corpuscli.linting.context import Context
from corpuscli.linting.findings import finding, unread
from corpuscli.linting.loader import load_rules
from corpuscli.linting.look import Look
from corpuscli.linting.outcome import Outcome
from corpuscli.linting.suppress import KEY, suppressions
from corpuscli.store.files import read_bytes
from corpuscli.store.index.content import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.linting.rule import Rule
    from corpuscli.model.finding import Finding
    from corpuscli.model.letter import Letter
    from corpuscli.store.accepted import Accepted
    from corpuscli.store.corpus import Corpus


class Desk:
    """Rules, and a corpus to look at.

    Args:
        corpus: Where letters are read.
        rules: The rules that run, with the severities they have in this corpus.
    """

    def __init__(self, corpus: Corpus, rules: Iterable[Rule]) -> None:
        self.corpus, self.rules = corpus, tuple(rules)
        codes = frozenset(rule.code for rule in load_rules())
        self.context = Context(corpus.config, corpus.people, codes, corpus.registers, self._accepted)
        self._alone = [(rule, rule.check) for rule in self.rules if rule.check is not None]
        self._collect = [rule.collect for rule in self.rules if rule.collect is not None]

    def _accepted(self) -> tuple[Accepted, ...]:
        from corpuscli.store.accepted import accepted

        return accepted(self.corpus)

    def outcome(self, path: str, *, wanted: bool = True) -> Outcome:
        """Look at the letter at a corpus-relative path.

        Args:
            path: The file.
            wanted: Whether its findings are; otherwise it only speaks to rules that look across.
        """
        try:
            letter = self.corpus.read(path)
        except InputError as problem:
            return self.outcome_of(path, problem, self._digest(path), wanted=wanted)
        return self.outcome_of(path, letter, wanted=wanted)

    def outcome_of(
        self, path: str, letter: Letter | InputError, digest: bytes = b"", *, wanted: bool = True
    ) -> Outcome:
        """Look at a letter that has been read; see ``outcome``.

        Args:
            path: The file.
            letter: The letter, or why it cannot be read.
            digest: That of its bytes, where it is known.
            wanted: Whether its findings are.
        """
        if isinstance(letter, InputError):
            rules = (rule for rule in self.rules if rule.unread is not None)
            found = tuple(unread(rule, path, letter) for rule in rules) if wanted else None
            return Outcome(path, found, digest=digest)
        look = Look(letter, self.context)
        traces = tuple(tuple(map(trace, collect(look))) for collect in self._collect)
        found = self._found(look) if wanted else None
        return Outcome(path, found, traces, letter.field(KEY) is not None, digest or look.digest)

    def _digest(self, path: str) -> bytes:
        """The digest of a file that is no letter; empty where there are no bytes to read."""
        try:
            return digest_of(read_bytes(self.corpus.absolute(path)))
        except InputError:
            return b""

    def look(self, path: str) -> Look:
        """Read a letter.

        Raises:
            InputError: It cannot be read.
        """
        return Look(self.corpus.read(path), self.context)

    def alone(self, letter: Letter) -> list[Finding]:
        """Look at one letter by itself; what it suppresses is left out."""
        ignored = {code for code, _, _ in suppressions(letter)}
        return [found for found in self._found(Look(letter, self.context)) if found.code not in ignored]

    def _found(self, look: Look) -> tuple[Finding, ...]:
        looks = {look.path: look}
        return tuple(finding(rule, look, problem, looks) for rule, check in self._alone for problem in check(look))
