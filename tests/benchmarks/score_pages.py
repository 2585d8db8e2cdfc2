"""How well pages are read: ``python -m tests.benchmarks.score_pages [SHOWN]``.

Prints, per field, the share that is exactly right, on the example pages beside the project, where they are; on the sets
of ``page_sets``; and on pages composed by a program, one half of the seeds for building and the other kept apart. As
many failures as asked for are shown of each set that may be looked at; under each stands what was right at first sight.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpuscli.intake.files import readings_of
from corpuscli.intake.page.reader import read_page
from corpuscli.text.dates import parse_edtf
from corpuscli.text.footnotes import find_markers, find_notes
from tests.benchmarks.composed_pages import Gold, compose
from tests.benchmarks.page_sets import SETS, PageSet

if TYPE_CHECKING:
    from corpuscli.model.reading import Reading

SHARED = Path(__file__).parents[2].parent / "shared" / "examples" / "pages"
KEYS = (
    "letters",
    "number",
    "senders",
    "recipients",
    "date",
    "place",
    "source",
    "form",
    "published",
    "markers",
    "notes",
)


def plainly(value: object) -> object:
    """Names and places without case, the rest without its final full stop."""
    if isinstance(value, list | tuple):
        return tuple(plainly(one) for one in value)
    return str(value or "").strip().rstrip(".").casefold()


def read_out(reading: Reading) -> dict[str, Any]:
    """A reading in the terms of the gold."""
    found = {key: reading.get(key) for key in ("number", "date", "place", "form")}
    notes = find_notes(reading.text)
    first = min((note.span.start for note in notes), default=len(reading.text))
    return found | {
        "senders": reading.all("senders"),
        "recipients": reading.all("recipients"),
        "source": "; ".join(reading.all("source")),
        "published": "; ".join(reading.all("published")),
        "markers": tuple(mark.label for mark in find_markers(reading.text) if mark.span.start < first),
        "notes": tuple(note.label for note in notes),
    }


def same(key: str, got: object, want: object) -> bool:
    """Whether a value is right; of dates the bounds count."""
    if key == "date":
        try:
            one, other = parse_edtf(str(got)), parse_edtf(str(want))
        except ValueError:
            return False
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return bool(plainly(got) == plainly(want))


class Score:
    """Counts what is right, per field."""

    def __init__(self, name: str, *, loud: int = 0) -> None:
        self.name, self.right, self.all, self.loud = name, Counter[str](), Counter[str](), loud

    def add(self, name: str, readings: list[Reading], golds: list[dict[str, Any]]) -> None:
        """Count one page."""
        self.count(name, "letters", len(readings), len(golds))
        for at, gold in enumerate(golds):
            got = read_out(readings[at]) if at < len(readings) else {}
            for key in gold:
                self.count(name, key, got.get(key), gold[key])

    def count(self, name: str, key: str, got: object, want: object) -> None:
        """Count one value."""
        right = got == want if key == "letters" else same(key, got, want)
        self.all[key] += 1
        self.right[key] += right
        if not right and self.loud > 0:
            self.loud -= 1
            print(f"    {name} {key}: {got!r}, not {want!r}")

    def show(self) -> None:
        """Print the shares."""
        shares = "  ".join(f"{key} {self.right[key] / self.all[key]:.1%}" for key in KEYS if self.all[key])
        print(f"{self.name}: {shares}")


def shared_gold(entry: dict[str, Any]) -> dict[str, Any]:
    """The editor's reading in our keys."""
    return {
        "number": entry["number"] or "",
        "senders": entry["senders"],
        "recipients": entry["recipients"],
        "date": entry["date_edtf"],
        "place": entry["place"] or "",
        "source": entry["archive_source_raw"],
        "form": entry["physical_description"] or "",
        "published": entry["published_in"] or "",
        "markers": [mark.replace("one", "1") for mark in entry["footnote_markers_in_body"]],
    }


def hand_gold(head: str) -> list[dict[str, Any]]:
    """What stands above ``=====`` of a page composed by hand: a key a line, ``--`` or a blank line between letters."""
    golds: list[dict[str, Any]] = []
    for letter in re.split(r"^(?:--)?\n", head.strip() + "\n", flags=re.MULTILINE):
        said = dict(line.split(":", 1) for line in letter.strip().splitlines())
        gold: dict[str, Any] = {key: value.strip() for key, value in said.items()}
        for key, parted in (("senders", "|"), ("recipients", "|"), ("markers", None), ("notes", None)):
            if key in gold:
                gold[key] = [part.strip() for part in gold[key].split(parted) if part.strip()]
        golds.append(gold)
    return golds


def score_set(pages: PageSet, loud: int = 0) -> Score:
    """Score a set; of one that is kept apart nothing is shown."""
    score = Score(pages.name, loud=0 if pages.apart else loud)
    for path in pages.paths():
        head, _, page = path.read_text(encoding="utf-8").partition("=====\n")
        score.add(path.stem, list(readings_of(page.encode(), path.name)), hand_gold(head))
    return score


def composed(gold: Gold) -> dict[str, Any]:
    """A composed reading in our keys."""
    return {key: getattr(gold, key) for key in KEYS if key != "letters"}


def main(loud: int) -> None:
    """Score all sets."""
    if SHARED.exists():
        score = Score("example pages (13)", loud=loud)
        for entry in json.loads((SHARED / "gold.json").read_text(encoding="utf-8")):
            page = (SHARED / entry["file"]).read_bytes().decode()
            score.add(entry["file"], read_page(page), [shared_gold(entry)])
        score.show()
    for pages in SETS:
        score_set(pages, loud).show()
        print(f"    {pages.story}")
    for name, seeds in (
        ("by a program, for building (1000)", range(0, 2000, 2)),
        ("by a program, kept apart (1000)", range(1, 2000, 2)),
    ):
        score = Score(name, loud=loud if "building" in name else 0)
        for seed in seeds:
            page = compose(seed)
            score.add(str(seed), read_page(page.text), [composed(gold) for gold in page.letters])
        score.show()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
