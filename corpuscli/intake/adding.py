"""Adds letters to a corpus: completes what was read, refuses what stands there, writes the rest."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError, InputError, SameLetterError, UsageError
from corpuscli.intake.drafts import Draft, drafted, refuse_incomplete, supply
from corpuscli.intake.standing import Standing
from corpuscli.model.values import dataclass
from corpuscli.store.writing.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.model.letter import Value
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Manner:
    """How letters are added.

    Args:
        supplied: Keys and values that stand over what is read.
        force: Whether the same letter is added all the same.
        skip_existing: Whether the same letter is passed over in silence.
    """

    supplied: Mapping[str, Value] = field(default_factory=dict["str", "Value"])
    force: bool = False
    skip_existing: bool = False


@dataclass(slots=True)
class Plan:
    """What would be written.

    Args:
        drafts: The letters.
        refused: What cannot be added, and why.
        skipped: Ids of letters that stand there already and were passed over.
    """

    drafts: list[Draft] = field(default_factory=list[Draft])
    refused: list[CorpusError] = field(default_factory=list[CorpusError])
    skipped: list[str] = field(default_factory=list[str])


class Adder:
    """Adds letters to one corpus, batch by batch, under one record that ``undo`` takes back.

    Args:
        corpus: Where to.
        manner: How.
        command: The command line, for ``undo --list``.
    """

    def __init__(self, corpus: Corpus, manner: Manner, command: str = "add") -> None:
        """Ask nothing of the corpus yet."""
        self._corpus, self._manner, self._command = corpus, manner, command
        self._standing = Standing(corpus)
        self._record: int | None = None

    @property
    def supplied(self) -> Mapping[str, Value]:
        """Keys and values that stand over what is read."""
        return self._manner.supplied

    def plan(self, readings: Iterable[Reading]) -> Plan:
        """Decide about each reading before anything is written.

        Raises:
            DateError: A supplied date is none.
            UsageError: A supplied id is none.
        """
        planned = Plan()
        for reading in readings:
            try:
                draft = self._decide(supply(reading, self._manner.supplied, self._corpus.config))
            except SameLetterError as same:
                if self._manner.skip_existing:
                    planned.skipped.append(same.letter)
                else:
                    planned.refused.append(same)
            except InputError as problem:
                planned.refused.append(problem)
            else:
                self._standing.note(draft)
                planned.drafts.append(draft)
        return planned

    def _decide(self, reading: Reading) -> Draft:
        refuse_incomplete(reading)
        same = None if self._manner.force else self._standing.same(reading)
        if same:
            where = f"{reading.origin}: " if reading.origin else ""
            raise SameLetterError(
                f"{where}the letter stands in the corpus already as {same[0]} ({same[1]}); "
                "--force adds it all the same, --skip-existing passes over it",
                same[0],
            )
        name = reading.get("id")
        if name and name in self._standing.taken:
            self._refuse_taken(name, reading.origin)
            reading = replace(reading, fields=tuple(field for field in reading.fields if field.key != "id"))
        return drafted(reading, self._standing.taken)

    def _refuse_taken(self, name: str, origin: str) -> None:
        """Refuse an id that another letter has; one that was read gives way when the letter is added by force."""
        if "id" in self._manner.supplied:
            raise UsageError(f"--id {name}: another letter has this id; choose another, or leave it out")
        if not self._manner.force:
            raise InputError(f"id {name}: another letter has this id; give it another with --id", origin)

    def write(self, drafts: Iterable[Draft]) -> None:
        """Write a batch of letters at once, all or none; all batches of one adder are one command to ``undo``.

        Raises:
            WriteError: Nothing of this batch was written.
        """
        transaction = Transaction(self._corpus.root, self._command)
        for draft in drafts:
            transaction.create(draft.path, draft.source.encode("utf-8"))
        self._record = transaction.commit(batch_of=self._record)
        self._standing.written()
