"""What must hold when words of others are read, whatever they are: a target for fuzzers, each for one reader.

A target asserts, and returns how many things it has read and judged: none where the words are refused.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpuscli.errors import InputError

TESTS = Path(__file__).parents[1]
DATA = TESTS.parent / "corpuscli" / "data"


def front_matter(text: str) -> int:
    """A letter is read and keeps its source, or is refused with a place; a change of a key reads as intended."""
    from corpuscli.errors import FrontMatterError, WriteError
    from corpuscli.store.frontmatter.reader import parse_letter
    from corpuscli.store.writing.rewrite import changed

    try:
        letter = parse_letter(text, "x.txt")
    except FrontMatterError as refused:
        _has_a_place(refused)
        return 0
    assert letter.source == text
    assert all(0 <= field.span.start <= field.span.end <= letter.body.start for field in letter.fields)
    for changes in ({"place": "a: b"}, {"tags": ("x", "")}, {letter.fields[0].key: None} if letter.fields else {}):
        try:
            after = parse_letter(changed(letter, changes), "x.txt")
        except WriteError:
            continue
        assert after.body.of(after.source) == letter.body.of(text)
    return 1


def _has_a_place(problem: InputError) -> None:
    assert min(problem.line, problem.column) > 0


def _has_a_line(problem: InputError) -> None:
    assert problem.line > 0 or re.search(r":[0-9]+$", problem.path), problem


def citations(text: str) -> int:
    """Citations stand in the text, in order, and do not overlap."""
    from corpuscli.text.citations.find import find_citations

    end = 0
    found = find_citations(text)
    for citation in found:
        assert end <= citation.span.start < citation.span.end <= len(text)
        assert citation.raw == citation.span.of(text)
        end = citation.span.end
    return len(found)


def dates(text: str) -> int:
    """A printed date reads as EDTF that reads again, as the same days; or it is no date."""
    from corpuscli.errors import DateError
    from corpuscli.text.dates import parse_date
    from corpuscli.text.dates.edtf import parse_edtf
    from corpuscli.text.dates.finding import find_date

    found = find_date(text)
    assert found is None or 0 <= found[0].start < found[0].end <= len(text)
    read = 0
    for language in (None, "ru", "de"):
        try:
            date = parse_date(text, language)
        except DateError:
            continue
        again = parse_edtf(date.edtf)
        assert (again.earliest, again.latest) == (date.earliest, date.latest), date.edtf
        read += 1
    return read


def pages(text: str) -> int:
    """The spans of a reading hold every code point that is no blank: nothing is lost unsaid."""
    from corpuscli.intake.page.reader import read_page

    readings = read_page(text)
    if not readings:
        return 0
    held = bytearray(len(text))
    for reading in readings:
        spans = [*reading.text_spans, *(mark.span for mark in reading.markers), *(one.span for one in reading.dropped)]
        for span in (*spans, *(field.span for field in reading.fields if field.span)):
            held[span.start : span.end] = b"\1" * len(span)
    assert not [at for at, char in enumerate(text) if not char.isspace() and not held[at]]
    return len(readings)


def repeats(text: str) -> int:
    """Copies stand in their texts and do not overlap."""
    from corpuscli.text.repeats.find import find_repeats

    texts = text.split("\n\n\n")
    passages = find_repeats(texts, within=3, across=4)
    for passage in passages:
        assert len(passage.copies) > 1
        ends: dict[int, int] = {}
        for copy in sorted(passage.copies, key=lambda one: (one.text, one.span.start)):
            assert ends.get(copy.text, 0) <= copy.span.start < copy.span.end <= len(texts[copy.text])
            ends[copy.text] = copy.span.end
    return len(passages)


def registers(text: str) -> int:
    """A register or corpus.yaml reads, or is refused with a place; both ways of reading say the same."""
    from corpuscli.errors import ConfigError
    from corpuscli.store.config import parse_config
    from corpuscli.store.plainyaml import read_values
    from corpuscli.store.registers import parse_people
    from corpuscli.store.yamltree import compose_fully

    read = 0
    for parse in (parse_config, parse_people):
        try:
            parse(text, "x.yaml")
            read += 1
        except ConfigError as refused:
            _has_a_place(refused)
    values = read_values(text, 0, len(text))
    if values is not None:
        root = compose_fully(text, "x.yaml", 0, len(text), ConfigError)
        assert values == ({key.value: node.plain() for key, node in root.value} if root else {})
    return read


def markup(text: str) -> int:
    """HTML and TEI give letters whose keys and texts can be written, or are refused with a place."""
    from corpuscli.errors import InputError
    from corpuscli.intake.files import readings_of
    from corpuscli.store.frontmatter.reader import parse_letter
    from corpuscli.store.frontmatter.render import render_letter

    read = 0
    for begin in ("<html><body>", "<TEI>", ""):
        if not (begin + text).lstrip("\ufeff \n\r\t\f\v").startswith("<"):
            continue
        try:
            for reading in readings_of((begin + text).encode("utf-8", "replace"), "x"):
                source = render_letter(((field.key, field.value) for field in reading.fields), reading.text)
                letter = parse_letter(source, "x.txt")
                assert [field.value for field in letter.fields] == [field.value for field in reading.fields]
                read += 1
        except InputError as refused:
            _has_a_line(refused)
    return read


TARGETS: dict[str, Callable[[str], int]] = {
    "front-matter": front_matter,
    "registers": registers,
    "markup": markup,
    "citations": citations,
    "dates": dates,
    "pages": pages,
    "repeats": repeats,
}


def _marked_up() -> Iterator[str]:
    party = "<correspAction type='{}'><persName>{}</persName><date when='1921-03'/></correspAction>"
    described = f"<correspDesc key='1'>{party.format('sent', 'A')}{party.format('received', 'B')}</correspDesc>"
    head = "<teiHeader><fileDesc><title>T</title></fileDesc><profileDesc>{}</profileDesc></teiHeader>"
    body = "<text><body><opener>Dear,</opener><p>One<note n='1'>Two</note> <hi>x</hi><lb/>y</p></body></text>"
    yield "<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + head.format(described) + body + "</TEI>"
    yield "<TEI>" + head.format(described * 2) + "<text><body><p/></body></text></TEI>"
    yield "<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a 'b'>]><teiCorpus><TEI>&a;</TEI></teiCorpus>"
    yield (
        "<html lang=en><head><title>x</title></head><body><nav>Home</nav><h2>No. 5<br>Stalin to Lenin</h2>"
        "<p>March 10, 1921<p>Gold<a href='#n1'><sup>1</sup></a>.<p>RGASPI. F. 5. Op. 2. D. 3. L. 4"
        "<p id=n1><a href='#a'>1</a> A note.<table><tr><td>a<td>b</table></body></html>"
    )
    yield "<!doctype html><p>From A to B<div hidden>x</div><script>y</script>&nbsp;&#0;&lt;"


def seeds(name: str) -> Iterator[str]:
    """Yield words that the reader knows well, for a fuzzer to start from."""
    if name == "pages":
        yield from (path.read_text(encoding="utf-8")[:4000] for path in (TESTS / "intake/pages").glob("*.page"))
    elif name == "dates":
        yield from ("March 10, 1921", "later than May 4, 1920", "Ostern 1933", "10 марта 1921 г.", "16/II 21", "[1920]")
        yield from (
            "between 1 and 3 June 1918",
            "den 3. Februar 1905",
            "29/VII",
            "early 1921",
            "1915-02-27?",
            "3-5.V.1921",
        )
    elif name == "citations":
        rows = (DATA / "archives.tsv").read_text(encoding="utf-8").splitlines()
        yield from (field for row in rows[1::9] for field in row.split("\t") if re.search(r"\d", field))
        yield "RGASPI. F. 558. Op. 2. D. 162. L. 1-3 ob. Ibid. L. 4. Stalin. Works. Vol. 5. M., 1947. P. 424; там же"
        yield "Stalin. Works. Vol. V. Stalin. Works. Vol. 2"  # the fifth volume, not V. Stalin
    elif name == "registers":
        yield "title: Letters\nspan: [1912, 1927]\nday_first: yes\nlint:\n  ignore: [T101]\n  severity: {T102: hint}\n"
        yield "# who\nstalin:\n  name: I. V. Stalin\n  variants:\n  - Koba\n  - 'Сталин'\n  refs: [https://d-nb.info/1]\n"
        yield "fields: [x-a, \"b\"]\nqueries:\n  all: 'from:~x'\npublication:\n  licence: >\n    folded\n    twice\n"
        yield "a: &x b\nb: *x\nc: !!str d\n<<: {e: f}\n? [g]\n: |+\n h\n...\n---\n"
    elif name == "markup":
        yield from (text[:4000] for text in _marked_up())
    elif name == "repeats":
        yield "a b c d x a b c d\n\n\ne f g h a b c d\n\n\ne f g h e f g h e f g h"
        yield "\n\n\n".join(["with communist greetings"] * 4)
        yield "one two six.\u0301one two six.\u0301"  # an accent between: of the second copy, or behind the first
        yield "cccccccccccccccccccccscccccb\0cccccccccccccb\0ccccccccccccc"  # the other copy has no more
    else:
        yield "---\nid: a # c\ndate: 1921\nsenders:\n  - A\n  - 'b'\ntags: [x, \"y\"]\n---\nText[^1].\n\n[^1]: Note.\n"
        yield "\ufeff---\r\nsummary: |\r\n  a\r\n\r\n  b\r\ntranslation: {from: ru}\r\n---\r\nText\r\n"
        yield "---\n{id: a, tags: [b]}\n---\n"
