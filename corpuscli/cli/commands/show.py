"""``corpuscli show``: one letter."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    letter: Annotated[str, typer.Argument(metavar="ID", help="The letter's id, or a beginning that no other has.")],
    *,
    cite: Annotated[
        str, typer.Option("--cite", metavar="STYLE", help="Print a reference to it instead: chicago or gost.")
    ] = "",
) -> int:
    """Print one letter: its file as it stands, its parts as JSON, or a reference to it as historians write it.

    Examples:
      $ corpuscli show 1921-03-10-chicherin-stalin --cite chicago
      $ corpuscli show 1921-03-10 --format json
    """
    import json

    from corpuscli.errors import UnknownNameError
    from corpuscli.querying.showing import find_letter, shown_record
    from corpuscli.store.corpus import open_corpus
    from corpuscli.text.visible import visible

    console = open_console(shared)
    if shared.format not in ("", "text", "json"):
        raise UnknownNameError("format", shared.format, ("text", "json"))
    corpus = open_corpus(shared.corpus)
    found = find_letter(corpus, letter)
    if cite:
        from corpuscli.exports import load
        from corpuscli.exports.references.letters import letter_item
        from corpuscli.relations.people.register import Register

        register = Register(corpus.people)
        console.print(visible(load("styles", cite, "style").cite(letter_item(found, register), register)))
    elif shared.format == "json":
        console.print(json.dumps(shown_record(corpus, found), ensure_ascii=False, indent=2))
    else:
        console.print(visible(found.source.replace("\r\n", "\n").removeprefix("\ufeff"), lines=True).rstrip("\n"))
    return 0
