from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.transcripts import replay, transcripts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", transcripts(), ids=lambda path: path.stem)
def test_transcript(path: Path) -> None:
    assert replay(path) == path.read_text(encoding="utf-8")
