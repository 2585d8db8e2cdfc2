"""The letters of a corpus as texts to search: read once, and kept as long as they are not too many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, overload

from corpuscli.errors import InputError
from corpuscli.text.footnotes import parts
from corpuscli.text.names import fold, surname
from corpuscli.text.repeats.texts import Text

if TYPE_CHECKING:
    from corpuscli.store.corpus import Corpus

HELD = 400_000_000
"""Characters of letters that are kept; what is beyond is read anew when it is looked at."""
_EMPTY = Text("", ())


class Letters(Sequence[Text]):
    """The letters of a corpus in the order of their paths; one that cannot be read is an empty text.

    Args:
        corpus: The corpus.
        paths: Which of its letters, relative to it.
    """

    def __init__(self, corpus: Corpus, paths: Sequence[str]) -> None:
        self.corpus, self.paths = corpus, tuple(paths)
        self.ids: dict[int, str] = {}
        self.parties: dict[int, str] = {}
        self.problems: dict[int, InputError] = {}
        self._kept: dict[int, Text] = {}
        self._room = HELD

    def __len__(self) -> int:
        return len(self.paths)

    @overload
    def __getitem__(self, number: int) -> Text: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Text]: ...
    def __getitem__(self, number: int | slice) -> Text | Sequence[Text]:
        """Return a letter's text; reading may have failed, see ``problems``."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number in self._kept:
            return self._kept[number]
        if number >= len(self.paths):
            raise IndexError(number)
        text = self._read(number)
        if len(text.source) <= self._room:
            self._room -= len(text.source)
            self._kept[number] = text
        return text

    def _read(self, number: int) -> Text:
        try:
            letter = self.corpus.read(self.paths[number])
        except InputError as problem:
            self.problems[number] = problem
            self.ids[number] = self.paths[number].rpartition("/")[2].rpartition(".")[0]
            self.parties[number] = ""
            return _EMPTY
        self.ids[number] = letter.id
        pieces = parts(letter)
        sender, recipient = (next(iter(letter.all(key)), "") for key in ("senders", "recipients"))
        self.parties[number] = f"{sender} – {recipient}"
        return Text(letter.source, tuple(s for _, s in pieces), tuple(n for n, _ in pieces), _person(sender))


@lru_cache(4096)
def _person(name: str) -> str:
    return fold(surname(name) or name)
