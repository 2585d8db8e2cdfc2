"""``corpuscli xref``: what the letters cite."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

Texts = list[str] | None


def command(
    shared: Shared,
    *,
    letters: Annotated[Texts, typer.Argument(metavar="[ID]...", help="Only these letters.")] = None,
    state: Annotated[Texts, typer.Option("--state", metavar="STATE", help="Only citations of this state.")] = None,
    kind: Annotated[Texts, typer.Option("--kind", metavar="KIND", help="Only archive, or only work.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 when one is dangling or malformed.")] = False,
) -> int:
    """Find every citation of an archive or a published work, and say what it points to.

    The archive's name is resolved to the archive that holds the fonds today. Formats: all of tables.

    Examples:
      $ corpuscli xref
      $ corpuscli xref --kind work --format jsonl
    """
    from corpuscli.exports import table_writer
    from corpuscli.store.corpus import open_corpus
    from corpuscli.xref import run

    console = open_console(shared)
    write = table_writer(shared.format or "simple")
    corpus = open_corpus(shared.corpus)
    found = run.references(corpus, letters or ()).only(state or (), kind or ())
    write(run.table(corpus, found.cited), console.out)
    console.say(found.summary())
    for problem in found.unread:
        console.complain(str(problem))
    if found.unread:
        return 2
    return 1 if check and found.failing else 0
