"""Where the program runs: streams full, closed or gone; no home, no locale, no folder; a clock that was set back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpuscli.cli import app
from corpuscli.errors import StoppedError
from corpuscli.intake import files

GOOD = "---\nid: {0}\ndate: 1921\nsenders: [Чичерин]\nrecipients: [B]\n---\nТекст said,he\n"
READING = ("list", "search said", "show a", "xref", "lint", "people", "export --format jsonl", "rules")
FULL = Path("/dev/full")


@pytest.fixture(autouse=True)
def root(tmp_path: Path) -> Path:
    """A corpus of two letters, in a folder that is no home."""
    root = tmp_path / "work/letters"
    root.mkdir(parents=True)
    (root / "corpus.yaml").write_text("title: x\n", encoding="utf-8")
    for name in ("a", "b"):
        (root / f"{name}.txt").write_text(GOOD.format(name), encoding="utf-8")
    return root


def shell(root: Path, line: str, **variables: str | None) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in the corpus's parent folder; ``corpuscli`` is this checkout; None takes a variable away."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "HOME": str(root.parent.parent),
        "LANG": "C.UTF-8",
        **variables,
    }
    return subprocess.run(
        ["bash", "-c", f'corpuscli() {{ "{sys.executable}" -m corpuscli "$@"; }}; {line}'], cwd=root.parent,
        env={name: value for name, value in environment.items() if value is not None}, capture_output=True,
        text=True, encoding="utf-8", check=False, timeout=120, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def is_one_line(ran: subprocess.CompletedProcess[str]) -> bool:
    return ran.stderr.count("\n") <= 2 and "Traceback" not in ran.stderr and "a bug in" not in ran.stderr


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", READING)
def test_a_full_standard_output_is_no_success(root: Path, words: str) -> None:
    ran = shell(root, f"corpuscli {words} > /dev/full")
    assert ran.returncode == 2, ran.stderr
    assert "No space left" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
def test_what_is_written_is_said_to_be_even_when_it_cannot_be_printed(root: Path) -> None:
    ran = shell(root, "corpuscli set x-a=b --all > /dev/full")
    assert ran.returncode == 2
    assert "x-a: b" in (root / "a.txt").read_text(encoding="utf-8")
    ran = shell(root, "corpuscli undo 2> /dev/full")
    assert "x-a: b" not in (root / "a.txt").read_text(encoding="utf-8")
    assert ran.returncode in (0, 2)


@pytest.mark.parametrize("closing", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_reach_no_file_of_ours(root: Path, closing: str) -> None:
    ran = shell(root, f"corpuscli set x-a=b --all {closing}; echo code $?")
    assert f"code {2 if closing.count('>&-') and '>&-' in closing.replace('2>&-', '') else 0}" in ran.stdout
    text = (root / "a.txt").read_text(encoding="utf-8")
    assert text == GOOD.format("a").replace("[B]\n", "[B]\nx-a: b\n")


def test_a_reader_that_goes_away_ends_it_silently(root: Path) -> None:
    for number in range(400):
        (root / f"c{number}.txt").write_text(GOOD.format(f"c{number}"), encoding="utf-8")
    for words in ("list", "export --format jsonl", "lint --hints"):
        ran = shell(root, f"corpuscli {words} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}")
        assert ran.stdout.strip() in ("141", "0", "1"), words
        assert "Traceback" not in ran.stderr


def test_no_home_no_term_no_locale_no_temporary_folder(root: Path) -> None:
    bare = dict.fromkeys(("HOME", "LANG"))
    for words in ("list", "lint", "set x-a=b --all", "undo", "search said", "show a --color always"):
        for more in (bare, bare | {"LC_ALL": "C", "PYTHONUTF8": "0", "TERM": "nonsense", "TMPDIR": "/nowhere"}):
            ran = shell(root, f"corpuscli {words}", **more)
            assert ran.returncode in ((0, 1) if words == "lint" else (0, 2) if words == "undo" else (0,)), ran.stderr
            assert is_one_line(ran), ran.stderr
    assert "Чичерин" in shell(root, "corpuscli list", **bare, LC_ALL="C", PYTHONUTF8="0").stdout


def test_a_home_that_cannot_be_written_costs_only_time(root: Path) -> None:
    (root.parent / "file").write_text("x")
    for home in ("/proc", str(root.parent / "file"), "relative", ""):
        ran = shell(root, "corpuscli list", HOME=home, XDG_CACHE_HOME=home)
        assert (ran.returncode, ran.stderr) == (0, ""), home
        assert "Чичерин" in ran.stdout


def test_a_working_folder_that_is_gone(root: Path) -> None:
    gone = "mkdir gone; cd gone; rmdir ../gone"
    ran = shell(root, f"{gone}; corpuscli list --corpus {root}")
    assert (ran.returncode, "Чичерин" in ran.stdout) == (0, True), ran.stderr
    ran = shell(root, f"{gone}; corpuscli set x-a=b --all --corpus {root}")
    assert (ran.returncode, ran.stdout.split()) == (0, [str(root / "a.txt"), str(root / "b.txt")]), ran.stderr
    for words in ("list", "list --corpus letters", "add --from x", "init x"):
        ran = shell(root, f"{gone}; corpuscli {words}")
        assert ran.returncode == 2, words
        assert is_one_line(ran), ran.stderr
        assert words == "init x" or "the working folder is gone: go to one that is there" in ran.stderr


def test_a_clock_that_was_set_back_hides_no_change(root: Path) -> None:
    """Letters and records from the future: the index does not trust them, and undo goes by numbers."""
    future = 4_000_000_000
    for path in root.iterdir():
        os.utime(path, (future, future))
    assert "Чичерин" in shell(root, "corpuscli list").stdout
    text = (root / "a.txt").read_text(encoding="utf-8").replace("Чичерин", "Литвинов")
    (root / "a.txt").write_text(text.replace("Литвинов", "Литвинон"), encoding="utf-8")
    os.utime(root / "a.txt", (future, future))
    assert "Литвинон" in shell(root, "corpuscli list").stdout
    shell(root, "corpuscli set x-a=b --all; corpuscli set x-a=c --all")
    record = root / ".corpuscli/undo/000001/record.json"
    said = record.read_text(encoding="utf-8")
    record.write_text(said.replace('"time": 1', '"time": 9'), encoding="utf-8")
    ran = shell(root, "corpuscli undo")
    assert ran.returncode == 0, ran.stderr
    assert "x-a: b" in (root / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("signal", ["INT", "TERM"])
def test_interrupted_and_terminated(root: Path, signal: str) -> None:
    """A person's editor is open when the signal comes."""
    editor = f"#!/bin/sh\nkill -{signal} $PPID\nsleep 5\n"
    (root.parent / "editor").write_text(editor)
    (root.parent / "editor").chmod(0o755)
    ran = shell(root, "exec 3>&1; corpuscli edit a; echo $?", VISUAL="./editor")
    assert ran.stdout.strip() == {"INT": "130", "TERM": "143"}[signal], ran.stderr
    assert "Traceback" not in ran.stderr
    assert (root / "a.txt").read_text(encoding="utf-8") == GOOD.format("a")


def test_a_termination_while_files_are_read_ends_the_command(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What complains of one file and goes on with the next takes no signal for a complaint."""
    assert not issubclass(StoppedError, Exception)
    for name in ("x", "y"):
        (root.parent / f"{name}.csv").write_text(f"date,sender,recipient,text\n1921,{name},B,Text.\n")

    def stopped(*_: object, **__: object) -> None:
        raise StoppedError("terminated")

    monkeypatch.chdir(root.parent)
    monkeypatch.setattr(files, "read_source", stopped)
    assert app.run(("add", "--from", "x.csv", "y.csv")) == 143
    assert not list(root.glob("*-x-b.txt"))
