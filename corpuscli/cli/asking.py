"""Asks a person about a letter that is about to be added: what is missing, then ``[Y/n/e/d/a/q]``."""

from __future__ import annotations

import sys
from dataclasses import field, replace
from typing import TYPE_CHECKING

from corpuscli.cli.checking import Check
from corpuscli.cli.diffing import show_diff
from corpuscli.cli.editing import editing
from corpuscli.cli.introducing import Introductions
from corpuscli.errors import CorpusError, DateError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.cli.console import Console
    from corpuscli.intake.adding import Adder
    from corpuscli.intake.drafts import Draft
    from corpuscli.intake.refreshing import Refreshed
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus

_HELP = (
    "  Enter, y  add it             n  pass over it",
    "  e         edit it first      d  show the file as it will be written",
    "  a         add this and all the rest without asking",
    "  q, Ctrl-C stop; what you said yes to is added",
)
_REFRESH_HELP = (
    "  Enter, y  refresh it         n  leave it as it is",
    "  a         refresh this and all the rest without asking",
    "  q, Ctrl-C stop; what you said yes to is refreshed",
)
_QUESTIONS = {
    "date": "Date (as printed, or in EDTF; XXXX for undated)",
    "senders": "Senders (; between)",
    "recipients": "Recipients (; between)",
}


@dataclass(slots=True)
class Person:
    """Who sits at the terminal, and what they said about all letters.

    Args:
        console: Where they are asked.
        corpus: Whose register of names is asked.
        everything: Whether they said yes to all.
        stopped: Whether they want no more.
        broken_off: Whether they said so with Ctrl-C, so that the command ends as one that was interrupted.
        explained: Whether the keys have been told.
    """

    console: Console
    corpus: Corpus
    everything: bool = False
    stopped: bool = False
    broken_off: bool = False
    explained: bool = False
    names: Introductions = field(init=False)
    """What they said about names."""

    def __post_init__(self) -> None:
        self.names = Introductions(self.console, self.corpus, self.asked)

    def completed(self, reading: Reading, adder: Adder) -> Reading:
        """Ask for what a letter needs and nothing says; an empty answer leaves it out."""
        lacking = adder.lacks(reading)
        if not lacking or self.stopped or self.everything:
            return reading
        self._show(reading)
        self.console.say("What is not said and a letter needs (Enter leaves it open, and the letter out):")
        for key in lacking:
            reading = self._supplied(reading, adder, key)
        return reading

    def _supplied(self, reading: Reading, adder: Adder, key: str) -> Reading:
        """Ask for one key until the answer can be read."""
        while answer := self.asked(f"{_QUESTIONS[key]}: "):
            many = tuple(one.strip() for one in answer.split(";") if one.strip())
            try:
                return adder.completed(reading, {key: answer if key == "date" else many})
            except DateError as problem:
                self.console.complain(str(problem))
        return reading

    def adds(self, draft: Draft, heading: str = "") -> Draft | None:
        """Ask whether a letter is to be added; None when the answer is no, perhaps edited otherwise.

        Args:
            draft: The letter.
            heading: Which of how many it is.
        """
        if self.everything or self.stopped:
            return None if self.stopped else draft
        self._show(draft.reading, heading)
        self._explain(_HELP)
        source = draft.source
        while True:
            choice = self.asked("Add it? [Y/n/e/d/a/q] ", or_else="q").lower()
            if choice == "e":
                source = self._edited(draft, source)
            elif choice == "d":
                self.console.say(_folded(source, self.console.width))
                self._explain_again(_HELP)
            elif self._decided(choice, _HELP):
                return replace(draft, edited=source) if choice in ("", "y", "yes", "a", "all") else None

    def refreshes(self, update: Refreshed) -> bool:
        """Show how a letter would change, and ask whether it may."""
        if self.everything or self.stopped:
            return not self.stopped
        show_diff(self.console, update.reading.path, update.old, update.new)
        self.console.out.flush()
        self._explain(_REFRESH_HELP)
        while True:
            choice = self.asked("Refresh it? [Y/n/a/q] ", or_else="q").lower()
            if self._decided(choice, _REFRESH_HELP):
                return choice in ("", "y", "yes", "a", "all")

    def _edited(self, draft: Draft, source: str) -> str:
        """Let a letter be edited until it can stand in its file; the version before where that is given up."""
        path = draft.reading.path
        try:
            with editing(self.console, path, source) as version:
                text = version.checked(Check(draft.source, path, self.corpus.config))
        except CorpusError as problem:
            self.console.complain(str(problem))
            self.console.say("The letter is as it was before you edited it.")
            return source
        show_diff(self.console, path, source, text)
        self.console.out.flush()
        return text

    def _explain(self, keys: Sequence[str]) -> None:
        """Tell what the keys mean, before the first question."""
        if not self.explained:
            self.explained = True
            for line in keys:
                self.console.say(line)

    def _explain_again(self, keys: Sequence[str]) -> None:
        self.explained = False
        self._explain(keys)

    def _decided(self, choice: str, keys: Sequence[str]) -> bool:
        """Take over an answer that decides; explain any other."""
        if choice in ("a", "all"):
            self.everything = True
        elif choice in ("q", "quit"):
            self.stopped = True
        elif choice not in ("", "y", "yes", "n", "no"):
            self._explain_again(keys)
            return False
        return True

    def _show(self, reading: Reading, heading: str = "") -> None:
        from corpuscli.exports.readings.table import show

        self.console.err.write("\n")
        show(reading, self.console.err, self.console.paint, heading=heading, width=self.console.width)

    def asked(self, question: str, or_else: str = "") -> str:
        """Return a line that was typed, without its blanks; ``or_else`` where the input has ended."""
        self.console.err.write(question)
        self.console.err.flush()
        answer = sys.stdin.readline()
        return answer.strip() if answer else or_else


def _folded(text: str, width: int) -> str:
    """Break the lines of a text between words, so that they fit into so many cells."""
    from textwrap import wrap

    parts = (wrap(line, width, break_on_hyphens=False, replace_whitespace=False) for line in text.splitlines())
    return "\n".join("\n".join(lines) for lines in parts)
