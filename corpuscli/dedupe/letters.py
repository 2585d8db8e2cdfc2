"""The letters of a corpus as texts to search: read once, and kept packed as long as they are not too many."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, cast, overload

from corpuscli.dedupe.reading import EMPTY, FACTS, Fact, Packed, pack, read, stem
from corpuscli.errors import InputError
from corpuscli.model.span import Span
from corpuscli.store.files import decode
from corpuscli.text.repeats.hand import Hand
from corpuscli.text.repeats.texts import Text, Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.store.corpus import Corpus

HELD = 400_000_000
"""Bytes of letters that are kept; what is beyond is read anew when it is looked at."""
HAND = 20_000_000
"""Code points of texts that are at hand as such: some of the last that were looked at."""


class Letters(Texts):
    """The letters of a corpus in the order of their paths; one that cannot be read is an empty text.

    Args:
        corpus: The corpus.
        paths: Which of its letters, relative to it.
    """

    def __init__(self, corpus: Corpus, paths: Sequence[str]) -> None:
        self.corpus, self.paths = corpus, tuple(paths)
        self.problems: dict[int, InputError] = {}
        self._ids: dict[int, str] = {}
        self._known: dict[Fact, int] = {}
        self._table: list[Fact] = []
        self._facts = array("i", [-1]) * (FACTS * len(paths))
        self._spans, self._first = array("i"), array("i", [0]) * len(paths)
        self._lots: list[bytes] = []
        self._lot = array("i", [-1]) * len(paths)
        self._start, self._end = array("q", [0]) * len(paths), array("q", [0]) * len(paths)
        self._held = 0
        self._hand = Hand[Text](HAND, lambda text: len(text.source))

    def __len__(self) -> int:
        return len(self.paths)

    @overload
    def __getitem__(self, number: int) -> Text: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Text]: ...
    def __getitem__(self, number: int | slice) -> Text | Sequence[Text]:
        """Return a letter's text; reading may have failed, see ``problems``.

        Raises:
            InputError: It could be read before, and cannot be now.
        """
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        known = self._hand.get(number)
        if known is not None:
            return known
        if number >= len(self.paths):
            raise IndexError(number)
        self._learn(number)
        return self._hand.put(number, self._text(number))

    def id(self, number: int) -> str:
        """Return the id of a letter that has been read."""
        return self._ids.get(number) or stem(self.paths[number])

    def source(self, number: int) -> str:
        """Return all that a letter says.

        Raises:
            InputError: It could be read before, and cannot be now.
        """
        lot = self._lot[number]
        if lot >= 0:
            return self._lots[lot][self._start[number] : self._end[number]].decode("utf-8")
        path = self.paths[number]
        return decode(self.corpus.bytes_of(path, path), path)

    def parties(self, number: int) -> str:
        """Return the first sender and the first recipient of a letter, with a dash between."""
        self._learn(number)
        return cast("str", self._fact(number, 3))

    def part_names(self, number: int) -> tuple[str, ...]:
        """Return the names of a letter's parts."""
        return cast("tuple[str, ...]", self._fact(number, 0))

    def part_spans(self, number: int) -> list[Span]:
        """Return where a letter's parts stand."""
        first = self._first[number]
        spans = self._spans[first : first + 2 * len(self.part_names(number))]
        return list(map(Span, spans[::2], spans[1::2]))

    def span(self, number: int, piece: int) -> Span:
        """Return where one of a letter's parts stands; the letter itself is not touched."""
        self._learn(number)
        at = self._first[number] + 2 * piece
        return Span(self._spans[at], self._spans[at + 1])

    def part_at(self, number: int, span: Span) -> str:
        """Return the name of the part that a span of a letter lies in."""
        at, spans = self._first[number], self._spans
        places = zip(self.part_names(number), range(at, len(spans), 2), strict=False)
        return next(name for name, at in places if spans[at] <= span.start and span.end <= spans[at + 1])

    @property
    def has_room(self) -> bool:
        """Whether what further letters say may be kept."""
        return self._held < HELD

    def pack(self, numbers: range, *, kept: bool) -> tuple[list[Text], Packed | None]:
        """Read letters, unless they have been read."""
        if all(self._facts[FACTS * number] >= 0 for number in numbers):
            return [self[number] for number in numbers], None
        letters = [read(self.corpus, self.paths[number]) for number in numbers]
        return [letter.text for letter in letters], pack(numbers, letters, kept=kept)

    def unpack(self, packed: Packed | None) -> None:
        """Take what has been read."""
        if packed is None:
            return
        start, at = 0, len(self._spans)
        facts = [self._number(fact) for fact in packed.table]
        self._facts[FACTS * packed.numbers.start : FACTS * packed.numbers.stop] = array(
            "i", [facts[one] for one in packed.facts]
        )
        self._spans += packed.spans
        lot = len(self._lots) if packed.said else -1
        for number, end in zip(packed.numbers, packed.ends, strict=True):
            self._lot[number], self._start[number], self._end[number] = lot, start, end
            self._first[number] = at
            start, at = end, at + 2 * len(self.part_names(number))
        if packed.said:
            self._lots.append(packed.said)
            self._held += len(packed.said)
        self._ids.update(packed.ids)
        for number in packed.failed:
            path = self.paths[number]
            problem = read(self.corpus, path).problem
            self.problems[number] = problem or InputError("changed while it was read", self.corpus.shown(path))

    def _learn(self, number: int) -> None:
        """Read a letter that has not been read."""
        if self._facts[FACTS * number] < 0:
            self.unpack(self.pack(range(number, number + 1), kept=self.has_room)[1])

    def _number(self, fact: Fact) -> int:
        known = self._known.setdefault(fact, len(self._known))
        if known == len(self._table):
            self._table.append(fact)
        return known

    def _fact(self, number: int, which: int) -> Fact:
        return self._table[self._facts[FACTS * number + which]]

    def _text(self, number: int) -> Text:
        if number in self.problems:
            return EMPTY
        names, sender, day, _ = (self._table[fact] for fact in self._facts[FACTS * number : FACTS * (number + 1)])
        spans = tuple(self.part_spans(number))
        return Text(self.source(number), spans, cast("tuple[str, ...]", names), cast("str", sender), cast("str", day))
