"""One file per output format; an export sees only values.

The folders are the kinds of things printed; a format is a module in one of them, found by its name.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError

if TYPE_CHECKING:
    from types import ModuleType


def formats(kind: str) -> tuple[str, ...]:
    """Name the formats of a kind (``tables``, ``findings`` ...), in the order of the alphabet."""
    files = Path(__file__).parent.joinpath(kind).glob("[!_]*.py")
    return tuple(sorted(file.stem for file in files))


def load(kind: str, name: str) -> ModuleType:
    """Import the export of a format.

    Raises:
        UnknownNameError: There is no such format of that kind, with the nearest.
    """
    known = formats(kind)
    if name not in known:
        from corpuscli.text.nearest import nearest

        raise UnknownNameError("format", name, nearest(name, known))
    return import_module(f"{__name__}.{kind}.{name}")
