"""Sets tables of very many rows in columns: the rows lie in a temporary file until all widths are known.

What stands between the cells is asked of tabulate once, by a table of two rows, or is that of ``simple``. A property
test proves that a long table is printed as a short one is.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TextIO

from corpuscli.errors import WriteError
from corpuscli.exports.fitting import HEAD, LEFT_OUT, caps, cells, cut, headings, seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONG = 500
"""Rows from which a table is long."""
_HELD = 4 * 1024 * 1024
"""Bytes of cells that are held in memory."""
_AT_ONCE = 200
_LEFT = "colon_grid"
"""It says in its rule what stands to the right, and sets all to the left."""
_PARTED = "\x1f"
"""Stands between the cells of a row in the file: cells hold no control characters any longer."""
_MARK = 0xE000
"""A private character: what is printed for a cell of these is found again, whatever stands around it."""


class Plan(NamedTuple):
    """How a table is set.

    Args:
        name: ``simple`` or another format of tabulate.
        columns: The columns' names.
        right: Which columns are set to the right.
        width: The cells of the terminal that text is cut for; 0 for none.
        spare: Columns that may be left out for it, in the order in which they go.
    """

    name: str
    columns: tuple[str, ...]
    right: tuple[bool, ...]
    width: int = 0
    spare: tuple[str, ...] = ()

    def seen(self, widths: Sequence[int]) -> list[int]:
        """The places of the columns that the terminal has room for."""
        return seen(widths, self.columns, self.numeric, self.spare, self.width)

    def only(self, places: Sequence[int]) -> Plan:
        """The plan of a table of some of its columns, with another column that says that there are more."""
        columns, right = (*(self.columns[at] for at in places), LEFT_OUT), (*(self.right[at] for at in places), False)
        return self._replace(columns=columns, right=right)

    def headed(self, widths: Sequence[int]) -> Plan:
        """The plan with names of columns that the terminal has room for."""
        return self._replace(columns=headings(widths, self.columns, self.numeric, self.width))

    @property
    def numeric(self) -> frozenset[str]:
        """The names of the columns that are set to the right."""
        return frozenset(name for name, end in zip(self.columns, self.right, strict=True) if end)


class Frame(NamedTuple):
    """What stands around the cells of a table.

    Args:
        above: What comes before the first row's first cell.
        within: What stands between the cells of a row.
        between: What stands between the last cell of a row and the first of the next.
        below: What comes behind the last row's last cell.
    """

    above: str
    within: tuple[str, ...]
    between: str
    below: str


def write_long(rows: Iterable[Sequence[str]], plan: Plan, out: TextIO) -> None:
    """Write a table that has rows; of so many that they are not held in memory.

    Args:
        rows: The cells, escaped for the format.
        plan: How it is set.
        out: Where it goes.

    Raises:
        WriteError: The disk for temporary files is full.
    """
    from tempfile import SpooledTemporaryFile

    with SpooledTemporaryFile(_HELD, "w+", encoding="utf-8", errors="surrogatepass", newline="\n") as held:
        try:
            widths, even = _put(rows, len(plan.columns), held)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - no TextIO by name
            held.seek(0)
        except OSError as problem:
            raise WriteError(f"temporary files cannot be written: {problem.strerror}") from None
        lines: Iterator[list[str]] = (line[:-1].split(_PARTED) for line in held)
        if plan.width:
            if len(places := plan.seen(widths)) < len(widths):
                plan, widths = plan.only(places), [*(widths[at] for at in places), 0]
                lines = ([*(line[at] for at in places), ""] for line in lines)
            plan = plan.headed(widths)
            room = caps(widths, plan.columns, plan.numeric, plan.width)
            lines = ([cut(cell, room.get(at, len(cell) * 2)) for at, cell in enumerate(line)] for line in lines)
            widths = [min(wide, room.get(at, wide)) for at, wide in enumerate(widths)]
            even = False  # an ellipsis may stand for half of a wide character
        frame, widths = _framed(plan, widths)
        right = plan.right if plan.name != _LEFT else (False,) * len(plan.right)
        _print(lines, frame, _Setting(tuple(widths), right, even), out)


def _put(rows: Iterable[Sequence[str]], count: int, held: TextIO) -> tuple[list[int], bool]:
    """Put rows into a file; return the widths of their columns, and whether all characters are one cell wide."""
    widths, even = [0] * count, True
    columns = range(count)
    for row in rows:
        stripped = [cell.strip() for cell in row]
        held.write(_PARTED.join(stripped) + "\n")
        for at in columns:
            cell = stripped[at]
            wide = len(cell)
            if not cell.isascii():
                wide, signs = cells(cell), wide
                even = even and wide == signs
            if wide > widths[at]:  # noqa: PLR1730 - max costs as much as all the rest of the loop
                widths[at] = wide
    return widths, even


class _Setting(NamedTuple):
    """How cells are filled up: the columns' widths, which of them to the left, whether characters are one cell wide."""

    widths: tuple[int, ...]
    right: tuple[bool, ...]
    even: bool

    def placed(self, row: Sequence[str]) -> tuple[str, ...]:
        """Fill up the cells of a row."""
        blanks = [" " * (wide - cells(cell)) for wide, cell in zip(self.widths, row, strict=True)]
        return tuple(
            blank + cell if end else cell + blank for blank, cell, end in zip(blanks, row, self.right, strict=True)
        )


def _print(lines: Iterable[list[str]], frame: Frame, setting: _Setting, out: TextIO) -> None:
    """Write rows in their frame."""
    signs = [f"%{'' if end else '-'}{wide}s" for wide, end in zip(setting.widths, setting.right, strict=True)]
    parts = (*(part.replace("%", "%%") for part in frame.within), "")
    pattern = "".join(
        sign + part for sign, part in zip(signs if setting.even else ["%s"] * len(signs), parts, strict=True)
    )
    ends = frame.between.startswith("\n")  # the row's last cell ends its line: no blanks stand there
    placed = tuple if setting.even else setting.placed
    printed = (pattern % placed(line) for line in lines)
    if ends:
        printed = (line.rstrip() for line in printed)
    out.write(frame.above)
    first = True
    while some := list(islice(printed, _AT_ONCE)):
        out.write(("" if first else frame.between) + frame.between.join(some))
        first = False
    out.write(frame.below + "\n")


def _framed(plan: Plan, widths: Sequence[int]) -> tuple[Frame, list[int]]:
    """Return what stands around cells, and the columns' widths with their names."""
    head = 0 if plan.name == "pretty" else HEAD
    wide = [max(found, cells(column) + head, 1) for found, column in zip(widths, plan.columns, strict=True)]
    marks = [chr(_MARK + at) * width for at, width in enumerate(wide)]
    printed = short([marks, marks], plan)
    ends = [0]
    parts: list[str] = []
    for mark in (*marks, *marks):
        start = printed.index(mark, ends[-1])
        parts.append(printed[ends[-1] : start])
        ends.append(start + len(mark))
    return Frame(parts[0], tuple(parts[1 : len(marks)]), parts[len(marks)], printed[ends[-1] :]), wide


def short(rows: Sequence[Sequence[str]], plan: Plan) -> str:
    """Return a table that is held in memory, but for the cutting of its text."""
    if plan.name == "simple":
        from corpuscli.exports.simple import simple

        return simple(rows, plan.columns, plan.right)
    from tabulate import tabulate

    aligned = ["right" if end else "left" for end in plan.right]
    printed: str = tabulate(rows, plan.columns, tablefmt=plan.name, disable_numparse=True, colalign=aligned)
    return printed
