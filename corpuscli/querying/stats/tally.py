"""What is counted of each letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpuscli.model.values import dataclass
from corpuscli.querying.columns import members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from corpuscli.text.citations.registers import Registers


class Counted(NamedTuple):
    """A letter in numbers.

    Args:
        first: The first day it may lie on, as YYYY-MM-DD, or "".
        last: The last day, or "".
        senders: Under the names by which they are counted.
        recipients: Likewise.
        words: The words of its text.
        source: Where it is kept, as cited.
    """

    first: str
    last: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    words: int
    source: tuple[str, ...]

    @property
    def day(self) -> str:
        """The first day it may lie on, or the last where the first is open; "" for an undated letter."""
        return self.first or self.last


@dataclass(frozen=True, slots=True)
class Tally:
    """The letters of an answer in numbers.

    Args:
        letters: In the order of their dates.
        limit: How many rows a table has at most where the longest or most frequent are wanted; 0 for all.
        registers: The archives that sources are read with; the built-in ones by default.
    """

    letters: tuple[Counted, ...]
    limit: int = 0
    registers: Registers | None = None


def counted(
    rows: Iterable[Mapping[str, object]],
    named: Callable[[str], str],
    limit: int = 0,
    registers: Registers | None = None,
) -> Tally:
    """Count rows of letters.

    Args:
        rows: As ``ask`` gives them.
        named: Returns the name under which a party is counted.
        limit: See ``Tally``.
        registers: See ``Tally``.
    """
    return Tally(tuple(_counted(row, named) for row in rows), limit, registers)


def _counted(row: Mapping[str, object], named: Callable[[str], str]) -> Counted:
    words = row.get("words")
    return Counted(
        str(row.get("date_earliest") or ""),
        str(row.get("date_latest") or ""),
        tuple(dict.fromkeys(named(str(one)) for one in members(row.get("senders")))),
        tuple(dict.fromkeys(named(str(one)) for one in members(row.get("recipients")))),
        words if isinstance(words, int) else 0,
        tuple(str(one) for one in members(row.get("source"))),
    )
