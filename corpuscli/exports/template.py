"""A line a row, by a template of the user's: ``$id``, ``${date_text}``; nothing in it is run."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UnknownNameError, UsageError
from corpuscli.exports.cells import cell
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpuscli.model.table import Table


class _Columns(Template):
    """Names of columns; one with a hyphen stands in braces."""

    idpattern = r"(?a:[a-z][a-z0-9_]*)"
    braceidpattern = r"(?a:[a-z][a-z0-9_-]*)"


def template_writer(
    template: str, known: Mapping[str, str], value_of: Callable[[Mapping[str, object], str], object]
) -> Callable[[Table, TextIO], None]:
    r"""Return what writes a row as a line.

    Args:
        template: ``$name`` or ``${name}`` stands for a column, ``$$`` for a dollar, ``\t`` and ``\n`` for what they
            mean.
        known: Every column there is.
        value_of: Returns what stands in a column of a row.

    Raises:
        UsageError: A dollar that no name follows.
        UnknownNameError: A column that is not there, with the nearest.
    """
    line = _Columns(template.replace("\\t", "\t").replace("\\n", "\n"))
    if not line.is_valid():
        raise UsageError(f"--template {template!r}: after $ stands a column's name; write $$ for a dollar")
    names = line.get_identifiers()
    for name in names:
        if name not in known and not name.startswith("x-"):
            from corpuscli.text.nearest import nearest

            raise UnknownNameError("column", name, nearest(name, known))

    def write(table: Table, out: TextIO) -> None:
        for row in table.rows:
            cells = {name: visible(cell(value_of(row, name))) for name in names}
            out.write(line.substitute(cells) + "\n")

    return write
