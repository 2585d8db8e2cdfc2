"""Adds letters to a corpus: completes what was read, refuses what stands there, writes the rest."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError, InputError, SameLetterError, UsageError, WriteError
from corpuscli.intake.drafts import Draft, drafted, missing, refuse_incomplete, supply
from corpuscli.intake.refreshing import Refreshed, refresh
from corpuscli.intake.standing import Standing
from corpuscli.model.values import dataclass
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.writing.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpuscli.intake.standing import Same
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
        update: Whether the same letter is refreshed by what is read.
    """

    supplied: Mapping[str, Value] = field(default_factory=dict["str", "Value"])
    force: bool = False
    skip_existing: bool = False
    update: bool = False


@dataclass(slots=True)
class Plan:
    """What would be written.

    Args:
        drafts: The letters.
        updates: The letters that stand there already and would be refreshed.
        refused: What cannot be added, and why.
        skipped: Ids of letters that stand there already and were passed over.
    """

    drafts: list[Draft] = field(default_factory=list[Draft])
    updates: list[Refreshed] = field(default_factory=list[Refreshed])
    refused: list[CorpusError] = field(default_factory=list[CorpusError])
    skipped: list[str] = field(default_factory=list[str])

    @property
    def count(self) -> int:
        """How many letters would be written."""
        return len(self.drafts) + len(self.updates)

    @property
    def readings(self) -> list[Reading]:
        """What was read of the letters that would be written."""
        return [*(draft.reading for draft in self.drafts), *(update.reading for update in self.updates)]


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

    def lacks(self, reading: Reading) -> tuple[str, ...]:
        """Return the keys that a letter needs, and neither the page nor the command line says."""
        return tuple(key for key in missing(reading) if not self._manner.supplied.get(key))

    def completed(self, reading: Reading, answers: Mapping[str, Value]) -> Reading:
        """Put answers to what a reading lacks into it.

        Raises:
            DateError: A date is none.
        """
        return supply(reading, answers, self._corpus.config)

    def plan(self, readings: Iterable[Reading]) -> Plan:
        """Decide about each reading before anything is written.

        Raises:
            DateError: A supplied date is none.
            UsageError: A supplied id is none.
        """
        planned = Plan()
        for reading in readings:
            try:
                self._decide(supply(reading, self._manner.supplied, self._corpus.config), planned)
            except (InputError, SameLetterError, WriteError) as problem:
                planned.refused.append(problem)
        return planned

    def _decide(self, reading: Reading, planned: Plan) -> None:
        refuse_incomplete(reading)
        same = None if self._manner.force else self._same(reading)
        if same is not None:
            self._met(reading, same, planned)
            return
        name = reading.get("id")
        if name and self._standing.taken(name):
            self._refuse_taken(name, reading.place)
            reading = replace(reading, fields=tuple(field for field in reading.fields if field.key != "id"))
        draft = drafted(reading, self._standing.free)
        _refuse_unreadable(draft)
        self._standing.note(draft)
        planned.drafts.append(draft)

    def _same(self, reading: Reading) -> Same | None:
        """Return the letter that is the same; of an import that is run again also what nothing but its record tells."""
        same = self._standing.same(reading)
        if same is None and self._manner.update and reading.get("id"):
            same = self._standing.named(reading.get("id"))
        if same is None and (self._manner.skip_existing or self._manner.update):
            same = self._standing.twin(reading)
        return same

    def _met(self, reading: Reading, same: Same, planned: Plan) -> None:
        """Decide about a letter that stands in the corpus already."""
        if self._manner.update and not same.new:
            refreshed = refresh(self._corpus.read(same.path), reading)
            if refreshed.changed:
                planned.updates.append(refreshed)
            else:
                planned.skipped.append(same.id)
        elif self._manner.skip_existing or self._manner.update:
            planned.skipped.append(same.id)
        else:
            where = f"{reading.place}: " if reading.place else ""
            raise SameLetterError(
                f"{where}the letter stands in the corpus already as {same.id} ({same.why}); --force adds it all the "
                "same, --skip-existing passes over it, --update refreshes it",
                same.id,
            )

    def _refuse_taken(self, name: str, place: str) -> None:
        """Refuse an id that another letter has; one that was read gives way when the letter is added by force."""
        if "id" in self._manner.supplied:
            raise UsageError(f"--id {name}: another letter has this id; choose another, or leave it out")
        if not self._manner.force:
            raise InputError(f"id {name}: another letter has this id; give it another with --id", place)

    def write(self, drafts: Sequence[Draft], updates: Sequence[Refreshed] = ()) -> None:
        """Write a batch of letters at once, all or none; all batches of one adder are one command to ``undo``.

        Raises:
            WriteError: Nothing of this batch was written.
        """
        transaction = Transaction(self._corpus.root, self._command)
        for draft in drafts:
            transaction.create(draft.path, draft.source.encode("utf-8"))
        for update in updates:
            transaction.replace(update.path, update.old.encode("utf-8"), update.new.encode("utf-8"))
        self._record = transaction.commit(batch_of=self._record)
        self._standing.written([*(draft.path for draft in drafts), *(update.path for update in updates)])


def _refuse_unreadable(draft: Draft) -> None:
    """Refuse what no command could read again, as a name of bytes that are no text."""
    try:
        parse_letter(draft.source, draft.path)
    except InputError as problem:
        raise InputError(f"cannot be written as a letter: {problem.message}", draft.reading.place) from None
