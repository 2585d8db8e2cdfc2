"""A person goes through near copies at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import on_a_terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
SAID = (
    "A decision was made on further assistance to Turkey with money and weapons, provided that it respects Soviet "
    "interests in Georgia and in the other republics of the Caucasus."
)
AGAIN = SAID.replace("Soviet", "our Russian")
HEAD = "---\nid: l\ndate: 1921-03-10\nsenders:\n  - A. Karov\nrecipients:\n  - B. Orlova\n---\n"
LETTER = f"{HEAD}Dear comrade,\n\n{SAID}\n\nBetween them stands this.\n\n{AGAIN}\n\nYours.\n"


@pytest.fixture(name="corpus")
def _corpus(tmp_path: Path) -> Path:
    (tmp_path / "corpus.yaml").touch()
    (tmp_path / "l.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


def went(corpus: Path, typed: str, *more: str, columns: int = 80) -> str:
    shown, code = on_a_terminal(corpus, "dedupe", "--near", "--interactive", *more, typed=typed, columns=columns)
    assert code == 0
    return shown


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("y\n", LETTER.replace(f"\n\n{AGAIN}", "")),
        ("1\n", LETTER.replace(f"\n\n{AGAIN}", "")),
        ("2\n", LETTER.replace(f"{SAID}\n\n", "")),
        ("3\nn\n", LETTER),
        ("q\n", LETTER),
        ("\n\x04", LETTER),
    ],
)
def test_the_copy_that_is_kept_is_chosen(corpus: Path, typed: str, left: str) -> None:
    went(corpus, typed)
    assert (corpus / "l.txt").read_text(encoding="utf-8") == left


def test_a_dry_run_only_shows(corpus: Path) -> None:
    assert "-A decision was made" in went(corpus, "y\n", "--dry-run")
    assert (corpus / "l.txt").read_text(encoding="utf-8") == LETTER


def test_a_passage_is_accepted_with_a_reason(corpus: Path) -> None:
    went(corpus, "a\n\na\nboth drafts\n")
    assert "reason: both drafts" in (corpus / "accepted.yaml").read_text(encoding="utf-8")
    assert "Remove" not in went(corpus, "q\n")


def test_letters_that_say_the_same_are_not_removed(corpus: Path) -> None:
    (corpus / "m.txt").write_text(LETTER.replace("id: l", "id: m").replace(AGAIN, ""), encoding="utf-8")
    (corpus / "l.txt").write_text(LETTER.replace(AGAIN, "").replace("Turkey", "the Turks"), encoding="utf-8")
    shown = went(corpus, "y\nn\n", "--kind", "letter", "--words", "20")
    assert "Copies in several letters stay." in shown
    assert sorted(path.name for path in corpus.glob("*.txt")) == ["l.txt", "m.txt"]


def test_wide_terminals_show_copies_side_by_side(corpus: Path) -> None:
    shown = went(corpus, "q\n", "--color", "never", columns=130)
    assert "[-Soviet-]" in shown
    row = next(line for line in shown.splitlines() if "Soviet" in line)
    assert "│" in row
    assert row.index("[-Soviet-]") < row.index("│")


def test_nobody_is_asked_where_nobody_sits(corpus: Path) -> None:
    from subprocess import run

    ran = run(
        [sys.executable, "-m", "corpuscli", "dedupe", "--interactive", "--corpus", str(corpus)],
        stdin=-3, capture_output=True, check=False, text=True,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "needs a terminal" in ran.stderr
