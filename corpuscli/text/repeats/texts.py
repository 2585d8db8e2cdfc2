"""What is searched for repeats: texts of parts, read when they are needed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.repeats.words import Words, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

KEPT = 10_000_000
"""Letters of parts that are kept folded: copies of one passage are compared one after another."""
TWO = 2
"""Parts that are compared are at hand, however long they are."""


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

    def is_note(self, part: int) -> bool:
        """Tell whether a part is a note."""
        return bool(self.names) and self.names[part] != "text"


def text_of(source: str) -> Text:
    """Return a text of one part."""
    return Text(source, (Span(0, len(source)),))


class Shelf:
    """Texts with their parts numbered through, each part folded when it is asked for.

    Texts that say the same to the letter are taken once; the others of them are ``doubles``.

    Args:
        texts: The texts; an item may be read anew each time it is asked for.

    ``split`` makes words of a part; where numpy is at hand it has a faster way.
    """

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self.parts: list[tuple[int, int]] = []
        self.doubles: dict[int, list[int]] = defaultdict(list)
        self._sizes: dict[int, int] = {}
        self.split: Callable[[int, str, Span], Words] = lambda _, source, span: words_of(source, span)
        self._kept: dict[int, Words] = {}
        self._room = KEPT

    def walk(self) -> Iterator[tuple[str, Span]]:
        """Number the parts: yield each part's source, and where it stands there."""
        first: dict[int, int] = {}
        for number, text in enumerate(self.texts):
            said = hash(tuple([text.source[span.start : span.end] for span in text.parts]))
            known = first.setdefault(said, number)
            if known != number and self._agree(self.texts[known], text):
                self.doubles[known].append(number)
                continue
            for piece, span in enumerate(text.parts):
                self.parts.append((number, piece))
                yield text.source, span

    def text(self, part: int) -> int:
        """Return the text that a part belongs to."""
        return self.parts[part][0]

    def is_note(self, part: int) -> bool:
        """Tell whether a part is a note."""
        text, piece = self.parts[part]
        return self.texts[text].is_note(piece)

    def sized(self, words: Sequence[int]) -> None:
        """Learn how many words each part has."""
        for number, ((text, _), count) in enumerate(zip(self.parts, words, strict=True)):
            self._sizes[text] = self._sizes.get(text, 0) + count * (not self.is_note(number))

    def size(self, text: int) -> int:
        """Return how many words a text has, without its notes."""
        return self._sizes[text]

    def words(self, part: int) -> Words:
        """Return the words of a part; the parts that were asked for last are at hand."""
        if part in self._kept:
            return self._kept[part]
        number, piece = self.parts[part]
        text = self.texts[number]
        words = self._kept[part] = self.split(part, text.source, text.parts[piece])
        self._room -= len(words.letters)
        while self._room < 0 and len(self._kept) > TWO:
            self._room += len(self._kept.pop(next(iter(self._kept))).letters)
        return words

    @staticmethod
    def _agree(one: Text, other: Text) -> bool:
        return len(one.parts) == len(other.parts) > 0 and all(
            mine.of(one.source) == theirs.of(other.source) for mine, theirs in zip(one.parts, other.parts, strict=True)
        )
