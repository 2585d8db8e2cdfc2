from __future__ import annotations

from corpuscli.data.keys import key_rows
from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS


def test_the_rows_are_the_keys_of_the_format() -> None:
    rows = key_rows()
    assert tuple(row.key for row in rows) == KNOWN_KEYS
    assert tuple(row.key for row in rows if row.kind == "list") == LIST_KEYS
    assert all(row.what for row in rows)
