"""``corpuscli add``: put letters into the corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared
from corpuscli.cli.settings import Keys
from corpuscli.errors import UsageError


def command(
    shared: Shared,
    keys: Keys,
    *,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXTFILE or -]", help="The letter's text; after --from, more pages.")
    ] = None,
    pages: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="FILE", help="A page, or a folder of them, to read letters from; repeatable."),
    ] = None,
    day_first: Annotated[bool, typer.Option("--day-first", help="Read 3/4/21 as the third of April.")] = False,
    month_first: Annotated[bool, typer.Option("--month-first", help="Read 3/4/21 as the fourth of March.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would be written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Add a letter that stands there already.")] = False,
    skip_existing: Annotated[bool, typer.Option("--skip-existing", help="Pass over letters that stand there.")] = False,
    update: Annotated[bool, typer.Option("--update", help="Refresh letters that stand there.")] = False,
    report: Annotated[str, typer.Option("--report", metavar="FILE", help="Write the summary there, as JSON.")] = "",
) -> int:
    """Add a letter typed in, or the letters of pages of printed editions, TEI, CMIF and CSV files.

    A text comes from TEXTFILE or, with -, from standard input; --sender, --recipient and --date say what it is. With
    --from the letters are read from files; what is given by options or --set stands over what is read.

    Examples:
      $ corpuscli add --from page.txt
      $ corpuscli add --sender "L. B. Krasin" --recipient "V. I. Lenin" --date "12 March 1921" letter.txt
    """
    from dataclasses import replace

    from corpuscli.cli.adding import Import, Sources, add
    from corpuscli.cli.changing import command_line
    from corpuscli.intake.adding import Adder, Manner
    from corpuscli.store.writing.settling import open_to_write

    console = open_console(shared)
    corpus = open_to_write(shared.corpus, dry_run=dry_run)
    if day_first and month_first:
        raise UsageError("either --day-first or --month-first")
    if day_first or month_first:
        corpus = replace(corpus, config=replace(corpus.config, day_first=day_first))
    manner = Manner(keys.supplied(corpus.config.fields), force, skip_existing, update)
    sources = Sources(corpus, tuple(pages or ()), tuple(files or ()))
    adder = Adder(corpus, manner, command_line())
    return add(Import(console, sources, adder, dry_run, shared.format), report)
