"""The table that ``export --format csv`` writes: every key a column, read back field for field."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from corpuscli.errors import InputError
from corpuscli.intake.tables import table_rows
from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS, Value
from corpuscli.model.reading import ReadField, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OTHER = "other_keys"
"""The column of what has no column of its own, as a JSON object."""
COLUMNS = (*KNOWN_KEYS, OTHER, "text")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_PART = re.compile(r"((?:[^;\\]|\\.|\\$)*)(?:; ?|$)", re.DOTALL)


def joined(items: Sequence[str]) -> str:
    r"""Join a list's members with ``; ``; a semicolon or backslash in one gets a backslash.

    >>> joined(["a; b", "c"])
    'a\\; b; c'
    """
    return "; ".join(re.sub(r"([;\\])", r"\\\1", item) for item in items)


def parted(cell: str) -> tuple[str, ...]:
    r"""Return the members that :func:`joined` has joined.

    >>> parted("a\\; b; c")
    ('a; b', 'c')
    """
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in _PART.findall(cell)[:-1])


def guarded(cell: str) -> str:
    """Keep a spreadsheet from running a cell, so that it can be read back.

    >>> guarded("=1+1"), guarded("'=1+1"), unguarded(guarded("'=1+1"))
    ("'=1+1", "''=1+1", "'=1+1")
    """
    return f"'{cell}" if re.match(r"'*[=+\-@\t\r]", cell) else cell


def unguarded(cell: str) -> str:
    """Return what :func:`guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def is_own_table(text: str) -> bool:
    """Tell whether a text is such a table."""
    return text.removeprefix("\ufeff").partition("\n")[0].rstrip("\r") == ",".join(COLUMNS)


def read_own_table(text: str, shown: str) -> Iterator[Reading]:
    """Read the rows of such a table.

    Raises:
        InputError: A row that is no row, or whose other keys are no JSON, with its line.
    """
    rows = table_rows(text, shown)
    next(rows)
    for start, _, row in rows:
        if row:
            yield _reading(row, f"{shown}:{start}")


def _reading(row: list[str], origin: str) -> Reading:
    if len(row) != len(COLUMNS):
        raise InputError(f"{len(row)} cells under {len(COLUMNS)} columns", origin)
    cells = dict(zip(COLUMNS, map(unguarded, row), strict=True))
    text, other = cells.pop("text"), cells.pop(OTHER)
    fields: dict[str, Value] = {key: parted(cell) if key in LIST_KEYS else cell for key, cell in cells.items() if cell}
    if other:
        from corpuscli.intake.records import read_records

        try:
            decoded: object = json.loads(other)
        except ValueError:
            decoded = None
        if not isinstance(decoded, dict):
            raise InputError(f"{OTHER}: no JSON object", origin)
        [reading] = read_records(json.dumps(cast("object", decoded)), origin)
        fields |= {field.key: field.value for field in reading.fields}
    return Reading(tuple(ReadField(key, value) for key, value in fields.items()), text, origin=origin)
