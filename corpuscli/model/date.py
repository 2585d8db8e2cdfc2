"""A date as an editor can know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Date:
    """The set of days a date may mean.

    Args:
        edtf: The date in EDTF (ISO 8601-2), canonical, as ``1915-02-27?``.
        earliest: The first day it may mean (Gregorian), or None when open or unknown.
        latest: The last day it may mean, both ends counted, or None.
        uncertain: Whether ``?`` or ``%`` qualifies any part: such a date never satisfies "certainly".
        approximate: Whether ``~`` or ``%`` qualifies any part; it keeps its stated span.
    """

    edtf: str
    earliest: date | None
    latest: date | None
    uncertain: bool = False
    approximate: bool = False

    @property
    def undated(self) -> bool:
        """Whether nothing at all is known of the day."""
        return self.earliest is None and self.latest is None

    def __str__(self) -> str:
        return self.edtf
