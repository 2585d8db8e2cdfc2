"""The fast way finds what the plain way finds; and near misses cost no more than their length."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.text.citations import find_citations
from corpuscli.text.citations.marks import MARK, read_chain, read_marks
from tests.benchmarks.citations import NEGATIVES, compose, score
from tests.benchmarks.cited_text import cited_text
from tests.benchmarks.near_misses import NEAR_MISSES
from tests.text.citations.slow import slow_citations

if TYPE_CHECKING:
    from types import FrameType

LETTERS = Path(__file__).parents[3] / "letters"
PIECES = st.sampled_from(
    [
        "RGASPI",
        "ГА РФ",
        "GARF.",
        "MSP,",
        "f. ",
        "Ф.",
        "F ",
        "op. ",
        "On. ",
        "Оп. ",
        "д. ",
        "D",
        "ll. ",
        "Л.",
        "S. ",
        "p. ",
        "k. ",
        "ед. хр. ",
        "unit khr. ",
        "5",
        "12",
        "R-5446",
        "23–4",
        "14 об.",
        "ob.",
        "; ",
        ", ",
        ". ",
        " ",
        "\n",
        "(",
        ")",
        "№ ",
        "Ibid., ",
        "Там же. ",
        "Stalin I.V. ",
        "Op. T. ",
        "Pravda, ",
        "ПСС ",
        "March 9, 1921",
        "9/XI",
        "letter of ",
        "your ",
        "see note ",
        "doc. No. ",
        "письмо от ",
        "TNA, ",
        "FO 371/11013",
        "DLA, ",
        "HS.NZ85.1.2",
        "558.4.2.2",
        "В",
        "е",
        "?",
        "Bl. ",
        "и об.",
        "Lenin, PSS, ",
        "М.: РОССПЭН, 1996",
        "36:593",
        "٣",
        "Carr E. H. A History of Soviet Russia. London, 1954. P. ",
        "E. H. Carr, The Revolution, vol. 3 (London: Macmillan, 1953), p. ",
        "Lenin V.I. PSS. M., 1965. T. ",
        "Carr, op. cit., p. ",
        "Karl Barth, Der Brief, Bonn 1922, S. ",
        "; FO 371/6",
        "Ibid., 12.",
        "ibid., FO 371/5436, fol. 3",
        "Там же. № 9. С. ",
        "558-11-735",
        "7733, 36, 158, 44",
        "33987/s",
        "fond 588, inventory 1, ",
        "file 45, sheet 12 reverse",
        " — см. также ",
        "doc. 123, p. 167",
        "Proletarian Revolution. 1936. No. 7. S. 167",
        "letter of I. V. Stalin dated ",
        "voir le document 34",
    ]
)


@settings(max_examples=250)
@given(st.lists(PIECES, max_size=24).map("".join))
def test_the_fast_way_finds_what_the_plain_way_finds(text: str) -> None:
    assert find_citations(text) == slow_citations(text)


GAPS = st.sampled_from([", ", ". ", " ", "", "; ", ".  "])
TAILS = st.sampled_from(
    [
        "",
        "а",
        "/s",
        " reverse",
        ", вып. II",
        "A",
        "-б",
        " об.",
        "об",
        " vol.",
        "–9",
        "-3",
        "/2",
        ", 12",
        " и 14",
        "O5",
        ".",
        "¹",
    ]
)


@st.composite
def chains(draw: st.DrawFn) -> str:
    """Compose marks with numbers, most of them in their order."""
    marks = (("f. ", "Ф.", "F. R-"), ("op. ", "Оп.", "On. "), ("d. ", "Д.", "dd. "), ("l. ", "Л.", "ll. "))
    numbers = [f"{draw(st.sampled_from(mark))}{draw(st.integers(1, 999))}{draw(TAILS)}" for mark in marks]
    kept = [number for number in numbers if draw(st.integers(0, 9))]
    return f"x {''.join(f'{number}{draw(GAPS)}' for number in kept)}{draw(PIECES)}"


@settings(max_examples=400)
@given(st.one_of(chains(), st.lists(PIECES, max_size=16).map("".join)))
def test_plain_chains_are_read_as_mark_after_mark_is(text: str) -> None:
    for mark in MARK.finditer(text):
        assert read_chain(text, mark.start()) == read_marks(text, mark.start())


@settings(max_examples=100)
@given(st.text("FfdDlLoOpnSФфдОоплЛ№Рр-–.;, 0123456789IVob/", max_size=80))
def test_it_does_so_in_noise(text: str) -> None:
    assert find_citations(text) == slow_citations(text)


@pytest.mark.parametrize("dress", ["latin", "cyrillic", "translated"])
def test_it_does_so_in_letters_that_cite(dress: str) -> None:
    text = cited_text(24, dress, 20_000)
    assert find_citations(text) == slow_citations(text)


def test_it_does_so_in_this_projects_letters() -> None:
    for path in sorted(LETTERS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert find_citations(text) == slow_citations(text)


def test_composed_citations_are_read() -> None:
    counts = score(compose(1917, 150))
    extra = counts.pop("all")["extra"]
    wanted = sum(count["wanted"] for count in counts.values())
    found = sum(count["found"] for count in counts.values())
    assert found / wanted >= 0.95
    assert found / (found + extra) >= 0.98
    assert sum(count["exact"] for count in counts.values()) / found >= 0.95


@pytest.mark.parametrize("text", NEGATIVES)
def test_no_look_alike_is_read(text: str) -> None:
    assert [one.raw for one in find_citations(text)] == []


@pytest.mark.parametrize("piece", NEAR_MISSES)
def test_near_misses_cost_no_more_than_their_length(piece: str) -> None:
    short, long = (_calls(piece * (size // len(piece))) for size in (4_000, 16_000))
    assert long <= 5 * short + 1_000


def _calls(text: str) -> int:
    """Count the calls that reading a text takes, those of patterns among them."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        del frame, event, argument
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        find_citations(text)
    finally:
        sys.setprofile(before)
    return calls
