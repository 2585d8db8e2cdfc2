"""``corpuscli stats``: letters in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.completion import queries
from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.options import Shared

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.querying.stats.tally import Tally

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".pdf", ".eps", ".ps")
PLOTS = {"years": "timeline", "months": "timeline", "matrix": "matrix", "pairs": "network"}
"""Kinds of statistics that can be drawn, and as what."""


def command(
    shared: Shared,
    filters: Filters,
    *,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]", shell_complete=queries, help="As from:stalin date:1921.")
    ] = None,
    of: Annotated[
        str, typer.Option("--of", metavar="KIND", help="years, months, pairs, matrix, people, archives, gaps ...")
    ] = "",
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="Rows at most, the largest; also of each list.")
    ] = 0,
    plot: Annotated[
        str | None, typer.Option("--plot", metavar="FILE.svg", help="Draw years, months, matrix or pairs.")
    ] = None,
    ascii: Annotated[bool, typer.Option("--ascii", help="Draw bars in ASCII.")] = False,  # noqa: A002 - the flag's name
) -> int:
    """Count letters: a year and a month, who wrote to whom, where they are kept, gaps, words.

    Without --of an overview is printed. KIND is one of summary, years, months, pairs, matrix, people, archives, fonds,
    gaps, words; each is a table in any format that list knows (csv, json ...). A letter counts where it may lie
    first; what is doubtful is counted beside it. All spellings of a person in people.yaml count as one. --plot writes
    a picture: --of years or months a timeline (years unless said), --of matrix a matrix, --of pairs a network.

    Examples:
      $ corpuscli stats --since 1920
      $ corpuscli stats from:chicherin --of pairs --format csv
    """
    from corpuscli.exports import table_writer
    from corpuscli.querying.ask import ask
    from corpuscli.querying.flags import question
    from corpuscli.querying.stats import table_of
    from corpuscli.querying.stats.tally import counted
    from corpuscli.relations.people.naming import Naming
    from corpuscli.relations.people.register import Register
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    form = shared.format
    write = table_writer(form or "simple", console.width)
    kind = of or ("summary" if form and not plot else "")
    make = table_of(kind or "years")
    corpus = open_corpus(shared.corpus)
    answer = ask(corpus, question(corpus, filters.asked(query)))
    tally = counted(answer.rows, Naming(Register(corpus.people)), limit, corpus.registers)
    if plot:
        _plot(console, kind or "years", tally, plot)
    elif kind:
        table = make(tally)
        if not form and kind in ("years", "months"):
            from corpuscli.cli.statistics import is_plain, with_bars

            table = with_bars(table, plain=is_plain(ascii))
        write(table, console.out)
    else:
        from corpuscli.cli.statistics import is_plain, overview

        overview(console, tally, plain=is_plain(ascii))
    for line in answer.remarks(certain=filters.certain):
        console.say(line)
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0


def _other_picture(path: str) -> str:
    """Return the ending of a file that is to be a picture of another kind, else ""."""
    return next((ending for ending in _PICTURES if path.lower().endswith(ending)), "")


def _plot(console: Console, kind: str, tally: Tally, path: str) -> None:
    """Draw a kind of statistics into a file, and name it; a timeline leaves out no year."""
    from dataclasses import replace

    from corpuscli.errors import UsageError
    from corpuscli.exports import load
    from corpuscli.querying.stats import table_of
    from corpuscli.store.outside import write_text

    if kind not in PLOTS:
        raise UsageError(f"--of {kind} cannot be drawn: --of years, months, matrix or pairs can")
    if not path.lower().endswith(".svg"):
        stem = path[: -len(ending)] if (ending := _other_picture(path)) else path
        raise UsageError(f"--plot {path}: the picture is SVG; name it {stem}.svg")
    whole = replace(tally, limit=0) if PLOTS[kind] == "timeline" else tally
    write_text(path, load("plots", PLOTS[kind]).draw(table_of(kind)(whole)))
    console.print(path)
