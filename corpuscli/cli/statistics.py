"""What ``stats`` prints for people: numbers, bars, and who wrote to whom."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpuscli.cli.console import Console
    from corpuscli.model.table import Table
    from corpuscli.querying.stats.tally import Tally

WIDTH = 40
"""Cells of a bar where no terminal is narrower."""
OVERVIEW = 10
"""Rows of each list in the overview."""


def is_plain(asked: bool) -> bool:
    """Tell whether bars are drawn in ASCII: asked for, or the locale is not of UTF-8."""
    locale = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := os.environ.get(name))), "UTF-8")
    return asked or "utf" not in locale.lower()


def with_bars(table: Table, *, plain: bool) -> Table:
    """Return a table of years or months with a bar behind each number of letters."""
    from corpuscli.text.bars import bar

    rows = list(table.rows)
    most = max((_letters(row) for row in rows), default=0)
    name = table.columns[0]
    barred = [{**row, name: row[name] or "undated", "": bar(_letters(row), most, WIDTH, plain=plain)} for row in rows]
    return replace(table, columns=(*table.columns, ""), rows=barred)


def overview(console: Console, tally: Tally, *, plain: bool) -> None:
    """Print the numbers that people ask for first."""
    from corpuscli.querying.stats import KINDS, table_of

    short = replace(tally, limit=tally.limit or OVERVIEW)
    _print(console, "", table_of("summary")(tally))
    if not tally.letters:
        return
    _print(console, "Letters a year", with_bars(table_of("years")(tally), plain=plain))
    _sparks(console, table_of("months")(replace(tally, limit=0)).rows, plain=plain)
    for kind, title in (("pairs", "Who wrote to whom"), ("fonds", "Where they are kept"), ("gaps", "Longest gaps")):
        table = table_of(kind)(short)
        rows = list(table.rows)
        if rows:
            _print(console, title, replace(table, rows=rows))
    console.say("More: corpuscli stats --of " + ", ".join(KINDS))


def _sparks(console: Console, rows: Iterable[Mapping[str, object]], *, plain: bool) -> None:
    """Print the months of each year as a line of twelve, on one scale."""
    from corpuscli.text.bars import sparkline

    months = {str(row["month"]): _letters(row) for row in rows if row["month"]}
    if not months:
        return
    names = [f"{year}-{month:02}" for year in _years(months) for month in range(1, 13)]
    line = sparkline([months.get(name, 0) for name in names], plain=plain)
    console.print(console.paint("Letters a month, January to December", "bold"))
    for at, year in enumerate(_years(months)):
        console.print(f"  {year}  |{line[12 * at : 12 * at + 12]}|")
    console.print()


def _years(months: Mapping[str, int]) -> Iterator[str]:
    return iter(sorted({name[:4] for name in months}))


def _print(console: Console, title: str, table: Table) -> None:
    from corpuscli.exports import table_writer

    if title:
        console.print(console.paint(title, "bold"))
    table_writer("plain" if not title else "simple", console.width)(table, console.out)
    console.print()


def _letters(row: Mapping[str, object]) -> int:
    letters = row.get("letters")
    return letters if isinstance(letters, int) else 0
