"""What a change of the reader, or of the corpus, did: citations gained, lost and read otherwise since an older run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from corpuscli.errors import InputError
from corpuscli.model.table import Table
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

COLUMNS = ("change", "letter", "part", "raw", "before", "after")
_SAID = ("ids", "state", "targets")
"""What makes two readings of the same words different."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Citations gained, lost and changed, as rows in the order of letters and places."""

    rows: tuple[Mapping[str, object], ...]

    @property
    def table(self) -> Table:
        """The rows as a table."""
        return Table(COLUMNS, self.rows, title="citations gained, lost and changed")

    def summary(self) -> str:
        """Count the changes."""
        count = {change: sum(row["change"] == change for row in self.rows) for change in ("gained", "lost", "changed")}
        return ", ".join(f"{number} {change}" for change, number in count.items())


def read_rows(source: str, path: str) -> list[Mapping[str, object]]:
    """Read what ``xref --format jsonl`` printed.

    Raises:
        InputError: A line is no citation, at its place.
    """
    found: list[Mapping[str, object]] = []
    for number, line in enumerate(source.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as problem:
            column = getattr(problem, "colno", 1)
            raise InputError(
                "no JSON; give what 'corpuscli xref --format jsonl' printed", path, number, column
            ) from None
        if not isinstance(row, dict) or not {"letter", "part", "raw", *_SAID} <= cast("dict[str, object]", row).keys():
            raise InputError("no citation; give what 'corpuscli xref --format jsonl' printed", path, number, 1)
        found.append(cast("dict[str, object]", row))
    return found


def compare(old: Iterable[Mapping[str, object]], new: Iterable[Mapping[str, object]]) -> Comparison:
    """Compare two runs. The same words in the same part of the same letter are the same citation, wherever they moved.

    Args:
        old: Rows of the older run.
        new: Rows of the newer one.
    """
    before, after = dict(_keyed(old)), dict(_keyed(new))
    rows: list[Mapping[str, object]] = []
    for key in sorted(
        before.keys() | after.keys(), key=lambda key: (key[0], _start(after.get(key, before.get(key, {}))), key)
    ):
        was, now = before.get(key), after.get(key)
        if was is not None and now is not None and all(was[name] == now[name] for name in _SAID):
            continue
        change = "gained" if was is None else "lost" if now is None else "changed"
        row: dict[str, object] = {"change": change, "letter": key[0], "part": key[1], "raw": key[2]}
        rows.append(row | {name: _shown(one) for name, one in (("before", was), ("after", now)) if one is not None})
    return Comparison(tuple(rows))


_Key = tuple[str, str, str, int]


def _keyed(rows: Iterable[Mapping[str, object]]) -> Iterator[tuple[_Key, Mapping[str, object]]]:
    """Yield rows by letter, part, words, and how often these words stood there before."""
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        key = (str(row["letter"]), str(row["part"]), str(row["raw"]))
        seen[key] = seen.get(key, 0) + 1
        yield (*key, seen[key]), row


def _start(row: Mapping[str, object]) -> int:
    start = row.get("start")
    return start if isinstance(start, int) else 0


def _shown(row: Mapping[str, object]) -> str:
    ids, targets = (" ".join(cast("list[str]", row[name])) for name in ("ids", "targets"))
    return f"{ids} ({row['state']}{f': {targets}' if targets else ''})"
