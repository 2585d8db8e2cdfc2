"""From a table's values to the text of cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS = {None: "", True: "true", False: "false"}
_PLACE = {"path", "line", "column"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_FORMULA = tuple("=+-@\t\r")


def cell(value: object) -> str:
    """Write one value: lists joined with ``; ``, a place as path:line:column, nothing for None.

    >>> cell(("G. V. Chicherin", "I. V. Stalin")), cell(None), cell(True)
    ('G. V. Chicherin; I. V. Stalin', '', 'true')
    """
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value)
        if pairs.keys() >= _PLACE:
            return f"{pairs['path']}:{pairs['line']}:{pairs['column']}"
        return "; ".join(f"{key}: {cell(item)}" for key, item in pairs.items())
    if isinstance(value, (tuple, list)):
        return _joined(cast("list[object]", value))
    return str(value)


def _joined(members: Iterable[object]) -> str:
    try:
        return "; ".join(cast("Iterable[str]", members))
    except TypeError:  # not all of them are text
        return "; ".join(cell(member) for member in members)


def harmless(text: str) -> str:
    r"""Keep a spreadsheet from running a cell, and a terminal from obeying it.

    What begins like a formula gets a leading apostrophe; control characters but tabs and line ends are escaped.

    >>> harmless("=1+1"), harmless("1921"), harmless("a\x1b[2J")
    ("'=1+1", '1921', 'a\\x1b[2J')
    """
    text = text if text.isprintable() else _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
    return f"'{text}" if text.startswith(_FORMULA) else text
