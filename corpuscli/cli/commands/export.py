"""``corpuscli export``: letters in the field's formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.options import Shared

if TYPE_CHECKING:
    from corpuscli.exports.volume import Volume
    from corpuscli.querying.ask import Answer
    from corpuscli.store.corpus import Corpus


def command(
    shared: Shared,
    filters: Filters,
    *,
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help="As from:stalin not:type:note.")] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="PATH", help="The file to write.")] = None,
) -> int:
    """Write letters as TEI P5 (tei), CMIF for correspSearch (cmif), a spreadsheet (csv) or JSON lines (jsonl).

    For reference managers: CSL-JSON (csl), bibtex and ris, with the works that the letters cite.

    Without -o they go to standard output. A file is complete or it is not there. What the format cannot hold is said,
    with the number of letters. CMIF needs publisher, editor, licence, url, uuid and date under 'publication:' in
    corpus.yaml.

    Examples:
      $ corpuscli export --format tei -o letters.xml
      $ corpuscli export --sender Chicherin --format jsonl
    """
    from corpuscli.errors import UsageError
    from corpuscli.exports import formats, load
    from corpuscli.querying.ask import ask
    from corpuscli.querying.flags import question
    from corpuscli.store.corpus import open_corpus
    from corpuscli.store.outside import replacing

    console = open_console(shared)
    if not shared.format:
        raise UsageError(f"which format? --format {', '.join(formats('letters'))}")
    write = load("letters", shared.format).write
    corpus = open_corpus(shared.corpus)
    answer = ask(corpus, question(corpus, filters.asked(query)), brief=True)
    volume = _volume(corpus, answer)
    if output:
        with replacing(output) as file:
            write(volume, file)
        console.print(output)
    else:
        write(volume, console.out)
    for line in answer.remarks(certain=filters.certain):
        console.say(line)
    if volume.losses:
        console.say(f"What {shared.format} cannot hold, with how often:")
    for what, count in sorted(volume.losses.items(), key=lambda item: (-item[1], item[0])):
        console.say(f"{count:>6}  {what}")
    if volume.doubts:
        console.say(f"What readers of {shared.format} would miss, with how often:")
    for what, count in sorted(volume.doubts.items(), key=lambda item: (-item[1], item[0])):
        console.say(f"{count:>6}  {what}")
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0


def _volume(corpus: Corpus, answer: Answer) -> Volume:
    from corpuscli.exports.volume import Volume
    from corpuscli.querying.showing import letters_of
    from corpuscli.relations.people.register import Register

    config = corpus.config
    return Volume(letters_of(corpus, answer.rows), Register(corpus.people), config.title, config.publication)
