"""``corpuscli list``: letters by filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.arranged import Shape
from corpuscli.cli.completion import queries
from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.options import Shared
from corpuscli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from corpuscli.cli.console import Console
    from corpuscli.model.table import Table
    from corpuscli.querying.ask import Answer, Only
    from corpuscli.store.corpus import Corpus

_LINES = ("ids", "paths")
"""Formats that have a column of their own."""
_MACHINES = ("csv", "tsv", "json", "jsonl", "yaml", *_LINES)
"""Formats that programs read: a letter that only may answer is not marked in them."""


def command(
    shared: Shared,
    filters: Filters,
    shape: Shape,
    *,
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]", shell_complete=queries, help="As from:stalin not:type:note."),
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the question was understood.")] = False,
) -> int:
    """List letters in the order of their dates, undated ones last.

    Names match whatever their case, accents and transliteration. A letter whose date is uncertain is listed when it may
    lie in the days asked for; --certain asks that it must. A query says the same as flags in one line: words side by
    side must all hold, 'or' and brackets group, 'not:' turns round, @name is a query saved in corpus.yaml. Formats:
    csv, tsv, json, jsonl, yaml, html, ids, paths and those of the library tabulate (github, latex, ...). On a terminal
    text is cut to its width, ids and dates never; where that is not enough, columns that nobody named are left out, and
    one named … says so. Elsewhere nothing is cut.

    Examples:
      $ corpuscli list --sender Chicherin --since 1921 --columns +tags,-place
      $ corpuscli list "from:chicherin (to:lenin or to:stalin) date:1921" --group-by year --count
    """
    from dataclasses import replace

    from corpuscli.cli.paging import paged
    from corpuscli.querying.ask import ask
    from corpuscli.querying.flags import question
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    corpus = open_corpus(shared.corpus)
    write = _writer(console, shared.format, shape, corpus)
    if shape.columns == "help":
        return _columns_help(console, corpus, shared.format)
    if shared.format in _LINES:
        shape = replace(shape, columns="")
    asked = question(corpus, filters.asked(query))
    if explain:
        console.say(f"query: {asked}")
    answer = ask(corpus, asked, only=_only(shared.format, shape), marked=shared.format not in _MACHINES)
    table = _arranged(corpus, answer, shape, marked=shared.format not in _MACHINES and not filters.certain)
    with paged(console) as shown:
        write(table, shown.out)
    for line in answer.remarks(certain=filters.certain):
        console.say(line)
    if not answer.count and not answer.only_may:
        from corpuscli.querying.empty import why_empty

        console.say(why_empty(corpus, asked))
    if shape.limit and answer.count > shape.limit and not shape.count and not shape.group_by:
        console.say(f"{shape.limit} of {answer.count} letters")
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0


def _only(form: str, shape: Shape) -> Only:
    """Return the one key that is needed of letters, "" where it is more than one."""
    if not shape.plain or not (shape.count or form in _LINES):
        return ""
    return "path" if form == "paths" else "id"


def _writer(console: Console, form: str, shape: Shape, corpus: Corpus) -> Callable[[Table, TextIO], None]:
    if shape.template:
        if shape.count:
            raise UsageError("--template says how each letter is printed, --count only counts them: leave one out")
        from corpuscli.exports.template import template_writer
        from corpuscli.querying.columns import known_columns, value_of

        return template_writer(shape.template, known_columns(corpus.config), value_of)
    if shape.count and not shape.group_by and not form:
        return lambda table, out: out.writelines(f"{row['letters']}\n" for row in table.rows)
    from corpuscli.exports import table_writer

    return table_writer(form or "simple", console.width)


def _arranged(corpus: Corpus, answer: Answer, shape: Shape, *, marked: bool) -> Table:
    from dataclasses import replace

    from corpuscli.model.table import Table
    from corpuscli.querying.records import MAY, letters_table
    from corpuscli.store.index.holdings import LEVELS

    if shape.count and shape.plain:
        return Table(("letters",), [{"letters": answer.count}], numeric=frozenset(["letters"]))
    rows = answer.rows
    levels = [level for level in LEVELS if level in shape.words]
    if levels and corpus.registers:
        from corpuscli.querying.columns import with_holdings

        rows = with_holdings(rows, levels, corpus.registers)
    table = replace(letters_table(rows, (MAY,) if marked and answer.only_may else ()), raw=shape.raw)
    if shape.plain and not shape.limit:
        return table
    from corpuscli.querying.arranging import arrange
    from corpuscli.querying.columns import known_columns
    from corpuscli.relations.people.naming import Naming
    from corpuscli.relations.people.register import Register

    named = Naming(Register(corpus.people))
    return arrange(table, shape.arrangement(), known_columns(corpus.config), named)


def _columns_help(console: Console, corpus: Corpus, form: str) -> int:
    from corpuscli.exports import table_writer
    from corpuscli.model.table import Table
    from corpuscli.querying.columns import known_columns

    rows = ({"column": name, "what": said} for name, said in known_columns(corpus.config).items())
    table_writer(form or "simple")(Table(("column", "what"), rows), console.out)
    return 0
