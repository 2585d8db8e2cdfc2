"""The whole program under strace. ``python -m tests.faults`` tries all faults; here some of every command are."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults import syscalls
from tests.faults.judging import Bench
from tests.faults.order import Disk
from tests.faults.programs import PROGRAMS, Program
from tests.faults.syscalls import faults_at

pytestmark = pytest.mark.skipif(not syscalls.available(), reason="strace is not here, or may not trace")

SAMPLE = 3
NAMED = {program.name: program for program in PROGRAMS}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_nothing_is_lost_whatever_call_fails(program: Program, tmp_path: Path) -> None:
    bench = Bench(program, tmp_path)
    _, _, ran = bench.base
    assert Disk(bench.folder).after(ran.calls) == []
    faults = bench.faults()
    assert len(faults) > 100
    begin = PROGRAMS.index(program) * 7
    for fault in faults[begin :: len(faults) // SAMPLE]:
        assert bench.tried(fault) == []


PLANTED = {
    "nothing is synced": (
        "disk.py",
        "            os.fsync(handle)\n        finally",
        "            pass\n        finally",
    ),
    "a folder is not synced": ("making.py", "        sync_folder(folder)\n", "        folder\n"),
    "written in place": (
        "making.py",
        "        os.replace(step.temporary, step.target)\n",
        '        open(step.target, "wb").write(step.change.new)\n',
    ),
}


def planted(folder: Path, name: str) -> Path:
    """A copy of the program with a fault."""
    file, old, new = PLANTED[name]
    shutil.copytree(Path(syscalls.__file__).parents[2] / "corpuscli", folder / "corpuscli")
    module = folder / "corpuscli/store/writing" / file
    text = module.read_text()
    assert old in text
    module.write_text(text.replace(old, new))
    return folder


@pytest.mark.parametrize("name", PLANTED)
def test_a_wrong_order_is_noticed(name: str, tmp_path: Path) -> None:
    bench = Bench(NAMED["set"], tmp_path, planted(tmp_path / "planted", name))
    assert Disk(bench.folder).after(bench.base[2].calls)


def test_a_file_that_is_cut_is_noticed(tmp_path: Path) -> None:
    bench = Bench(NAMED["set"], tmp_path, planted(tmp_path / "planted", "written in place"))
    writes = [call for call in bench.base[2].calls if call.name == "write" and call.paths[0].endswith("/letters/a.txt")]
    fault = next(fault for fault in faults_at(writes[0]) if fault.what == "SIGKILL")
    assert any("a.txt has other bytes" in what for what in bench.tried(fault))
