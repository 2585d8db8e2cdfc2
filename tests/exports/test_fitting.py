from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.exports import table_writer
from corpuscli.exports.fitting import GAP, HEAD, cells, cut, fit
from corpuscli.querying.records import COLUMNS, letters_table

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


NARROW = 90
"""Cells in which all columns of such letters have room."""
LETTERS = st.lists(
    st.fixed_dictionaries({"id": st.just("1921-03-10-chicherin-stalin"), "date": st.just("1921-03-10"), "senders": WIDE,
                           "recipients": WIDE, "place": WIDE, "words": st.integers(0, 9999)}), min_size=1,
)  # fmt: skip


@given(LETTERS, st.integers(44, 120))
def test_letters_fit_into_any_terminal(rows: list[dict[str, object]], width: int) -> None:
    out = io.StringIO()
    table_writer("simple", width)(letters_table(rows), out)
    lines = out.getvalue().splitlines()
    assert max(map(cells, lines)) <= width
    names = lines[0].split()
    assert tuple(names) == COLUMNS[: len(names)] or names[-1] == "…"
    assert names[:2] == ["id", "date"]
    assert "…" not in names or width < NARROW


def test_columns_that_were_asked_for_stay() -> None:
    out = io.StringIO()
    rows = [{"id": "a" * 30, "words": 1, "place": "Moscow"}]
    table = letters_table(rows)
    table_writer("simple", 40)(replace(table, spare=tuple(name for name in table.spare if name != "place")), out)
    assert out.getvalue().split("\n")[0].split() == ["id", "date", "place", "…"]


_NAMED = ("id", "date", "senders", "recipients", "place", "source", "form", "edition", "words")


@given(st.integers(1, 3), st.integers(108, 130), st.booleans())
def test_names_of_columns_give_way_before_lines_wrap(rows: int, width: int, long: bool) -> None:  # noqa: FBT001 - drawn
    from corpuscli.exports.tables.tabulated import LONG
    from corpuscli.model.table import Table

    row: dict[str, object] = dict.fromkeys(_NAMED, "Much text " * 5) | {
        "id": "1921-03-10-chicherin-stalin",
        "date": "1921-03-10",
    }
    row |= {"words": 12}
    out = io.StringIO()
    table_writer("simple", width)(Table(_NAMED, (row,) * (LONG if long else rows), numeric=frozenset(("words",))), out)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert "words" in lines[0]
    assert ("recipients" in lines[0]) == (width >= 114)
    assert "1921-03-10-chicherin-stalin" in lines[2]
