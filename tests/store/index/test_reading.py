"""How letters are shared out to be read."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.store.index.reading import BATCH, LAST, _edges


@given(st.integers(0, 30_000))
def test_batches_hold_every_letter_once_and_end_small(count: int) -> None:
    edges = list(_edges(count))
    sizes = [end - start for start, end in pairwise(edges)]
    assert edges[-1] == count
    assert sum(sizes) == count
    assert sizes == sorted(sizes, reverse=True)
    assert all(LAST <= size <= BATCH for size in sizes[:-1])
