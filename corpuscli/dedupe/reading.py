"""Reads what dedupe needs of a letter, and packs many letters to be kept or sent."""

from __future__ import annotations

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.errors import InputError
from corpuscli.model.span import Span
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.glance import values_of
from corpuscli.text.footnotes import parts_of
from corpuscli.text.names import fold, surname
from corpuscli.text.repeats.texts import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.letter import Value
    from corpuscli.store.corpus import Corpus

EMPTY = Text("", ())
FACTS = 4
"""How many facts are kept of each letter."""
Fact = str | tuple[str, ...]


class Read(NamedTuple):
    """A letter that has been read.

    Args:
        text: Its text; empty where it cannot be read.
        pair: Its first sender and its first recipient, with a dash between.
        id: Its id, "" where that is its file's name.
        problem: Why it cannot be read.
    """

    text: Text
    pair: str = ""
    id: str = ""
    problem: InputError | None = None


class Packed(NamedTuple):
    """Letters that have been read, as columns: what is the same in many is said once.

    Args:
        numbers: Which letters.
        said: What they say, in UTF-8; empty where nobody has room for it.
        ends: Where each ends there.
        spans: Where all parts stand, start and end.
        facts: ``FACTS`` of each letter, as numbers into ``table``: the names of its parts, its sender, day, and pair.
        table: What the facts say.
        ids: The ids that are no file's name.
        failed: Those that cannot be read.
    """

    numbers: range
    said: bytes
    ends: array[int]
    spans: array[int]
    facts: array[int]
    table: list[Fact]
    ids: dict[int, str]
    failed: list[int]

    def __reduce__(self) -> tuple[type[Packed], tuple[object, ...]]:
        """Let what they say be sent beside the rest, not copied into it."""
        from pickle import PickleBuffer

        return Packed, (self.numbers, PickleBuffer(self.said), *self[2:])


def read(corpus: Corpus, path: str) -> Read:
    """Read a letter; ``path`` is relative to the corpus."""
    try:
        source = decode(corpus.bytes_of(path, path), path)
        values, start = values_of(source, path)
    except InputError as problem:
        problem.path = corpus.shown(path)
        return Read(EMPTY, problem=problem)
    own = values.get("id")
    other = own if own and isinstance(own, str) and own != stem(path) else ""
    sender, recipient = _first(values.get("senders")), _first(values.get("recipients"))
    pieces = parts_of(source, Span(start, len(source)))
    names, spans = tuple([name for name, _ in pieces]), tuple([span for _, span in pieces])
    text = Text(source, spans, names, _person(sender), _day(values.get("date")))
    return Read(text, f"{sender} – {recipient}", other)


def pack(numbers: range, letters: Iterable[Read], *, kept: bool) -> Packed:
    """Pack letters; what they say too, where that is wanted."""
    said: list[bytes] = []
    ends, spans, facts = array("q"), array("i"), array("i")
    size = 0
    table: dict[Fact, int] = {}
    ids: dict[int, str] = {}
    failed: list[int] = []
    for number, (text, pair, own, problem) in zip(numbers, letters, strict=True):
        if kept:
            said.append(text.source.encode("utf-8"))
            size += len(said[-1])
        ends.append(size)
        for span in text.parts:
            spans.append(span.start)
            spans.append(span.end)
        for fact in (text.names, text.sender, text.day, pair):
            facts.append(table.setdefault(fact, len(table)))
        if own:
            ids[number] = own
        if problem:
            failed.append(number)
    return Packed(numbers, b"".join(said), ends, spans, facts, list(table), ids, failed)


def stem(path: str) -> str:
    """Return a file's name without folders and ending."""
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
def _person(name: str) -> str:
    return fold(surname(name) or name)
