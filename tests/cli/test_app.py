from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import pytest
import typer

from corpuscli.cli import app
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared, expand
from corpuscli.cli.table import COMMANDS
from corpuscli.errors import CorpusError, InputError, StoppedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Group:
    """Two options."""

    one: Annotated[str, typer.Option("--one")] = "1"
    two: Annotated[int, typer.Option("--two")] = 2


def test_a_group_of_options_expands_into_the_signature() -> None:
    seen: list[object] = []

    def command(group: Group, name: str) -> int:
        seen.append((group, name))
        return 0

    assert expand(command)(one="x", two=3, name="n") == 0
    assert seen == [(Group("x", 3), "n")]


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (InputError("wrong", "f", 1, 2), 2, "f:1:2: wrong"),
        (StoppedError("terminated"), 143, "terminated"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (OSError(errno.ENOSPC, "No space left on device", "f"), 2, "f: No space left"),
        (OSError(errno.EIO, "Input/output error"), 2, "standard output: Input/output error"),
        (ZeroDivisionError("x"), 3, "a bug in corpuscli"),
        (typer.Exit(5), 5, ""),
    ],
)
def test_every_error_is_one_line_and_a_code(
    raised: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_arguments: list[str]) -> int:
        if isinstance(raised, typer.Exit):
            return raised.exit_code
        raise raised

    monkeypatch.setattr(app, "_dispatch", fail)
    assert app.run(["list"]) == code
    err = capsys.readouterr().err
    assert err.startswith(said)
    assert err.count("\n") == (1 if said else 0)


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_arguments: list[str]) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "_dispatch", fail)
    assert app.run(["list", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_has_help_with_two_examples(entry: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(entry, "name", "")
    assert app.run([name, "--help"]) == 0
    assert capsys.readouterr().out.count("$ corpuscli") >= 2


def test_color_is_one_of_three() -> None:
    with pytest.raises(UsageError, match="--color"):
        open_console(Shared(color="red"))
    console = open_console(Shared(color="always"))
    assert console.paint("x", "error") == "\x1b[1;31mx\x1b[0m"
    assert open_console(Shared(color="never")).paint("x", "error") == "x"


def _run(command: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    runner: Callable[..., subprocess.CompletedProcess[bytes]] = subprocess.run
    return runner(
        ["bash", "-c", command.replace("corpuscli", f"{sys.executable} -m corpuscli")], capture_output=True, **more
    )


def test_a_reader_that_goes_away_is_no_error() -> None:
    ran = _run("set -o pipefail; corpuscli --help | true")
    assert ran.returncode in (0, app.PIPE_GONE)
    assert ran.stderr == b""


def test_nothing_is_left_beside_the_index(tmp_path: Path) -> None:
    """The program leaves without being taken apart: what must be closed is closed all the same."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    ran = _run(f"corpuscli init {tmp_path}/letters && corpuscli list --corpus {tmp_path}/letters", env=environment)
    assert ran.returncode == 0, ran.stderr
    names = [file.name for file in (tmp_path / "cache" / "corpuscli").iterdir()]
    beside = [name for name in names if not name.startswith("patterns-")]
    assert len(beside) == 1, names
    assert beside[0].endswith(".sqlite")


def test_a_closed_output_is_said() -> None:
    ran = _run("corpuscli --help >&-")
    assert ran.returncode == CorpusError.exit_code
    assert ran.stderr == b"standard output: Bad file descriptor\n"
    assert _run("corpuscli --version 2>&- <&-").stdout.startswith(b"corpuscli ")


def test_a_full_disk_is_said() -> None:
    ran = _run("corpuscli --help >/dev/full")
    assert ran.returncode == CorpusError.exit_code
    assert b"No space left" in ran.stderr
    assert ran.stderr.count(b"\n") == 1
