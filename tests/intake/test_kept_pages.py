"""Pages written by hand, on which the reader has been tuned: how much of them must be read exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.intake.page.reader import read_page
from tests.benchmarks.page_sets import PAGES, SETS
from tests.benchmarks.score_pages import KEYS, score_set
from tests.intake.test_page_reader import lost_words, overlaps, untiled

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.page_sets import PageSet
    from tests.benchmarks.score_pages import Score


def share(score: Score, key: str) -> float:
    return score.right[key] / score.all[key]


def limit(key: str) -> float:
    return 0.95 if key == "markers" else 0.98


@pytest.mark.parametrize("pages", [one for one in SETS if one.tested], ids=lambda pages: pages.name)
def test_fields_are_read_as_an_editor_would(pages: PageSet) -> None:
    score = score_set(pages)
    assert score.all["letters"] >= 8
    below = {key: share(score, key) for key in KEYS if score.all[key] and share(score, key) < limit(key)}
    assert not below


@pytest.mark.parametrize("path", sorted(PAGES.rglob("*.page")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_pages_are_spoken_of_to_the_last_mark(path: Path) -> None:
    page = path.read_text(encoding="utf-8").partition("=====\n")[2]
    readings = read_page(page)
    assert untiled(page, readings) == []
    assert not any(map(overlaps, readings))
    assert not any(lost_words(page, one) for one in readings)
