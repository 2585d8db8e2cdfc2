"""The short way to the fields of a letter: keys with a text or a list of texts, as nearly all front matter is.

What is read here is read alike by ``yamltree`` (a property test proves it), and in a fraction of the time of
``plainyaml``, which makes nodes of everything first. Anything else is left to these two.
"""

from __future__ import annotations

from corpuscli.model.letter import Field
from corpuscli.store.plainyaml import flow_list, is_key, is_plain, is_strange, words_of


def read_fields(source: str, start: int, end: int) -> tuple[Field, ...] | None:
    """Read ``source[start:end]``.

    Returns:
        The fields, or None when there is more than texts and lists of texts, or the long way must be taken.
    """
    if end <= start or source[end - 1] != "\n" or is_strange(source, start, end):
        return None
    found: dict[str, Field] = {}
    lists: dict[str, _List] = {}
    below: _List | None = None
    place = start
    for line in source[start : end - 1].split("\n"):
        at, place = place, place + len(line) + 1
        name, colon, text = line.partition(": ")
        if colon and is_key(name):
            words = text.strip(" \r")
            if words and words == text and name not in found and is_plain(words):  # as nearly always
                colon_at = at + len(name)
                found[name] = Field(name, words, (at, colon_at, colon_at + 2, place - 1))
                below = None
                continue
        else:
            words = line.strip(" \r")
            if not words or words[0] == "#":
                continue
            if words[-1] != ":" or not line.startswith(words) or not is_key(words[:-1]):  # no key, so a member
                if below is None or not below.takes(line, words, at):
                    return None
                continue
            name, words = words[:-1], ""
        field = _field(name, words, at, text) if words else _empty(name, at)
        if field is None or name in found:
            return None
        found[name] = field
        below = None
        if not words:
            below = lists[name] = _List(field)
    found.update((name, one.field()) for name, one in lists.items() if one.values)
    return tuple(found.values()) or None


def _empty(name: str, at: int) -> Field:
    """Make a field of a key that says nothing, or says it below."""
    colon = at + len(name)
    return Field(name, "", (at, colon, colon + 1, colon + 1))


def _field(name: str, words: str, at: int, text: str) -> Field | None:
    """Make a field of a line that says all."""
    colon = at + len(name)
    start = colon + 2 if text[0] != " " else colon + 2 + len(text) - len(text.lstrip(" "))
    places = at, colon, start, start + len(words)
    if words[0] != "[":
        value = words_of(words)
        return Field(name, value, places) if value is not None else None
    node = flow_list(words, start)
    if node is None:
        return None
    members = tuple(place for item in node.value for place in (item.span.start, item.span.end))
    return Field(name, tuple(item.value for item in node.value), places + members)


class _List:
    """The members below a key that says nothing itself."""

    def __init__(self, key: Field) -> None:
        self._key, self._indent, self._dash = key, -1, 0
        self._places: list[int] = []
        self.values: list[str] = []

    def takes(self, line: str, words: str, at: int) -> bool:
        """Take in a line that begins at an offset, and its words; tell whether it is a plain member."""
        text = words[2:].lstrip(" ")
        value = words_of(text) if text and words[:2] == "- " else None
        if value is None:
            return False
        indent = line.index("-")
        if not self.values:
            self._indent, self._dash = indent, at + indent
        elif indent != self._indent:
            return False
        start = at + indent + len(words) - len(text)
        self.values.append(value)
        self._places += (start, start + len(text))
        return True

    def field(self) -> Field:
        """Return the key with its members."""
        places = *self._key.places[:2], self._dash, self._places[-1], *self._places
        return Field(self._key.key, tuple(self.values), places)
