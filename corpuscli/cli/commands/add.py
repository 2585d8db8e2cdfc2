"""``corpuscli add``: put letters into the corpus."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared
from corpuscli.cli.settings import Keys


def command(
    shared: Shared,
    keys: Keys,
    *,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXTFILE or -]", help="The letter's text; after --from, more pages.")
    ] = None,
    pages: Annotated[
        list[str] | None, typer.Option("--from", metavar="FILE", help="A page to read letters from; may be repeated.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; show what would be written.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Add a letter that stands there already.")] = False,
    skip_existing: Annotated[bool, typer.Option("--skip-existing", help="Pass over letters that stand there.")] = False,
) -> int:
    """Add a letter typed in, or the letters of pages of printed editions.

    A text comes from TEXTFILE or, with -, from standard input; --sender, --recipient and --date say what it is. With
    --from FILE... the letters are read from pages; what is given by options or --set stands over what is read.

    Examples:
      $ corpuscli add --from page.txt
      $ corpuscli add --sender "L. B. Krasin" --recipient "V. I. Lenin" --date "12 March 1921" letter.txt
    """
    from corpuscli.cli.adding import Sources, add
    from corpuscli.intake.adding import Adder, Manner
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    corpus = open_corpus(shared.corpus)
    manner = Manner(keys.supplied(corpus.config.fields), force, skip_existing)
    adder = Adder(corpus, manner, " ".join(["add", *sys.argv[2:]]))
    sources = Sources(corpus, tuple(pages or ()), tuple(files or ()))
    return add(console, sources, adder, dry_run=dry_run, form=shared.format)
