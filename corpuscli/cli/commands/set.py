"""``corpuscli set``: change front matter of many letters."""

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
    changes: Annotated[list[str], typer.Argument(metavar="KEY=VALUE...", help="What to change; see above.")],
    where: Annotated[str, typer.Option("--where", metavar="QUERY", help="As from:stalin date:1921.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Every letter of the corpus.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, as a diff.")] = False,
) -> int:
    """Change keys of every letter that answers the filters; all other bytes stay as they are.

    KEY=VALUE sets a key, KEY= takes it away; of a list, KEY+=VALUE adds a member and KEY-=VALUE takes one out. On a
    terminal the diff is shown and you are asked. All letters are changed, or none. A filter or --all says which; one
    letter is --where id:ID. Parties and tags may stand together, with ; between.

    Examples:
      $ corpuscli set place=Moscow --sender Chicherin --date 1921
      $ corpuscli set tags+=Turkey type=letter --where "Turkish from:chicherin" --dry-run
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.errors import UsageError
    from corpuscli.intake.settings import after, parse_changes
    from corpuscli.querying.ask import EVERY
    from corpuscli.querying.choosing import choose
    from corpuscli.querying.flags import question
    from corpuscli.store.writing.settling import open_to_write
    from corpuscli.store.writing.transaction import Transaction

    console = open_console(shared)
    corpus = open_to_write(shared.corpus, dry_run=dry_run)
    settings = parse_changes(changes, corpus.config)
    asked = question(corpus, filters.asked([where]))
    if asked.tree == EVERY and not every:
        raise UsageError("which letters? give a filter, as --sender NAME or --where QUERY, or --all")
    letters, unread = choose(corpus, asked)
    job = Transaction(corpus.root, command_line())
    for letter in letters:
        job.replace(letter.path, letter.source.encode("utf-8"), after(letter, settings).encode("utf-8"))
    carry_out(console, corpus, job, dry_run=dry_run, ask=True)
    for problem in unread:
        console.complain(str(problem))
    return 2 if unread else 0
