from __future__ import annotations

from tests.readme import README, replay_readme


def test_the_sessions_print_what_the_readme_says() -> None:
    assert replay_readme() == README.read_text(encoding="utf-8")
