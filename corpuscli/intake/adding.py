"""Adds letters to a corpus: completes what was read, refuses what stands there, writes the rest at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpuscli.errors import CorpusError, SameLetterError, UsageError
from corpuscli.intake.drafts import Draft, drafted, refuse_incomplete, supply
from corpuscli.intake.standing import Standing
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


def plan(corpus: Corpus, readings: Iterable[Reading], manner: Manner) -> Plan:
    """Decide about each reading before anything is written.

    Raises:
        UsageError: ``--id`` with more than one letter, or one that is taken.
        DateError: A supplied date is none.
    """
    readings = list(readings)
    if "id" in manner.supplied and len(readings) > 1:
        raise UsageError(f"--id names one letter, but {len(readings)} were read: leave it out")
    standing, planned = Standing(corpus), Plan()
    for reading in readings:
        try:
            _decide(supply(reading, manner.supplied, corpus.config), standing, manner, planned)
        except SameLetterError as same:
            if manner.skip_existing:
                planned.skipped.append(same.letter)
            else:
                planned.refused.append(same)
        except CorpusError as problem:
            planned.refused.append(problem)
    return planned


def _decide(reading: Reading, standing: Standing, manner: Manner, planned: Plan) -> None:
    refuse_incomplete(reading)
    name = reading.get("id")
    if name and name in standing.taken:
        raise UsageError(f"--id {name}: another letter has this id; choose another, or leave it out")
    same = None if manner.force else standing.same(reading)
    if same:
        where = f"{reading.origin}: " if reading.origin else ""
        raise SameLetterError(
            f"{where}the letter stands in the corpus already as {same[0]} ({same[1]}); "
            "--force adds it all the same, --skip-existing passes over it, --update refreshes it",
            same[0],
        )
    draft = drafted(reading, standing.taken)
    standing.note(draft.reading)
    planned.drafts.append(draft)


def write(corpus: Corpus, drafts: Iterable[Draft], command: str) -> None:
    """Write letters at once, all or none.

    Args:
        corpus: Where to.
        drafts: What.
        command: The command line, for ``undo --list``.

    Raises:
        WriteError: Nothing was written.
    """
    transaction = Transaction(corpus.root, command)
    for draft in drafts:
        transaction.create(draft.path, draft.source.encode("utf-8"))
    transaction.commit()
