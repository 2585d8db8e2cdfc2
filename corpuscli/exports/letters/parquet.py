"""Parquet: a folder with one file a table, for DuckDB, Spark and pandas; needs the extra ``parquet``."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from corpuscli.errors import UsageError
from corpuscli.exports.relational.schema import BOOLEAN, DATE, FRAMES, INTEGER, Frame
from corpuscli.exports.relational.stream import rows
from corpuscli.store.outside_folder import filling

if TYPE_CHECKING:
    from corpuscli.exports.relational.rows import Cell, Row
    from corpuscli.exports.volume import Volume

_GROUP = 5000
"""Rows that are held at most until they are written."""
_CHARACTERS = 2_000_000
"""Characters of one table that are held at most, before one more row: letters may be long."""


def save(volume: Volume, path: str) -> None:
    """Fill a folder.

    Raises:
        UsageError: The extra is not installed.
        WriteError: It cannot be written; what stood there stands as it was.
    """
    try:
        pa: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'corpuscli[parquet]'") from None
    with filling(path) as folder:
        writers: dict[str, Any] = {}
        waiting: dict[str, list[Row]] = {frame.name: [] for frame in FRAMES}
        frames = {frame.name: frame for frame in FRAMES}
        schemas = {frame.name: _schema(pa, frame) for frame in FRAMES}

        def write(name: str) -> None:
            group, schema = waiting[name], schemas[name]
            values: list[Any] = [
                pa.array([_cell(row[place], column.kind) for row in group], schema.field(place).type)
                for place, column in enumerate(frames[name].columns)
            ]
            writers[name].write_table(pa.table(values, schema=schema))
            group.clear()

        for name, schema in schemas.items():
            writers[name] = parquet.ParquetWriter(folder.data(f"{name}.parquet"), schema, compression="zstd")
        held = dict.fromkeys(waiting, 0)
        for name, row in rows(volume):
            waiting[name].append(row)
            held[name] += sum(len(cell) for cell in row if isinstance(cell, str))
            if len(waiting[name]) >= _GROUP or held[name] >= _CHARACTERS:
                write(name)
                held[name] = 0
        for name, writer in writers.items():
            write(name)
            writer.close()


def _schema(pa: Any, frame: Frame) -> Any:  # noqa: ANN401 - pyarrow has no types, and is not always there
    kinds = {INTEGER: pa.int64(), DATE: pa.date32(), BOOLEAN: pa.bool_()}
    columns = [
        pa.field(column.name, kinds.get(column.kind, pa.string()), not column.needed, {"description": column.what})
        for column in frame.columns
    ]
    return pa.schema(columns)


def _cell(value: Cell, kind: str) -> object:
    return date.fromisoformat(value) if kind == DATE and isinstance(value, str) else value
