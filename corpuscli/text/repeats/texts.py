"""What is searched for repeats: texts of parts, read when they are needed."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, overload

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.repeats.hand import Hand
from corpuscli.text.repeats.words import Words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEPT = 10_000_000
"""Letters of parts that are kept folded: copies of one passage are compared one after another."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to search.

    Args:
        source: All of it; spans count in it (code points).
        parts: Where to look; a passage never runs from one part into the next.
        names: What each part is: ``text``, or ``note:LABEL``; all are text where nothing is said.
        sender: Who wrote it; letterheads and closings are a sender's own.
        day: When, as YYYY-MM-DD; "" where no day is known.
    """

    source: str
    parts: tuple[Span, ...]
    names: tuple[str, ...] = ()
    sender: str = ""
    day: str = ""

    @property
    def notes(self) -> tuple[bool, ...]:
        """Whether each part is a note."""
        return notes_among(self.names) if self.names else (False,) * len(self.parts)


@lru_cache(1024)
def notes_among(names: tuple[str, ...]) -> tuple[bool, ...]:
    """Tell which of some parts are notes."""
    return tuple(name != "text" for name in names)


def text_of(source: str) -> Text:
    """Return a text of one part."""
    return Text(source, (Span(0, len(source)),))


class Texts(Sequence[Text]):
    """Texts that several processes may read for one: what a process has read is packed for the one that asks."""

    @abstractmethod
    def pack(self, numbers: range, *, kept: bool) -> tuple[list[Text], object]:
        """Read some texts.

        Args:
            numbers: Which.
            kept: Whether the one that asks has room for what they say.

        Returns:
            The texts, and what ``unpack`` takes.
        """

    def span(self, number: int, piece: int) -> Span:
        """Return where one of the parts of a text stands in it."""
        return self[number].parts[piece]

    @abstractmethod
    def unpack(self, packed: Any) -> None:  # noqa: ANN401 - whatever a class packs
        """Take what has been read, here or in another process; from then on these texts are at hand."""

    @property
    @abstractmethod
    def has_room(self) -> bool:
        """Whether what further texts say may be kept."""


class Given(Texts):
    """Texts that are all at hand."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, number: int) -> Text: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Text]: ...
    def __getitem__(self, number: int | slice) -> Text | Sequence[Text]:
        """Return a text, or some."""
        return self._texts[number]

    def pack(self, numbers: range, *, kept: bool) -> tuple[list[Text], object]:  # noqa: ARG002 - they are here
        """Return some texts; nothing needs to be sent."""
        return [self._texts[number] for number in numbers], None

    def unpack(self, packed: object) -> None:
        """Take nothing: all is at hand."""

    @property
    def has_room(self) -> bool:
        """They take no room."""
        return True


class Shelf:
    """Texts with their parts numbered through, each part folded when it is asked for.

    Texts that say the same to the letter are searched once; the others of them are ``doubles``, whose parts have
    numbers but no words.

    Args:
        texts: The texts; an item may be read anew each time it is asked for.

    ``split`` makes words of a part; where numpy is at hand it has a faster way.
    """

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts if isinstance(texts, Texts) else Given(texts)
        self.doubles: dict[int, list[int]] = defaultdict(list)
        self.owners, self._pieces, self._notes = array("i"), array("i"), bytearray()
        self.sizes = array("i", bytes(array("i").itemsize * len(texts)))
        self._said: dict[int, int] = {}
        self.split: Callable[[int, Span, Callable[[], str]], Words] = lambda _, span, source: words_of(source(), span)
        self._kept = Hand[Words](KEPT, lambda words: len(words.letters))

    def __len__(self) -> int:
        """Return how many parts there are."""
        return len(self.owners)

    def put(self, number: int, said: int, notes: Sequence[bool]) -> bool:
        """Number the parts of the next text; tell whether it says what none before it says.

        Args:
            number: The text.
            said: The hash of what it says.
            notes: Of each part, whether it is a note.
        """
        for piece, note in enumerate(notes):
            self.owners.append(number)
            self._pieces.append(piece)
            self._notes.append(note)
        known = self._said.setdefault(said, number)
        if known == number or not self._agree(self.texts[known], self.texts[number]):
            return True
        self.doubles[known].append(number)
        return False

    def walk(self) -> Iterator[tuple[int, str, Span]]:
        """Number the parts: yield those that are no doubles, with their source and where they stand there."""
        for number, text in enumerate(self.texts):
            before = len(self)
            if self.put(number, said_of(text), text.notes):
                for part, span in enumerate(text.parts, before):
                    yield part, text.source, span

    def place(self, part: int) -> tuple[int, int]:
        """Return the text that a part belongs to, and which of its parts it is."""
        return self.owners[part], self._pieces[part]

    def text(self, part: int) -> int:
        """Return the text that a part belongs to."""
        return self.owners[part]

    def is_note(self, part: int) -> bool:
        """Tell whether a part is a note."""
        return bool(self._notes[part])

    def sized(self, words: Sequence[int]) -> None:
        """Learn how many words each part has, when all are numbered."""
        self._said.clear()
        for text, count, note in zip(self.owners, words, self._notes, strict=True):
            if not note:
                self.sizes[text] += count

    def size(self, text: int) -> int:
        """Return how many words a text has, without its notes."""
        return self.sizes[text]

    def words(self, part: int) -> Words:
        """Return the words of a part; the parts that were asked for last are at hand."""
        known = self._kept.get(part)
        if known is not None:
            return known
        number, piece = self.place(part)
        span = self.texts.span(number, piece)
        return self._kept.put(part, self.split(part, span, lambda: self.texts[number].source))

    @staticmethod
    def _agree(one: Text, other: Text) -> bool:
        return len(one.parts) == len(other.parts) > 0 and all(
            mine.of(one.source) == theirs.of(other.source) for mine, theirs in zip(one.parts, other.parts, strict=True)
        )


def said_of(text: Text) -> int:
    """Return a hash of what a text says: the same in all processes that were forked from one."""
    return hash(tuple([text.source[span.start : span.end] for span in text.parts]))
