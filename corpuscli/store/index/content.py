"""What the index keeps of a letter."""

from __future__ import annotations

import json
from dataclasses import field
from hashlib import blake2b
from typing import TYPE_CHECKING

from corpuscli.errors import DateError, InputError
from corpuscli.model.letter import plain
from corpuscli.model.values import dataclass
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.folding import plain_text
from corpuscli.text.footnotes import find_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.letter import Letter
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.looking import Look

_LAST = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Content:
    """One letter's row.

    Args:
        digest: BLAKE2b of its bytes, 16 bytes; empty for a file that cannot be read.
        problem: Why it cannot be read, or "".
        columns: id, words, undated, earliest, latest (days since 0001-01-01), uncertain, sort, record.
        terms: Key and value of every member of the front matter.
        words: Text and notes without case and accents, for searching.
        fact: What an analysis that looked on has to say of it.
    """

    digest: bytes
    problem: str
    columns: tuple[object, ...] = ("", 0, 1, None, None, 0, _LAST, "{}")
    terms: tuple[tuple[str, str], ...] = field(default=())
    words: tuple[str, str] = ("", "")
    fact: bytes = b""


def content_of(corpus: Corpus, path: str, look: Look | None = None, known: bytes = b"") -> Content:
    """Read a letter for the index; one that cannot be read is kept as its problem.

    Args:
        corpus: The corpus.
        path: The letter, relative to it.
        look: An analysis that looks on.
        known: The digest of the bytes that it has looked at already.
    """
    digest = b""
    shown = corpus.shown(path)
    try:
        data = corpus.bytes_of(path, shown)
        digest = digest_of(data)
        letter = parse_letter(decode(data, shown), path)
    except InputError as problem:
        problem.path = ""
        fact = look(path, problem, digest) if look and digest != known else b""
        return Content(digest, json.dumps([str(problem.message), problem.line, problem.column]), fact=fact)
    fact = look(path, letter, digest) if look and digest != known else b""
    return Content(digest, "", _columns(letter), tuple(dict.fromkeys(_terms(letter))), _words(letter), fact)


def digest_of(data: bytes) -> bytes:
    """Return the digest under which facts of these bytes are kept."""
    return blake2b(data, digest_size=16).digest()


def _columns(letter: Letter) -> tuple[object, ...]:
    try:
        when = parse_edtf(letter.get("date"))
    except DateError:
        when = parse_edtf("XXXX")
    first, last = when.earliest or when.latest, when.latest or when.earliest
    sort = f"{first.isoformat()} {last.isoformat()}" if first and last else _LAST
    record = {item.key: plain(item.value) for item in letter.fields}
    return (
        letter.id,
        len(letter.text.of(letter.source).split()),
        int(when.undated),
        when.earliest.toordinal() if when.earliest else None,
        when.latest.toordinal() if when.latest else None,
        int(when.uncertain),
        sort,
        json.dumps(record, ensure_ascii=False),
    )


def _terms(letter: Letter) -> Iterator[tuple[str, str]]:
    for item in letter.fields:
        yield from ((item.key, value) for value in letter.all(item.key))


def _words(letter: Letter) -> tuple[str, str]:
    body = letter.body.of(letter.source)
    notes = find_notes(body)
    if not notes:
        return plain_text(body), ""
    gaps = zip((0, *(note.span.end for note in notes)), (*(note.span.start for note in notes), len(body)), strict=True)
    text = "\n".join(body[start:end] for start, end in gaps)
    return plain_text(text), plain_text("\n".join(note.body.of(body) for note in notes))
