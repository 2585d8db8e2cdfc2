"""What ``export`` does: asks for letters, hands them to a format, and says what it cannot hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from corpuscli.cli.progress import Progress
from corpuscli.errors import UsageError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.cli.console import Console
    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter
    from corpuscli.querying.ask import Answer
    from corpuscli.relations.citations.letters import Letters
    from corpuscli.store.corpus import Corpus
    from corpuscli.xref.letter import Cited


def export(console: Console, corpus: Corpus, answer: Answer, form: str, output: str) -> int:
    """Write the letters of an answer, and return the exit code.

    Args:
        console: Where data goes when there is no ``output``.
        corpus: Whose letters they are.
        answer: The letters.
        form: The format.
        output: A file, or a folder; ``""`` for standard output.

    Raises:
        UsageError: The format is a folder or a database, and no place is named.
        WriteError: It cannot be written; what stood there stands as it was.
    """
    from corpuscli.exports import load
    from corpuscli.store.outside import replacing

    module = load("letters", form)
    progress = Progress(console, "letters")
    volume = volume_of(corpus, answer, progress)
    save = getattr(module, "save", None)
    many = output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112 - a stroke at the end counts
    if save is not None and (many or not hasattr(module, "write")):
        if not output:
            raise UsageError(f"{form} is no stream: name where it goes with -o PATH")
        save(volume, output)
    elif output:
        with replacing(output) as file:
            module.write(volume, file)
    else:
        module.write(volume, console.out)
    progress.clear()
    if output:
        console.print(output)
    _tell(console, f"What {form} cannot hold, with how often:", volume.losses)
    _tell(console, f"What readers of {form} would miss, with how often:", volume.doubts)
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0


def _tell(console: Console, heading: str, counts: Counter[str]) -> None:
    if counts:
        console.say(heading)
    for what, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        console.say(f"{count:>6}  {what}")


def volume_of(corpus: Corpus, answer: Answer, progress: Progress) -> Volume:
    """Return the letters of an answer on their way out."""
    from corpuscli.exports.volume import Volume
    from corpuscli.querying.showing import letters_of
    from corpuscli.relations.people.register import Register

    config = corpus.config
    return Volume(
        _watched(letters_of(corpus, answer.rows), progress),
        Register(corpus.people),
        config.title,
        config.publication,
        _resolver(corpus),
        corpus.registers,
    )


def _watched(letters: Iterable[Letter], progress: Progress) -> Iterator[Letter]:
    for count, letter in enumerate(letters, start=1):
        progress.tell(count, letter.id)
        yield letter


def _resolver(corpus: Corpus) -> Callable[[Letter], Iterable[Cited]]:
    """Return what says what a letter's citations point to; all letters are read when it is first asked."""
    from functools import cache

    from corpuscli.relations.citations.corpus import corpus_citations
    from corpuscli.xref.letter import resolved_of

    @cache
    def known() -> Letters:
        return corpus_citations(corpus).letters

    return lambda letter: resolved_of(letter, known(), corpus.registers)
