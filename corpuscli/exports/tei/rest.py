"""What of a letter's front matter a TEI header does not give back exactly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.exports.hidden import is_plain
from corpuscli.model.letter import plain
from corpuscli.text.dates import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpuscli.model.letter import Letter, Value

LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
WORD = re.compile(r"\w+")
POINTER = re.compile(r"[a-z0-9-]+")
CALENDARS = ("gregorian", "julian")


def exact(words: str) -> bool:
    """Tell whether words come back from XML as they are: no control character, no blanks but single ones."""
    return bool(words) and words == " ".join(words.split()) and is_plain(words)


def is_date(words: str) -> bool:
    """Tell whether words are a date in EDTF."""
    try:
        parse_edtf(words)
    except DateError:
        return False
    return exact(words)


_TEXTS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("number", "title", "form", "edition", "url", "licence", "summary"), exact),
    **dict.fromkeys(("id", "place", "place_received", "date_text"), exact),
    "date": is_date,
    "date_received": is_date,
    "language": lambda words: LANGUAGE.fullmatch(words) is not None,
    "type": lambda words: WORD.fullmatch(words) is not None,
    "status": lambda words: WORD.fullmatch(words) is not None,
    "calendar": CALENDARS.__contains__,
}
"""Keys of one text that have a place, and which texts come back from there."""
_LISTS: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(("senders", "recipients", "source", "published", "tags"), exact),
    "related": lambda words: POINTER.fullmatch(words) is not None,
}
"""Keys of lists that have a place, and which members come back from there."""
HELD = frozenset((*_TEXTS, *_LISTS))
"""The keys that have a place in TEI."""


def rest(letter: Letter) -> dict[str, object]:
    """Return the keys that a reader of the header would not give back, with their values.

    A key without which a header cannot be, and that the letter lacks, is None.
    """
    found: dict[str, object] = {
        field.key: plain(field.value) for field in letter.fields if not _held(letter, field.key, field.value)
    }
    return {**found, **{key: None for key in ("senders", "recipients", "date") if letter.field(key) is None}}


def _held(letter: Letter, key: str, value: Value) -> bool:
    if key in _TEXTS and isinstance(value, str):
        return _TEXTS[key](value) and _has_place(letter, key)
    if key in _LISTS and isinstance(value, tuple) and value:
        return all(isinstance(item, str) and _LISTS[key](item) for item in value)
    return False


def _has_place(letter: Letter, key: str) -> bool:
    """Tell whether what a key hangs on is there: the form is that of a source, the calendar that of a printed date."""
    if key == "form":
        return bool(letter.all("source"))
    if key == "calendar":
        return bool(letter.get("date_text"))
    return key != "title" or letter.get("title") != letter.id
