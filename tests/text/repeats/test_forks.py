"""Several processes find what one finds, in its order, and an error in one of them is told."""

from __future__ import annotations

import pytest

from corpuscli.text.repeats import forks, tables
from corpuscli.text.repeats.find import find
from corpuscli.text.repeats.forks import Crew, workers_for
from corpuscli.text.repeats.texts import text_of
from tests.benchmarks.reuse_prose import Prose, reworded


def test_several_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "CHUNK", 500)
    language = Prose(9)
    quoted = [language.sentences(50) for _ in range(20)]
    texts = [
        text_of(f"{language.sentences(40)} {reworded(language, quoted[number % 20], 0.05)} {language.sentences(40)}")
        for number in range(200)
    ]
    found = find(texts)
    assert len(found) >= 20
    assert find(texts, workers=2) == found


def test_results_come_in_order() -> None:
    with Crew(2, 3) as crew:
        assert list(crew.share(pow, range(40))) == [2**number for number in range(40)]
        assert list(crew.share(divmod, [1, 2])) == [(2, 0), (1, 0)]


def test_an_error_is_told() -> None:
    with Crew(1, 2) as crew, pytest.raises(ZeroDivisionError):
        list(crew.share(divmod, [1, 0]))


def test_a_small_corpus_and_other_systems_have_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert workers_for(10) == 1
    monkeypatch.setattr(forks.sys, "platform", "darwin")
    assert workers_for(100_000) == 1
