from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.exports.fitting import GAP, HEAD, cells, cut, fit

WIDE = st.text(alphabet="aЧ中é ", max_size=40)


@given(WIDE, st.integers(2, 40))
def test_a_cut_text_is_as_narrow_as_asked(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cut(text, width) == text or cut(text, width).endswith("…")


@given(st.lists(st.tuples(st.just("1921-03-10-chicherin-stalin"), WIDE, WIDE), min_size=1), st.integers(50, 90))
def test_ids_stay_whole_and_the_rest_fits(rows: list[tuple[str, str, str]], width: int) -> None:
    fitted = fit(rows, ("id", "senders", "place"), frozenset(), width)
    assert [row[0] for row in fitted] == [row[0] for row in rows]
    widths = [
        max([len(name) + HEAD, *(cells(row[at]) for row in fitted)])
        for at, name in enumerate(("id", "senders", "place"))
    ]
    assert sum(widths) + 2 * GAP <= max(width, 27 + len("senders" + "place") + 3 * HEAD + 2 * GAP)


def test_nothing_is_cut_where_all_fits() -> None:
    rows = [["a", "b" * 40]]
    assert fit(rows, ("id", "text"), frozenset(), 50) == rows
    assert fit(rows, ("id", "text"), frozenset(["text"]), 20) == rows
    assert fit(rows, ("id", "text"), frozenset(), 20) == [["a", "b" * 13 + "…"]]
    assert fit(rows, ("id", "text"), frozenset(), 3) == [["a", "b" * 7 + "…"]]
