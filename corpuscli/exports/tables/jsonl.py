"""One JSON object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.table import Table


def write(table: Table, out: TextIO) -> None:
    """Write the rows; a None is left out, but for open ends of dates, which are null."""
    out.writelines(line + "\n" for line in lines(table))


def lines(table: Table) -> Iterator[str]:
    """Yield each row as JSON on one line."""
    nullable = table.nullable
    kept = ({k: v for k, v in row.items() if v is not None or k in nullable} for row in table.rows)
    return map(json.JSONEncoder(ensure_ascii=False).encode, kept)
