"""The corpus in a few numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from corpuscli.querying.stats.tally import Tally


def summary(tally: Tally) -> Table:
    """Return measures and values: ``measure``, ``value``."""
    letters = tally.letters
    words = [one.words for one in letters]
    days = [one.day for one in letters if one.day]
    senders = {name for one in letters for name in one.senders}
    recipients = {name for one in letters for name in one.recipients}
    found: dict[str, object] = {
        "letters": len(letters),
        "dated to the day": sum(bool(one.first) and one.first == one.last for one in letters),
        "dated less closely": sum(bool(one.day) and one.first != one.last for one in letters),
        "undated": len(letters) - len(days),
        "first": min(days, default=None),
        "last": max((one.last or one.first for one in letters if one.day), default=None),
        "senders": len(senders),
        "recipients": len(recipients),
        "people": len(senders | recipients),
        "pairs": len({(a, b) for one in letters for a in one.senders for b in one.recipients}),
        "words": sum(words),
        "without text": words.count(0),
    }
    return Table(("measure", "value"), [{"measure": key, "value": value} for key, value in found.items()])
