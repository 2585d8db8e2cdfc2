"""Which rules run, and how grave their findings are: the rules' own words, corpus.yaml and the command line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from corpuscli.errors import ConfigError, UnknownNameError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.linting.rule import Rule
    from corpuscli.model.problem import Severity
    from corpuscli.store.config import LintConfig

ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the command line says about rules.

    Args:
        select: Codes, names or families (``M``, ``M1``, ``ALL``) that run; they take the place of corpus.yaml's.
        ignore: Those that do not; they come on top of corpus.yaml's.
        hints: Whether rules that only hint run at all.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    hints: bool = False


def choose(rules: Iterable[Rule], config: LintConfig, choice: Choice) -> tuple[Rule, ...]:
    """Return the rules that run, each with the severity it has in this corpus.

    The longer word wins: ``--select M103 --ignore M`` runs M103 and no other of its family; at a draw the rule does
    not run. A rule that only hints runs with ``hints``, or when it is selected by its full code or name.

    Raises:
        UnknownNameError: A word that fits no rule.
        ConfigError: One of corpus.yaml, at its place.
    """
    known = tuple(rules)
    for word in (*(() if choice.select else config.select), *config.ignore, *config.severity):
        _check(word, known, config.places.get(word))
    for word in (*choice.select, *choice.ignore):
        _check(word, known)
    select, ignore = choice.select or config.select, (*config.ignore, *choice.ignore)
    severities = {word: cast("Severity", value) for word, value in config.severity.items()}
    chosen: list[Rule] = []
    for rule in known:
        wanted = _weight(rule, select) if select else (0 if rule.default else -1)
        if wanted < 0 or wanted <= _weight(rule, ignore):
            continue
        own = max((word for word in severities if _fits(rule, word)), key=len, default="")
        graded = replace(rule, severity=severities[own]) if own else rule
        if graded.severity != "hint" or choice.hints or any(_names(rule, word) for word in choice.select):
            chosen.append(graded)
    return tuple(chosen)


def _check(word: str, rules: tuple[Rule, ...], place: tuple[str, int, int] | None = None) -> None:
    """Refuse a word that fits no rule."""
    if not any(_fits(rule, word) for rule in rules):
        from corpuscli.text.nearest import nearest

        problem = UnknownNameError(
            "rule", word, nearest(word, [name for rule in rules for name in (rule.code, rule.name)])
        )
        raise ConfigError(str(problem), *place) if place else problem


def _weight(rule: Rule, words: tuple[str, ...]) -> int:
    """Return how closely the closest word fits: -1 for not at all, 0 for ALL, else its length."""
    fitting = [word for word in words if _fits(rule, word)]
    if not fitting:
        return -1
    if any(_names(rule, word) for word in fitting):
        return len(rule.code)
    return max(0 if word.upper() == ALL else len(word) for word in fitting)


def _names(rule: Rule, word: str) -> bool:
    return word.upper() == rule.code or word.lower() == rule.name


def _fits(rule: Rule, word: str) -> bool:
    upper = word.upper()
    family = upper == ALL or (rule.code.startswith(upper) and upper != "")
    return family or _names(rule, word)
