"""What citations are read with: the archives and works that are known, built-in and of the corpus."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.archives import archives
from corpuscli.data.works import works
from corpuscli.model.values import dataclass
from corpuscli.text.citations.repositories import Repositories, built_in, register
from corpuscli.text.citations.works import Works, built_in_works, works_of

if TYPE_CHECKING:
    from corpuscli.data.archives import ArchiveRow
    from corpuscli.data.works import WorkRow


@dataclass(frozen=True, slots=True)
class Registers:
    """The archives and works in use."""

    repositories: Repositories
    works: Works


@cache
def built_in_registers() -> Registers:
    """Return the built-in registers."""
    return Registers(built_in(), built_in_works())


def registers_with(own_archives: tuple[ArchiveRow, ...], own_works: tuple[WorkRow, ...]) -> Registers:
    """Return the built-in registers with what a corpus adds to them.

    Args:
        own_archives: A row with the id of a built-in archive gives it more names, and a successor where it says one.
        own_works: A row with the id of a built-in work gives it more titles.
    """
    repositories = register((*archives(), *own_archives)) if own_archives else built_in()
    return Registers(repositories, works_of((*works(), *own_works)) if own_works else built_in_works())
