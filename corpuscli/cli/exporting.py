"""What ``export`` does: asks for letters, hands them to a format, and says what it cannot hold."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Generator, Iterable, Iterator
    from types import ModuleType

    from corpuscli.cli.console import Console
    from corpuscli.cli.progress import Progress
    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter
    from corpuscli.querying.ask import Answer
    from corpuscli.relations.citations.targets import Targets
    from corpuscli.store.corpus import Corpus


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

    if output and corpus.config.bibliography and os.path.realpath(output) == _bibliography(corpus):
        raise UsageError(f"{output}: is the bibliography of the corpus: name another; nothing was written")
    module = load("letters", form)
    progress = console.progress("letters")
    with _volume(corpus, answer, progress) as volume:
        _write(console, module, volume, output, form)
    progress.clear()
    if output:
        console.print(output)
    _tell(console, f"What {form} cannot hold, with how often:", volume.losses)
    _tell(console, f"What readers of {form} would miss, with how often:", volume.doubts)
    for problem in answer.unread:
        console.complain(str(problem))
    return 2 if answer.unread else 0


def _bibliography(corpus: Corpus) -> str:
    return os.path.realpath(corpus.absolute(corpus.config.bibliography))


def _write(console: Console, module: ModuleType, volume: Volume, output: str, form: str) -> None:
    """Write letters where they shall go: a format that can be a folder is one where the place is one."""
    from corpuscli.store.outside import replacing

    many = output.endswith(("/", os.sep)) or os.path.isdir(output)  # noqa: PTH112 - a stroke at the end counts
    if hasattr(module, "save") and (many or not hasattr(module, "write")):
        if not output:
            raise UsageError(f"{form} is no stream: name where it goes with -o PATH")
        module.save(volume, output)
    elif output:
        with replacing(output) as file:
            module.write(volume, file)
    else:
        module.write(volume, console.out)


def _tell(console: Console, heading: str, counts: Counter[str]) -> None:
    if counts:
        console.say(heading)
    for what, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        console.say(f"{count:>6}  {what}")


@contextmanager
def _volume(corpus: Corpus, answer: Answer, progress: Progress) -> Generator[Volume]:
    """Open the letters of an answer on their way out; what citations point to is looked up when it is first asked."""
    from functools import cache

    from corpuscli.exports.volume import Volume
    from corpuscli.querying.showing import letters_of
    from corpuscli.relations.people.register import Register

    with ExitStack() as opened:

        @cache
        def targets() -> Targets:
            from corpuscli.relations.citations.targets import Targets

            return opened.enter_context(closing(Targets(corpus)))

        config = corpus.config
        yield Volume(
            _watched(letters_of(corpus, answer.rows), progress),
            Register(corpus.people),
            config.title,
            config.publication,
            lambda letter: targets().resolved(letter),
            corpus.registers,
            answer.twins,
        )


def _watched(letters: Iterable[Letter], progress: Progress) -> Iterator[Letter]:
    for count, letter in enumerate(letters, start=1):
        progress.tell(count, letter.id)
        yield letter
