"""Keeps compiled regular expressions from run to run, in the user's cache folder.

Python compiles every expression anew in every process, in Python: of adding one page that is a third of all
instructions. What the compiler makes is a list of numbers, which is kept here, per command, and handed to the engine at
the next start of the same Python; the engine checks it before it takes it. Only expressions that take long are kept,
and no more than a program has: what users look for does not heap up. Where the file cannot be read or written, or
Python compiles in another way, all is as without.
"""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, cast

from corpuscli.store.index.place import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

_Kept = tuple[int, bytes, int, tuple[tuple[str, int], ...], tuple[str | None, ...]]
"""Flags, code, groups, names of groups, and the names again in the order of the groups: what the engine takes."""
_KNOWN_TO_WORK = range(11, 15)
"""Minor versions of Python 3 whose compiler is as we know it."""
_WORTH = 48
"""Numbers in an expression's code from which on it is kept."""
_NUMBER: Final = "I"
"""A number in an expression's code, as ``array`` calls it."""
_WIDE = array(_NUMBER).itemsize
_MOST = 400
"""Expressions that are kept at most; one more, and all are forgotten, for most are no longer used."""


class Patterns:
    """The compiled expressions of one command.

    Args:
        path: Where they are kept.
    """

    def __init__(self, path: str) -> None:
        """Read what is kept."""
        self._path = path
        self._compiler: Any = import_module("re._compiler")
        self._make: Callable[..., Any] = import_module("_sre").compile
        self._original: Callable[..., Any] = self._compiler.compile
        self._kept: dict[tuple[str | bytes, int], _Kept] = _read(path)
        self._more = False

    def use(self) -> None:
        """Let ``re`` look here first, until ``leave``."""
        self._compiler.compile = self._compile

    def leave(self) -> None:
        """Let ``re`` compile for itself again."""
        self._compiler.compile = self._original

    def _compile(self, pattern: object, flags: int = 0) -> object:
        """Do what ``re`` asks of its compiler."""
        if not isinstance(pattern, str | bytes) or flags & self._compiler.SRE_FLAG_DEBUG:
            return self._original(pattern, flags)
        key = (pattern, int(flags))
        if key in self._kept:
            with suppress(RuntimeError, TypeError, ValueError):  # the file was changed by somebody else
                return self._made(pattern, self._kept[key])
        try:
            compiled = self._parts(pattern, flags)
        except Exception:  # noqa: BLE001 - a Python that compiles in another way, or an expression that is none
            return self._original(pattern, flags)
        if len(compiled[1]) >= _WORTH * _WIDE:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            self._kept[key] = compiled
            self._more = True
        return self._made(pattern, compiled)

    def _parts(self, pattern: str | bytes, flags: int) -> _Kept:
        """Compile an expression as ``re`` does, up to what is handed to the engine."""
        parsed = self._compiler._parser.parse(pattern, flags)  # noqa: SLF001 - re's own compile goes this way
        code = self._compiler._code(parsed, flags)  # noqa: SLF001 - likewise
        names: dict[str, int] = parsed.state.groupdict
        order: list[str | None] = [None] * parsed.state.groups
        for name, number in names.items():
            order[number] = name
        packed = array(_NUMBER, code).tobytes()
        return int(flags | parsed.state.flags), packed, parsed.state.groups - 1, tuple(names.items()), tuple(order)

    def _made(self, pattern: str | bytes, kept: _Kept) -> object:
        flags, code, groups, names, order = kept
        return self._make(pattern, flags, memoryview(code).cast(_NUMBER).tolist(), groups, dict(names), order)

    def keep(self) -> None:
        """Write what has come to it; a run that met nothing new writes nothing."""
        if not self._more:
            return
        beside = f"{self._path}.{os.getpid()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            try:
                with open(beside, "xb") as file:
                    file.write(marshal.dumps(self._kept))
                os.replace(beside, self._path)
            except OSError:
                os.unlink(beside)


def patterns_of(command: str) -> Patterns | None:
    """Return the expressions of a command; None where there is no place for them, or Python is not one that we know."""
    known = sys.implementation.name == "cpython" and sys.version_info.minor in _KNOWN_TO_WORK
    folder = cache_folder()
    if not (known and folder and command.isascii() and command.isalpha()):
        return None
    return Patterns(os.path.join(folder, f"patterns-{command}-{sys.hexversion:08x}"))


def _read(path: str) -> dict[tuple[str | bytes, int], _Kept]:
    """Return what a file of this user holds; nothing where it is no such file."""
    try:
        with open(path, "rb") as file:
            if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid != os.geteuid():
                return {}
            found = marshal.loads(file.read())  # noqa: S302 - it makes no objects but plain ones
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return cast("dict[tuple[str | bytes, int], _Kept]", found) if isinstance(found, dict) else {}
