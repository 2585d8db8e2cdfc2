"""Goes through passages with the person at the terminal."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.dedupe.run import Found
    from corpuscli.dedupe.within import Removal
    from corpuscli.model.passage import Passage
    from corpuscli.model.span import Span
    from corpuscli.store.accepted import Accepted

_WITHIN = "Remove the later copies? [y]es, [n]o, 1-{most}: keep only that copy, [a]ccept, [q]uit: "
_HELP_WITHIN = (
    "  y  keep the first copy      1, 2 ...  keep that copy      n  leave all\n"
    "  a  keep all on purpose, with a reason      q  leave this and all the rest"
)
_HELP = "  n  go on      a  keep on purpose, with a reason      q  leave this and all the rest"
_ACROSS = "Copies in several letters stay. [n]ext, [a]ccept, [q]uit: "


class _Person:
    """Who is asked, and what was said so far.

    Args:
        console: Where the person sits.
        found: The passages to ask about.
    """

    def __init__(self, console: Console, found: Found) -> None:
        self._console, self._found = console, found
        self.accepted: list[Accepted] = []
        self._chosen: dict[str, tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
        self.left = 0

    def go(self) -> None:
        """Ask about each passage until all are done or the person has enough."""
        for number, passage in enumerate(self._found.passages):
            self._show(passage)
            if not self._decided(passage):
                self.left += len(self._found.passages) - number
                return

    def _show(self, passage: Passage) -> None:
        from corpuscli.dedupe.rows import shown
        from corpuscli.exports.repeats.full import write

        console = self._console
        write(shown(self._found.letters, [passage]), console.out, console.paint, console.width)
        console.out.flush()

    def _decided(self, passage: Passage) -> bool:
        """Ask until the answer is one; False where the person quits."""
        most = len(passage.copies)
        question = _WITHIN.format(most=most) if passage.kind == "within" else _ACROSS
        while True:
            answer = self._ask(question)
            if answer in (None, "q"):
                return False
            if answer == "n":
                self.left += 1
                return True
            if answer == "a" and self._accepts(passage):
                return True
            if passage.kind == "within" and (keep := _copy(answer, most)):
                self._remove(passage, keep - 1)
                return True
            if answer != "a":
                self._console.say(_HELP_WITHIN if passage.kind == "within" else _HELP)

    def _ask(self, question: str) -> str | None:
        """Return a line in lower case without blanks around it; None where no more will come."""
        self._console.err.write(question)
        self._console.err.flush()
        line = sys.stdin.readline()
        return line.strip().lower() if line else None

    def _accepts(self, passage: Passage) -> bool:
        from corpuscli.dedupe.known import entries_for

        reason = self._ask("Why is it kept? ")
        if not reason:
            return False
        self.accepted += entries_for(self._found, [passage.id], reason)
        return True

    def _remove(self, passage: Passage, keep: int) -> None:
        spans = [copy.span for copy in passage.copies]
        stays, goes = self._chosen[self._found.letters.paths[passage.copies[0].text]]
        stays.append(spans.pop(keep))
        goes += spans

    def removals(self) -> dict[str, Removal]:
        """Return what goes, by the letter's path in the corpus."""
        from corpuscli.dedupe.within import taken

        read = self._found.letters.corpus.read
        return {path: taken(read(path), goes, stays) for path, (stays, goes) in self._chosen.items()}


def _copy(answer: str | None, most: int) -> int:
    """Return which copy stays, counted from 1; 0 where the answer is none."""
    if answer in ("y", "yes"):
        return 1
    return int(answer) if answer and answer.isdecimal() and 1 <= int(answer) <= most else 0


def go_through(console: Console, found: Found, *, dry_run: bool) -> int:
    """Ask about each passage, then carry out what was said as one change.

    Returns:
        How many passages stay as they are.
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.dedupe.run import put
    from corpuscli.store.accepted import accept
    from corpuscli.store.writing.transaction import Transaction

    person = _Person(console, found)
    person.go()
    corpus = found.letters.corpus
    job = Transaction(corpus.root, command_line())
    removals = person.removals()
    put(job, corpus, removals)
    if person.accepted:
        accept(job, corpus, person.accepted)
    carry_out(console, corpus, job, dry_run=dry_run)
    for path, plan in removals.items():
        for why in plan.kept:
            console.complain(f"{corpus.shown(path)}: {why}")
    return person.left
