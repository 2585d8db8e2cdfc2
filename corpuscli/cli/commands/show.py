"""``corpuscli show``: one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.completion import ids
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.store.corpus import Corpus

FORMATS = ("", "text", "json", "html")


def command(
    shared: Shared,
    letter: Annotated[
        str,
        typer.Argument(
            metavar="ID", shell_complete=ids, help="The letter's id, its file, or a beginning that no other id has."
        ),
    ],
    *,
    cite: Annotated[
        str, typer.Option("--cite", metavar="STYLE", help="Print a reference to it instead: chicago or gost.")
    ] = "",
) -> int:
    """Print one letter: its file as it stands, its parts as JSON, a page of HTML, or a reference to it.

    JSON and HTML say which letters cite it; so does standard error on a terminal. --format is text, json or html.

    Examples:
      $ corpuscli show 1921-03-10-chicherin-stalin --cite chicago
      $ corpuscli show 1921-03-10 --format json
    """
    from corpuscli.cli.paging import paged
    from corpuscli.errors import UnknownNameError
    from corpuscli.querying.showing import find_letter, shown_record
    from corpuscli.store.corpus import open_corpus
    from corpuscli.text.visible import visible

    console = open_console(shared)
    if shared.format not in FORMATS:
        from corpuscli.text.nearest import nearest

        raise UnknownNameError("format", shared.format, nearest(shared.format, FORMATS[1:]) or FORMATS[1:])
    corpus = open_corpus(shared.corpus)
    found = find_letter(corpus, letter)
    if cite:
        from corpuscli.exports import load
        from corpuscli.exports.references.letters import letter_item
        from corpuscli.relations.people.register import Register

        register = Register(corpus.people)
        console.print(visible(load("styles", cite, "style").cite(letter_item(found, register), register)))
        return 0
    with paged(console) as shown:
        if shared.format in ("", "text"):
            source = found.source.replace("\r\n", "\n").removeprefix("\ufeff")
            shown.print(visible(source, lines=True).rstrip("\n"))
        else:
            from corpuscli.exports import load

            load("shown", shared.format).write(shown_record(corpus, found), shown.out)
    if console.interactive:
        _backlinks(console, corpus, found.id)
    return 0


def _backlinks(console: Console, corpus: Corpus, letter: str) -> None:
    """Say who cites the letter."""
    from corpuscli.relations.citations.corpus import cited_by

    for one in cited_by(corpus, letter):
        console.say(f"cited by {one.letter} ({one.part}): {one.raw}")
