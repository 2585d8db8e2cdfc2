"""``corpuscli export``: letters in the field's formats."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.completion import queries
from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    filters: Filters,
    *,
    query: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUERY]", shell_complete=queries, help="As from:stalin not:type:note."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="The file or folder to write.")
    ] = None,
) -> int:
    """Write letters as TEI P5 (tei), CMIF for correspSearch (cmif), a spreadsheet (csv) or JSON lines (jsonl).

    For reference managers: CSL-JSON (csl), bibtex and ris, with the works that the letters cite. As tables with keys: a
    database (sqlite), a folder of CSV with its description (datapackage) or of Parquet (parquet).

    Without -o they go to standard output. With -o DIR/ tei writes one file a letter. What is written is complete or not
    there. What the format cannot hold is said, with the number of letters. CMIF needs publisher, editor, licence, url,
    uuid and date under 'publication:' in corpus.yaml.

    Examples:
      $ corpuscli export --format tei -o letters.xml
      $ corpuscli export --sender Chicherin --format jsonl
    """
    from corpuscli.cli.exporting import export
    from corpuscli.errors import UsageError
    from corpuscli.exports import formats, load
    from corpuscli.querying.ask import ask
    from corpuscli.querying.flags import question
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    if not shared.format:
        raise UsageError(f"which format? --format {', '.join(formats('letters'))}")
    load("letters", shared.format)
    corpus = open_corpus(shared.corpus)
    asked = question(corpus, filters.asked(query))
    answer = ask(corpus, asked, only="path")
    code = export(console, corpus, answer, shared.format, output or "")
    for line in answer.remarks(certain=filters.certain):
        console.say(line)
    if not answer.count and not answer.only_may:
        from corpuscli.querying.empty import why_empty

        console.say(why_empty(corpus, asked))
    return code
