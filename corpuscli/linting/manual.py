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


def explained(rules: Iterable[Rule], width: int = 0) -> str:
    """Return the manual of each rule, with a line about its code and severity above it.

    Args:
        rules: The rules.
        width: Cells of the terminal that paragraphs are filled to; 0 leaves their lines as they are.
    """
    return "\n\n\n".join(_explained(rule, width) for rule in rules)


def _explained(rule: Rule, width: int) -> str:
    standing = "" if rule.default else ", only when it is selected"
    return f"{rule.code} {rule.name} ({rule.severity}{standing})\n\n{plain(rule.manual.strip(), width)}"


def plain(manual: str, width: int = 0) -> str:
    """Return a manual without the marks of reStructuredText; examples stay as they are.

    Args:
        manual: Paragraphs, headings at the line's start, and examples behind ``::``.
        width: As in ``explained``.
    """
    told: list[str] = []
    example = False
    for block in manual.split("\n\n"):
        example = example and block.startswith("  ")
        if example:
            told.append(block)
            continue
        example = block.endswith("::")
        heading, feed, words = block.partition("\n") if not block.startswith("  ") else ("", "", block)
        words = words.removesuffix("::").rstrip().replace("``", "`")
        told.append(heading.replace("``", "`") + (feed + _filled(words, width) if words else ""))
    return "\n\n".join(told)


def _filled(words: str, width: int) -> str:
    if not width:
        return words
    from textwrap import fill

    indent = " " * (len(words) - len(words.lstrip()))
    return fill(" ".join(words.split()), width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
