"""The one tree of errors. One place, ``cli.app``, turns them into lines on stderr and exit codes.

::

    CorpusError                  2
    ├── UsageError               2   what was asked cannot be asked
    │   ├── QueryError           2   a query that cannot be read; shows the place
    │   └── UnknownNameError     2   a field, format, id, person, rule ... that is not there; knows the nearest
    ├── InputError               2   a file that cannot be read as what it should be; knows path, line, column
    │   ├── EncodingError        2   bytes that are not UTF-8
    │   ├── FrontMatterError     2   YAML that we refuse, or none
    │   └── ConfigError          2   corpus.yaml, people.yaml or another register
    ├── DateError                2   text that is no date (a ValueError too)
    ├── NoCorpusError            2   no corpus.yaml where we looked
    ├── SameLetterError          2   the letter stands in the corpus already; knows its id
    └── WriteError               2   nothing was written
        ├── ChangedError         2   the file is not what was read
        ├── LockedError          2   another process holds the corpus
        └── UndoError            2   a record that cannot be taken back
    StoppedError               143   terminated from outside
"""

from __future__ import annotations


class CorpusError(Exception):
    """What went wrong and how to mend it, in one line."""

    exit_code = 2


class UsageError(CorpusError):
    """What was asked cannot be asked."""


class UnknownNameError(UsageError):
    """A name that is not known, with the nearest that is.

    Args:
        kind: What the name should name, as ``format`` or ``person``.
        name: The name as given.
        nearest: Known names that look like it, best first.
        otherwise: What else can be done, said last.
    """

    def __init__(self, kind: str, name: str, nearest: tuple[str, ...] = (), otherwise: str = "") -> None:
        self.kind, self.name, self.nearest, self.otherwise = kind, name, nearest, otherwise
        hint = f"; did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"unknown {kind} {name!r}{hint}{otherwise}")


class InputError(CorpusError):
    """A file that cannot be read as what it should be.

    Args:
        message: What is wrong, and how to mend it.
        path: The file, as the user should see it.
        line: Line from 1, or 0 where none is known.
        column: Column from 1 in code points, or 0 where none is known.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        self.message, self.path, self.line, self.column = message, path, line, column
        super().__init__(message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message}" if place else self.message


class EncodingError(InputError):
    """Bytes that are not UTF-8 text."""


class FrontMatterError(InputError):
    """Front matter that is missing, not YAML, or YAML that we refuse."""


class ConfigError(InputError):
    """A corpus.yaml, people.yaml or other register that cannot be used."""


class DateError(CorpusError, ValueError):
    """Text that is no date, or a day that never was."""


class QueryError(UsageError):
    """A query that cannot be read; shows it with a caret.

    Args:
        message: What is wrong, and how to mend it.
        query: The query as given.
        offset: Where in the query, in code points from 0.
    """

    def __init__(self, message: str, query: str, offset: int) -> None:
        self.message, self.query, self.offset = message, query, offset
        super().__init__(f"query:{offset + 1}: {message}\n  {query}\n  {' ' * offset}^")


class NoCorpusError(CorpusError):
    """No folder with a corpus.yaml where we looked."""


class SameLetterError(CorpusError):
    """The letter stands in the corpus already.

    Args:
        message: What is the same, and how to go on.
        letter: The id of the letter that stands there.
    """

    def __init__(self, message: str, letter: str) -> None:
        self.letter = letter
        super().__init__(message)


class WriteError(CorpusError):
    """Nothing was written, and why."""


class ChangedError(WriteError):
    """The file on disk is not what was read."""


class LockedError(WriteError):
    """Another process holds the corpus's lock."""


class UndoError(WriteError):
    """A record that cannot be taken back."""


class StoppedError(BaseException):
    """Terminated from outside; no ``Exception``, so that nobody goes on with the next file."""

    exit_code = 143
