"""Pages written by hand, on which the reader has been tuned: how much of them must be read exactly."""

from __future__ import annotations

import pytest

from tests.benchmarks.score_pages import KEYS, score_by_hand


@pytest.mark.parametrize("key", KEYS)
def test_fields_are_read_as_an_editor_would(key: str) -> None:
    score = score_by_hand()
    assert score.all[key] >= 9
    assert score.right[key] >= (0.95 if key == "markers" else 0.98) * score.all[key]
