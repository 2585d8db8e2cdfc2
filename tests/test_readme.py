from __future__ import annotations

import re
import subprocess
import sys

import pytest

import corpuscli
from corpuscli.exports.tei import header
from corpuscli.model.letter import KNOWN_KEYS
from corpuscli.querying.language import Parser
from tests.mapping import mapping_table
from tests.readme import README, replay_readme


def test_the_sessions_print_what_the_readme_says() -> None:
    assert replay_readme() == README.read_text(encoding="utf-8")


def test_the_table_of_keys_follows_the_exporters(monkeypatch: pytest.MonkeyPatch) -> None:
    as_it_is = mapping_table()
    monkeypatch.setattr(
        header, "_titles", lambda xml, letter: xml.element("title", letter.get("title"), {"level": "m"})
    )
    changed = mapping_table()
    assert '`titleStmt/title[@level="m"]`' in changed
    assert changed.count("\n") == as_it_is.count("\n") == len(KNOWN_KEYS) + 4


def test_the_questions_in_the_table_can_be_asked() -> None:
    table = README.read_text(encoding="utf-8").partition("| in a query |")[2].partition("\n\n")[0]
    asked = [span for span in re.findall("`([^`]+)`", table) if "…" not in span]
    for query in asked:
        tree = Parser(f"{query}1921" if query.endswith(":") else query, saved={"name": "from:stalin"}).parse()
        assert str(Parser(str(tree)).parse()) == str(tree), query
    assert len(asked) > 20


def test_the_library_answers_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    text = README.read_text(encoding="utf-8")
    monkeypatch.chdir(README.parent)
    known: dict[str, object] = {}
    lines = text.partition("```python\n")[2].partition("\n```")[0].splitlines()
    for line in lines:
        code, _, said = line.partition("  # ")
        if said:
            assert repr(eval(code, known)) == said  # noqa: S307 - our own README
        else:
            exec(code, known)  # noqa: S102 - our own README


def test_the_library_imports_nothing_until_it_is_used() -> None:
    code = (
        "import sys, corpuscli; print([n for n in ('yaml', 'typer', 'rapidfuzz', 'numpy', 'lxml') if n in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=README.parent, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
    assert all(hasattr(corpuscli, name) for name in corpuscli.__all__)
    with pytest.raises(AttributeError):
        corpuscli.nothing_of_the_kind  # noqa: B018 - asking is the test
