"""``corpuscli lint``: what an editor should look at."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    *,
    letters: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH or ID]...", help="Only these; all letters by default.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help="Only these rules: code, name or family.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODE", help="Not these rules.")] = None,
    hints: Annotated[bool, typer.Option("--hints", help="Show hints too: what needs an editor's judgement.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")] = False,
) -> int:
    """Look for what is wrong in the letters, and exit 1 when there is an error or a warning.

    Formats: full, concise, github (by itself in GitHub Actions), json, jsonl. 'corpuscli rules' lists what is looked
    for.

    Examples:
      $ corpuscli lint --hints
      $ corpuscli lint --select M --format concise
    """
    from corpuscli.exports import load
    from corpuscli.linting.choice import Choice, choose
    from corpuscli.linting.loader import load_rules
    from corpuscli.linting.run import lint
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    export = load("findings", shared.format or ("github" if os.environ.get("GITHUB_ACTIONS") else "full"))
    corpus = open_corpus(shared.corpus)
    choice = Choice(tuple(select or ()), tuple(ignore or ()), hints)
    found = lint(corpus, choose(load_rules(), corpus.config.lint, choice), tuple(letters or ()))
    export.write(found, console.out, console.paint)
    console.say(str(found))
    return 1 if found.failing and not exit_zero else 0
