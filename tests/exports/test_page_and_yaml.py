"""What our own formats print is read back by real parsers of them."""

from __future__ import annotations

import io
from html.parser import HTMLParser

import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from corpuscli.data.keys import key_rows
from corpuscli.exports import load, table_writer
from corpuscli.model.table import Table

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
VALUE = TEXT | st.integers(0, 99) | st.lists(TEXT, max_size=3) | st.dictionaries(TEXT, TEXT, max_size=2)


def printed(name: str, *rows: dict[str, object]) -> str:
    out = io.StringIO()
    table_writer(name)(Table(("id", "value"), rows, nullable=frozenset(["end"])), out)
    return out.getvalue()


@given(st.lists(st.fixed_dictionaries({"id": TEXT, "value": VALUE}), max_size=4))
def test_yaml_reads_back(rows: list[dict[str, object]]) -> None:
    assert yaml.safe_load(printed("yaml", *rows)) == rows


def test_yaml_knows_open_ends_and_an_empty_answer() -> None:
    assert printed("yaml", {"id": "a", "gone": None, "end": None}) == '- id: "a"\n  end: null\n'
    assert printed("yaml") == "[]\n"


class Cells(HTMLParser):
    """Collects the text of cells and where links go."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.links: list[str | None] = []
        self._in = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A cell or a link begins."""
        if tag == "td":
            self.cells.append("")
            self._in = True
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_endtag(self, tag: str) -> None:
        """A cell ends."""
        self._in = self._in and tag != "td"

    def handle_data(self, data: str) -> None:
        """Words."""
        if self._in:
            self.cells[-1] += data


def test_html_is_escaped_and_links_only_the_web() -> None:
    hostile = "</td><script>alert(1)</script>&amp;\"'"
    page = Cells(
        printed("html", {"id": hostile, "value": "https://example.org/?a=1&b=2"}, {"id": "x", "value": "javascript:1"})
    )
    assert page.cells == [hostile, "https://example.org/?a=1&b=2", "x", "javascript:1"]
    assert page.links == ["https://example.org/?a=1&b=2"]


def test_the_head_of_a_letter_says_dublin_core() -> None:
    hostile = '"><script>alert(1)</script>\x1b'
    out = io.StringIO()
    record = {"id": "a", "senders": ["A", hostile], "date": "1921~", "status": "draft", "text": "", "notes": []}
    load("shown", "html").write(record, out)
    page = html.fromstring(out.getvalue())
    said = [(one.get("name"), one.get("content")) for one in page.iterfind(".//meta[@content]")]
    assert ("DCTERMS.created", "1921~") in said
    assert [words for name, words in said if name == "DCTERMS.creator"] == ["A", hostile.replace("\x1b", "\\x1b")]
    assert not [words for _, words in said if words == "draft"]
    assert page.find(".//script") is None


def test_terms_are_those_of_the_dcmi() -> None:
    known = set(TERMS.split())
    assert {row.dublin_core for row in key_rows()} - {""} <= known


TERMS = """abstract audience bibliographicCitation contributor created creator date description format identifier
isPartOf language license medium publisher relation rights source spatial subject title type"""
