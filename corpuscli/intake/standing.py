"""What stands in the corpus already: ids that are taken, and the letter that is the same."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.relations.sameness import Facts, may_be_same, same_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.intake.drafts import Draft
    from corpuscli.model.letter import Letter
    from corpuscli.model.reading import Reading
    from corpuscli.store.corpus import Corpus


class Standing:
    """The letters of a corpus as far as adding to it asks for them; read when first asked, without their texts."""

    def __init__(self, corpus: Corpus) -> None:
        """Ask a corpus."""
        self._corpus = corpus
        self._drafts: dict[str, Draft] = {}
        self._new: set[str] = set()

    @cached_property
    def taken(self) -> set[str]:
        """All ids, by the names of the files."""
        return {path.rpartition("/")[2].rpartition(".")[0] for path in self._corpus.letter_paths()}

    @cached_property
    def _by_date(self) -> dict[str, list[tuple[Facts, str]]]:
        found: dict[str, list[tuple[Facts, str]]] = {}
        for letter in self._corpus.letters():
            if not isinstance(letter, InputError):
                found.setdefault(letter.get("date"), []).append((_facts_of(letter, text=False), letter.path))
        return found

    def same(self, reading: Reading) -> tuple[str, str] | None:
        """Return the id of the letter that is the same, and why it is; None where none is."""
        facts = _read_facts(reading)
        for other, path in self._by_date.get(facts.date, ()):
            if may_be_same(facts, other):
                why = same_letter(facts, self._whole(path))
                if why:
                    return other.id, why
        return None

    def _whole(self, path: str) -> Facts:
        """Return a letter's facts with its text, which is read again."""
        if path in self._drafts:
            facts = _read_facts(self._drafts[path].reading)
        else:
            facts = _facts_of(self._corpus.read(path), text=True)
        # An edition that numbers two letters alike still has two; it is the next run that must not bring them again.
        return replace(facts, names=frozenset()) if path in self._new else facts

    def note(self, draft: Draft) -> None:
        """Count a draft among the letters: the next reading may be the same."""
        facts = _read_facts(draft.reading, text=False)
        self._by_date.setdefault(facts.date, []).append((facts, draft.path))
        self._drafts[draft.path] = draft
        self._new.add(draft.path)

    def written(self) -> None:
        """Forget the texts of the drafts: they are files now."""
        self._drafts.clear()


def _facts_of(letter: Letter, *, text: bool) -> Facts:
    body = letter.body.of(letter.source)
    return Facts(
        letter.id,
        letter.get("date"),
        letter.all("senders"),
        letter.all("recipients"),
        letter.all("source"),
        body if text else "",
        _names(letter.get, body),
    )


def _read_facts(reading: Reading, *, text: bool = True) -> Facts:
    return Facts(
        reading.get("id"),
        reading.get("date"),
        reading.all("senders"),
        reading.all("recipients"),
        reading.all("source"),
        reading.text if text else "",
        _names(reading.get, reading.text),
    )


def _names(get: Callable[[str], str], text: str) -> frozenset[str]:
    """Return what names a letter in its edition."""
    edition = get("edition")
    found = [f"{key} {get(key)} of {edition}" for key in ("number", "x-tei-id") if get(key) and edition]
    return frozenset([*found, *([get("url")] if get("url") and not text.strip() else [])])
