"""BibTeX: entries with their fields, accents as letters; what is no entry is passed over."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.errors import ConfigError
from corpuscli.model.values import dataclass
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_KEY = re.compile(r"\s*([^\s,{}()=\"]+)\s*,")
_FIELD = re.compile(r"\s*,*\s*([^\s,{}()=\"#]+)\s*=\s*")
_BARE = re.compile(r"[^\s,{}()#\"=]+")
_END = re.compile(r"[\s,]*[})]")
_JOIN = re.compile(r"\s*#\s*")
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
_ACCENT = re.compile(r"""\\(?:([`'^~"=.])\s*|([uvHckrdb])(?:\s+|(?=\{)))\{?\s*(\\?[A-Za-zА-Яа-яıȷ])\s*\}?""")
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—",
}  # fmt: skip
_COMMAND = re.compile(
    r"\\(ss|oe|OE|ae|AE|aa|AA|o|O|l|L|i|j|textendash|textemdash)(?![A-Za-z])\s*(?:\{\})?|\\([&%$#_{} ])"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry.

    Args:
        kind: What stands behind ``@``, in small letters.
        key: Its key.
        fields: Its fields by their names in small letters, plain text.
    """

    kind: str
    key: str
    fields: Mapping[str, str]


def _wrong(source: str, message: str, offset: int) -> ConfigError:
    return ConfigError(message, "", *Positions(source).at(offset))


def parse_bibtex(source: str) -> tuple[Entry, ...]:
    r"""Read all entries; ``@string`` is put in, ``@comment`` and ``@preamble`` are passed over.

    Raises:
        ConfigError: An entry without a key, a field without a value, a brace that is never closed.

    >>> [(one.key, dict(one.fields)) for one in parse_bibtex('@book{k, author = {M{\\"u}ller, A.}, year = 1990}')]
    [('k', {'author': 'Müller, A.', 'year': '1990'})]
    """
    found: list[Entry] = []
    strings: dict[str, str] = {}
    start = _ENTRY.search(source)
    while start is not None:
        kind, place = start[1].lower(), start.end()
        if kind in ("comment", "preamble"):
            place = _closed(source, place - 1)
        elif kind == "string":
            values, place = _fields(source, place, strings)
            strings |= values
        else:
            key = _KEY.match(source, place)
            if key is None:
                raise _wrong(source, f"@{start[1]} has no key: write @{start[1]}{{key, ...}}", start.start())
            values, place = _fields(source, key.end(), strings)
            plain = {name: plain_words(value) for name, value in values.items()}
            found.append(Entry(kind, key[1], MappingProxyType(plain)))
        start = _ENTRY.search(source, place)
    return tuple(found)


def _fields(source: str, place: int, strings: Mapping[str, str]) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    while (field := _FIELD.match(source, place)) is not None:
        value, place = _value(source, field.end(), strings)
        found[field[1].lower()] = value
    end = _END.match(source, place)
    if end is None:
        raise _wrong(source, "a field 'name = value' or the entry's end is wanted here", min(place, len(source)))
    return found, end.end()


def _value(source: str, place: int, strings: Mapping[str, str]) -> tuple[str, int]:
    parts: list[str] = []
    while True:
        opening = source[place : place + 1]
        if opening == "{":
            end = _closed(source, place)
            parts.append(source[place + 1 : end - 1])
        elif opening == '"':
            end = _quoted(source, place)
            parts.append(source[place + 1 : end - 1])
        else:
            bare = _BARE.match(source, place)
            if bare is None:
                raise _wrong(source, "a value in braces or quotes is wanted here", place)
            end = bare.end()
            parts.append(strings.get(bare[0].lower(), bare[0]))
        join = _JOIN.match(source, end)
        if join is None:
            return "".join(parts), end
        place = join.end()


_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_QUOTE = re.compile(r"\\.|[{}\"]", re.DOTALL)


def _closed(source: str, start: int) -> int:
    """Return the end of what opens at ``start``, its closing brace counted in."""
    if source[start] == "(":
        end = source.find(")", start)
        if end >= 0:
            return end + 1
    depth = 0
    for mark in _BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if not depth:
            return mark.end()
    raise _wrong(source, "this brace is never closed", start)


def _quoted(source: str, start: int) -> int:
    depth = 0
    for mark in _QUOTE.finditer(source, start + 1):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if mark[0] == '"' and not depth:
            return mark.end()
    raise _wrong(source, "this quote is never closed", start)


def plain_words(value: str) -> str:
    r"""Return a field's words: accents as letters, braces away, blanks as one.

    >>> plain_words(r"S\"{a}tze \& {W}orte -- \v{c}")
    'Sätze & Worte – č'
    """
    value = _ACCENT.sub(_accented, value)
    value = _COMMAND.sub(lambda found: _LETTERS[found[1]] if found[1] else found[2], value)
    value = re.sub(r"(?<!\\)[{}]", "", value).replace("---", "—").replace("--", "–").replace("~", " ")
    return unicodedata.normalize("NFC", " ".join(value.split()))


def _accented(found: re.Match[str]) -> str:
    letter = {"\\i": "i", "\\j": "j", "ı": "i", "ȷ": "j"}.get(found[3], found[3].removeprefix("\\"))
    return letter + _COMBINING[found[1] or found[2]]
