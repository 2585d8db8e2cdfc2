"""An expression that is compiled when it is first used is the expression."""

from __future__ import annotations

import re

import pytest

from corpuscli.text.later import later


def test_it_is_compiled_once_and_not_before(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[object] = []
    old = re.compile

    def compile_(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return old(pattern, flags)

    monkeypatch.setattr(re, "compile", compile_)
    names = later("dear (?P<who>[a-z]+)", re.IGNORECASE)
    assert compiled == []
    found = names.match("Dear Comrade")
    assert found is not None
    assert found["who"] == "Comrade"
    assert names.search("my dear friend") is not None
    assert names.sub("you", "dear all") == "you"
    assert compiled == ["dear (?P<who>[a-z]+)"]
    assert names.groupindex == {"who": 1}


def test_a_wrong_one_says_so_when_it_is_used() -> None:
    wrong = later("(")
    with pytest.raises(re.error, match="unterminated subpattern"):
        wrong.search("")
