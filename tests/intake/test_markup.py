"""TEI, CMIF, HTML and tables: what comes in, and what is refused in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import CorpusError, InputError
from corpuscli.intake.files import read_letters
from corpuscli.intake.tables import read_table

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.model.reading import Reading

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="L7"><teiHeader><fileDesc>
<titleStmt><title level="s">Letters from the south</title><title level="a">Kirov to Ordzhonikidze</title></titleStmt>
<publicationStmt><availability><licence target="https://example.org/cc0"/></availability>
<idno type="url">https://example.org/7</idno></publicationStmt>
<sourceDesc><msDesc><msIdentifier><settlement>Moscow</settlement><repository>RGASPI</repository><idno>85/1</idno>
</msIdentifier><physDesc><p>Autograph</p></physDesc></msDesc>
<listBibl><biblStruct><monogr><author>A. Editor</author><title>Letters</title><imprint><date>1990</date></imprint>
</monogr></biblStruct></listBibl></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent"><persName ref="#k">S. M. Kirov</persName>
<placeName>Baku</placeName><date when="1920-05-24">24 May 1920</date></correspAction>
<correspAction type="received"><persName>G. K. Ordzhonikidze</persName><orgName>Bureau</orgName>
<date notBefore="1920-05-25" notAfter="1920-05-27"/></correspAction>
<correspAction type="forwarded"><persName>X</persName></correspAction></correspDesc>
<langUsage><language ident="deu"/></langUsage></profileDesc></teiHeader>
<text type="letter"><body><div><opener><dateline>Baku, <date>24/V</date></dateline><salute>Dear Sergo!</salute></opener>
<p>The   <hi>oil</hi> is safe <note>All of it,
see <q>Pravda</q>.</note>,
the <del>fleet<note>Struck out.</note></del><add>navy</add> too.<lb/>It has<lb break="no"/>n't
fired<space/>once. <choice><sic>teh</sic><corr>the</corr></choice> <supplied>end</supplied> <gap/>
<q>So be it</q><ref target="#n1"/>.</p>
<p><anchor type="label" xml:id="a3">The harbour is ours</anchor><anchor xml:id="a4">, all of it</anchor>.</p>
<lg><l>One</l><l>Two</l></lg><figure><figDesc>a stamp</figDesc></figure>
<closer><signed>Kirov<anchor xml:id="a2"/></signed></closer></div></body>
<back><note xml:id="n1"><p>Said twice.</p><p>And again.</p></note>
<note target="#a4">Today.</note><note target="#a2">Signed.<note>In ink.</note></note></back>
</text></TEI>"""

CMIF = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc>
<bibl xml:id="b1">Letters, vol. 1</bibl></sourceDesc></fileDesc><profileDesc>
<correspDesc key="1" source="#b1" ref="https://example.org/1"><correspAction type="sent"><persName>A</persName>
<date when="1667-03"/></correspAction><correspAction type="received"><persName>B</persName></correspAction>
</correspDesc><correspDesc key="2" source="#b1">
<correspAction type="sent"><persName>A</persName><date>someday</date></correspAction>
</correspDesc></profileDesc></teiHeader><text><body><p/></body></text></TEI>"""


def read(tmp_path: Path, content: str | bytes, name: str = "page") -> list[Reading]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_letters(str(path)))


def fields(reading: Reading) -> dict[str, object]:
    return {field.key: field.value for field in reading.fields}


def test_a_tei_letter(tmp_path: Path) -> None:
    (reading,) = read(tmp_path, TEI)
    assert fields(reading) == {
        "place": "Baku",
        "date": "1920-05-24",
        "date_text": "24 May 1920",
        "date_received": "[1920-05-25..1920-05-27]",
        "senders": ("S. M. Kirov",),
        "recipients": ("G. K. Ordzhonikidze", "Bureau"),
        "title": "Kirov to Ordzhonikidze",
        "type": "letter",
        "source": ("Moscow, RGASPI, 85/1",),
        "form": "Autograph",
        "published": ("A. Editor: Letters. 1990",),
        "edition": "Letters from the south",
        "language": "de",
        "url": "https://example.org/7",
        "licence": "https://example.org/cc0",
        "x-tei-id": "L7",
    }
    assert reading.text == (
        "Baku, 24/V\n\nDear Sergo!\n\nThe oil is safe[^1], the[^2]navy too.\nIt hasn't fired once. teh [end] [...] "
        '"So be it"[^3].\n\nThe harbour is ours, all of it[^4].\n\nOne\nTwo\n\nKirov[^5]\n\n'
        '[^1]: All of it, see "Pravda".\n\n[^2]: Struck out.\n\n'
        "[^3]: Said twice.\n\n    And again.\n\n[^4]: Today.\n\n[^5]: Signed. (In ink.)"
    )
    assert "text: del (left out)" in reading.losses
    assert "text: choice/corr (left out)" in reading.losses
    assert "text: figure (left out)" in reading.losses
    assert "correspAction of type forwarded" in reading.losses
    assert "text: note within a note (in brackets)" in reading.losses


def test_characters_that_an_edition_encodes_without_words(tmp_path: Path) -> None:
    odd = (
        'Herz <c rendition="#kaufmannsund"/> Co, 20<c rendition="#prozent"/><c rendition="#dots" n="3"/>'
        '<c rendition="#tilde" n="1000000000"/><c rendition="#dots" n="²"/> <c rendition="#langesS">s</c>o'
        '<g ref="#unheard-of"/>'
    )
    (reading,) = read(tmp_path, TEI.replace("The harbour is ours", odd))
    assert "\n\nHerz & Co, 20%...~. so, all of it" in reading.text
    assert "text: g (its words stay)" in reading.losses


def test_cmif_entries_have_no_text(tmp_path: Path) -> None:
    first, second = read(tmp_path, CMIF)
    assert fields(first) == {
        "date": "1667-03",
        "senders": ("A",),
        "recipients": ("B",),
        "number": "1",
        "edition": "Letters, vol. 1",
        "url": "https://example.org/1",
    }
    assert first.text == ""
    assert [first.line, second.line] == [3, 5]
    assert (fields(second)["date"], fields(second)["recipients"]) == ("XXXX", ("Unknown",))
    assert second.warnings


def test_the_same_letters_as_a_table(tmp_path: Path) -> None:
    table = (
        "key;sender;senderDate;addressee;addresseePlace;extra;text\n"
        '1;"[A]";"[..1667-03]";"B;C";[Ulm]|Rom;x;"Dear B,\nhello"\n\n2;;;;;;\n'
    )
    first, second = read(tmp_path, table)
    assert fields(first) == {
        "number": "1",
        "senders": ("A",),
        "date": "../1667-03",
        "recipients": ("B", "C"),
        "place_received": "Ulm; Rom",
    }
    assert (first.text, first.losses, first.origin[-2:]) == (
        "Dear B,\nhello",
        ("column extra (called x-extra it is a key of your own)",),
        ":3",
    )
    assert (fields(second)["date"], fields(second)["senders"]) == ("XXXX", ("Unknown",))


def test_an_empty_column_loses_nothing() -> None:
    table = "sender,recipient,date,folio\nA,B,1921-03-10,\nA,B,1921-03-11,7\n"
    assert [one.losses for one in read_table(table, "t.csv")] == [
        (),
        ("column folio (called x-folio it is a key of your own)",),
    ]


def test_a_table_with_a_printed_date_and_a_bad_one(tmp_path: Path) -> None:
    one, two = read(tmp_path, "sender\trecipient\tdate_text\tdate\nA\tB\t3 May 1920\t\nA\tB\t\t1900-02-30\n")
    assert fields(one)["date"] == "1920-05-03"
    assert "date" not in fields(two)
    assert two.warnings


def test_a_table_of_words_that_name_no_day_is_undated(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "sender\trecipient\tdate\nA\tB\tafter harvest\n")
    assert (fields(one)["date"], fields(one)["date_text"]) == ("XXXX", "after harvest")
    assert one.warnings


def test_a_header_without_rows_is_no_letter(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a header without rows"):
        read(tmp_path, "sender\trecipient\tdate\n\n")


def test_a_table_keeps_the_date_as_printed(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("date,senders,recipients\n3/4/1921,A,B\n31 Feb 1921,A,B\n1921-03,A,B\n", encoding="utf-8")
    told, bad, plain = map(fields, read_letters(str(path), day_first=True))
    assert (told["date"], told["date_text"]) == ("1921-04-03", "3/4/1921")
    assert (bad.get("date"), bad["date_text"]) == (None, "31 Feb 1921")
    assert "date_text" not in plain
    unsaid = list(read_letters(str(path)))
    assert [fields(one).get("date") for one in unsaid] == [None, None, "1921-03"]
    assert "which is the day?" in unsaid[0].warnings[0]


HTML = """<!DOCTYPE html><html lang="en"><head><title>x</title><meta charset="utf-8">
<script>alert(1)</script></head><body>
<nav>Home</nav><p>No. 5</p><h2>G. V. Chicherin to I. V. Stalin</h2><p>March 10, 1921</p>
<p>The Turkish delegation<a href="#n1"><sup>1</sup></a> has&nbsp;left<sup>2</sup>.<br>Nothing
new.</p><script>evil()</script><p>Chicherin.</p><p>RGASPI. F. 5. Op. 2. D. 315. L. 34. Autograph.</p>
<h3>Notes</h3><ol><li id="n1">In Moscow. <a href="#r1">back</a></li></ol><p><sup>2</sup> On Friday.</p></body></html>"""


def test_an_html_page(tmp_path: Path) -> None:
    (reading,) = read(tmp_path, HTML)
    got = fields(reading)
    assert (got["number"], got["senders"], got["date"], got["language"]) == (
        "5",
        ("G. V. Chicherin",),
        "1921-03-10",
        "en",
    )
    assert reading.text == (
        "The Turkish delegation[^1] has left[^2].\nNothing new.\n\nChicherin.\n\n[^1]: In Moscow.\n\n[^2]: On Friday."
    )


def test_a_page_has_a_footer_and_a_letter_another(tmp_path: Path) -> None:
    page = (
        b"<body><p>Lenin to Stalin</p><p>May 4, 1920</p><p>Come<a href='#n1'>1</a>.</p>"
        b"<footer>Office of the Historian</footer><footer><p id='n1'>1 By train.</p></footer></body>"
    )
    (reading,) = read(tmp_path, page)
    assert reading.text == "Come[^1].\n\n[^1]: By train."


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 9, "binary"),
        ("Lenin to Stalin".encode("utf-16"), "UTF-16"),
        ("Г. В. Чичерин — И. В. Сталину".encode("windows-1251"), "windows-1251"),
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><TEI>&a;</TEI>', "entities"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><TEI/>'.encode("utf-16"), "entities"),
        (b"<TEI><a></TEI>", ":1:15: ill-formed XML"),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI>", "without correspDesc"),
        (b"<svg/>", "no TEI"),
        (b"\xef\xbb\xbf \n", "no letter"),
        (b'sender,date\n"a,1920\n', "no row of a table"),
    ],
)
def test_what_is_no_letter_is_said_in_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_html_page_in_an_encoding_of_its_own(tmp_path: Path) -> None:
    page = (
        '<html><head><meta charset="windows-1251"></head><body>'
        "<p>Г. В. Чичерин — И. В. Сталин</p><p>10 марта 1921 г.</p></body>"
    )
    (reading,) = read(tmp_path, page.encode("windows-1251"))
    assert fields(reading)["senders"] == ("Г. В. Чичерин",)
    with pytest.raises(CorpusError):
        read(tmp_path, page.replace("charset", "x").encode("windows-1251"))
