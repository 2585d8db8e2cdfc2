from __future__ import annotations

import re
import signal
import threading

import pytest

from corpuscli.errors import UsageError
from corpuscli.querying import patience

EXPLODES = re.compile("(a+)+b")


def test_an_expression_that_explodes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.05)
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(UsageError, match=r"/\(a\+\)\+b/ takes too long on a text of 50 characters"):
        patience.found(EXPLODES, "x" + "a" * 50, 1)
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_where_there_is_no_timer_it_is_searched_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(patience.found(EXPLODES, "aab")))
    thread.start()
    thread.join()
    monkeypatch.delattr(signal, "SIGVTALRM")
    assert [*answers, patience.found(EXPLODES, "aab"), patience.found(EXPLODES, "aab", 3)] == [True, True, False]
