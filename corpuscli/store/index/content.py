"""What the index keeps of a letter."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from corpuscli.errors import DateError, InputError
from corpuscli.model.letter import plain
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.glance import glance, glance_at
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.text.dates.edtf import parse_edtf
from corpuscli.text.folding import plain_text
from corpuscli.text.footnotes import find_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.model.letter import Value
    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.looking import Look

_LAST = "9999-99-99"
_JSON = json.JSONEncoder(ensure_ascii=False)


class Content(NamedTuple):
    """One letter's row.

    Args:
        digest: BLAKE2b of its bytes, 16 bytes; empty for a file that cannot be read.
        problem: Why it cannot be read, or "".
        columns: id, words, undated, earliest, latest (days since 0001-01-01), uncertain, sort.
        record: Its front matter as JSON.
        terms: Key and value of every member of the front matter.
        words: Text and notes without case and accents, for searching.
        fact: What an analysis that looked on has to say of it.
    """

    digest: bytes
    problem: str
    columns: tuple[object, ...] = ("", 0, 1, None, None, 0, _LAST)
    record: str = "{}"
    terms: tuple[tuple[str, str], ...] = ()
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
    try:
        data = corpus.bytes_of(path, path)
        digest = digest_of(data)
        source, fact = decode(data, path), b""
        if look and digest != known:
            letter = parse_letter(source, path)
            fact = look(path, letter, digest)
            values, text, body = glance_at(letter)
        else:
            values, text, body = glance(source, path)
    except InputError as problem:
        problem.path = ""
        fact = look(path, problem, digest) if look and digest != known else b""
        return Content(digest, json.dumps([str(problem.message), problem.line, problem.column]), fact=fact)
    record = _JSON.encode({key: value if isinstance(value, str) else plain(value) for key, value in values.items()})
    terms = tuple(dict.fromkeys(_terms(values)))
    columns = _columns(values, path, text.of(source))
    return Content(digest, "", columns, record, terms, _words(body.of(source)), fact)


def digest_of(data: bytes) -> bytes:
    """Return the digest under which facts of these bytes are kept."""
    return blake2b(data, digest_size=16).digest()


def _columns(values: Mapping[str, Value], path: str, text: str) -> tuple[object, ...]:
    stored = values.get("date")
    try:
        when = parse_edtf(stored if isinstance(stored, str) else "")
    except DateError:
        when = parse_edtf("XXXX")
    first, last = when.earliest or when.latest, when.latest or when.earliest
    own = values.get("id")
    return (
        own if own and isinstance(own, str) else path.rpartition("/")[2].rpartition(".")[0],
        len(text.split()),
        int(when.undated),
        when.earliest.toordinal() if when.earliest else None,
        when.latest.toordinal() if when.latest else None,
        int(when.uncertain),
        f"{first.isoformat()} {last.isoformat()}" if first and last else _LAST,
    )


def _terms(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, str):
            if value:
                yield key, value
        else:
            yield from ((key, member) for member in value if isinstance(member, str))


def _words(body: str) -> tuple[str, str]:
    notes = find_notes(body)
    if not notes:
        return plain_text(body), ""
    gaps = zip((0, *(note.span.end for note in notes)), (*(note.span.start for note in notes), len(body)), strict=True)
    text = "\n".join(body[start:end] for start, end in gaps)
    return plain_text(text), plain_text("\n".join(note.body.of(body) for note in notes))
