"""What the index keeps of a letter."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.model.letter import Pairs, Value, plain
from corpuscli.store.index.content import as_json

TEXTS = st.text(max_size=6)
LISTS = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=4)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(Pairs)


@given(st.dictionaries(TEXTS, LISTS | PAIRS, max_size=4))
def test_front_matter_is_written_as_the_standard_library_writes_json(values: dict[str, Value]) -> None:
    assert as_json(values) == json.dumps({key: plain(value) for key, value in values.items()}, ensure_ascii=False)
