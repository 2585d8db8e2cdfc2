"""What stands in the corpus already: ids that are taken, and the letter that is the same."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpuscli.model.letter import plain
from corpuscli.model.values import dataclass
from corpuscli.relations.sameness import UNDATED, Facts, may_be_same, same_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpuscli.intake.drafts import Draft
    from corpuscli.model.letter import Letter
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.known import Known, KnownLetter


@dataclass(frozen=True, slots=True)
class Same:
    """A letter that is the same as one to be added.

    Args:
        id: Its id.
        path: Its path in the corpus.
        why: What makes it the same.
        new: Whether it is to be added by this very command, and is no file yet.
    """

    id: str
    path: str
    why: str
    new: bool = False


_NAMES = ("number", "x-tei-id")
"""Keys that name a letter in its edition."""


class Standing:
    """The letters of a corpus as far as adding to it asks for them: the index answers, no folder is walked."""

    def __init__(self, corpus: Corpus) -> None:
        """Ask a corpus."""
        self._corpus = corpus
        self._drafts: dict[str, list[Draft]] = {}
        self._ids: set[str] = set()
        self._new: set[str] = set()
        self._counts: dict[str, int] = {}
        self._twins: dict[str, dict[str, list[KnownLetter]]] = {}

    @cached_property
    def _known(self) -> Known:
        from corpuscli.store.index.known import Known

        return Known(self._corpus)

    def taken(self, name: str) -> bool:
        """Tell whether a letter has an id."""
        return name in self._ids or self._known.has_id(name)

    def named(self, name: str) -> Same | None:
        """Return the letter of an id."""
        found = self._known.having("id", name)
        return Same(name, found[0].path, "the same id") if found else None

    def free(self, derived: str) -> str:
        """Return a derived id, with ``-2``, ``-3`` ... behind where another letter has it."""
        from corpuscli.text.ids import numbered

        count = self._counts.get(derived, 1)
        while self.taken(name := numbered(derived, count)):
            count += 1
            self._counts[derived] = count
        return name

    def same(self, reading: Reading) -> Same | None:
        """Return the letter that is the same; None where none is."""
        facts = _read_facts(reading)
        for draft in self._drafts.get(facts.date, ()):
            # An edition that numbers two letters alike still has two; the next run must not bring them again.
            other = replace(_read_facts(draft.reading), names=frozenset())
            why = same_letter(facts, other)
            if why:
                return Same(draft.id, draft.path, why, new=True)
        for path, other in self._alike(reading, facts):
            if may_be_same(facts, other):
                why = same_letter(facts, self._whole(path))
                if why:
                    return Same(other.id, path, why)
        return None

    def twin(self, reading: Reading) -> Same | None:
        """Return a letter without text that an earlier run has made of the same record; None where none is.

        Two letters without text may well say the same: each is met once.
        """
        if reading.text.strip():
            return None
        date = reading.get("date")
        if date not in self._twins:
            twins: dict[str, list[KnownLetter]] = {}
            self._twins[date] = twins
            for letter in reversed(self._known.having("date", date)):
                if not letter.words and letter.path not in self._new:
                    twins.setdefault(_record(letter.record.items()), []).append(letter)
        found = self._twins[date].get(_record((field.key, plain(field.value)) for field in reading.fields))
        if not found:
            return None
        letter = found.pop()
        return Same(str(letter.record["id"]), letter.path, "the same record")

    def _alike(self, reading: Reading, facts: Facts) -> Iterator[tuple[str, Facts]]:
        """Yield the letters that may be the same: those of the date, of undated ones those of the name."""
        if facts.date != UNDATED:
            keys = {"date": facts.date}
        elif facts.names:
            keys = {key: value for key in (*_NAMES, "url") if (value := reading.get(key))}
        else:
            return
        for key, value in keys.items():
            for letter in self._known.having(key, value):
                yield letter.path, _kept_facts(letter)

    def _whole(self, path: str) -> Facts:
        """Return a letter's facts with its text, which is read again."""
        facts = _facts_of(self._corpus.read(path))
        return replace(facts, names=frozenset()) if path in self._new else facts

    def note(self, draft: Draft) -> None:
        """Count a draft among the letters: the next reading may be the same."""
        self._drafts.setdefault(draft.reading.get("date"), []).append(draft)
        self._ids.add(draft.id)

    def written(self, paths: Sequence[str]) -> None:
        """Let the index know what was written."""
        if paths:
            self._known.take_in(paths)
        self._new.update(paths)
        self._drafts.clear()
        self._ids.clear()


def _record(items: Iterable[tuple[str, object]]) -> str:
    """Return front matter without its id as one text."""
    return repr(sorted((key, value) for key, value in items if key != "id"))


def _kept_facts(letter: KnownLetter) -> Facts:
    """Return what the index keeps of a letter; its words are not among it."""

    def every(key: str) -> tuple[str, ...]:
        value: Any = letter.record.get(key) or ()
        return (value,) if isinstance(value, str) else tuple(map(str, value))

    facts = _facts(lambda key: next(iter(every(key)), ""), every, "-" if letter.words else "")
    return replace(facts, text="")


def _facts_of(letter: Letter) -> Facts:
    body = letter.body.of(letter.source)
    return _facts(letter.get, letter.all, body)


def _read_facts(reading: Reading) -> Facts:
    return _facts(reading.get, reading.all, reading.text)


def _facts(get: Callable[[str], str], every: Callable[[str], tuple[str, ...]], text: str) -> Facts:
    parties = every("senders"), every("recipients")
    return Facts(get("id"), get("date"), *parties, every("source"), text, _names(get, text))


def _names(get: Callable[[str], str], text: str) -> frozenset[str]:
    """Return what names a letter in its edition."""
    edition = get("edition")
    found = [f"{key} {get(key)} of {edition}" for key in _NAMES if get(key) and edition]
    return frozenset([*found, *([get("url")] if get("url") and not text.strip() else [])])
