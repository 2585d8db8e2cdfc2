"""Passages as they are handed out: named, in every text where they stand."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from functools import cache
from importlib import import_module
from itertools import groupby
from operator import sub
from typing import TYPE_CHECKING, Any

from corpuscli.model.passage import Copy, Passage
from corpuscli.model.span import Span
from corpuscli.text.repeats.edges import widened
from corpuscli.text.repeats.letters import ALONE, LONGEST
from corpuscli.text.repeats.sightings import Place
from corpuscli.text.repeats.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from corpuscli.text.repeats.sightings import Sighting
    from corpuscli.text.repeats.texts import Shelf


LOOKED_AT = 64
"""Copies whose words are counted and compared."""
NEARLY = 99
"""The most that copies are alike whose words are not the same."""


def passage_id(folded: Sequence[str]) -> str:
    """Return the name of a passage: 16 hexadecimal digits of its folded words' SHA-256."""
    return str(_sha256()(" ".join(folded).encode("utf-8", "surrogatepass")).hexdigest())[:16]


@cache
def _sha256() -> Callable[[bytes], Any]:
    """Return the standard library's own SHA-256: ``hashlib`` loads OpenSSL first, a third of a start."""
    for module in ("_sha2", "_sha256", "hashlib"):  # of Python from 3.12, before, and without either
        with suppress(ImportError):
            found: Callable[[bytes], Any] = import_module(module).sha256
            return found
    raise AssertionError("hashlib has no SHA-256")


def counted(text: str) -> int:
    """Count the words of a passage as people do: by blanks, or by letters where a script has none.

    >>> counted("Yes – to-day."), counted("同志們好")
    (3, 4)
    """
    pieces = text.split()
    if max(map(len, pieces), default=0) <= LONGEST and (text.isascii() or not ALONE.search(text)):
        return len(pieces)
    return len(words_of(text, Span(0, len(text))))


def passages(shelf: Shelf, kind: str, seen: Sighting, least: int) -> Iterator[Passage]:
    """Yield a passage of ``least`` words or more with its places in every text, doubles of texts too.

    What is repeated within one text is a passage of its own in each double.
    """
    first, *others = seen.places[:LOOKED_AT]
    name = passage_id(shelf.words(first.part).said(first.first, first.last))
    alike = seen.alike
    if alike > NEARLY and not all(_same_words(shelf, first, other) for other in others):
        alike = NEARLY
    parts = [place.part for place in seen.places]
    spans = [shelf.words(place.part).span(place.first, place.last) for place in seen.places]
    copies = [
        (part, Copy(shelf.text(part), span)) for part, span in zip(parts, widened(shelf, parts, spans), strict=True)
    ]
    texts = (copy.span.of(shelf.texts[copy.text].source) for _, copy in copies[:LOOKED_AT])
    size = max(counted(text) for text, _ in groupby(texts))  # mostly all say the same; they may be as long as books
    if size < least:
        return
    by_text: dict[int, list[Copy]] = defaultdict(list)
    for part, copy in copies:
        for text in (copy.text, *shelf.doubles.get(copy.text, ())):
            by_text[text].append(_moved(shelf, part, copy, text))
    if len({copy.text for _, copy in copies}) == 1:
        yield from (Passage(name, kind, size, alike, tuple(found)) for found in by_text.values())
    else:
        everywhere = (copy for _, found in sorted(by_text.items()) for copy in sorted(found))
        yield Passage(name, kind, size, alike, tuple(everywhere))


def _same_words(shelf: Shelf, one: Place, other: Place) -> bool:
    if one.words != other.words:
        return False
    mine, theirs = shelf.words(one.part), shelf.words(other.part)
    at, to = mine.at[one.first : one.last + 1], theirs.at[other.first : other.last + 1]
    if mine.letters[at[0] : at[-1]] != theirs.letters[to[0] : to[-1]]:
        return False
    return len(set(map(sub, at, to))) == 1


def doubled(shelf: Shelf, letters: Iterable[Sighting], least: int) -> Iterator[Passage]:
    """Yield the letters that stand several times word for word, other than those among ``letters``."""
    known = {shelf.text(place.part) for letter in letters for place in letter.places}
    longest: dict[int, Place] = {}
    for part in range(len(shelf)) if shelf.doubles else ():
        text = shelf.text(part)
        if text in shelf.doubles and text not in known and shelf.size(text) >= least:
            place = Place(part, 0, len(shelf.words(part)))
            longest[text] = max(longest.get(text, place), place, key=lambda one: one.words)
    for place in longest.values():
        words = shelf.words(place.part)
        copy = Copy(shelf.text(place.part), widened(shelf, [place.part], [words.span(0, len(words))])[0])
        size = counted(copy.span.of(shelf.texts[copy.text].source))
        copies = (_moved(shelf, place.part, copy, text) for text in (copy.text, *shelf.doubles[copy.text]))
        yield Passage(passage_id(words.said(0, len(words))), "letter", size, 100, tuple(copies))


def _moved(shelf: Shelf, part: int, copy: Copy, text: int) -> Copy:
    """Return where a copy stands in a double of its text."""
    if text == copy.text:
        return copy
    _, piece = shelf.place(part)
    by = shelf.texts[text].parts[piece].start - shelf.texts[copy.text].parts[piece].start
    return Copy(text, copy.span.shift(by))
