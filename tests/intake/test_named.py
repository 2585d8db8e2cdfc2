"""Who is named in TEI and CMIF, with authority references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.intake.named import named_in, read_named
from corpuscli.intake.tei.parsing import parse_xml
from corpuscli.model.person import Person
from corpuscli.store.corpus import open_corpus

if TYPE_CHECKING:
    from pathlib import Path

TEI = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc>
<correspAction type="sent"><persName ref="https://viaf.org/viaf/1 http://d-nb.info/gnd/1">Bahr,
 Hermann</persName><persName ref="#nobody">X</persName><persName>Y</persName><placeName ref="http://g/1">Wien</placeName>
</correspAction><correspAction type="received"><persName ref="#p1">Schnitzler, Arthur</persName>
<orgName ref="https://d-nb.info/gnd/3">Verlag</orgName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><p>x</p></body><back><listPerson><person xml:id="p1"><persName>A. S.</persName>
<idno type="gnd">https://d-nb.info/gnd/2</idno><idno type="own">2</idno></person></listPerson></back></text></TEI>"""


def test_parties_with_references_are_named() -> None:
    assert list(named_in(parse_xml(TEI, "x"))) == [
        Person("", "Bahr, Hermann", refs=("https://viaf.org/viaf/1", "http://d-nb.info/gnd/1")),
        Person("", "Schnitzler, Arthur", refs=("https://d-nb.info/gnd/2",)),
        Person("", "Verlag", refs=("https://d-nb.info/gnd/3",), body=True),
    ]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.xml").write_bytes(b"<TEI>")
    (pages / "b.xml").write_bytes(TEI)
    said: list[str] = []
    assert len(list(read_named(str(pages), open_corpus(tmp_path), said.append))) == 3
    assert len(said) == 1
    assert "a.xml:1:6: ill-formed XML" in said[0]
