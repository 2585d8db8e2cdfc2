"""The desk at which one letter after another is looked at, each by itself."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.linting.across import traces
from corpuscli.linting.context import Context
from corpuscli.linting.findings import finding, unread
from corpuscli.linting.loader import load_rules
from corpuscli.linting.look import Look
from corpuscli.linting.outcome import Outcome
from corpuscli.linting.rule import HIDDEN
from corpuscli.linting.suppress import KEY, suppressions
from corpuscli.store.files import read_bytes
from corpuscli.store.index.content import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpuscli.linting.rule import Fact, Rule
    from corpuscli.model.finding import Finding
    from corpuscli.model.letter import Letter
    from corpuscli.store.accepted import Accepted
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.looking import Read


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
        self._collect = [(rule, rule.collect) for rule in self.rules if rule.collect is not None]
        self._needs = frozenset(key for rule in self.rules for key in rule.needs)

    def _accepted(self) -> tuple[Accepted, ...]:
        from corpuscli.store.accepted import accepted

        return accepted(self.corpus)

    def outcome(self, path: str, *, wanted: bool = True) -> Outcome:
        """Look at the letter at a corpus-relative path.

        Args:
            path: The file.
            wanted: Whether its findings are; otherwise it only speaks to rules that look across.
        """
        letter: Letter | InputError
        try:
            letter, digest = self.corpus.read(path), b""
        except InputError as problem:
            letter, digest = problem, self._digest(path)
        [found] = self.outcomes_of([(path, letter, digest)], wanted=wanted)
        return found

    def outcomes_of(self, letters: Sequence[Read], *, wanted: bool = True) -> list[Outcome]:
        """Look at letters that have been read, rule by rule: see ``outcome`` and ``looking``.

        Args:
            letters: The letters; one that cannot be read is its problem. A digest may be missing.
            wanted: Whether their findings are.
        """
        looks = {path: Look(one, self.context) for path, one, _ in letters if not isinstance(one, InputError)}
        having = _having(looks.values(), self._needs)
        said: dict[str, list[tuple[int, Fact]]] = {path: [] for path in looks}
        for number, (rule, collect) in enumerate(self._collect):
            for look in _concerned(rule, looks, having):
                for fact in collect(look):
                    said[look.path].append((number, fact))
        found: dict[str, list[Finding]] = {path: [] for path in looks}
        for rule, check in self._alone if wanted else ():
            for look in _concerned(rule, looks, having):
                for problem in check(look):
                    found[look.path].append(finding(rule, look, problem, looks))

        def outcome(path: str, letter: Letter | InputError, digest: bytes) -> Outcome:
            if isinstance(letter, InputError):
                return self._unread(path, letter, digest, wanted=wanted)
            suppressing = letter.field(KEY) is not None
            findings = tuple(found[path]) if wanted else None
            return Outcome(path, findings, traces(said[path]), suppressing, digest or looks[path].digest)

        return [outcome(*one) for one in letters]

    def _unread(self, path: str, problem: InputError, digest: bytes, *, wanted: bool) -> Outcome:
        rules = (rule for rule in self.rules if rule.unread is not None)
        return Outcome(path, tuple(unread(rule, path, problem) for rule in rules) if wanted else None, digest=digest)

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
        [outcome] = self.outcomes_of([(letter.path, letter, b"")])
        return [found for found in outcome.findings or () if found.code not in ignored]


def _having(looks: Iterable[Look], keys: Iterable[str]) -> dict[str, list[Look]]:
    """Return the letters that have each of some keys, a letter that has one twice perhaps twice; see ``Rule.needs``."""
    having: dict[str, list[Look]] = {key: [] for key in keys}
    for look in looks:
        if HIDDEN in having and look.odd:
            having[HIDDEN].append(look)
        for field in look.letter.fields:
            if field.key in having:
                having[field.key].append(look)
    return having


def _concerned(rule: Rule, looks: Mapping[str, Look], having: Mapping[str, list[Look]]) -> Iterable[Look]:
    """Return the letters in which a rule may find something: most letters lack most of the keys that have rules."""
    if not rule.needs:
        return looks.values()
    return dict.fromkeys(chain.from_iterable(having[key] for key in rule.needs))
