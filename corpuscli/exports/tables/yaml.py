"""YAML: a list of mappings. Text stands in double quotes, so that every reader takes it as text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.table import Table


def write(table: Table, out: TextIO) -> None:
    """Write the rows; keys as for jsonl."""
    empty = True
    for row in table.rows:
        kept = {k: v for k, v in row.items() if v is not None or k in table.nullable}
        out.writelines(f"{line}\n" for line in _item(kept, ""))
        empty = False
    if empty:
        out.write("[]\n")


def _item(value: object, indent: str) -> Iterator[str]:
    """The lines of a list's member."""
    lines = list(_block(value, f"{indent}  "))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _block(value: object, indent: str) -> Iterator[str]:
    """The lines of a value, each behind the indent."""
    for key, inner in _pairs(value):
        name = key if _PLAIN.fullmatch(key) and key not in _NOT_TEXT else _scalar(key)
        if _pairs(inner) or _members(inner):
            yield f"{indent}{name}:"
            yield from _block(inner, f"{indent}  ")
        else:
            yield f"{indent}{name}: {_scalar(inner)}"
    for member in _members(value):
        yield from _item(member, indent)
    if not (_pairs(value) or _members(value)):
        yield f"{indent}{_scalar(value)}"


def _pairs(value: object) -> list[tuple[str, object]]:
    return list(cast("dict[str, object]", value).items()) if isinstance(value, dict) else []


def _members(value: object) -> list[object]:
    return list(cast("list[object]", value)) if isinstance(value, (list, tuple)) else []


_PLAIN = re.compile(r"[a-z]+([_-][a-z]+)*")
_NOT_TEXT = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
"""Plain words that some readers of YAML take for something else."""
_NOT_PRINTABLE = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)}
"""What JSON leaves as it is and YAML does not take, or takes for a line's end."""


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_NOT_PRINTABLE)
