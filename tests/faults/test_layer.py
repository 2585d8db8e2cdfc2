from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.layer import KINDS
from tests.faults.points import points
from tests.faults.scenarios import SCENARIOS, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = Path("/dev", "shm")
WHOLE = bool(os.environ.get("CORPUSCLI_ALL_FAULTS"))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: nothing here is about the disk's speed."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        yield Path(name)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_any_call_may_fail_in_any_way(scenario: Scenario, folder: Path) -> None:
    """Every call is tried with a third of the kinds, in turn; ``CORPUSCLI_ALL_FAULTS=1`` tries all."""
    for point, at in points(scenario, folder):
        for number, kind in enumerate(KINDS):
            if WHOLE or (number + at) % 3 == 0:
                assert point.tried(folder / "corpus", at, kind)
                shutil.rmtree(folder / "corpus")
