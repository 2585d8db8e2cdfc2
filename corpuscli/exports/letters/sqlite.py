"""SQLite: tables with keys, full text, and views; for Datasette, sqlite-utils and any program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.relational.schema import BOOLEAN, FRAMES, INTEGER, Frame
from corpuscli.exports.relational.stream import rows
from corpuscli.store.outside_database import making

if TYPE_CHECKING:
    from corpuscli.exports.volume import Volume

_SEARCHED = {"letters": ("title", "sender", "recipient", "place", "summary", "text"), "notes": ("text",)}
_VIEWS = {
    "correspondences": (
        "SELECT coalesce(s.person, s.name) AS sender, coalesce(r.person, r.name) AS recipient, count(*) AS letters, "
        "min(l.date_earliest) AS first, max(l.date_latest) AS last FROM parties s "
        "JOIN parties r ON r.letter = s.letter AND r.role = 'recipient' JOIN letters l ON l.id = s.letter "
        "WHERE s.role = 'sender' GROUP BY 1, 2 ORDER BY letters DESC, 1, 2"
    ),
    "letters_by_year": "SELECT year, count(*) AS letters, sum(words) AS words FROM letters GROUP BY year ORDER BY year",
    "most_cited": (
        "SELECT target, kind, count(*) AS citations, count(DISTINCT letter) AS letters FROM citations "
        "WHERE target IS NOT NULL GROUP BY target, kind ORDER BY citations DESC, target"
    ),
}


def save(volume: Volume, path: str) -> None:
    """Write the database, the same bytes for the same letters and version of SQLite.

    Raises:
        WriteError: It cannot be written; an old file stands as it was.
    """
    with making(path) as database:
        for frame in FRAMES:
            database.run(_table(frame))
        inserts = {
            frame.name: f'INSERT INTO "{frame.name}" VALUES ({_marks(frame)})'  # noqa: S608 - names of our own schema
            for frame in FRAMES
        }
        for name, row in rows(volume):
            database.insert(inserts[name], row)
        for frame in FRAMES:
            for column, _ in frame.points:
                if column != frame.key[0]:
                    database.run(f'CREATE INDEX "{frame.name}_{column}" ON "{frame.name}" ("{column}")')
        database.run('CREATE INDEX "citations_target" ON "citations" ("target")')
        database.run('CREATE INDEX "letters_date" ON "letters" ("date_earliest")')
        for name, columns in _SEARCHED.items():
            joined = ", ".join(columns)
            database.run(
                f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({joined}, content="{name}", '
                "tokenize='unicode61 remove_diacritics 2')"
            )
            database.run(f'INSERT INTO "{name}_fts" ("{name}_fts") VALUES (\'rebuild\')')  # noqa: S608 - as above
        for name, query in _VIEWS.items():
            database.run(f'CREATE VIEW "{name}" AS {query}')


def _marks(frame: Frame) -> str:
    return ", ".join("?" * len(frame.columns))


def _table(frame: Frame) -> str:
    """Return the statement that makes a table; a column may be empty unless it is needed."""
    kinds = {INTEGER: "INTEGER", BOOLEAN: "INTEGER"}
    columns = [
        f'"{column.name}" {kinds.get(column.kind, "TEXT")}{" NOT NULL" if column.needed else ""}'
        for column in frame.columns
    ]
    key = ", ".join(f'"{name}"' for name in frame.key)
    pointed = [
        f'FOREIGN KEY ("{column}") REFERENCES "{table}" ("{"id" if table == "letters" else "key"}")'
        for column, table in frame.points
    ]
    return f'CREATE TABLE "{frame.name}" ({", ".join([*columns, f"PRIMARY KEY ({key})", *pointed])})'
