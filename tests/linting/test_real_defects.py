"""Defects of real editions, each found where it stands, also behind ``add --from`` where that leaves them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpuscli.intake.files import read_letters
from corpuscli.linting.choice import Choice, choose
from corpuscli.linting.loader import load_rules
from corpuscli.linting.run import lint
from corpuscli.store.config import LintConfig
from tests.linting.memory import Memory

if TYPE_CHECKING:
    from corpuscli.model.finding import Finding

SEED = Path(__file__).parents[1] / "fixtures" / "chicherin-stalin-1921-03-10.txt"
FRONT = "---\nid: a\ndate: 1921-03-10\nsenders: [G. V. Chicherin]\nrecipients: [I. V. Stalin]\n{more}---\n"
CMIF = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><bibl xml:id="b1">Letters</bibl>
</sourceDesc></fileDesc><profileDesc><correspDesc source="#b1"><correspAction type="sent"><persName>A. Escher</persName>
{date}</correspAction><correspAction type="received"><persName>B. Beta</persName></correspAction></correspDesc>
</profileDesc></teiHeader><text><body><p/></body></text></TEI>"""


def found(text: str, more: str = "") -> list[Finding]:
    chosen = choose(load_rules(), LintConfig(), Choice(hints=True))
    return list(lint(Memory({"a.txt": FRONT.format(more=more) + text}), chosen).findings)


def places(code: str, text: str, more: str = "") -> list[tuple[int, int, str]]:
    return [(f.where.line, f.where.column, f.message) for f in found(text, more) if f.code == code]


def test_the_seed_page_pasted_as_it_is() -> None:
    page = SEED.read_text(encoding="utf-8")
    note = page.split("\n").index(next(line for line in page.split("\n") if line.startswith("oneWe"))) + 1
    top = FRONT.format(more="").count("\n")
    (glued,) = places("M103", page)
    assert glued == (top + note, 1, "'one' is glued to 'We': it is the marker of note 1")
    (repeated,) = [one for one in found(page) if one.code == "T101"]
    assert "a passage of 114 words stands three times" in repeated.message
    assert len(repeated.related) == 2
    lines = [where.line for where in repeated.related]
    assert {*lines, repeated.where.line} == {top + note}
    navigation = [line for line, _, _ in places("T111", page)]
    assert top + 3 in navigation


@pytest.mark.parametrize(
    ("code", "more", "place", "words"),
    [
        ("S102", "source:\n  - RTSKHIDNI. F. 5. On. 2. D. 315. L. 34\n", (7, 22), "'On' stands for 'Op'"),
        ("K106", "language: deu\n", (6, 11), "the language 'deu' is written 'de'"),
        ("K106", "language: frz\n", (6, 11), "'frz' is no language tag"),
        ("D109", "date_text: 3. Mai 1848\nlanguage: de\n", (3, 7), "date_text says 1848-05-03, date says nothing"),
    ],
)
def test_in_the_front_matter(code: str, more: str, place: tuple[int, int], words: str) -> None:
    front = FRONT.replace("1921-03-10", "XXXX") if code == "D109" else FRONT
    letters = Memory({"a.txt": front.format(more=more)})
    (one,) = [f for f in lint(letters, load_rules()).findings if f.code == code]
    assert (one.where.line, one.where.column) == place
    assert words in one.message


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ('<date when="1000-01-01"/>', ("1000-01-01", {"D106"})),
        ("<date>3. Mai 1848</date>", ("1848-05-03", set())),
        ("<date/>", ("XXXX", set())),
    ],
    ids=["a year that stands for unknown", "a date without attributes is read", "an empty date is unknown"],
)
def test_dates_of_catalogues(tmp_path: Path, date: str, expected: tuple[str, set[str]]) -> None:
    path = tmp_path / "cmif.xml"
    path.write_text(CMIF.format(date=date), encoding="utf-8")
    (reading,) = read_letters(str(path))
    read = {field.key: field.value for field in reading.fields}
    assert read["date"] == expected[0]
    front = f"---\nid: a\ndate: {read['date']}\nsenders: [A. Escher]\nrecipients: [B. Beta]\n---\n"
    assert {one.code for one in lint(Memory({"a.txt": front}), load_rules()).findings} - {"S108"} == expected[1]
