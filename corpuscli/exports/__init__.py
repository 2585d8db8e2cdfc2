"""One file per output format; an export sees only values.

The folders are the kinds of things printed; a format is a module in one of them, found by its name.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from corpuscli.model.table import Table


OTHERWISE = {
    "md": "github", "markdown": "github", "gfm": "github", "txt": "simple", "text": "simple", "table": "simple",
    "tex": "latex", "htm": "html", "yml": "yaml", "ndjson": "jsonl", "xls": "csv", "xlsx": "csv", "excel": "csv",
    "calc": "csv", "ods": "csv",
}  # fmt: skip
"""Other names of formats of tables, and what a spreadsheet opens."""


def formats(kind: str) -> tuple[str, ...]:
    """Name the formats of a kind (``tables``, ``findings`` ...), in the order of the alphabet."""
    files = Path(__file__).parent.joinpath(kind).iterdir()  # not glob, which compiles a pattern first
    return tuple(sorted(file.stem for file in files if file.suffix == ".py" and not file.name.startswith("_")))


def load(kind: str, name: str, what: str = "format") -> ModuleType:
    """Import the export of a format.

    Args:
        kind: The folder.
        name: The module.
        what: How messages call what is named.

    Raises:
        UnknownNameError: There is no such format of that kind, with the nearest.
    """
    known = formats(kind)
    if name not in known:
        from corpuscli.text.nearest import nearest

        raise UnknownNameError(what, name, nearest(name, known) or known)
    return import_module(f"{__name__}.{kind}.{name}")


def table_formats() -> tuple[str, ...]:
    """Name every format of a table: our own and those of tabulate."""
    from corpuscli.exports.tables.tabulated import NAMES

    own = (name for name in formats("tables") if name != "tabulated")
    return tuple(sorted((*own, *NAMES)))


def table_writer(name: str, width: int = 0) -> Callable[[Table, TextIO], None]:
    """Return what writes a table in a format.

    Args:
        name: The format.
        width: The cells of the terminal that is written to; 0 where there is none, and nothing is cut.

    Raises:
        UnknownNameError: There is no such format, with the nearest.
    """
    known = table_formats()
    if name not in known:
        from corpuscli.text.nearest import nearest

        meant = OTHERWISE.get(name.lower().lstrip("."))
        near = (meant,) if meant else nearest(name, known)
        raise UnknownNameError("format", name, near, "" if near else " (corpuscli list --help names them)")
    from corpuscli.exports.tables.tabulated import NAMES, writer

    if name in NAMES:
        return writer(name, width)
    own: Callable[[Table, TextIO], None] = load("tables", name).write
    return own
