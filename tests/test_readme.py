from __future__ import annotations

from corpuscli.cli.table import COMMANDS
from tests.readme import README, replay_readme


def test_the_sessions_print_what_the_readme_says() -> None:
    assert replay_readme() == README.read_text(encoding="utf-8")


def test_every_command_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    assert [entry.name for entry in COMMANDS if f"corpuscli {entry.name}" not in text] == []
