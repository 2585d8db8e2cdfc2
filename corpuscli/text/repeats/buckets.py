"""Rows sorted into buckets as they come: in memory, or put aside in a file where they are too many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import DTypeLike, NDArray

    Rows = tuple[NDArray[Any], ...]
    """Columns of one length."""

Spool = Callable[[], IO[bytes]]
"""Opens an empty file that goes when it is closed."""
HELD = 1 << 24
"""Rows that are held in memory."""
GATHERED = 1 << 21
"""Rows that are gathered before they are put aside, once memory has been full."""


class Buckets:
    """Takes rows of some columns, and hands them out bucket by bucket, in the order in which they came.

    Args:
        kinds: What each column holds.
        spool: Opens a file; without it all stays in memory.
    """

    def __init__(self, kinds: Sequence[DTypeLike], spool: Spool | None = None) -> None:
        self._here = 0
        self._kinds = [np.dtype(kind) for kind in kinds]
        self._spool = spool
        self._file: IO[bytes] | None = None
        self._held: dict[int, list[Rows]] = defaultdict(list)
        self._there: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def put(self, buckets: NDArray[np.uint16], rows: Rows) -> None:
        """Put each row into its bucket."""
        order = np.argsort(buckets, kind="stable")
        self.split(np.cumsum(np.bincount(buckets)), tuple([column[order] for column in rows]))

    def split(self, ends: NDArray[np.int64], rows: Rows) -> None:
        """Put rows into their buckets that are sorted by these.

        Args:
            ends: Where each bucket's rows end.
            rows: The rows.
        """
        columns = [column.astype(kind, copy=False) for column, kind in zip(rows, self._kinds, strict=True)]
        start = 0
        for bucket, end in enumerate(ends.tolist()):
            if start < end:
                self._held[bucket].append(tuple([column[start:end] for column in columns]))
            start = end
        self._count(start)

    def append(self, bucket: int, rows: Rows) -> None:
        """Put rows into one bucket."""
        self._held[bucket].append(rows)
        self._count(len(rows[0]))

    def _count(self, rows: int) -> None:
        self._here += rows
        if self._spool and self._here > (GATHERED if self._file else HELD):
            self._file = self._file or self._spool()
            self._put_aside(self._file)

    def take(self, bucket: int) -> Rows:
        """Hand out the rows of a bucket, and forget those that are held in memory."""
        found = [self._read(self._file, *place) for place in self._there.pop(bucket, ()) if self._file]
        found += self._held.pop(bucket, [])
        empty = tuple([np.zeros(0, kind) for kind in self._kinds])
        return tuple([np.concatenate(columns) for columns in zip(empty, *found, strict=True)])

    def close(self) -> None:
        """Let the file go."""
        if self._file:
            self._file.close()

    def _put_aside(self, file: IO[bytes]) -> None:
        file.seek(0, 2)
        for bucket, pieces in self._held.items():
            columns = [np.concatenate(column) for column in zip(*pieces, strict=True)]
            self._there[bucket].append((file.tell(), len(columns[0])))
            for column in columns:
                file.write(column.data)
        self._held.clear()
        self._here = 0

    def _read(self, file: IO[bytes], start: int, count: int) -> Rows:
        file.seek(start)
        return tuple([np.frombuffer(file.read(count * kind.itemsize), kind) for kind in self._kinds])
