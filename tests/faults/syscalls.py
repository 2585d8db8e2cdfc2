"""Runs the program under strace: lists its system calls, lets one of them fail, sends it a signal at one of them.

strace (Debian, Fedora, Arch: the package of that name) knows the file behind every handle, so what touches a corpus can
be told from what Python reads of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = Path(__file__).parents[2]
TRACED = (
    "openat,close,read,write,pread64,pwrite64,fsync,fdatasync,ftruncate,truncate,flock,lseek,getdents64,newfstatat,"
    "mkdir,rmdir,unlink,unlinkat,link,linkat,rename,renameat,renameat2,symlink,fchmod,chmod,fchown,copy_file_range,sendfile"
)
SIGNALS = ("SIGKILL", "SIGINT", "SIGTERM")
_CHANGES = ("EIO", "EACCES", "EROFS")
ERRORS: dict[str, tuple[str, ...]] = {
    "openat": ("EIO", "EACCES", "EMFILE"),
    "openat to write": ("EIO", "EACCES", "EMFILE", "ENOSPC", "EROFS"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("ENOSPC", "EIO"),
    "rename": (*_CHANGES, "ENOSPC"),
    "link": (*_CHANGES, "ENOSPC"),
    "mkdir": (*_CHANGES, "ENOSPC"),
    "unlink": _CHANGES,
    "rmdir": _CHANGES,
    "fchmod": ("EIO", "EROFS"),
    "newfstatat": ("EIO", "EACCES"),
    "read": ("EIO",),
    "getdents64": ("EIO",),
    "flock": ("EIO",),
    "close": ("EIO",),
}
"""What each call may answer."""
LASTING: dict[str, tuple[str, ...]] = {
    "ENOSPC": ("write", "fsync", "mkdir", "link"),
    "EROFS": ("mkdir", "rmdir", "unlink", "link", "rename", "fchmod"),
    "EMFILE": ("openat",),
    "EIO": ("write", "fsync", "rename", "link", "unlink", "mkdir"),
}
"""What stays so once it has begun, and for which calls."""

_READERS = ("openat", "close", "read", "pread64", "lseek", "getdents64", "newfstatat", "flock")
_LINE = re.compile(r"(\d* *)([a-z0-9_]+)\((.*)")
_HANDLE = re.compile(r"\d+<([^>]*)>")
_STRUCK = re.compile(r"\(INJECTED\)|^\d* *(?:--- |\+\+\+ killed by )SIG(?:KILL|INT|TERM)\b")
_NAMED = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Call:
    """One system call.

    Args:
        name: Its name.
        nth: Which of its name it is, from 1.
        line: What strace says of it, from the bracket on.
        paths: The paths that it names, and those of its handles.
        before: How many calls of each name stood before it.
    """

    name: str
    nth: int
    line: str
    paths: tuple[str, ...]
    before: dict[str, int]

    def touches(self, root: Path) -> bool:
        """Tell whether it names what is in a folder."""
        return any(path.startswith(f"{root}/") for path in self.paths)

    @property
    def writes(self) -> bool:
        """Tell whether it opens a file to write."""
        return "O_WRONLY" in self.line or "O_RDWR" in self.line

    @property
    def only_reads(self) -> bool:
        """Tell whether it changes nothing on the disk."""
        return self.name in _READERS and not (self.name == "openat" and self.writes)

    @property
    def failed(self) -> bool:
        """Tell whether it failed."""
        return " = -1 " in self.line


@dataclass(frozen=True)
class Fault:
    """What goes wrong at one call: an error, an error that stays, or a signal."""

    call: Call
    what: str
    lasting: bool = False

    @property
    def kind(self) -> str:
        """Name the kind of fault, for reports."""
        return f"{self.what}{' lasting' if self.lasting else ''}"

    def options(self) -> list[str]:
        """Return what strace must be told."""
        call = self.call
        if self.lasting:
            names = LASTING[self.what]
            begin = {name: call.before.get(name, 0) + 1 for name in names}
            return [f"--inject={name}:error={self.what}:when={begin[name]}+" for name in names]
        way = "signal" if self.what in SIGNALS else "error"
        return [f"--inject={call.name}:{way}={self.what}:when={call.nth}"]


def faults_at(call: Call) -> list[Fault]:
    """List all that may go wrong at a call."""
    name = f"{call.name} to write" if call.name == "openat" and call.writes else call.name
    found = [Fault(call, error) for error in ERRORS.get(name, ())]
    found += [Fault(call, error, lasting=True) for error, names in LASTING.items() if call.name in names]
    return found + [Fault(call, signal) for signal in SIGNALS]


@dataclass(frozen=True)
class Traced:
    """How the program ended, what it said, what it called, and whether the fault came to pass."""

    code: int
    out: str
    err: str
    calls: tuple[Call, ...]
    struck: bool


@cache
def available() -> bool:
    """Tell whether there is strace, and it may trace here."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def run(words: tuple[str, ...], folder: Path, log: Path, fault: Fault | None = None, source: Path = SOURCE) -> Traced:
    """Run the program in a folder.

    Args:
        words: Its arguments.
        folder: The working folder; cache and home lie beside it.
        log: Where strace writes.
        fault: What goes wrong.
        source: The folder that holds the package.
    """
    alone = log.parent / "source"  # nothing else comes or goes there: then Python lists it as often in every run
    if not alone.exists():
        alone.mkdir()
        (alone / "corpuscli").symlink_to(source / "corpuscli")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(alone),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": f"{folder}.home",
        "TMPDIR": f"{folder}.home",
        "VISUAL": f"{folder}.home/editor",
        "LANG": "C.UTF-8",
    }
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a shell; children would inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    command = ["strace", "-y", "-s", "0", "-o", str(log), f"--trace={TRACED}"]
    if words[0] != "edit" and not (fault and fault.what in SIGNALS):
        # Fast; but it stops children too, as an editor, and where it stops a process no signal can be sent.
        command += ["-f", "--seccomp-bpf"]
    command += fault.options() if fault else []
    log.unlink(missing_ok=True)
    done = subprocess.run(
        [*command, sys.executable, "-P", "-m", "corpuscli", *words], cwd=folder, env=environment, capture_output=True,
        stdin=subprocess.DEVNULL, text=True, encoding="utf-8", errors="replace", check=False, timeout=300,
    )  # fmt: skip
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    struck = any(_STRUCK.search(line) for line in lines)
    return Traced(done.returncode, done.stdout, done.stderr, tuple(_calls(lines)), struck)


def _calls(lines: Sequence[str]) -> list[Call]:
    """Read the calls of the first process."""
    found: list[Call] = []
    counts: dict[str, int] = {}
    first = None
    for line in lines:
        match = _LINE.match(line)
        if match is None or match[1] != (first := match[1] if first is None else first):
            continue
        name, rest = match[2], match[3]
        before = dict(counts)
        counts[name] = counts.get(name, 0) + 1
        found.append(Call(name, counts[name], rest, _paths(rest), before))
    return found


def _paths(line: str) -> tuple[str, ...]:
    """Return the paths of handles and of names; a name that is no full path counts from the working folder."""
    handles = _HANDLE.findall(line)
    here = re.search(r"AT_FDCWD<([^>]*)>", line)
    names = [name for name in _NAMED.findall(line) if name]
    return (*handles, *(name if name.startswith("/") else f"{here[1] if here else ''}/{name}" for name in names))
