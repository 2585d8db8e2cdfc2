"""The index as sets of letters: questions are answered by numbers, and rows are fetched for those that remain."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from corpuscli.errors import InputError
from corpuscli.store.index.kept import KeptFacts
from corpuscli.store.index.place import index_path
from corpuscli.store.index.refresh import refresh
from corpuscli.store.index.schema import connect
from corpuscli.store.index.walk import given_path
from corpuscli.store.index.where import EVERY, Where

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.store.corpus import Corpus
    from corpuscli.store.index.looking import Looking
    from corpuscli.store.index.searching import Saying

_CHUNK = 1_000
"""How many rows are fetched at a time."""
SLIM = 500
"""KiB of the index that are held by what goes through it once."""
FEW = 8
"""Of so many letters as one in these, each is looked up; of more, all are gone through in their order."""
AT_ONCE = 10_000
"""So many letters are fetched before they are put in order; of more the numbers are, and letters fetched as needed."""
_READ = "letters INDEXED BY letters_by_day WHERE problem = ''"
_IN_ORDER = "ORDER BY sort, id, path"
_GIVEN = "(SELECT value FROM json_each(?))"
_ROW = f"SELECT n, id, path, words, earliest, latest, record FROM letters JOIN records USING (n) WHERE n IN {_GIVEN}"


class Row(NamedTuple):
    """A letter as the index keeps it.

    Args:
        number: Its number in this index; another refresh may give it to another letter.
        id: Its id.
        path: Its path in the corpus.
        words: The words of its text.
        earliest: The first day it may lie on, as days since 0001-01-01, or None.
        latest: The last day, or None.
        json: Its front matter as JSON.
    """

    number: int
    id: str
    path: str
    words: int
    earliest: int | None
    latest: int | None
    json: str

    def record(self) -> dict[str, object]:
        """Return the front matter as stored."""
        found: dict[str, object] = _reader()(self.json)[0]
        return found


@cache
def _reader() -> Callable[[str], tuple[Any, int]]:
    """Return what reads JSON without blanks around it: a third of ``json.loads`` is looking for them."""
    import json

    return json.JSONDecoder().raw_decode


class Index:
    """An index in step with its corpus.

    Args:
        corpus: The corpus.
        database: An open index of it.
        state: The state of the corpus that the index is in step with.
    """

    def __init__(self, corpus: Corpus, database: sqlite3.Connection, state: str) -> None:
        self._corpus, self._database, self._state = corpus, database, state

    def select(self, may: Where, must: Where | None = None) -> tuple[set[int], set[int]]:
        """Return the letters that can be read and may answer, and those among them that must.

        Args:
            may: Which may.
            must: Which must; the same by default.
        """
        if must is None or must == may:
            sql = may.numbers or f"SELECT n FROM {_read(may)} AND {may.sql}"
            found = {n for (n,) in self._database.execute(sql, may.values)}
            return found, found
        sql = f"SELECT n, {must.sql} FROM {_read(may)} AND {may.sql}"
        rows = self._database.execute(sql, must.values + may.values).fetchall()
        return {n for n, _ in rows}, {n for n, sure in rows if sure}

    def everything(self) -> set[int]:
        """All letters that can be read."""
        return self.select(EVERY)[0]

    def count(self) -> int:
        """How many letters can be read."""
        found: int = self._database.execute(f"SELECT count(*) FROM {_READ}").fetchone()[0]
        return found

    def some(self, where: Where) -> bool:
        """Tell whether any letter that can be read answers."""
        sql = f"SELECT 1 FROM {_read(where)} AND {where.sql} LIMIT 1"
        return self._database.execute(sql, where.values).fetchone() is not None

    def values(self, key: str) -> list[tuple[int, str, str]]:
        """The values under a key: number, value, folded value; some may be of letters that have gone."""
        return list(self._database.execute("SELECT t, value, folded FROM terms WHERE key = ?", (key,)))

    def shelve(self) -> bool:
        """Know where letters are kept, and tell whether that can be known; to be called before anything is asked.

        Raises:
            ConfigError: A register of the corpus cannot be read.
        """
        from corpuscli.store.index.holdings import keep_holdings

        return keep_holdings(self._database, self._corpus)

    def places_of_keeping(self, level: str) -> list[str]:
        """The archives, fonds, opisi or dela that sources of letters name."""
        sql = (
            "SELECT DISTINCT shown FROM shelves WHERE level = ?"
            " AND EXISTS (SELECT 1 FROM shelved JOIN letters USING (n) WHERE s = shelves.s) ORDER BY shown"
        )
        return [shown for (shown,) in self._database.execute(sql, (level,))]

    def search(self, expression: str, among: set[int] | None, limit: int) -> Saying:
        """The letters whose text or notes hold words, where the index was opened for that; see ``saying``."""
        from corpuscli.store.index.searching import saying

        return saying(self._database, expression, among, limit)

    def numbers_of(self, ids: Iterable[str]) -> set[int]:
        """The letters of those ids."""
        known = dict(self._database.execute("SELECT id, n FROM letters WHERE problem = ''"))
        return {known[one] for one in ids if one in known}

    def ids(self, numbers: set[int] | None = None) -> Iterable[str]:
        """The ids of letters in the order of their dates, undated ones last; of all that can be read by default."""
        return (name for _, name in self._ordered("id", numbers))

    def paths(self, numbers: set[int] | None = None) -> Iterable[str]:
        """Their paths, likewise."""
        return (given_path(path) for _, path in self._ordered("path", numbers))

    def rows(self, numbers: set[int] | None = None) -> Iterator[Row]:
        """Yield letters in the order of their dates, undated ones last; all that can be read by default."""
        if numbers is not None and len(numbers) <= AT_ONCE:
            rows = self._database.execute(f"{_ROW} {_IN_ORDER}", (_list(numbers),))
            yield from (Row(n, name, given_path(path), *rest) for n, name, path, *rest in rows)
            return
        for chunk in _chunks([number for number, _ in self._ordered("n", numbers)]):
            rows = self._database.execute(_ROW, (_list(chunk),))
            found = {n: Row(n, name, given_path(path), *rest) for n, name, path, *rest in rows}
            yield from (found[number] for number in chunk)

    def _ordered(self, column: str, numbers: set[int] | None) -> Iterable[tuple[int, Any]]:
        """Number and a column of letters in the order of dates; few are sorted, of many all others are left out."""
        [most] = self._database.execute("SELECT coalesce(max(n), 0) FROM letters").fetchone()
        if numbers is None or FEW * len(numbers) > most:
            sql = f"SELECT n, {column} FROM letters INDEXED BY letters_by_date WHERE problem = '' {_IN_ORDER}"
            every = self._database.execute(sql)
            return every if numbers is None else (row for row in every if row[0] in numbers)
        return self._database.execute(
            f"SELECT n, {column} FROM letters WHERE n IN {_GIVEN} {_IN_ORDER}", (_list(numbers),)
        )

    def unread(self) -> list[str]:
        """The paths of the letters that cannot be read."""
        found = self._database.execute("SELECT path FROM letters INDEXED BY letters_unread WHERE problem != ''")
        return [given_path(path) for (path,) in found]

    def problems(self) -> list[InputError]:
        """The letters that cannot be read, each as its error."""
        found = self._database.execute(
            "SELECT path, problem FROM letters INDEXED BY letters_unread WHERE problem != '' ORDER BY path"
        )
        return [_problem(self._corpus, given_path(path), said) for path, said in found]

    def kept(self, analysis: str, version: str) -> KeptFacts:
        """Return what an analysis has kept of the letters; see ``KeptFacts``."""
        return KeptFacts(self._database, analysis, version, self._state)

    def twins(self) -> frozenset[str]:
        """The ids that several letters have."""
        sql = "SELECT id FROM letters WHERE problem = '' GROUP BY id HAVING count(*) > 1"
        return frozenset(name for (name,) in self._database.execute(sql))

    def slim(self) -> None:
        """Hold no more of the file in memory than it takes to go through it once."""
        self._database.execute(f"PRAGMA cache_size = -{SLIM}")
        self._database.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Let the file go."""
        self._database.close()


def _problem(corpus: Corpus, path: str, said: str) -> InputError:
    import json

    message, line, column = json.loads(said)
    return InputError(message, corpus.shown(path), line, column)


def _read(where: Where) -> str:
    """Return the table of the letters that can be read, by the order that serves a condition."""
    return "letters WHERE problem = ''" if where.numbered else _READ


def _chunks(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK))


def _list(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"


def open_index(corpus: Corpus, looking: Looking | None = None, *, words: bool = False, values: bool = True) -> Index:
    """Open the index of a corpus and bring it in step with the files.

    An index that is damaged, foreign, locked or cannot be written is made anew, at worst in memory: the answer is
    never wrong.

    Args:
        corpus: The corpus.
        looking: An analysis that looks on when letters are read; its facts are kept.
        words: Whether the words of letters will be searched.
        values: Whether values of their front matter will be asked for.

    Raises:
        InputError: A folder of the corpus cannot be listed.
    """
    return Index(corpus, *open_database(corpus, looking, words=words, values=values))


def open_database(
    corpus: Corpus, looking: Looking | None = None, *, words: bool = False, values: bool = True
) -> tuple[sqlite3.Connection, str]:
    """Open the file of the index, in step and with a transaction begun; return it with the state of the corpus.

    Args:
        corpus: The corpus.
        looking: As for :func:`open_index`.
        words: Likewise.
        values: Likewise.

    Raises:
        InputError: A folder of the corpus cannot be listed.
    """
    import sqlite3

    root = os.path.realpath(corpus.root)
    for path in (index_path(corpus.root), ""):
        database = connect(path, root)
        try:
            state = refresh(database, corpus, looking, values=values)
            if words:
                from corpuscli.store.index.said import keep_said

                keep_said(database, corpus)
        except sqlite3.Error:
            database.close()
        else:
            return database, state
    raise InputError("no index can be made, not even in memory", str(corpus.root))
