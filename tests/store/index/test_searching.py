from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.store.index.schema import connect
from corpuscli.store.index.searching import saying

WORDS = st.lists(st.sampled_from(("war", "peace", "talks")), max_size=4)
PLACE = "corpuscli.store.index.searching."


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1920, 1923), WORDS), max_size=12),
    st.none() | st.sets(st.integers(1, 12)),
    st.integers(1, 4),
    st.sampled_from(("war", "peace OR talks", '"war peace"')),
    st.integers(0, 13),
)
def test_words_of_too_many_letters_give_the_first_by_date(
    letters: list[tuple[int, list[str]]], among: set[int] | None, limit: int, asked: str, tried: int
) -> None:
    database = connect("", "")
    for number, (year, words) in enumerate(letters, 1):
        row = (number, f"{number}.txt", f"{number:02}", 0, None, None, f"{year}")
        sql = (
            "INSERT INTO letters (n, path, id, undated, earliest, latest, sort, problem)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, '')"
        )
        database.execute(sql, row)
        database.execute("INSERT INTO said (rowid, text, notes) VALUES (?, ?, '')", (number, " ".join(words)))
    every = saying(database, asked, among, 0)
    assert every.ranked
    assert every.total == len(every.letters)
    few = saying(database, asked, among, limit)
    assert few == (every.letters[:limit], every.total, True)
    with patch(f"{PLACE}MANY", 2), patch(f"{PLACE}RANKED", 3), patch(f"{PLACE}_TRIED", tried):
        found = saying(database, asked, among, limit)
    if found.ranked:
        assert found == few
    else:
        assert found.letters == sorted(every.letters, key=lambda n: (letters[n - 1][0], n))[:limit]
        assert len(found.letters) <= found.total
    assert found.ranked or len(saying(database, asked, None, 0).letters) > 2
    database.close()
