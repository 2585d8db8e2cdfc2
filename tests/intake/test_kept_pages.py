"""Pages written by hand, on which the reader has been tuned: how much of them must be read exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.intake.page.reader import read_page
from tests.benchmarks.score_pages import (
    KEYS,
    PAGES,
    score_by_hand,
    score_fourth,
    score_kinds,
    score_last_kinds,
    score_markers,
    score_more_kinds,
    score_second,
)
from tests.intake.test_page_reader import lost_words, overlaps, untiled

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize("key", KEYS)
def test_kinds_of_print(key: str) -> None:
    assert share(score_kinds(), key) >= limit(key)
    assert share(score_more_kinds(), key) >= limit(key)
    assert share(score_last_kinds(), key) >= limit(key)


@pytest.mark.parametrize("key", KEYS)
def test_the_even_half_of_the_fourth_set(key: str) -> None:
    assert share(score_fourth(odd=False), key) >= limit(key)


@pytest.mark.parametrize("key", ["markers", "notes"])
def test_pages_written_for_markers(key: str) -> None:
    assert share(score_markers(), key) >= limit(key)


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.page")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pages_are_spoken_of_to_the_last_mark(path: Path) -> None:
    page = path.read_text(encoding="utf-8").partition("=====\n")[2]
    readings = read_page(page)
    assert untiled(page, readings) == []
    assert not any(map(overlaps, readings))
    assert not any(lost_words(page, one) for one in readings)
