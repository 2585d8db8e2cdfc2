"""What a person sees at a terminal: tables as wide as it, a pager where it is too low."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.terminal import on_a_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
LETTER = """---
id: {id}
date: 1921-03-10
senders:
  - A very long name of a body that wrote many letters
recipients:
  - I. V. Stalin; V. I. Lenin and all the others who were there
---
Text.
"""


@pytest.fixture(name="corpus")
def _corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus.yaml").touch()
    for number in range(5):
        name = f"1921-03-10-body-stalin-{number}"
        (tmp_path / f"{name}.txt").write_text(LETTER.format(id=name), encoding="utf-8")
    return tmp_path


def test_a_table_is_cut_to_the_terminal_but_ids_and_dates_are_whole(corpus: Path) -> None:
    shown, code = on_a_terminal(corpus, "list", columns=80)
    rows = shown.splitlines()
    assert code == 0
    assert len(rows) == 7
    assert max(map(len, rows)) <= 80
    assert "…" in rows[2]
    assert "1921-03-10-body-stalin-0  1921-03-10  A very" in rows[2]


def test_a_snippet_that_has_no_room_beside_its_place_stands_under_it(corpus: Path) -> None:
    words = "It was a long time before the delegation from Ankara could be received in the old hall at last."
    path = corpus / "1921-03-10-body-stalin-0.txt"
    path.write_text(LETTER.format(id=path.stem).replace("Text.", words), encoding="utf-8")
    shown, code = on_a_terminal(corpus, "search", "ankara", "--color", "never", columns=64)
    _, place, snippet, *_ = shown.splitlines()
    assert (code, place) == (0, f"  {path.name}:9:47")
    assert snippet.startswith("      …")
    assert "[Ankara]" in snippet
    assert len(snippet) <= 64
    wide, _ = on_a_terminal(corpus, "search", "ankara", "--color", "never", columns=140)
    assert wide.splitlines()[1].startswith(f"  {path.name}:9:47  …")


def test_what_is_longer_than_the_terminal_goes_to_the_pager(corpus: Path) -> None:
    shown, code = on_a_terminal(corpus, "list", "--columns", "id", lines=5, PAGER="sed s/^/paged:/")
    assert (code, shown.splitlines()[2]) == (0, "paged:1921-03-10-body-stalin-0")
    shown, _ = on_a_terminal(corpus, "list", "--columns", "id", lines=20, PAGER="sed s/^/paged:/")
    assert "paged" not in shown


@pytest.mark.parametrize("pager", ["", "no-such-pager"])
def test_without_a_pager_all_is_printed(corpus: Path, pager: str) -> None:
    shown, code = on_a_terminal(corpus, "list", "--columns", "id", lines=3, PAGER=pager)
    assert (code, len(shown.splitlines())) == (0, 7)


def test_what_is_missing_is_asked_for_until_it_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "letter").write_text("Dear comrade, we are well.", encoding="utf-8")
    typed = "31 February 1921\n12 March 1921\nA. Borin; C. Dorin\nnobody\ny\n"
    shown, code = on_a_terminal(tmp_path, "add", "letter", typed=typed)
    assert code == 0
    assert "February 1921 has 28 days" in shown
    assert "1921-03-12-borin-nobody.txt" in shown
    assert "- A. Borin\n  - C. Dorin\n" in (tmp_path / "1921-03-12-borin-nobody.txt").read_text("utf-8")


def test_of_many_letters_all_can_be_taken_or_no_more(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    row = "1921-03-1{},A,B\n"
    (tmp_path / "t.csv").write_text("date,senders,recipients\n" + "".join(map(row.format, range(5))), encoding="utf-8")
    shown, code = on_a_terminal(tmp_path, "add", "--from", "t.csv", typed="what\ny\nn\nq\n")
    assert (code, sorted(path.name for path in tmp_path.glob("*.txt"))) == (0, ["1921-03-10-a-b.txt"])
    assert (
        shown.count("q, Ctrl-C stop; what you said yes to is added") == 2
    )  # before the first question, and when asked
    assert "(2 of 5)" in shown
    on_a_terminal(tmp_path, "add", "--from", "t.csv", "--skip-existing", typed="a\n")
    assert len(list(tmp_path.glob("*.txt"))) == 5


def test_who_breaks_off_keeps_the_letters_already_agreed_to(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    row = "1921-03-1{},A,B\n"
    (tmp_path / "t.csv").write_text("date,senders,recipients\n" + "".join(map(row.format, range(5))), encoding="utf-8")
    shown, code = on_a_terminal(tmp_path, "add", "--from", "t.csv", typed="y\ny\n", interrupted_at="(3 of 5)")
    assert (code, len(list(tmp_path.glob("*.txt")))) == (130, 2)
    assert "what you said yes to (2) is written" in shown
    assert "2 letters" in shown.splitlines()[-1]
    assert "corpuscli undo" in shown


_PAGE = (
    "Marx-Engels | Lenin | Home Page\n\nNo. 5\n\nA. Borin to C. Dorin\n\nMarch {}, 1921\n\n"
    "Dear comrade, we are well 1 .\n\nRGASPI. F. 5. Op. 1. D. 2. L. {}. Autograph.\n"
)


def test_what_was_read_and_dropped_is_shown_with_its_lines(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "page").write_text(_PAGE.format(12, 3), encoding="utf-8")
    shown, code = on_a_terminal(tmp_path, "add", "--from", "page", "--color", "never", typed="y\n", columns=70)
    assert code == 0
    rows = [line.split(None, 2) for line in shown.splitlines()]
    assert ["line", "from", "page"] in rows
    assert ["5", "senders", "A. Borin"] in rows
    assert ["1", "dropped", "navigation: Marx-Engels | Lenin | Home Page"] in rows
    assert max(map(len, shown.splitlines())) <= 70
    assert shown.count("marker 1 without a note") == 1  # not told again at the end


def test_what_was_edited_must_be_the_letter_still(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "page").write_text(_PAGE.format(12, 3), encoding="utf-8")
    words = ("add", "--from", "page")
    shown, _ = on_a_terminal(tmp_path, *words, typed="e\nn\nn\n", EDITOR="sed -i s/1921-03-12$/1921-33/")
    assert "there is no month 33" in shown
    assert "as it was before you edited it" in shown
    kept = shown.partition("kept in ")[2].splitlines()[0]
    assert "date: 1921-33" in Path(kept).read_text("utf-8")
    shown, _ = on_a_terminal(tmp_path, *words, typed="e\nn\nn\n", EDITOR="sed -i s/^id:.*/id:other/")
    assert "Edit again?" in shown
    shown, _ = on_a_terminal(tmp_path, *words, typed="e\nn\nn\n", EDITOR="", VISUAL="")
    assert "no editor: set VISUAL or EDITOR" in shown
    assert not list(tmp_path.glob("*.txt"))
    shown, _ = on_a_terminal(tmp_path, *words, typed="e\ny\n", EDITOR="sed -i s/well/ill/")
    assert "+Dear comrade, we are ill[^1] ." in shown
    assert "we are ill" in (tmp_path / "1921-03-12-borin-dorin.txt").read_text("utf-8")


def test_ctrl_c_in_edit_keeps_what_was_written(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    source = "---\nid: 1921-a-b\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\nText.\n"
    (tmp_path / "1921-a-b.txt").write_text(source, encoding="utf-8")
    shown, code = on_a_terminal(
        tmp_path, "edit", "1921-a-b", interrupted_at="Edit again?", EDITOR="sed -i s/1921$/1921-33/", columns=300
    )
    assert code == 130
    kept = shown.partition("kept in ")[2].splitlines()[0]
    assert "date: 1921-33" in Path(kept).read_text("utf-8")
    assert (tmp_path / "1921-a-b.txt").read_text("utf-8") == source


def test_a_letter_is_refreshed_when_the_person_says_so(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    page = (
        "A. Borin to C. Dorin\n\nMarch 12, 1921\n\nDear comrade, we are well.\n\nRGASPI. F. 5. Op. 1. D. 2. L. 3. {}\n"
    )
    for form in ("Autograph.", "Typewritten text."):
        (tmp_path / "page").write_text(page.format(form), encoding="utf-8")
        shown, code = on_a_terminal(tmp_path, "add", "--from", "page", "--update", typed="y\n")
        assert code == 0
    assert "-form: Autograph" in shown
    assert "Refreshed 1 letter" in shown


_REGISTER = "frunze:\n  name: M. V. Frunze\n# the other one\nkamenev-s: {name: S. S. Kamenev}\n"


@pytest.mark.parametrize(
    ("answers", "added"),
    [
        ("1\n\n", "  variants: [M. Frunse]\n"),
        ("what\n1\np\n", "kamenev:\n  name: L. B. Kamenev\n"),
        ("\n\n", ""),
    ],
)
def test_unknown_names_are_asked_about_and_added_when_the_user_says_so(
    tmp_path: Path, answers: str, added: str
) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "people.yaml").write_text(_REGISTER, encoding="utf-8")
    (tmp_path / "letter").write_text("Dear comrade, we are well.", encoding="utf-8")
    words = ["--sender", "M. Frunse", "--recipient", "L. B. Kamenev", "--date", "1921-03-12", "letter"]
    shown, code = on_a_terminal(tmp_path, "add", *words, typed="y\n" + answers)
    assert code == 0
    assert "1  M. V. Frunze (frunze)" in shown
    assert "L. B. Kamenev is not in people.yaml.\n" in shown  # S. S. Kamenev is never proposed for him
    register = (tmp_path / "people.yaml").read_text("utf-8")
    assert added in register
    assert register.count("\n") == _REGISTER.count("\n") + added.count("\n") + ("what" in answers)
    assert (tmp_path / "1921-03-12-frunse-kamenev.txt").exists()


def test_an_empty_register_is_no_reason_to_ask(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "letter").write_text("Dear comrade, we are well.", encoding="utf-8")
    words = ["--sender", "M. Frunse", "--recipient", "L. B. Kamenev", "--date", "1921-03-12", "letter"]
    shown, code = on_a_terminal(tmp_path, "add", *words, typed="y\n")
    assert (code, "people.yaml" in shown) == (0, False)


def test_who_types_a_letter_in_is_told_how_it_ends(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    words = ("add", "--sender", "A. Borin", "--recipient", "C. Dorin", "--date", "1921", "--color", "never", "-")
    shown, code = on_a_terminal(tmp_path, *words, typed="Dear comrade.\n\x04d\nn\n", columns=60)
    assert code == 0
    assert "Type the letter, and end it with Ctrl-D" in shown
    assert shown.endswith("Nothing was added.\n")
    assert shown.count("Enter, y  add it") == 2  # again behind the file, which may be long


def test_a_letter_that_is_shown_before_it_is_added_breaks_between_words(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "letter").write_text("Dear comrade, we are well. " * 9, encoding="utf-8")
    words = ("add", "--sender", "A. Borin", "--recipient", "C. Dorin", "--date", "1921", "letter")
    shown, _ = on_a_terminal(tmp_path, *words, typed="d\ny\n", columns=50)
    lines = shown.partition("senders:\n  - A. Borin\n")[2].partition("Enter, y")[0].splitlines()
    assert sum("comrade" in line for line in lines) >= 3
    assert max(map(len, lines)) <= 50


def test_an_answer_that_is_none_is_asked_again(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    letter = tmp_path / "1921-a-b.txt"
    letter.write_text("---\nid: 1921-a-b\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\n", encoding="utf-8")
    shown, code = on_a_terminal(tmp_path, "set", "place=Moscow", "--all", typed="what\ny\n")
    assert (code, shown.count("Change 1 file? [Y/n]")) == (0, 2)
    assert "Enter, y  yes" in shown
    shown, _ = on_a_terminal(tmp_path, "undo", "--forget", typed="n\n")
    assert "Nothing was dropped." in shown
    shown, code = on_a_terminal(tmp_path, "remove", "1921")
    assert (code, letter.exists()) == (0, False)
    assert "1 file removed; corpuscli undo takes that back." in shown
    shown, _ = on_a_terminal(tmp_path, "undo", "--forget", typed="y\n")
    assert "2 records dropped." in shown


def test_where_nobody_is_alike_no_number_is_offered(tmp_path: Path) -> None:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "people.yaml").write_text("frunze:\n  name: M. V. Frunze\n", encoding="utf-8")
    (tmp_path / "letter").write_text("Dear comrade, we are well.", encoding="utf-8")
    words = ("add", "--sender", "M. Frunse", "--recipient", "Q. Xylander", "--date", "1921", "letter")
    shown, _ = on_a_terminal(tmp_path, *words, typed="y\n\nwhat\n\n")
    first, _, second = shown.partition("Q. Xylander is not in people.yaml.")
    assert "a number" in first
    assert "a number" not in second
    assert "p: a person" in second
