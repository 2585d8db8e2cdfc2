"""The letters of a corpus as texts to search: read once, and kept as long as they are not too many."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from sys import getsizeof
from typing import TYPE_CHECKING, overload

from corpuscli.errors import InputError
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.glance import glance
from corpuscli.text.footnotes import parts_of
from corpuscli.text.names import fold, surname
from corpuscli.text.repeats.texts import Text

if TYPE_CHECKING:
    from corpuscli.model.letter import Value
    from corpuscli.store.corpus import Corpus

HELD = 400_000_000
"""Bytes of letters that are kept; what is beyond is read anew when it is looked at."""
_EMPTY = Text("", ())


class Letters(Sequence[Text]):
    """The letters of a corpus in the order of their paths; one that cannot be read is an empty text.

    Args:
        corpus: The corpus.
        paths: Which of its letters, relative to it.
    """

    def __init__(self, corpus: Corpus, paths: Sequence[str]) -> None:
        self.corpus, self.paths = corpus, tuple(paths)
        self.problems: dict[int, InputError] = {}
        self._ids: dict[int, str] = {}
        self._pairs = {"": 0}
        self._named: tuple[str, ...] = ()
        self._parties = array("l", bytes(array("l").itemsize * len(self.paths)))
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
        size = getsizeof(text.source)
        if size <= self._room:
            self._room -= size
            self._kept[number] = text
        return text

    def id(self, number: int) -> str:
        """Return the id of a letter that has been read."""
        return self._ids.get(number) or _stem(self.paths[number])

    def parties(self, number: int) -> str:
        """Return the first sender and the first recipient of a letter that has been read, with a dash between."""
        if len(self._pairs) != len(self._named):
            self._named = tuple(self._pairs)
        return self._named[self._parties[number]]

    def _read(self, number: int) -> Text:
        path = self.paths[number]
        try:
            source = decode(self.corpus.bytes_of(path, path), path)
            values, _, body = glance(source, path)
        except InputError as problem:
            problem.path = self.corpus.shown(path)
            self.problems[number] = problem
            return _EMPTY
        own = values.get("id")
        if own and isinstance(own, str) and own != _stem(path):
            self._ids[number] = own
        sender, recipient = _first(values.get("senders")), _first(values.get("recipients"))
        self._parties[number] = self._pairs.setdefault(f"{sender} – {recipient}", len(self._pairs))
        pieces = parts_of(source, body)
        spans, names = tuple([span for _, span in pieces]), _names(tuple([name for name, _ in pieces]))
        return Text(source, spans, names, _person(sender), _day(values.get("date")))


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _day(value: Value | None) -> str:
    """Return a date that is a day, else nothing."""
    return value if isinstance(value, str) and len(value) == len("1921-03-10") and value[0] != "." else ""


def _first(value: Value | None) -> str:
    """Return a text, or the first of some."""
    if isinstance(value, str):
        return value
    return next((one for one in value or () if isinstance(one, str)), "")


@lru_cache(4096)
def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Let letters of the same parts share their names."""
    return names


@lru_cache(4096)
def _person(name: str) -> str:
    return fold(surname(name) or name)
