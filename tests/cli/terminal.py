"""Runs the program on a terminal of a given size."""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def on_a_terminal(
    folder: Path,
    *arguments: str,
    typed: str = "",
    lines: int = 24,
    columns: int = 80,
    interrupted_at: str = "",
    **more: str,
) -> tuple[str, int]:
    """Run ``corpuscli`` in a folder on a terminal.

    Args:
        folder: The working folder.
        arguments: The command line.
        typed: What is typed at once.
        lines: The terminal's height.
        columns: Its width.
        interrupted_at: Words at which Ctrl-C comes, once they are shown.
        more: Environment variables.

    Returns:
        What the terminal showed, line feeds alone at the ends of lines, and the exit code.
    """
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS", "PAGER", "NO_COLOR")}
    environment = {**kept, "TERM": "xterm", "PYTHONPATH": str(ROOT), **more}
    command = [sys.executable, "-m", "corpuscli", *arguments]
    running = subprocess.Popen(command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, typed.encode())
    shown: list[bytes] = []
    awaited = interrupted_at.encode()

    def read() -> None:
        nonlocal awaited
        with contextlib.suppress(OSError):
            while part := os.read(ours, 4096):
                shown.append(part)
                if awaited and awaited in b"".join(shown):
                    awaited = b""
                    time.sleep(0.2)  # else it may come between the question and the reading, and be waited for there
                    running.send_signal(signal.SIGINT)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    code = running.wait(timeout=30)
    reader.join(timeout=5)
    os.close(ours)
    return b"".join(shown).decode().replace("\r\n", "\n"), code
