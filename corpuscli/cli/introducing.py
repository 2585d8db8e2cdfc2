"""Asks who the parties are that people.yaml does not know; only what is answered goes into it."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpuscli.cli.console import Console
    from corpuscli.model.reading import Reading
    from corpuscli.relations.people.register import Register
    from corpuscli.store.corpus import Corpus

_NUMBER = "  a number: it is that person's name, too\n"
_HELP = "  p: a person whom people.yaml shall know; Enter: leave it"


@dataclass(slots=True)
class Introductions:
    """What was said about names in one run.

    Args:
        console: Where it is said.
        corpus: Whose register it is.
        asked: Puts a question and returns what is typed.
        spellings: Names of persons that stand in the register, by key.
        new: Names of persons that shall stand in it.
    """

    console: Console
    corpus: Corpus
    asked: Callable[[str], str]
    spellings: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    new: list[str] = field(default_factory=list[str])
    _met: set[str] = field(default_factory=set[str])
    _explained: bool = False

    def meet(self, readings: Sequence[Reading]) -> None:
        """Ask about each party that the register does not know, once in a run; an empty register is no register."""
        from corpuscli.relations.people.register import Register
        from corpuscli.relations.people.tally import UNKNOWN

        register = Register(self.corpus.people)
        if not register.people:
            return
        for reading in readings:
            for name in (*reading.all("senders"), *reading.all("recipients")):
                if name not in self._met and name != UNKNOWN and not register.resolve(name):
                    self._met.add(name)
                    self._ask(name, register)

    def _ask(self, name: str, register: Register) -> None:
        """Ask about one name, showing whom it may be."""
        from corpuscli.relations.people.likeness import likely

        owner = {spelling: person for person in register.people for spelling in person.names}
        persons = list(dict.fromkeys(owner[one.name].key for one in likely(name, owner)))
        self.console.say(f"{name} is not in people.yaml." + (" It may be:" if persons else ""))
        for number, key in enumerate(persons, 1):
            self.console.say(f"  {number}  {register.by_key[key].name} ({key})")
        keys = (_NUMBER if persons else "") + _HELP
        if not self._explained:
            self._explained = True
            self.console.say(keys)
        choices = "".join(f"{number}/" for number in range(1, len(persons) + 1))
        while answer := self.asked(f"Who is it? [{choices}p/Enter] ").lower():
            if answer == "p":
                self.new.append(name)
                return
            if answer in map(str, range(1, len(persons) + 1)):
                self.spellings.setdefault(persons[int(answer) - 1], []).append(name)
                return
            self.console.say(keys)

    def write(self) -> None:
        """Put into the register what was said, under undo records of its own."""
        for key, names in self.spellings.items():
            self._change(["merge", key, *names])
        if self.new:
            self._change(["add", *self.new])

    def _change(self, words: Sequence[str]) -> None:
        from shlex import join

        from corpuscli.relations.people.changes import change
        from corpuscli.store.corpus import open_corpus

        changed = change(open_corpus(self.corpus.root), words)
        if changed.write(join(["people", *words])):
            self.console.print(changed.path)
