"""What is put into memory that processes share comes back, whether it has room there or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corpuscli.dedupe.reading import Packed, Read, pack
from corpuscli.text.repeats import slots
from corpuscli.text.repeats.forks import Crew
from corpuscli.text.repeats.slots import Slots
from corpuscli.text.repeats.texts import text_of

if TYPE_CHECKING:
    import pytest
    from numpy.typing import NDArray

SAID = "Naïve слово 同志"


def packed() -> Packed:
    return pack(range(3, 5), [Read(text_of(SAID)), Read(text_of("more"))], kept=True)


def test_columns_lie_in_a_slot_until_they_are_taken() -> None:
    shared = Slots(2)
    column = np.arange(1000)
    one, other, none = [shared.put(shared.free(), (column + by, packed(), "rest")) for by in range(3)]
    assert (one.slot, other.slot, none.slot) == (1, 0, -1)
    assert max(len(one.rest), len(other.rest)) < column.nbytes < len(none.rest)
    for by, sent in ((2, none), (0, one), (1, other)):
        numbers, letters, rest = shared.take(sent)
        assert (numbers.tolist(), letters, rest) == ((column + by).tolist(), packed(), "rest")
    assert (shared.free(), shared.free(), shared.free()) == (0, 1, -1)


def test_what_is_larger_than_a_slot_is_sent_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "SIZE", 64)
    shared = Slots(1)
    for size in (64, 65):
        sent = shared.put(shared.free(), np.zeros(size, np.uint8))
        assert (sent.slot, sent.ends) == (0, (64,) if size == 64 else ())
        assert len(shared.take(sent)) == size


def counted(start: int, count: int) -> NDArray[np.int64]:
    return np.arange(start, start + count)


def test_several_processes_share_slots() -> None:
    with Crew(7, 2) as crew:
        for ahead in (3, 40):  # more wait than there are slots
            assert [found.tolist() for found in crew.share(counted, range(60), ahead)] == [
                list(range(7, 7 + count)) for count in range(60)
            ]
