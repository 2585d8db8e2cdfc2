"""What the order of system calls says of a crash: no file is cut in place, none gets its name before it is synced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.faults.syscalls import Call

_DECIDES = re.compile(r"/\.corpuscli/undo/[0-9-]+$")
"""The name of a finished record: when it stands, the command has happened."""


class Disk:
    """What would be lost if the power failed now.

    Args:
        folder: Where the calls must touch something to count.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unsynced: set[str] = set()
        self.names: set[str] = set()
        self.wrong: list[str] = []

    def take(self, call: Call) -> None:
        """Follow one call."""
        if call.failed or not (call.touches(self.folder) or str(self.folder) in call.paths):
            return
        path = call.paths[0]
        if call.name == "openat":
            self._opened(call)
        elif call.name in ("write", "pwrite64", "copy_file_range", "sendfile"):
            if not path.endswith("/lock"):  # who holds it is of no use after a crash
                self.unsynced.add(path)
        elif call.name in ("fsync", "fdatasync"):
            self.unsynced.discard(path)
            self.names.discard(path)
        elif call.name in ("truncate", "ftruncate"):
            self.wrong.append(f"cut in place: {path}")
        elif call.name in ("rename", "link", "renameat2", "linkat", "renameat"):
            self._named(*call.paths[-2:])
        elif call.name in ("mkdir", "unlink", "rmdir"):
            self._changed(path)

    def _opened(self, call: Call) -> None:
        path = call.paths[-1]
        if "O_TRUNC" in call.line:
            self.wrong.append(f"cut in place: {path}")
        elif call.writes and "O_EXCL" not in call.line and not path.endswith("/.corpuscli/lock"):
            self.wrong.append(f"written in place: {path}")

    def _named(self, old: str, new: str) -> None:
        self.wrong += [
            f"named before it was synced: {new}" for path in self.unsynced if f"{path}/".startswith(f"{old}/")
        ]
        if _DECIDES.search(new):
            self.wrong += [f"decided before it was synced: {name}" for name in sorted(self.names)]
        self._changed(old)
        self._changed(new)

    def _changed(self, path: str) -> None:
        """Remember that a folder has other names; scraps of records, and temporary files, may come back."""
        if ".scrap" not in path and not path.endswith(".tmp") and not path.endswith("/.gitignore"):
            self.names.add(path.rpartition("/")[0])

    def after(self, calls: Iterable[Call]) -> list[str]:
        """Follow all calls of a command; return what is wrong with their order."""
        for call in calls:
            self.take(call)
        lost = [path for path in self.unsynced if not path.endswith(".tmp")]
        return [*self.wrong, *(f"never synced: {path}" for path in sorted({*lost, *self.names}))]
