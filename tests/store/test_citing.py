"""The registers of a corpus: archives.yaml, works.yaml and the bibliography add to what is built in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import ConfigError, InputError
from corpuscli.store.citing import parse_archives, parse_works
from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.text.citations import find_citations

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVES = """\
GANO:
  names: [ГАНО, GANO, State Archive of the Novosibirsk Region]
  since: 1920
PANO:
  name: ПАНО
  successor: GANO
RGASPI:
  names: [Старая площадь]
"""
WORKS = """\
memoirs:
  author: Ivanov
  titles: ["*Memoirs", Memoirs of an Old Bolshevik]
"""
BIB = r"""
@string{pup = "Press"}
@comment{not @book{this, title = {That}}}
@book{kotkin,
  author = {Kotkin, Stephen and M{\"u}ller, Hans},
  title = {Stalin: {P}aradoxes of Power, 1878--1928},
  publisher = pup # { of Princeton},
}
@article(lih, author = "Lars Lih", title = "The Mystery of the ABC", journal = "Slavic Review", year = 1997)
"""
CSL = """[
  {"id": "weber", "type": "book", "title": "Briefe aus der Ferne", "author": [{"family": "Weber", "given": "Max"}]},
  {"id": "untitled", "type": "book"}
]"""


def corpus(folder: Path, **files: str) -> Corpus:
    """Make a corpus; ``bib`` is its bibliography, whatever its form."""
    (folder / "corpus.yaml").write_text("bibliography: works.bib\n" if "bib" in files else "title: T\n")
    for name, text in files.items():
        path = folder / ("works.bib" if name == "bib" else f"{name}.yaml")
        path.write_text(text, encoding="utf-8")
    return open_corpus(folder)


def read(text: str, made: Corpus) -> list[tuple[str, str, str]]:
    """Return raw, first id and state of all citations."""
    return [(one.raw, one.ids[0], one.state) for one in find_citations(text, made.registers)]


def test_a_corpus_without_registers_adds_nothing(tmp_path: Path) -> None:
    assert corpus(tmp_path).registers is None


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("ГАНО. Ф. 1. Оп. 2. Д. 3", "archive:GANO/1/2/3"),
        ("State Archive of the Novosibirsk Region, f. 1, op. 2, d. 3", "archive:GANO/1/2/3"),
        ("ПАНО, ф. 1, оп. 2, д. 3", "archive:GANO/1/2/3"),
        ("Старая площадь. Ф. 1. Оп. 2. Д. 3", "archive:RGASPI/1/2/3"),
        ("RTsKhIDNI, f. 1, op. 2, d. 3", "archive:RGASPI/1/2/3"),
    ],
)
def test_archives_of_its_own(tmp_path: Path, text: str, id_: str) -> None:
    assert read(f"See {text}.", corpus(tmp_path, archives=ARCHIVES)) == [(text, id_, "resolved")]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Ivanov, Memoirs, p. 12", "work:memoirs;pages=12"),
        ("Memoirs of an Old Bolshevik, p. 12", "work:memoirs;pages=12"),
        ("Stalin I.V. Op. T. 5. S. 424", "work:stalin-sochineniia;vol=5;pages=424"),
        ("Stephen Kotkin and Hans Müller, Stalin: Paradoxes of Power, 1878–1928, p. 5", "work:kotkin;pages=5"),
        ("Kotkin, Stalin, pp. 45–6", "work:kotkin;pages=45-46"),
        ("Lih, “The Mystery of the ABC,” Slavic Review 56 (1997): 50", "work:lih;vol=56;year=1997;pages=50"),
        ("“The Mystery of the ABC”, p. 51", "work:lih;pages=51"),
    ],
)
def test_works_of_its_own_and_of_bibtex(tmp_path: Path, text: str, id_: str) -> None:
    assert read(f"See {text}.", corpus(tmp_path, works=WORKS, bib=BIB)) == [(text, id_, "resolved")]


def test_short_titles_need_their_author(tmp_path: Path) -> None:
    made = corpus(tmp_path, works=WORKS, bib=BIB)
    assert read("Memoirs, p. 12. Stalin, p. 5. Memoirs of an Old Bolshevik were burnt.", made) == []


def test_works_of_csl_json(tmp_path: Path) -> None:
    made = corpus(tmp_path, bib=CSL)
    text = "Max Weber, Briefe aus der Ferne, S. 12"
    assert read(text, made) == [(text, "work:weber;pages=12", "resolved")]


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ("gano:\n  names: [A]", (1, 1), "capital letters"),
        ("GANO:\n  nams: [A]", (2, 3), "did you mean names?"),
        ("GANO:\n  successor: RGASPY", (2, 14), "did you mean RGASPI?"),
        ("GANO:\n  since: about 1920", (2, 10), "four digits"),
        ("- GANO", (1, 1), "'key: value'"),
        ("GANO: [", (1, 8), ""),
    ],
)
def test_archives_that_cannot_be_read_are_shown_with_their_place(
    source: str, place: tuple[int, int], words: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_archives(source, "archives.yaml")
    assert (raised.value.line, raised.value.column) == place
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("source", "place", "words"),
    [
        ("my work:\n  title: A", (1, 1), "no blanks"),
        ("work:\n  author: A", (1, 1), "has a title"),
        ("work:\n  title: A\n  needs: [leaf]", (3, 10), "known are vol, no, year, date, pages"),
    ],
)
def test_works_that_cannot_be_read_are_shown_with_their_place(source: str, place: tuple[int, int], words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_works(source, "works.yaml")
    assert (raised.value.line, raised.value.column) == place
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("bib", "place"),
    [
        ("@book{k, title = {A}\n  year 1990}", "works.bib:1:21: "),
        ("@book{k,\n  title = {A", "works.bib:2:11: this brace is never closed"),
        ("@book{, title={A}}", "works.bib:1:1: @book has no key"),
        ("[{]", "works.bib:1:3: no JSON"),
        ("[1]", "works.bib:1:1: a CSL-JSON bibliography is a list"),
        ("[" * 100_000, "works.bib:1:"),
    ],
)
def test_a_bibliography_that_cannot_be_read_is_shown_with_its_place(tmp_path: Path, bib: str, place: str) -> None:
    with pytest.raises(ConfigError) as raised:
        _ = corpus(tmp_path, bib=bib).registers
    assert place in str(raised.value)


def test_a_bibliography_lies_in_the_corpus(tmp_path: Path) -> None:
    inner = tmp_path / "letters"
    inner.mkdir()
    (tmp_path / "outside.bib").write_text(BIB)
    for name in ("../outside.bib", "/etc/hostname"):
        (inner / "corpus.yaml").write_text(f"bibliography: {name}\n")
        with pytest.raises(ConfigError, match="not inside the corpus"):
            _ = open_corpus(inner).registers
    (inner / "corpus.yaml").write_text("title: T\nbibliography: lost.bib\n")
    with pytest.raises(InputError, match=r"corpus\.yaml:2:15: bibliography: no file .*letters/lost\.bib"):
        _ = open_corpus(inner).registers
