"""``corpuscli list``: letters by filters."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

Names = list[str] | None


def command(
    shared: Shared,
    *,
    sender: Annotated[Names, typer.Option("--sender", metavar="NAME", help="Who wrote; repeated means or.")] = None,
    recipient: Annotated[Names, typer.Option("--recipient", metavar="NAME", help="To whom.")] = None,
    person: Annotated[Names, typer.Option("--person", metavar="NAME", help="Who wrote or to whom.")] = None,
    since: Annotated[str, typer.Option("--since", metavar="DATE", help="From the first day of DATE on.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help="Up to the last day of DATE.")] = "",
    certain: Annotated[bool, typer.Option("--certain", help="Only letters that certainly lie there.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="Leave cells that a spreadsheet would run as they are.")] = False,
) -> int:
    """List letters in the order of their dates, undated ones last.

    Names match whatever their case, accents and transliteration. A letter whose date is uncertain is listed when it may
    lie in the days asked for; --certain asks that it must. Formats: csv, tsv, json, jsonl, ids, paths and those of the
    library tabulate (github, html, latex, ...).

    Examples:
      $ corpuscli list --sender Chicherin --since 1921 --format github
      $ corpuscli list --until 1921-03 --format paths
    """
    from dataclasses import replace

    from corpuscli.exports import table_writer
    from corpuscli.querying.ask import Question, ask
    from corpuscli.querying.records import letters_table
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    write = table_writer(shared.format or "simple")
    corpus = open_corpus(shared.corpus)
    asked = Question(tuple(sender or ()), tuple(recipient or ()), tuple(person or ()), since, until, certain)
    answer = ask(corpus, asked)
    write(replace(letters_table(corpus, answer.letters), raw=raw), console.out)
    if answer.only_may:
        console.say(f"{answer.only_may} of {len(answer.letters)} only may lie there; --certain leaves them out.")
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0
