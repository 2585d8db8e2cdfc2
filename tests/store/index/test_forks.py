"""Forks give what they make in order, and none outlives its use, whatever becomes of it."""

from __future__ import annotations

import concurrent.futures
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from corpuscli.errors import CorpusError, InputError
from corpuscli.store.index import reading
from corpuscli.store.index.forks import ROOM, beside, forked
from corpuscli.store.index.index import open_index
from tests.store.index.specs import Spec
from tests.store.index.specs import made as corpus_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(not reading.FORKS, reason="this system does not fork")


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """No child is left."""
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("count", [0, 1, 2, 3, 50])
def test_what_is_made_comes_in_the_order_of_the_parts(count: int) -> None:
    parts = [str(number) for number in range(count)]
    assert list(forked(parts, str.encode, 3)) == [part.encode() for part in parts]


def test_what_is_longer_than_a_pipe_comes_whole() -> None:
    sizes = [3 * ROOM + 1, 0, ROOM, 5]
    assert [len(data) for data in forked(sizes, bytes, 2)] == sizes


def test_other_processes_do_the_work() -> None:
    pids = set(forked(range(20), lambda _: str(os.getpid()).encode(), 2))
    assert str(os.getpid()).encode() not in pids


def test_what_a_fork_raises_is_raised_here() -> None:
    def refuse(part: int) -> bytes:
        raise InputError("no", f"{part}.txt", 3)

    with pytest.raises(InputError, match="no") as problem:
        list(forked([7], refuse, 2))
    assert (problem.value.path, problem.value.line) == ("7.txt", 3)


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_fork_that_somebody_ends_is_missed(sign: signal.Signals) -> None:
    def end(part: int) -> bytes:
        if part == 3:
            os.kill(os.getpid(), sign)
        return b"done"

    with pytest.raises(CorpusError, match="was ended"):
        list(forked(range(9), end, 2))


def test_an_interrupt_is_the_first_processs(capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted(part: int) -> bytes:
        os.kill(os.getpid(), signal.SIGINT)
        return bytes(part)

    assert list(forked([1, 2], interrupted, 2)) == [b"\0", b"\0\0"]
    assert capfd.readouterr().err == ""


def test_threads_of_this_process_are_in_nobodys_way() -> None:
    """Python warns of them from 3.12 on."""
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        assert list(forked([1, 2], bytes, 2)) == [b"\0", b"\0\0"]
    finally:
        done.set()
        thread.join()


def test_who_takes_no_more_ends_them() -> None:
    with closing(forked([ROOM + number for number in range(1000)], bytes, 2)) as making:
        assert len(next(making)) == ROOM


def test_one_works_beside_this_process() -> None:
    with beside(lambda: str(os.getpid()).encode()) as made:
        assert int(made()) != os.getpid()
    with beside(lambda: bytes(ROOM * 3)):
        pass  # nobody waits for it
    with pytest.raises(ZeroDivisionError), beside(lambda: bytes(1 // 0)) as made:
        made()


@pytest.mark.parametrize("way", ["forks", "pool"])
def test_with_forks_and_with_a_pool_the_index_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "letters").mkdir()
    corpus = corpus_of(str(tmp_path / "letters"), [Spec("1921", "A", "B", "Moscow", number) for number in range(30)])
    alone = list(open_index(corpus).rows())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    monkeypatch.setattr(reading, "LARGE", 10)
    monkeypatch.setattr(reading, "LAST", 4)
    monkeypatch.setattr(reading, "cores", lambda: 2)
    monkeypatch.setattr(reading, "FORKS", way == "forks")
    shared: list[str] = []

    class Pool(ProcessPoolExecutor):
        def submit(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the pool's own
            shared.append("pool")
            return super().submit(*given, **named)

    def noted(*given: Any) -> Iterator[bytes]:  # noqa: ANN401 - as ``forked`` takes them
        shared.append("forks")
        return forked(*given)

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr("corpuscli.store.index.forks.forked", noted)
    assert list(open_index(corpus).rows()) == alone
    assert set(shared) == {way}
