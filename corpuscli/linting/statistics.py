"""How often each rule found something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from corpuscli.model.finding import Findings

COLUMNS = ("findings", "letters", "code", "name", "severity", "fixable")


def counted(found: Findings) -> Table:
    """Return a table of rules, the loudest first: findings, letters with any, and how many a program can mend."""
    rules = Counter((one.code, one.name, one.severity) for one in found.findings)
    letters = Counter(code for code, _ in {(one.code, one.where.path) for one in found.findings})
    fixable = Counter(one.code for one in found.findings if one.fixable != "no")
    rows = tuple(
        {
            "findings": count,
            "letters": letters[code],
            "code": code,
            "name": name,
            "severity": severity,
            "fixable": fixable[code],
        }
        for (code, name, severity), count in sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    )
    return Table(COLUMNS, rows, numeric=frozenset(("findings", "letters", "fixable")), title="findings", key="code")
