"""Pages written by hand, on which the reader has been tuned: how much of them must be read exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.score_pages import KEYS, score_by_hand, score_second

if TYPE_CHECKING:
    from tests.benchmarks.score_pages import Score


def share(score: Score, key: str) -> float:
    return score.right[key] / score.all[key]


def limit(key: str) -> float:
    return 0.95 if key == "markers" else 0.98


@pytest.mark.parametrize("key", KEYS)
def test_fields_are_read_as_an_editor_would(key: str) -> None:
    score = score_by_hand()
    assert score.all[key] >= 9
    assert share(score, key) >= limit(key)


@pytest.mark.parametrize("key", KEYS)
def test_the_second_set(key: str) -> None:
    even, odd = score_second(odd=False), score_second(odd=True)
    assert even.right[key] + odd.right[key] >= limit(key) * (even.all[key] + odd.all[key])
