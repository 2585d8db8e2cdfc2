"""A layer of faults between the writer and the disk: it stands in for ``os`` in every module that writes."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpuscli.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

CALLS = frozenset(
    {
        "open", "close", "read", "write", "fsync", "lstat", "fstat", "mkdir", "rmdir",
        "unlink", "link", "rename", "replace", "listdir", "fchmod", "fchown", "lseek",
    }
)  # fmt: skip
PREFIX = "corpuscli.store.writing."


class Killed(BaseException):
    """The process is gone: from here on no call reaches the disk."""


@dataclass(frozen=True)
class Kind:
    """A kind of fault.

    Args:
        name: For reports.
        error: What the call raises.
        lasting: Whether all further calls of the kinds that need the disk raise it too.
        after: Whether the call is made first.
    """

    name: str
    error: Callable[[], BaseException]
    lasting: bool = False
    after: bool = False


def _os_error(number: int) -> Callable[[], BaseException]:
    return lambda: OSError(number, os.strerror(number))


ERRORS = ("ENOSPC", "EIO", "EROFS", "EACCES", "EMFILE")
KINDS = (
    *(Kind(name, _os_error(getattr(errno, name))) for name in ERRORS),
    *(Kind(f"{name} lasting", _os_error(getattr(errno, name)), lasting=True) for name in ERRORS),
    Kind("kill before", Killed),
    Kind("kill after", Killed, after=True),
    Kind("interrupt", KeyboardInterrupt, after=True),
    Kind("terminate", lambda: StoppedError("terminated"), after=True),
)
_NEEDS_DISK = {
    "ENOSPC lasting": {"write", "mkdir", "fsync", "link"},
    "EROFS lasting": {"open", "write", "mkdir", "rmdir", "unlink", "link", "rename", "replace", "fchmod"},
    "EMFILE lasting": {"open"},
}


class FaultyOs:
    """``os``, but the call number ``at`` fails. Nothing is really synced, for speed.

    Args:
        at: The call that fails, counted from 1; 0 for none.
        kind: How.
    """

    def __init__(self, at: int = 0, kind: Kind = KINDS[0]) -> None:
        self.at, self.kind = at, kind
        self.count = 0
        self.log: list[str] = []
        self.dead = False

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever os has
        real = getattr(os, name)
        return self._counted(name, real) if name in CALLS else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the call it stands for
            if self.dead:
                return self._after_death(name, real, *given)
            self.count += 1
            self.log.append(name)
            if not self._strikes(name):
                return None if name == "fsync" else real(*given, **named)
            self._leave_traces(name, real, *given, **named)
            self.dead = isinstance(error := self.kind.error(), Killed)
            raise error

        return call

    def _strikes(self, name: str) -> bool:
        if self.count == self.at:
            return True
        late = self.at and self.count > self.at and self.kind.lasting
        return bool(late) and name in _NEEDS_DISK.get(self.kind.name, CALLS - {"close"})

    def _leave_traces(self, name: str, real: Callable[..., Any], *given: Any, **named: Any) -> None:  # noqa: ANN401 - of any call
        if name == "close" or (self.kind.after and name != "fsync"):
            made = real(*given, **named)
            if name == "open":
                os.close(made)
        elif name == "write":
            real(given[0], bytes(given[1])[: len(given[1]) // 2])

    @staticmethod
    def _after_death(name: str, real: Callable[..., Any], *given: Any) -> None:  # noqa: ANN401 - of any call
        if name == "close":  # the system closes the files of a dead process, and so frees its lock
            real(*given)
            return
        raise Killed


@contextmanager
def faulty(layer: FaultyOs) -> Generator[FaultyOs]:
    """Put a layer under all modules of the writer."""
    modules = [module for name, module in sys.modules.items() if name.startswith(PREFIX) and hasattr(module, "os")]
    modules.append(sys.modules["corpuscli.store.files"])
    for module in modules:
        module.os = layer
    try:
        yield layer
    finally:
        for module in modules:
            module.os = os
