"""A citation in another style reads back as the same: parse(render(x)) == x."""

from __future__ import annotations

import json
from importlib import import_module
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.errors import UnknownNameError
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations import find_citations
from corpuscli.text.citations.registers import built_in_registers
from corpuscli.text.citations.styles.naming import Names
from corpuscli.xref.rendering import STYLES, rendered, said
from tests.benchmarks.composed_citations import compose

REGISTERS = built_in_registers()
NAMES = Names(REGISTERS)
LIVING = sorted(set(REGISTERS.repositories.living.values()))

NUMBERS = st.integers(1, 99999).map(str)
PREFIXES = st.sampled_from(["", "R-", "A-", "P-"])
FONDS = st.one_of(
    st.builds("{}{}".format, PREFIXES, NUMBERS), st.sampled_from(["641/1", "33987/s", "16A", "5/с", "9/IX"])
)
LISTS = st.one_of(NUMBERS, st.sampled_from(["1/S", "1/с", "15a", "3-а"]))
SUFFIXED = st.builds("{}{}".format, st.integers(1, 9999), st.sampled_from(["", "а", "-б", "c"]))
RANGES = st.tuples(st.integers(1, 9999), st.integers(1, 50)).map(lambda pair: f"{pair[0]}-{sum(pair)}")
LEAVES = st.builds("{}{}".format, st.one_of(NUMBERS, RANGES), st.sampled_from(["", "ob"]))


@st.composite
def archival(draw: st.DrawFn) -> Citation:
    """Compose a citation of a known archive, some of its levels left out."""
    fields: dict[str, FieldValue] = {"archive": draw(st.sampled_from(LIVING)), "fond": draw(FONDS)}
    fields["opis"] = draw(st.one_of(st.none(), LISTS))
    fields["delo"] = tuple(draw(st.lists(st.one_of(SUFFIXED, RANGES), max_size=3)))
    if fields["delo"] and draw(st.booleans()):
        fields["volume"] = str(draw(st.integers(1, 99)))
    fields["listy"] = tuple(draw(st.lists(LEAVES, max_size=4))) if fields["delo"] else ()
    return Citation(Span(0, 1), "x", "archive", "full", (), MappingProxyType(fields))


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=100)
@given(citation=archival())
def test_archival_citations_read_back_the_same(style: str, citation: Citation) -> None:
    module = import_module(f"corpuscli.text.citations.styles.{style}")
    back = module.parse(module.render(citation, NAMES), REGISTERS)
    assert back is not None
    assert said(back) == said(citation)


AUTHORS = ["E. H. Hill", "Т. Э. О’Нил", "А. Мельник", "Anna Hill", "Robert C. Weaver", "L. Müller-Kraft"]
TITLES = ["A History of Soviet Towns", "Инженер: неизвестные страницы", "Der Plan. Eine Studie", "Making, 1917–1923"]
PLACES = ["London", "М.", "Cambridge, MA: Harvard UP", "New Haven and London", "СПб.", "Köln", "М.: Наука"]


@st.composite
def books(draw: st.DrawFn) -> Citation:
    """Compose a citation of a book that no register knows, by reading one that is printed as in Chicago."""
    author, title, place = (draw(st.sampled_from(names)) for names in (AUTHORS, TITLES, PLACES))
    volume = draw(st.one_of(st.just(""), st.integers(1, 20).map(lambda number: f", vol. {number}")))
    first, more = draw(st.integers(1, 900)), draw(st.integers(0, 30))
    pages = f"pp. {first}–{first + more}" if more else f"p. {first}"
    [found] = find_citations(f"{author}, {title}{volume} ({place}, {draw(st.integers(1850, 2025))}), {pages}.")
    return found


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=100)
@given(citation=books())
def test_books_that_no_register_knows_read_back_the_same(style: str, citation: Citation) -> None:
    module = import_module(f"corpuscli.text.citations.styles.{style}")
    words = module.render(citation, NAMES)
    spelt = not str(citation.fields["author"]).split()[0].endswith(".")
    assert bool(words) == (style != "gost" or not spelt)
    back = module.parse(words, REGISTERS) if words else citation
    assert back is not None, words
    assert said(back) == said(citation)


def test_a_book_goes_from_one_style_to_another() -> None:
    [gost] = find_citations("Карр Э. Х. История. М., 1990. Кн. 2. С. 55–57.")
    assert list(rendered([gost], "chicago", REGISTERS)) == ["Э. Х. Карр, История, vol. 2 (М., 1990), pp. 55–57"]
    [chicago] = find_citations("E. H. Hill, A History, vol. 3 (London: Macmillan, 1953), p. 287.")
    assert list(rendered([chicago], "gost", REGISTERS)) == [
        "Hill E. H. A History. London: Macmillan, 1953. Vol. 3. P. 287"
    ]
    assert list(rendered([chicago], "wikipedia", REGISTERS)) == [
        "{{cite book |last=E. H. Hill |title=A History |volume=3 |year=1953 |page=287 |location=London: Macmillan}}"
    ]


@pytest.mark.parametrize("style", STYLES)
def test_what_letters_cite_reads_back_the_same(style: str) -> None:
    module = import_module(f"corpuscli.text.citations.styles.{style}")
    for context in compose(1921, 150):
        for citation in find_citations(context.text):
            if citation.kind in ("archive", "work"):
                back = module.parse(module.render(citation, NAMES), REGISTERS)
                assert back is not None, citation
                assert said(back) == said(citation)


TEXT = (
    "RTSKHIDNI. F. 5. On. 2. D. 315. L. 34 ob.; Stalin I.V. Op. T. 5. S. 424; Известия ЦК КПСС. 1989. № 7. С.86-93;"
    " Pravda, 7 November 1929, p. 2"
)


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        (
            "gost",
            [
                "РГАСПИ. Ф. 5. Оп. 2. Д. 315. Л. 34 об.",
                "Сталин. Сочинения. Т. 5. С. 424",
                "Известия ЦК КПСС. 1989. № 7. С. 86–93",
                "Правда. 1929. 7 ноября. С. 2",
            ],
        ),
        (
            "chicago",
            [
                "RGASPI, f. 5, op. 2, d. 315, l. 34 ob.",
                "Stalin, Sochineniia, vol. 5, p. 424",
                "Izvestiia TsK KPSS, no. 7 (1989), pp. 86–93",
                "Pravda, 7 November 1929, p. 2",
            ],
        ),
        (
            "wikipedia",
            [
                "{{cite archive |repository=RGASPI |fonds=5 |series=2 |file=315 |page=34 ob.}}",
                "{{cite book |last=Stalin |title=Sochineniia |volume=5 |page=424}}",
                "{{cite journal |journal=Izvestiia TsK KPSS |issue=7 |year=1989 |page=86-93}}",
                "{{cite news |work=Pravda |date=1929-11-07 |page=2}}",
            ],
        ),
    ],
)
def test_a_style_looks_like(style: str, wanted: list[str]) -> None:
    assert list(rendered(find_citations(TEXT), style, REGISTERS)) == wanted


def test_csl_items_are_json() -> None:
    items = [json.loads(line) for line in rendered(find_citations(TEXT), "csl", REGISTERS)]
    assert [item["type"] for item in items] == ["manuscript", "book", "article-journal", "article-newspaper"]
    assert items[0]["archive_location"] == "f. 5, op. 2, d. 315, l. 34 ob."
    assert items[3]["issued"] == {"date-parts": [[1929, 11, 7]]}


@pytest.mark.parametrize("text", ["TNA, FO 371/11013, fol. 4", "your letter of March 9", "see note 5"])
def test_what_a_style_cannot_say_stands_as_cited(text: str) -> None:
    raw = text.removeprefix("see ")
    for style in ("gost", "chicago", "wikipedia"):
        assert list(rendered(find_citations(text), style, REGISTERS)) == [raw]
    [item] = [json.loads(line) for line in rendered(find_citations(text), "csl", REGISTERS)]
    assert item["title"] == raw


def test_no_other_style_is_known() -> None:
    with pytest.raises(UnknownNameError, match="did you mean gost"):
        list(rendered([], "ghost", REGISTERS))
