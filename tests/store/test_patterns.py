"""Compiled expressions that are kept: the same as compiled anew, and never in the way."""

from __future__ import annotations

import re
import re._compiler as compiler
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, AnyStr

import pytest

from corpuscli.store.patterns import Patterns, patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
LONG = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s(?P<month>January|February|March|April|May)[,.]?\s(?P<year>1[5-9]\d\d)\b"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    before = compiler.compile
    yield
    compiler.compile = before


def compiled(patterns: Patterns, pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    patterns.use()
    found: re.Pattern[AnyStr] = compiler.compile(pattern, flags)
    patterns.leave()
    return found


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII | re.DOTALL])
def test_what_is_kept_finds_what_is_found_without(tmp_path: Path, flags: int) -> None:
    path = str(tmp_path / "more" / "patterns")
    first = Patterns(path)
    plain, new = re.compile(LONG, flags), compiled(first, LONG, flags)
    first.keep()
    kept = compiled(Patterns(path), LONG, flags)
    for text in ("3rd MAY 1921", "12 March 1921", "40 Mai 21"):
        spans = [[(found.span(), found.groupdict()) for found in form.finditer(text)] for form in (plain, new, kept)]
        assert spans[0] == spans[1] == spans[2]
    assert plain.flags == new.flags == kept.flags
    assert plain == kept


def test_expressions_of_bytes_are_kept_apart_from_those_of_text(tmp_path: Path) -> None:
    path = str(tmp_path / "patterns")
    first = Patterns(path)
    text, octets = compiled(first, LONG), compiled(first, LONG.encode())
    first.keep()
    kept = compiled(Patterns(path), LONG.encode())
    assert {type(pattern) for pattern, _ in Patterns(path)._kept} == {str, bytes}
    assert (text.fullmatch("3 May 1921") is not None, octets == kept, kept.flags) == (True, True, octets.flags)
    found = kept.fullmatch(b"3 May 1921")
    assert found is not None
    assert found.groupdict() == {"day": b"3", "month": b"May", "year": b"1921"}


def test_only_what_takes_long_is_kept_and_written_once(tmp_path: Path) -> None:
    path = tmp_path / "patterns"
    patterns = Patterns(str(path))
    compiled(patterns, "a+")
    patterns.keep()
    assert not path.exists()
    compiled(patterns, LONG)
    patterns.keep()
    stamp = path.stat().st_mtime_ns
    again = Patterns(str(path))
    compiled(again, LONG)
    again.keep()
    assert path.stat().st_mtime_ns == stamp
    assert [one.name for one in tmp_path.iterdir()] == ["patterns"]


def test_no_more_is_kept_than_a_program_has(tmp_path: Path) -> None:
    path = tmp_path / "patterns"
    patterns = Patterns(str(path))
    for number in range(420):
        compiled(patterns, f"{LONG}{number}")
    patterns.keep()
    assert [pattern[len(LONG) :] for pattern, _ in Patterns(str(path))._kept] == [str(n) for n in range(400, 420)]


@pytest.mark.parametrize("spoilt", [b"", b"no marshal", b"\xe9\x01\x00\x00\x00"])
def test_a_spoilt_file_is_as_none(tmp_path: Path, spoilt: bytes) -> None:
    path = tmp_path / "patterns"
    path.write_bytes(spoilt)
    assert compiled(Patterns(str(path)), LONG).match("3 May 1921")


def test_code_that_the_engine_refuses_is_compiled_anew(tmp_path: Path) -> None:
    patterns = Patterns(str(tmp_path / "patterns"))
    compiled(patterns, LONG)
    (key,) = patterns._kept
    flags, _, groups, names, order = patterns._kept[key]
    for code in (b"\xff" * 80, b"\xff" * 3):
        patterns._kept[key] = (flags, code, groups, names, order)
        assert compiled(patterns, LONG).match("3 May 1921")


def test_other_expressions_and_faults_are_left_to_python(tmp_path: Path) -> None:
    patterns = Patterns(str(tmp_path / "patterns"))
    patterns.use()
    assert re.compile(rb"(?:bytes|and|more|of|them|so|that|it|is|long)\d+").match(b"them1")
    with pytest.raises(re.error, match="unterminated character set"):
        re.compile("[a-z and no end of it, which is long enough to be kept if it were none")


def test_where_python_compiles_in_another_way_it_does_so_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns = Patterns(str(tmp_path / "patterns"))
    code = compiler._code
    kept = []
    monkeypatch.setattr(compiler, "_code", lambda *given: kept.append(given) or (code(*given) if len(kept) > 1 else 1))
    assert compiled(patterns, LONG).match("3 May 1921")
    assert not patterns._kept


@pytest.mark.parametrize("command", ["", "--help", "../add", "список"])
def test_only_words_name_a_file(command: str) -> None:
    assert patterns_of(command) is None


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert patterns_of("list") is None


@pytest.mark.skipif(sys.platform == "win32", reason="the cache folder is named otherwise")
def test_commands_keep_theirs_and_those_that_do_not_exist_none(tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT), "PATH": ""}

    def run(*words: str) -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "corpuscli", *words],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.returncode, ran.stdout

    assert run("init")[0] == 0
    assert run("list", "--format", "ids")[0] == 0
    assert run("nonsense")[0] == 2
    kept = {path.name.split("-")[1] for path in (tmp_path / "cache" / "corpuscli").glob("patterns-*")}
    assert "list" in kept
    assert "nonsense" not in kept
    first = run("rules", "M101")
    assert run("rules", "M101") == first
