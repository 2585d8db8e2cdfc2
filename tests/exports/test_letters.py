"""Letters in the field's formats: valid, harmless, and read back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from corpuscli.errors import UsageError, WriteError
from corpuscli.exports import formats, load
from corpuscli.exports.volume import Volume
from corpuscli.intake.tei.letters import read_tei
from corpuscli.intake.tei.parsing import parse_xml
from corpuscli.model.person import Person
from corpuscli.relations.people.register import Register
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.frontmatter.render import render_letter
from corpuscli.store.outside import replacing

SCHEMAS = Path(__file__).parents[3] / "shared" / "schemas"
SAID = {"publisher": "A & B", "editor": "E", "url": "https://x.org/a?b=1&c=2", "date": "2026-11-25",
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "uuid": "7d9a1b2c-0000-4000-8000-000000000000"}  # fmt: skip
PEOPLE = (Person("g", "G. V. Chicherin", refs=("javascript:1", "https://d-nb.info/gnd/118520474")),
          Person("b", "Politburo", body=True))  # fmt: skip
FIELDS = {
    "id": "1921-a-b", "type": "letter", "date": "1921-03-10?", "date_text": "<March> 10 & 1921",
    "senders": ("G. V. Chicherin", "Politburo"), "recipients": ("I. V. Stalin",), "place": "Moscow",
    "source": ("RGASPI. F. 5. Op. 2. D. 315. L. 34",), "form": "Typewritten text", "published": ("Works. V. 5",),
    "edition": "Letters", "language": "en", "url": "https://x.org/1",
}  # fmt: skip
TEXT = 'Dear <comrade>,\n\nThe delegation[^1] & "others"\nleft.\n\n[^1]: We talk\n\n    of two things.'


def made(form: str, text: str = TEXT, **fields: str | tuple[str, ...]) -> tuple[str, Volume]:
    source = render_letter({**FIELDS, **fields}.items(), text)
    volume = Volume([parse_letter(source, "1921-a-b.txt")], Register(PEOPLE), "Letters", SAID)
    out = io.StringIO()
    load("letters", form).write(volume, out)
    return out.getvalue(), volume


@pytest.mark.parametrize(
    ("form", "schema"), [("tei", "tei/tei_all-4.9.0a.rng"), ("cmif", "cmif/cmi-customization.rng")]
)
def test_valid(form: str, schema: str) -> None:
    if not SCHEMAS.exists():
        pytest.skip("the schemas are not here")
    rules = etree.RelaxNG(etree.parse(SCHEMAS / schema))
    dates = ("1921-03-10", "1921-03?", "1921/1922", "../1918", "XXXX", "[1902-01..1902-02]", "192X", "1921~")
    for date in dates:
        for text in (TEXT, "", "\x1b<&>", "One.\n\n\xa0Two.\n\n\u2003", "\xa0", "a[^1]\n\n[^1]: b\n\n    \xa0c"):
            written, _ = made(form, text, date=date, date_text="")
            rules.assertValid(etree.fromstring(written.encode()))
    bare, _ = made(form, source=(), published=(), type="a note", language="no language", url="x y", number="12")
    rules.assertValid(etree.fromstring(bare.encode()))


def test_tei_says_what_the_letter_says() -> None:
    written, volume = made("tei", summary="In the abstract", retrieved="2026-11-25")
    [reading] = read_tei(parse_xml(written.encode(), "x"), "x")
    kept = {key: reading.get(key) if isinstance(value, str) else reading.all(key) for key, value in FIELDS.items()}
    assert {**kept, "id": FIELDS["id"]} == FIELDS
    assert reading.text == TEXT
    assert volume.losses == {"retrieved (only in xenoData)": 1}


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_well_formed(words: str) -> None:
    for form in ("tei", "cmif"):
        root = etree.fromstring(made(form, words)[0].encode())
        assert etree.QName(root).localname in ("TEI", "teiCorpus")


def test_names_are_joined_to_the_register() -> None:
    written, volume = made("cmif", senders=("G. V. Chicherin", "Politburo"), edition="")
    assert '<persName ref="https://d-nb.info/gnd/118520474">G. V. Chicherin</persName>' in written
    assert "<orgName>Politburo</orgName>" in written
    assert 'xml:id="uuid-7d9a' in written
    assert "source" in volume.losses


def test_cmif_names_the_editions_as_its_sources() -> None:
    named = (("Printed", ""), ("Printed", ""), ("Both", ""), ("Both", "https://x.org/1"), ("", "https://x.org/2"))
    letters = [
        parse_letter(render_letter({**FIELDS, "edition": edition, "url": url}.items(), ""), "1921-a-b.txt")
        for edition, url in named
    ]
    out = io.StringIO()
    load("letters", "cmif").write(Volume(letters, Register(()), "Letters", SAID), out)
    books = etree.fromstring(out.getvalue().encode()).iter("{*}bibl")
    assert [(book.get("type"), book.text) for book in books] == [
        ("online", "Letters"), ("hybrid", "Both"), ("print", "Printed"),
    ]  # fmt: skip
    edition = out.getvalue().partition('type="print" xml:id="')[2].partition('"')[0]
    assert out.getvalue().count(f'source="#{edition}"') == 2


def test_the_number_of_the_edition_is_kept() -> None:
    for form, said in (("tei", '<idno type="number">12a</idno>'), ("cmif", '<correspDesc key="12a"')):
        written, volume = made(form, number="12a")
        assert said in written
        assert "number" not in volume.losses


@pytest.mark.parametrize("key", sorted(SAID))
def test_cmif_guesses_nothing_that_corpus_yaml_must_say(key: str) -> None:
    lacking = {name: said for name, said in SAID.items() if name != key}
    with pytest.raises(UsageError, match=rf"CMIF needs {key}: write them under"):
        load("letters", "cmif").write(Volume([], Register(()), "", lacking), io.StringIO())


def test_control_characters_are_named() -> None:
    written, volume = made("tei", "a\x1bb")
    assert "a[U+001B]b" in written
    assert volume.losses == {"character U+001B, written as [U+001B]": 1}


def test_rows_and_lines() -> None:
    [row] = csv.DictReader(io.StringIO(made("csv", **{"x-own": "1"})[0]))
    assert (row["senders"], row["text"]) == ("G. V. Chicherin; Politburo", TEXT)
    record = json.loads(made("jsonl")[0])
    assert record["notes"] == [{"label": "1", "text": "We talk\n\n    of two things."}]


def test_nothing_to_say_is_a_file_all_the_same() -> None:
    for form in formats("letters"):
        out = io.StringIO()
        if not hasattr(load("letters", form), "write"):
            continue
        load("letters", form).write(Volume([], Register(()), "", SAID), out)
        if form in ("tei", "cmif"):
            etree.fromstring(out.getvalue().encode())
            assert "correspDesc" not in out.getvalue()


@pytest.mark.parametrize(
    ("key", "value"),
    [("uuid", "1"), ("uuid", "a b"), ("date", "today"), ("url", "x"), ("licence", "CC BY"), ("url", "")],
)
def test_cmif_refuses_what_would_not_be_valid(key: str, value: str) -> None:
    with pytest.raises(UsageError, match=key):
        load("letters", "cmif").write(Volume([], Register(()), "", {**SAID, key: value}), io.StringIO())


def test_cmif_says_what_correspsearch_would_miss() -> None:
    _, volume = made("cmif", url="", date="XXXX", recipients=("Unknown",))
    assert volume.doubts == {
        "letter without a date": 1,
        "letter without a web address (url)": 1,
        "name without a reference in people.yaml to GND, VIAF, BnF, LC, NDL": 1,
    }
    assert volume.losses["date_text (of an undated letter)"] == 1
    said = {**SAID, "licence": "https://example.org/mine"}
    strict = Volume([], Register(()), "", said)
    load("letters", "cmif").write(strict, io.StringIO())
    assert strict.doubts == {"licence that is neither CC BY 4.0 nor CC0": 1}


def test_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "out.xml"
    target.write_text("old")
    empty = Volume([], Register(()), "", {})
    with pytest.raises(UsageError), replacing(str(target)) as file:
        load("letters", "cmif").write(empty, file)
    assert [path.name for path in tmp_path.iterdir()] == ["out.xml"]
    assert target.read_text() == "old"
    with pytest.raises(WriteError, match="nothing was written"), replacing(str(tmp_path / "no" / "out.xml")):
        pass
