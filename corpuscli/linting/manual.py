"""The rules for people: a table of all, and the manual of one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.linting.rule import Rule

COLUMNS = ("code", "name", "severity", "fixable", "default", "summary")


def listed(rules: Iterable[Rule]) -> Table:
    """Return a table of the rules; its columns are the keys of a rule in JSON."""
    rows = tuple({column: getattr(rule, column) for column in COLUMNS} for rule in rules)
    return Table(COLUMNS, rows, title="Rules of lint", key="code")


FAMILIES = MappingProxyType(
    {
        "F": "files",
        "K": "keys and values",
        "D": "dates",
        "P": "parties",
        "S": "sources and citations",
        "M": "markers and notes",
        "T": "text",
        "X": "across letters",
    }
)
"""The families of rules, by the letter of their codes."""


def named(rules: tuple[Rule, ...], word: str) -> list[Rule]:
    """Return the rules that a code, a name or a family means.

    Raises:
        UnknownNameError: No rule has that code, name or family.
    """
    upper, families = word.upper(), {*FAMILIES, "ALL"}
    chosen = [rule for rule in rules if upper == rule.code or word.lower() == rule.name]
    if upper in families:
        chosen = [rule for rule in rules if upper in ("ALL", rule.code[0])]
    if chosen:
        return chosen
    from corpuscli.text.nearest import nearest

    raise UnknownNameError("rule", word, nearest(word, [name for rule in rules for name in (rule.code, rule.name)]))


def explained(rules: Iterable[Rule]) -> str:
    """Return the manual of each rule, with a line about its code and severity above it."""
    return "\n\n\n".join(map(_explained, rules))


def _explained(rule: Rule) -> str:
    standing = "" if rule.default else ", only when it is selected"
    return f"{rule.code} {rule.name} ({rule.severity}{standing})\n\n{rule.manual.strip()}"
