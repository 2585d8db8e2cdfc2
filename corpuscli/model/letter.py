"""A letter as it stands in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.once import Once
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


class Pairs(tuple[tuple[str, "Value"], ...]):
    """A mapping of the front matter (``translation``): its pairs in the order of the file."""

    __slots__ = ()


Value = str | tuple["Value", ...] | Pairs
"""A scalar, a list, or a mapping. Scalars are text, always."""


def plain(value: Value) -> object:
    """Return the value as JSON knows it: text, a list, or a dictionary.

    >>> plain(Pairs([("from", "ru")]))
    {'from': 'ru'}
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Pairs):
        return {key: plain(item) for key, item in value}
    return [plain(item) for item in value]


LIST_KEYS = ("senders", "recipients", "source", "published", "tags", "related", "lint_ignore")
REQUIRED_KEYS = ("id", "date", "senders", "recipients")
KNOWN_KEYS = (
    "id", "number", "title", "type", "date", "date_text", "date_received", "calendar", "senders", "recipients",
    "place", "place_received", "source", "form", "published", "edition", "language", "translation", "url",
    "retrieved", "tags", "summary", "related", "licence", "status", "lint_ignore",
)  # fmt: skip
"""All keys of DESIGN section 2, in the order in which ``add`` writes them."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the front matter.

    A letter has a dozen, and of most of them nobody asks where they stand; so places are kept as plain numbers, which
    are made in a tenth of the time of spans.

    Args:
        key: The key.
        value: Its value as text; a tuple for a list, Pairs for a mapping.
        places: Where the key begins and ends in the file, then the value, then each member of a list (or each value of
            a mapping), as offsets.
    """

    key: str
    value: Value
    places: tuple[int, ...]

    @property
    def place(self) -> tuple[int, int]:
        """Where the value stands, as ``span`` says it."""
        return self.places[2], self.places[3]

    @property
    def key_span(self) -> Span:
        """Where the key stands in the file."""
        return Span(*self.places[:2])

    @property
    def span(self) -> Span:
        """Where the value stands, quotes included; for a list or mapping from its first mark to its last."""
        return Span(*self.place)

    @property
    def items(self) -> tuple[Span, ...]:
        """Where each member of a list (or each value of a mapping) stands."""
        return tuple(map(Span, self.places[4::2], self.places[5::2]))


@dataclass(frozen=True)
class Letter:
    """A letter, and the untouched source it was read from.

    Args:
        path: The file, relative to the corpus, with ``/``.
        source: The decoded file; every span below counts in it.
        fields: The front matter in the order of the file.
        text: What the letter says, without its notes: from the first line after the front matter to the last
            non-blank before the notes.
        body: Text and notes: all that follows the front matter.
    """

    path: str
    source: str
    fields: tuple[Field, ...]
    text: Span
    body: Span

    @property
    def id(self) -> str:
        """The key ``id``, or the file's stem where the key is missing."""
        return self.get("id") or self.stem

    @property
    def stem(self) -> str:
        """The file's name without folder and suffix."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    def field(self, key: str) -> Field | None:
        """Return the field of that key, or None."""
        return self._by_key.get(key)

    @Once
    def _by_key(self) -> Mapping[str, Field]:
        """The fields by their keys, of two with one key the first: lint asks fifty times a letter."""
        return {field.key: field for field in reversed(self.fields)}

    def get(self, key: str) -> str:
        """Return a scalar's text, or ``""`` where there is none."""
        field = self.field(key)
        return field.value if field is not None and isinstance(field.value, str) else ""

    def all(self, key: str) -> tuple[str, ...]:
        """Return a list's members; a lone scalar counts as a list of one, a missing key as an empty list."""
        field = self.field(key)
        if field is None or field.value == "":
            return ()
        if isinstance(field.value, str):
            return (field.value,)
        return tuple(item for item in field.value if isinstance(item, str))
