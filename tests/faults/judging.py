"""One command, one fault at one system call of it, and what must hold afterwards."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tests.faults import running, syscalls
from tests.faults.scenarios import State, state
from tests.faults.syscalls import SIGNALS

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from tests.faults.programs import Program
    from tests.faults.syscalls import Fault, Traced

STOPPED = {"SIGKILL": (-9,), "SIGINT": (130,), "SIGTERM": (143,)}
PROBE = ("add", "new.txt", "--sender", "Probe", "--recipient", "Probe", "--date", "1900")


@dataclass(frozen=True)
class Bench:
    """A place to run one command again and again from the same beginning.

    Args:
        program: The command.
        place: A folder of its own, on a disk or in memory.
        source: The folder that holds the package.
    """

    program: Program
    place: Path
    source: Path = syscalls.SOURCE

    @property
    def folder(self) -> Path:
        """The working folder; the corpus is in it."""
        return self.place / "work"

    def reset(self) -> None:
        """Let all be as before the command."""
        for name in ("work", "work.home"):
            shutil.rmtree(self.place / name, ignore_errors=True)
        if self._template.exists():
            shutil.copytree(self._template, self.place, dirs_exist_ok=True)
            return
        self.folder.mkdir(parents=True)
        self.program.prepare(self.folder)
        for words in self.program.first:
            done = self._run(words)
            assert done.code == 0, done.err
        for name in ("work", "work.home"):
            shutil.copytree(self.place / name, self._template / name)

    def _run(self, words: tuple[str, ...], fault: Fault | None = None) -> Traced:
        return syscalls.run(words, self.folder, self.place / "log", fault, self.source)

    @property
    def _template(self) -> Path:
        return self.place / "template"

    @cached_property
    def base(self) -> tuple[State, State, Traced]:
        """The files before and after an unharmed run, and its calls."""
        self.reset()
        old = state(self.folder)
        ran = self._run(self.program.words)
        assert ran.code in self.program.goal, (self.program.name, ran.code, ran.err)
        return old, state(self.folder), ran

    def faults(self) -> list[Fault]:
        """List the faults: all kinds where the disk is changed, one kind in turn where it is only read."""
        found: list[Fault] = []
        for number, call in enumerate(call for call in self.base[2].calls if call.touches(self.folder)):
            kinds = syscalls.faults_at(call)
            found += [kinds[number % len(kinds)]] if call.only_reads else kinds
        return found

    def tried(self, fault: Fault) -> list[str]:
        """Let one fault strike; return what is wrong then, nothing when all is well."""
        self.reset()
        ran = self._run(self.program.words, fault)
        wrong = [*self._answered(fault, ran), *self._left(fault, ran), *self._mended(ran)]
        if not ran.struck:
            wrong = ["it did not come to pass; does something else compile the modules meanwhile?"]
        where = f"{self.program.name}, {fault.call.name} {fault.call.nth} ({fault.call.line[:150]}), {fault.kind}"
        return [f"{where}: exit {ran.code}: {what}: {ran.err[:300]}" for what in wrong]

    def _answered(self, fault: Fault, ran: Traced) -> list[str]:
        """Look at the exit code and at what was said."""
        wrong: list[str] = []
        if "Traceback" in ran.err or "a bug in" in ran.err:
            wrong.append("a bug is shown")
        if ran.code not in STOPPED.get(fault.what, (0, 1, 2)):
            wrong.append("no such exit code")
        if ran.code == 0 and state(self.folder) != self.base[1]:
            wrong.append("success without the goal")
        if ran.code == 2 and not ran.err and not fault.lasting:
            wrong.append("an error without a word")
        return wrong

    def _left(self, fault: Fault, ran: Traced) -> list[str]:
        """Look at every file that is left; a letter that cannot be read is passed over, said to be, and no success."""
        old, new, _ = self.base
        seen = {name: data for name, data in state(self.folder).items() if not name.rpartition("/")[2].startswith(".")}
        passed_over = fault.call.only_reads and fault.what not in SIGNALS and ran.code in (1, 2)
        if passed_over and _are_lines_of(seen.get("out.jsonl", b""), new["out.jsonl"]):
            seen["out.jsonl"] = new["out.jsonl"]
        wrong = [f"{name} has other bytes" for name, data in seen.items() if data not in (old.get(name), new.get(name))]
        unsaid = fault.lasting and not ran.err  # no room for words either
        half_way = passed_over or unsaid or fault.what == "SIGKILL" or "half way" in ran.err
        if self.program.whole and seen not in (old, new) and not half_way:
            wrong.append("part was done")
        return wrong

    def _mended(self, first: Traced) -> list[str]:
        """Run the command again where it did not succeed; then another one, and undo that."""
        new = self.base[1]
        with self._inside():
            again = "not run again"
            if first.code not in self.program.goal or state(self.folder) != new:
                ran = running.run(*self.program.words)
                again = f"again {ran.code} {ran.err[:200]}"
                if not ran.is_sound():
                    return [again]
            probes = [running.run(*words) for words in (PROBE, ("undo",))]
            if any(ran.code for ran in probes):
                return [f"{again}; the next command fails: {[ran.err for ran in probes]}"]
        after = {name: data for name, data in state(self.folder).items() if not self._beside(name)}
        if after != new:
            return [f"the goal is not reached: {again}: {sorted(after.items() ^ new.items())}"[:600]]
        return []

    def _beside(self, name: str) -> bool:
        """Tell whether it is a temporary file that a kill has left where there are no records yet; never a letter."""
        return name.rpartition("/")[2].startswith(".corpuscli-") and ("/" not in name or not self.program.whole)

    @contextmanager
    def _inside(self) -> Generator[None]:
        """Be where the command ran; its home and editor too."""
        home = str(self.place / "work.home")
        kept, here = dict(os.environ), os.getcwd()  # noqa: PTH109 - the words of the system
        os.environ.update(HOME=home, VISUAL=f"{home}/editor", XDG_CACHE_HOME="")
        os.chdir(self.folder)
        try:
            yield
        finally:
            os.chdir(here)
            os.environ.clear()
            os.environ.update(kept)


def _are_lines_of(some: bytes, all_lines: bytes) -> bool:
    """Tell whether an export holds what it should but letters that could not be read."""
    return set(some.splitlines()) <= set(all_lines.splitlines())
