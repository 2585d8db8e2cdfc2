"""The tables: their columns, what these hold, and how the tables hang together."""

from __future__ import annotations

from corpuscli.data.keys import key_rows
from corpuscli.model.letter import LIST_KEYS
from corpuscli.model.values import dataclass

TEXT, INTEGER, DATE, BOOLEAN = "text", "integer", "date", "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Args:
        name: Its name, for ever.
        what: What it holds.
        kind: text, integer, date (YYYY-MM-DD) or boolean.
        needed: Whether no cell may be empty.
    """

    name: str
    what: str
    kind: str = TEXT
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A table.

    Args:
        name: Its name, for ever.
        what: What a row is.
        columns: Its columns.
        key: The columns that name a row.
        points: Columns that name a row of another table: column to table.
    """

    name: str
    what: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    points: tuple[tuple[str, str], ...] = ()


def _letter_columns() -> tuple[Column, ...]:
    """The keys of one text as DESIGN lists them, then what is counted and derived."""
    kept = [row for row in key_rows() if row.key not in (*LIST_KEYS, "translation")]
    stored = [Column(row.key, row.what, needed=row.key in ("id", "date")) for row in kept]
    return (
        *stored,
        Column("year", "the year of the first day the date may mean, else of the last", INTEGER),
        Column("date_earliest", "the first day the date may mean; empty when open or unknown", DATE),
        Column("date_latest", "the last day the date may mean; empty when open or unknown", DATE),
        Column("date_certain", "whether the date is neither uncertain nor approximate", BOOLEAN, needed=True),
        Column("sender", "the senders, joined"),
        Column("recipient", "the recipients, joined"),
        Column("words", "words of the text without its notes", INTEGER, needed=True),
        Column("other_keys", "keys that have no column, as a JSON object"),
        Column("path", "the file, relative to the corpus", needed=True),
        Column("text", "what the letter says, without its notes"),
    )


_LETTER = Column("letter", "the letter's id", needed=True)
_POSITION = Column("position", "which one it is in the letter, from 1", INTEGER, needed=True)
_OF_LETTER = (("letter", "letters"),)
_PLACE = (
    Column("part", "where it stands: source, published, text or note:LABEL"),
    Column("start_at", "offset in the file, in characters from 0", INTEGER, needed=True),
    Column("end_at", "offset behind it", INTEGER, needed=True),
)

PEOPLE = Frame(
    "people",
    "a person or body of people.yaml",
    (
        Column("key", "its key in people.yaml", needed=True),
        Column("name", "the name to print", needed=True),
        Column("body", "whether it is a body and no person", BOOLEAN, needed=True),
        Column("refs", "authority references (GND, VIAF ...), joined with a blank"),
    ),
    ("key",),
)
LETTERS = Frame("letters", "a letter", _letter_columns(), ("id",))
PARTIES = Frame(
    "parties",
    "who wrote a letter, or to whom",
    (
        _LETTER,
        Column("role", "sender or recipient", needed=True),
        _POSITION,
        Column("name", "the name as printed", needed=True),
        Column("person", "whom people.yaml means by it, where it means one"),
    ),
    ("letter", "role", "position"),
    (*_OF_LETTER, ("person", "people")),
)
LISTED = Frame(
    "listed",
    "a member of a list: source, published, tags, related or lint_ignore",
    (
        _LETTER,
        Column("field", "the key of the list", needed=True),
        _POSITION,
        Column("value", "the member", needed=True),
    ),
    ("letter", "field", "position"),
    _OF_LETTER,
)
NOTES = Frame(
    "notes",
    "a note of a letter",
    (_LETTER, _POSITION, Column("label", "its label", needed=True), Column("text", "what it says")),
    ("letter", "position"),
    _OF_LETTER,
)
CITATIONS = Frame(
    "citations",
    "a citation in a letter; one of several files has a row each",
    (
        _LETTER,
        _POSITION,
        Column("file_number", "which of the files it names, from 1", INTEGER, needed=True),
        *_PLACE,
        Column("raw", "its words", needed=True),
        Column("kind", "archive, work, letter, document or note", needed=True),
        Column("form", "full, continued or ibid", needed=True),
        Column("state", "resolved, unresolved, ambiguous, dangling or malformed", needed=True),
        Column("target", "what is cited, as archive:RGASPI/558/2/162/1"),
        Column("letters", "the letters that it points to, joined with a blank"),
    ),
    ("letter", "position", "file_number"),
    _OF_LETTER,
)
PASSAGES = Frame(
    "passages",
    "a copy of a passage that stands twice or more in a letter",
    (
        _LETTER,
        _POSITION,
        Column("copy_number", "which copy it is, from 1", INTEGER, needed=True),
        *_PLACE,
        Column("passage", "a hash of the passage, the same for the same words", needed=True),
        Column("words", "words of the longest copy", INTEGER, needed=True),
        Column("similarity", "likeness of the least like copies, 0-100", INTEGER, needed=True),
    ),
    ("letter", "position", "copy_number"),
    _OF_LETTER,
)
FRAMES = (PEOPLE, LETTERS, PARTIES, LISTED, NOTES, CITATIONS, PASSAGES)
"""All tables; each after those that it points to."""
