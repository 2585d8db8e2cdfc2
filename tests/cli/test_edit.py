from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "---\r\nid: 1921-a-b # mine\r\ndate: 1921\r\nsenders: [A]\r\nrecipients: [B]\r\n---\r\nText."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    path = tmp_path / "1921-a-b.txt"
    path.write_bytes(LETTER.encode())
    return path


def editor(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Let the editor be a program that replaces some bytes."""
    program = (
        "import sys; from pathlib import Path; p = Path(sys.argv[1]);"
        f"p.write_bytes(p.read_bytes().replace({old.encode()!r}, {new.encode()!r}))"
    )
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, "-c", program]))


def test_what_is_saved_replaces_the_letter_and_nothing_else(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, "Text.", "Other text.")
    assert run(["edit", "1921"]) == 0
    assert file.read_bytes() == LETTER.replace("Text.", "Other text.").encode()
    assert run(["undo"]) == 0
    assert file.read_bytes() == LETTER.encode()


def test_an_unchanged_letter_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(monkeypatch, "absent", "")
    before = file.stat().st_mtime_ns
    assert run(["edit", "1921-a-b"]) == 0
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "case",
    [
        ("date: 1921", "date: 1921-02-30", "February 1921 has 28 days"),
        ("id: 1921-a-b", "id: 1921-a-c", "use corpuscli rename"),
        ("senders: [A]", "senders: [A", "1921-a-b.txt:"),
        ("senders: [A]\r\n", "", "every letter needs senders"),
        ("---\r\n", "", "1921-a-b.txt:1:1: "),
        ("# mine\r\n", "\r\ntittle: T\r\n", "unknown key 'tittle'; did you mean title?"),
        ("# mine\r\n", "\r\nlanguage: English\r\n", "'English' is no language tag"),
    ],
)
def test_what_is_no_letter_is_not_written_but_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case: tuple[str, str, str]
) -> None:
    from pathlib import Path

    old, new, said = case
    editor(monkeypatch, old, new)
    assert run(["edit", "1921-a-b"]) == 2
    assert file.read_bytes() == LETTER.encode()
    err = capsys.readouterr().err
    assert said in err
    kept = Path(err.strip().rpartition("kept in ")[2])
    assert kept.read_bytes() == LETTER.replace(old, new).encode()


def test_without_an_editor_it_says_how_to_name_one(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    assert run(["edit", "1921-a-b"]) == 2
    assert "set VISUAL or EDITOR" in capsys.readouterr().err
    assert file.read_bytes() == LETTER.encode()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
@pytest.mark.parametrize("ends", ["Ctrl-C", "a broken editor"])
def test_who_breaks_off_the_second_try_keeps_the_first(file: Path, ends: str) -> None:
    from pathlib import Path

    from tests.cli.terminal import on_a_terminal

    once = file.parent / "edited"
    program = (
        "import sys; from pathlib import Path; p, once = map(Path, sys.argv[:0:-1]); once.exists() and sys.exit(1);"
        "once.touch(); p.write_bytes(p.read_bytes().replace(b'date: 1921', b'date: 1921-02-30'))"
    )
    command = shlex.join([sys.executable, "-c", program, str(once)])
    how = {"interrupted_at": "[Y/n]"} if ends == "Ctrl-C" else {"typed": "y\n"}
    shown, code = on_a_terminal(file.parent, "edit", "1921-a-b", EDITOR=command, columns=300, **how)
    assert code == (130 if ends == "Ctrl-C" else 2)
    kept = Path(shown.partition("kept in ")[2].partition("\n")[0])
    assert kept.read_bytes() == LETTER.replace("date: 1921", "date: 1921-02-30").encode()
    assert file.read_bytes() == LETTER.encode()


def test_bytes_that_are_no_text_are_kept_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from pathlib import Path

    with pytest.MonkeyPatch.context() as patch:
        program = "import sys; open(sys.argv[1], 'ab').write(bytes([255]))"
        patch.setenv("EDITOR", shlex.join([sys.executable, "-c", program]))
        assert run(["edit", "1921-a-b"]) == 2
    kept = Path(capsys.readouterr().err.strip().rpartition("kept in ")[2])
    assert kept.read_bytes() == LETTER.encode() + b"\xff"
    assert file.read_bytes() == LETTER.encode()


def test_what_cannot_be_put_in_place_is_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another program has changed the file while the editor was open."""
    from pathlib import Path

    program = f"import sys; open(sys.argv[1], 'ab').write(b' Mine.'); open({str(file)!r}, 'ab').write(b' Theirs.')"
    monkeypatch.setenv("EDITOR", shlex.join([sys.executable, "-c", program]))
    assert run(["edit", "1921-a-b"]) == 2
    kept, problem = capsys.readouterr().err.splitlines()
    assert Path(kept.rpartition("kept in ")[2]).read_bytes() == LETTER.encode() + b" Mine."
    assert "1921-a-b.txt" in problem
    assert file.read_bytes() == LETTER.encode() + b" Theirs."


def test_keys_that_stood_there_before_are_no_reason_to_refuse(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(LETTER.replace("# mine", "\r\ntittle: T\r\nlanguage: English").encode())
    editor(monkeypatch, "Text.", "Other text.")
    assert run(["edit", "1921-a-b"]) == 0
    assert b"Other text." in file.read_bytes()
