"""``corpuscli list``: letters by filters."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    filters: Filters,
    *,
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="As from:stalin not:type:note.")] = None,
    raw: Annotated[bool, typer.Option("--raw", help="Leave cells that a spreadsheet would run as they are.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say how the question was understood.")] = False,
) -> int:
    """List letters in the order of their dates, undated ones last.

    Names match whatever their case, accents and transliteration. A letter whose date is uncertain is listed when it may
    lie in the days asked for; --certain asks that it must. A query says the same as flags in one line: words side by
    side must all hold, 'or' and brackets group, 'not:' turns round. Formats: csv, tsv, json, jsonl, ids, paths and
    those of the library tabulate (github, html, latex, ...).

    Examples:
      $ corpuscli list --sender Chicherin --since 1921 --format github
      $ corpuscli list "from:chicherin (to:lenin or to:stalin) date:1921..1922-06"
    """
    from dataclasses import replace

    from corpuscli.exports import table_writer
    from corpuscli.querying.ask import ask
    from corpuscli.querying.flags import question
    from corpuscli.querying.records import letters_table
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    write = table_writer(shared.format or "simple")
    corpus = open_corpus(shared.corpus)
    asked = question(corpus, filters.asked(query))
    if explain:
        console.say(f"query: {asked}")
    answer = ask(corpus, asked, brief=shared.format in ("ids", "paths"))
    write(replace(letters_table(answer.rows), raw=raw), console.out)
    for line in answer.remarks(certain=filters.certain):
        console.say(line)
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0
