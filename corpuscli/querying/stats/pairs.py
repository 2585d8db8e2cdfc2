"""Who wrote to whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from corpuscli.querying.stats.tally import Tally

WIDE = 12
"""As many recipients stand across a matrix where no other number is asked."""


def pairs(tally: Tally) -> Table:
    """Return ``sender, recipient, letters, first, last``, the most frequent first; dates are first possible days."""
    count = _counted(tally)
    days: dict[tuple[str, str], list[str]] = {}
    for one in tally.letters:
        for pair in ((a, b) for a in one.senders for b in one.recipients):
            if one.day:
                days.setdefault(pair, []).append(one.day)
    rows: list[dict[str, object]] = [
        {
            "sender": sender,
            "recipient": recipient,
            "letters": number,
            "first": min(days.get((sender, recipient), ()), default=None),
            "last": max(days.get((sender, recipient), ()), default=None),
        }
        for (sender, recipient), number in sorted(count.items(), key=lambda item: (-item[1], item[0]))
    ]
    columns = ("sender", "recipient", "letters", "first", "last")
    return Table(columns, rows[: tally.limit or None], numeric=frozenset(["letters"]), title="who wrote to whom")


def matrix(tally: Tally) -> Table:
    """Return a row for each sender and a column for each recipient, the busiest first; the cells are letters."""
    count = _counted(tally)
    most = tally.limit or WIDE
    senders, recipients = Counter[str](), Counter[str]()
    for (sender, recipient), number in count.items():
        senders[sender] += number
        recipients[recipient] += number
    across = [name for name, _ in _ranked(recipients)[:most]]
    names = {name: name if name != "sender" else "sender " for name in across}
    rows = [
        {"sender": sender, **{names[name]: count[sender, name] or None for name in across}}
        for sender, _ in _ranked(senders)[:most]
    ]
    shown = tuple(names.values())
    return Table(("sender", *shown), rows, numeric=frozenset(shown), title="who wrote to whom")


def people(tally: Tally) -> Table:
    """Return ``person, sent, received, letters``, the busiest first; a letter to oneself counts once in letters."""
    sent, received, all_ = Counter[str](), Counter[str](), Counter[str]()
    for one in tally.letters:
        sent.update(one.senders)
        received.update(one.recipients)
        all_.update({*one.senders, *one.recipients})
    rows: list[dict[str, object]] = [
        {"person": name, "sent": sent[name], "received": received[name], "letters": number}
        for name, number in _ranked(all_)
    ]
    numeric = frozenset(("sent", "received", "letters"))
    return Table(
        ("person", "sent", "received", "letters"), rows[: tally.limit or None], numeric=numeric, title="people"
    )


def _counted(tally: Tally) -> Counter[tuple[str, str]]:
    return Counter((a, b) for one in tally.letters for a in one.senders for b in one.recipients)


def _ranked(count: Counter[str]) -> list[tuple[str, int]]:
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))
