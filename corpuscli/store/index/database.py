"""The connection to an index, closed at the latest when the program leaves."""

from __future__ import annotations

import atexit
import sqlite3
from typing import Any
from weakref import WeakSet


class Database(sqlite3.Connection):
    """A connection; one that nobody closes would leave its log beside the file for the next to read through.

    Python does not forget it by itself: a connection refers to itself, and stays until cycles are looked for.
    """

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - whatever sqlite3 takes
        super().__init__(*given, **named)
        _open.add(self)


_open: WeakSet[Database] = WeakSet()


def _close_all() -> None:
    for database in tuple(_open):
        database.close()


atexit.register(_close_all)
