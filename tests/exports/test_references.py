"""Letters for reference managers, and references as historians write them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.errors import UnknownNameError
from corpuscli.exports import load
from corpuscli.exports.references.letters import letter_item
from corpuscli.exports.references.names import name_of
from corpuscli.exports.volume import Volume
from corpuscli.model.person import Person
from corpuscli.relations.people.register import Register
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.frontmatter.render import render_letter

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "csl" / "csl-data.json"
FIELDS = {
    "id": "1921-a-b", "type": "letter", "date": "1921-03-10", "date_text": "March 10, 1921", "place": "Moscow",
    "senders": ("G. V. Chicherin", "Politburo"), "recipients": ("I. V. Stalin",), "form": "Typewritten",
    "source": ("RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34-36ob",), "edition": "Letters", "number": "12.",
    "language": "en", "url": "https://x.org/1", "retrieved": "2026-11-25", "tags": ("gold", "arms"),
}  # fmt: skip
REGISTER = Register((Person("s", "I. V. Stalin", ("Сталин", "Сталин И. В.")), Person("p", "Politburo", body=True)))
NASTY = st.text(st.sampled_from("{}\\$&#%_~^@,=\"' \n\r\tab1é\x1b-"), max_size=20)


def made(form: str, text: str = "", **fields: str | tuple[str, ...]) -> tuple[str, Volume]:
    source = render_letter({**FIELDS, **fields}.items(), text)
    volume = Volume([parse_letter(source, "1921-a-b.txt")], REGISTER, "Letters", {})
    out = io.StringIO()
    load("letters", form).write(volume, out)
    return out.getvalue(), volume


def cited(style: str, **fields: str | tuple[str, ...]) -> str:
    source = render_letter({**FIELDS, **fields}.items(), "")
    return load("styles", style, "style").cite(letter_item(parse_letter(source, "x.txt"), REGISTER), REGISTER)


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("1921-03-10", {"date-parts": [[1921, 3, 10]]}),
        ("1921-03?", {"date-parts": [[1921, 3]], "circa": True}),
        ("1921/1922-02", {"date-parts": [[1921], [1922, 2]]}),
        ("192X", {"date-parts": [[1920, 1, 1], [1929, 12, 31]], "circa": True}),
        ("[1902-01-01,1902-01-03]", {"date-parts": [[1902, 1, 1], [1902, 1, 3]], "circa": True}),
        ("1921-21", {"date-parts": [[1921, 3, 1], [1921, 5, 31]], "circa": True}),
        ("../1918", {"literal": "March 10, 1921"}),
        ("XXXX", {"literal": "March 10, 1921"}),
    ],
)
def test_dates_of_csl(date: str, issued: object) -> None:
    [item] = json.loads(made("csl", date=date)[0])
    assert item["issued"] == issued


def test_a_letter_in_csl() -> None:
    if SCHEMA.exists():
        for date in ("1921-03-10", "1921-03?", "../1918", "XXXX", "1921-21"):
            jsonschema.validate(json.loads(made("csl", "See Stalin I.V. Op. T. 5. S. 424", date=date)[0]),
                                json.loads(SCHEMA.read_text()))  # fmt: skip
    letter, work = json.loads(
        made("csl", "See Stalin I.V. Op. T. 5. S. 424. Pages of T. 5: Stalin I.V. Op. T. 5. S. 9")[0]
    )
    assert letter["type"] == "personal_communication"
    assert letter["author"] == [{"family": "Chicherin", "given": "G. V."}, {"literal": "Politburo"}]
    assert letter["recipient"] == [{"family": "Stalin", "given": "I. V."}]
    assert (letter["archive"], letter["archive_collection"]) == ("RGASPI", "F. 5")
    assert letter["archive_location"] == "F. 5. Op. 2. D. 315. L. 34-36ob"
    assert (work["id"], work["type"], work["volume"]) == ("stalin-sochineniia-5", "book", "5")


def test_what_is_lost_is_said() -> None:
    for form in ("csl", "bibtex", "ris"):
        assert made(form, "Words.", status="draft")[1].losses == {"status": 1, "text and notes": 1}


@settings(max_examples=80)
@given(NASTY, NASTY, NASTY)
def test_bibtex_runs_nothing(title: str, sender: str, url: str) -> None:
    fields = {"title": title or "t", "senders": (sender or "s",), "url": url or "u"}
    written, _ = made("bibtex", **fields)
    bare = re.sub(r"\\text\w+\{\}|\\[{}$&#%_]", "", written)
    assert bare.count("{") == bare.count("}")
    assert re.match(r"@misc\{1921-a-b,\n(  \w+ = \{.*\},\n)+\}\n\Z", bare)
    assert not re.search(r"[$&#_~^\x1b]", re.sub(r"  (?:url|date) = .*\n", "", bare).removeprefix("@"))


@settings(max_examples=80)
@given(NASTY)
def test_a_record_of_ris_is_lines_of_tags(words: str) -> None:
    written, _ = made("ris", title=words, senders=(words or "x",), tags=(words or "x",))
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in written.split("\n") if line)
    assert written.endswith("ER  - \n")


def test_entries_of_bibtex_and_ris() -> None:
    written, _ = made("bibtex", "See Pravda, 12 March 1921", title="A & B", date="1921-03-10?")
    assert "  author = {Chicherin, G. V. and {Politburo}},\n  title = {A \\& B},\n" in written
    assert "  date = {1921-03-10?},\n  year = {1921},\n" in written
    assert "@article{pravda-1921-03-12,\n  journaltitle = {Pravda},\n" in written
    written, _ = made("ris", "See Pravda, 12 March 1921", date="1921-03?")
    assert "AU  - Chicherin, G. V.\nAU  - Politburo\nA2  - Stalin, I. V.\nTI  - Letter to I. V. Stalin\n" in written
    assert "DA  - 1921///1921-03?\n" in written
    assert "TY  - NEWS\nID  - pravda-1921-03-12\nT2  - Pravda\n" in written


def test_chicago() -> None:
    kept = "RGASPI, f. 5, op. 2, d. 315, ll. 34-36ob"
    expected = "G. V. Chicherin and Politburo to I. V. Stalin, Moscow, March 10, 1921"
    assert cited("chicago") == f"{expected}, {kept}, in Letters, no. 12, https://x.org/1."
    bare = {"source": ("TNA, FO 371/11013, ff. 3-4",), "edition": "", "url": "", "place": "", "type": "telegram"}
    assert cited("chicago", date="XXXX", recipients=("A", "B", "C"), senders=("Unknown",), **bare) == (
        "Unknown to A, B, and C, telegram, n.d. (March 10, 1921), TNA, FO 371/11013, ff. 3-4."
    )
    assert cited("chicago", title="On gold", source=("A box",), **dict.fromkeys(("edition", "url", "place"), "")) == (
        "G. V. Chicherin and Politburo to I. V. Stalin, “On gold”, March 10, 1921, A box."
    )


def test_names_that_begin_with_the_surname_are_turned_round_and_a_brief_is_a_letter() -> None:
    names = {"senders": ("Bahr, Hermann",), "recipients": ("Hofmannsthal, Hugo von",), "type": "brief"}
    bare = {**names, **dict.fromkeys(("source", "edition", "url", "place"), "")}
    assert cited("chicago", **bare) == "Hermann Bahr to Hugo von Hofmannsthal, March 10, 1921."
    assert cited("gost", **bare) == "Bahr Hermann [Письмо: Hugo von Hofmannsthal], 10 марта 1921 г."
    assert cited("gost", **bare, title="An Hugo") == "Bahr Hermann. An Hugo, 10 марта 1921 г."
    written, _ = made("ris", **names)
    assert "TI  - Brief to Hugo von Hofmannsthal\n" in written


def test_gost() -> None:
    plain = {"edition": "", "url": "", "place": ""}
    assert cited("gost", senders=("G. V. Chicherin",), **plain) == (
        "Chicherin G. V. [Письмо: Сталин И. В.], 10 марта 1921 г. // РГАСПИ. Ф. 5. Оп. 2. Д. 315. Л. 34–36 об."
    )
    assert cited("gost", senders=("Politburo",), recipients=("Unknown",), source=(), title="О золоте", date="XXXX") == (
        "Politburo. О золоте, Moscow, [б. д.] March 10, 1921 // Letters. № 12. URL: https://x.org/1."
    )


def test_an_archive_that_no_register_knows_keeps_its_name() -> None:
    assert "Box 7 of the attic" in cited("chicago", source=("Box 7 of the attic",))
    with pytest.raises(UnknownNameError, match="unknown style 'mla'"):
        load("styles", "mla", "style")


@pytest.mark.parametrize(
    ("printed", "inverted"),
    [("Stalin", "Stalin"), ("Karl Marx Jr.", "Karl Marx Jr."), (",", ","), ("Н. К. Крупская", "Крупская, Н. К.")],
)
def test_names(printed: str, inverted: str) -> None:
    assert name_of(printed, REGISTER).inverted == inverted
