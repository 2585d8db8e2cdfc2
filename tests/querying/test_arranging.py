from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import UnknownNameError
from corpuscli.model.table import Table
from corpuscli.querying.arranging import Arrangement, arrange, ordered
from corpuscli.querying.columns import known_columns, picked, value_of
from corpuscli.store.config import Config

KNOWN = known_columns(Config(fields=("box",)))
A = {
    "id": "a", "senders": ["G. V. Chicherin"], "recipients": ["I. V. Stalin", "Politburo"], "words": 12,
    "source": ["RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34"], "date": "1921-03-10", "date_earliest": "1921-03-10",
}  # fmt: skip
B = {
    "id": "b",
    "senders": ["Ádám"],
    "recipients": ["I. V. Stalin"],
    "words": 9,
    "box": "7",
    "date_latest": "1899-01-02",
}
C = {"id": "c", "senders": ["zeta"], "recipients": [], "words": 100, "date_earliest": "1899-05-01"}


def arranged(**how: object) -> Table:
    return arrange(Table(("id", "senders"), iter([A, B, C])), Arrangement(**how), KNOWN)


def ids(**how: object) -> list[object]:
    return [row["id"] for row in arranged(**how).rows]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("words", ["b", "a", "c"]),
        ("-words", ["c", "a", "b"]),
        ("sender", ["b", "a", "c"]),
        ("-senders", ["c", "a", "b"]),
        ("box", ["b", "a", "c"]),
        ("-box", ["b", "a", "c"]),
        ("date", ["b", "c", "a"]),
        ("year,-id", ["c", "b", "a"]),
        ("archive", ["a", "b", "c"]),
    ],
)
def test_rows_stand_in_the_order_asked_and_what_has_no_value_stands_last(sort: str, order: list[str]) -> None:
    assert ids(sort=sort) == order


@given(st.lists(st.fixed_dictionaries({"n": st.none() | st.integers(0, 3), "at": st.just(0)}), max_size=8))
def test_sorting_is_stable_and_loses_nothing(rows: list[dict[str, object]]) -> None:
    numbered = [{**row, "at": at} for at, row in enumerate(rows)]
    for down in (False, True):
        found = ordered(numbered, [("n", down)])
        keys = [(-1 if row["n"] is None else (row["n"] if down else 3 - row["n"]), -row["at"]) for row in found]
        assert keys == sorted(keys, reverse=True)
        assert len(found) == len(rows)


def test_groups_hold_a_letter_under_each_of_its_values() -> None:
    table = arranged(group="recipient")
    assert table.columns == ("group", "id", "senders")
    assert [(row["group"], row["id"]) for row in table.rows] == [
        ("I. V. Stalin", "a"),
        ("I. V. Stalin", "b"),
        ("Politburo", "a"),
        (None, "c"),
    ]


def test_counts() -> None:
    assert list(arranged(count=True).rows) == [{"letters": 3}]
    assert list(arranged(count=True, group="recipients").rows) == [
        {"recipients": "I. V. Stalin", "letters": 2},
        {"recipients": "Politburo", "letters": 1},
        {"recipients": None, "letters": 1},
    ]
    assert [row["year"] for row in arranged(count=True, group="year").rows] == ["1899", "1921"]
    assert [row["decade"] for row in arranged(count=True, group="decade", sort="letters").rows] == ["1920s", "1890s"]


def test_columns_are_derived_only_when_asked_for() -> None:
    table = arranged(columns="id,archive,pair,box", limit=2)
    assert list(table.rows) == [
        {"id": "a", "archive": ["RGASPI"], "box": None,
         "pair": ["G. V. Chicherin → I. V. Stalin", "G. V. Chicherin → Politburo"]},
        {"id": "b", "archive": [], "pair": ["Ádám → I. V. Stalin"], "box": "7"},
    ]  # fmt: skip
    assert value_of(A, "person") == ["G. V. Chicherin", "I. V. Stalin", "Politburo"]


def test_picking_adds_and_takes_away() -> None:
    assert picked("id, words", ("id", "place"), KNOWN) == ("id", "words")
    assert picked("+words,+tag", ("id", "place"), KNOWN) == ("id", "place", "words", "tags")
    assert picked("-place", ("id", "place"), KNOWN) == ("id",)
    assert picked("x-any", ("id",), KNOWN) == ("x-any",)


@pytest.mark.parametrize("how", [{"columns": "sendrs"}, {"sort": "-sendrs"}, {"group": "sendrs"}])
def test_a_column_that_is_not_there_is_no_silence(how: dict[str, str]) -> None:
    with pytest.raises(UnknownNameError, match="did you mean senders"):
        arranged(**how)


def test_counts_are_sorted_by_what_they_show() -> None:
    with pytest.raises(UnknownNameError):
        arranged(count=True, group="year", sort="place")
