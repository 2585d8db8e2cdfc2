"""Runs commands and says what each took."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]
CORPUSCLI = (sys.executable, "-m", "corpuscli")


@dataclass(frozen=True, slots=True)
class Used:
    """What a command took.

    Args:
        cpu: Seconds of all its processes.
        memory: MiB at most, of its largest process.
        code: Its exit code.
    """

    cpu: float
    memory: float
    code: int


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    times: int = 1,
    said: str | None = None,
) -> Used:
    """Run a command some times in a folder and return the least CPU time and the most memory of them.

    Args:
        command: The command.
        folder: Where it runs.
        environment: Variables that differ from ours.
        times: How often.
        said: What stands in its standard input; None for nothing.
    """
    runs = [_once(command, folder, environment or {}, said) for _ in range(times)]
    return Used(min(one.cpu for one in runs), max(one.memory for one in runs), max(one.code for one in runs))


def _once(command: Sequence[str], folder: Path, environment: Mapping[str, str], said: str | None) -> Used:
    whole = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", **environment}
    source = subprocess.DEVNULL if said is None else subprocess.PIPE
    running = subprocess.Popen(
        command, cwd=folder, env=whole, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    if running.stdin and said is not None:
        running.stdin.write(said.encode())
        running.stdin.close()
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, running.returncode)
