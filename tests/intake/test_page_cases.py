"""Pages of our own, each with what a careful editor reads out of it (above ``=====``; letters parted by ``--``)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpuscli.intake.page.reader import read_page
from corpuscli.text.footnotes import find_markers, find_notes
from tests.intake.test_page_reader import lost_words, overlaps, untiled

if TYPE_CHECKING:
    from corpuscli.model.reading import Reading

CASES = sorted((Path(__file__).parent / "pages").glob("*.page"))


def read_out(reading: Reading) -> dict[str, str]:
    """A reading in the words of a case."""
    found = {field.key: field.value for field in reading.fields}
    shown = {key: value if isinstance(value, str) else " | ".join(map(str, value)) for key, value in found.items()}
    notes = find_notes(reading.text)
    first = min((note.span.start for note in notes), default=len(reading.text))
    marks = [mark.label for mark in find_markers(reading.text) if mark.span.start < first]
    return shown | {"markers": " ".join(marks), "notes": " ".join(note.label for note in notes)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_page_is_read_as_an_editor_would(path: Path) -> None:
    gold, _, page = path.read_text(encoding="utf-8").partition("=====\n")
    readings = read_page(page)
    wanted = [
        dict(map(str.strip, line.split(":", 1)) for line in letter.strip().splitlines())
        for letter in gold.split("--\n")
    ]
    got = [{key: read_out(one).get(key, "") for key in want} for one, want in zip(readings, wanted, strict=True)]
    assert got == wanted
    assert untiled(page, readings) == []
    assert not any(map(overlaps, readings))
    assert not any(lost_words(page, one) for one in readings)
