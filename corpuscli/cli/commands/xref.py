"""``corpuscli xref``: what the letters cite."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corpuscli.cli.completion import ids
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

Texts = list[str] | None


def command(
    shared: Shared,
    *,
    letters: Annotated[
        Texts,
        typer.Argument(
            metavar="[ID]...", shell_complete=ids, help="Only these letters: ids, their beginnings, files or folders."
        ),
    ] = None,
    state: Annotated[Texts, typer.Option("--state", metavar="STATE", help="Only citations of this state.")] = None,
    dangling: Annotated[bool, typer.Option("--dangling", help="Only citations whose target is not there.")] = False,
    kind: Annotated[
        Texts, typer.Option("--kind", metavar="KIND", help="Only archive, work, letter, document or note.")
    ] = None,
    cites: Annotated[
        Texts, typer.Option("--cites", metavar="ID", help="Only citations of this: RGASPI/558/2, a work, a letter.")
    ] = None,
    text: Annotated[
        str, typer.Option("--text", metavar="FILE", help="Read any text instead of the corpus; - is stdin.")
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Exit 1 when one that is shown is dangling or malformed.")
    ] = False,
    concordance: Annotated[
        str,
        typer.Option(
            "--concordance", metavar="LEVEL", help="By archive, fond, opis, delo, work or page: cited by whom."
        ),
    ] = "",
    graph: Annotated[
        str, typer.Option("--graph", metavar="FORMAT", help="Who cites what, as dot, mermaid, graphml, json or svg.")
    ] = "",
    render: Annotated[
        str, typer.Option("--render", metavar="STYLE", help="Each in the words of gost, chicago, wikipedia or csl.")
    ] = "",
    compare: Annotated[
        str, typer.Option("--compare", metavar="OLD.jsonl", help="What was gained, lost and changed since that run.")
    ] = "",
) -> int:
    """Find every citation of archives, works, documents, notes and letters, and say what it points to.

    An archive's name is resolved to the archive that holds the fonds today. Targets are the letters that a citation
    points to: kept on the same leaf, of that number in the same edition, of that day and those persons. What several
    letters answer, or one that the words need not mean, is ambiguous, what none answers dangling. --state, --kind and
    --cites leave out the others, for --check too. Formats: all of tables; ids names the letters that cite.

    Examples:
      $ corpuscli xref
      $ corpuscli xref --kind work --format jsonl
      $ corpuscli xref --cites RGASPI/558
      $ corpuscli xref --concordance delo
    """
    from corpuscli.cli.citing import View, show
    from corpuscli.store.corpus import open_corpus
    from corpuscli.store.files import decode, read_text
    from corpuscli.xref import run

    console = open_console(shared)
    view = View(graph, concordance, render, compare)
    view.check(shared.format)
    corpus = None if text else open_corpus(shared.corpus)
    if corpus is not None:
        found = run.references(corpus, letters or ())
    else:
        found = run.references_of_text(decode(sys.stdin.buffer.read(), text) if text == "-" else read_text(text), text)
    found = found.only([*(state or ()), *(["dangling"] if dangling else ())], kind or (), cites or ())
    show(console, view, found, corpus, shared.format or "simple")
    console.say(found.summary())
    for problem in found.unread:
        console.complain(str(problem))
    if found.unread:
        return 2
    return 1 if check and found.failing else 0
