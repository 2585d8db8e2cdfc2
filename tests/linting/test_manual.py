"""A rule's manual as people read it: no marks of reStructuredText, filled to the terminal."""

from __future__ import annotations

import re

from corpuscli.linting.loader import load_rules
from corpuscli.linting.manual import explained, plain

MANUAL = """What it does:
    Reports ``de``
    and others.

Example:
    ::

        ``as it stands``

        :: here, in a line that is longer than all others

Fix safety:
    None."""


def test_marks_go_and_examples_stay() -> None:
    assert plain(MANUAL) == (
        "What it does:\n    Reports `de`\n    and others.\n\nExample:\n\n        ``as it stands``\n\n"
        "        :: here, in a line that is longer than all others\n\nFix safety:\n    None."
    )


def test_paragraphs_are_filled_to_the_width() -> None:
    filled = plain(MANUAL, 18)
    assert "    Reports `de`\n    and others." in filled
    assert "    Reports `de` and others." in plain(MANUAL, 60)
    assert "in a line that is longer than all others" in filled


def test_no_manual_shows_marks_or_loses_a_word() -> None:
    rules = load_rules()
    for width in (0, 60):
        told = explained(rules, width)
        words = re.sub(r"^ *::$|``", "", "\n".join(rule.manual for rule in rules), flags=re.MULTILINE).split()
        heads = [word for rule in rules for word in explained([rule]).partition("\n")[0].split()]
        assert len(told.replace("`", "").split()) == len(" ".join(words).replace("`", "").split()) + len(heads)
        prose = [line for line in told.splitlines() if not line.startswith("        ")]
        assert not [line for line in prose if "``" in line or line.strip() == "::"]
        assert not width or max(map(len, prose)) <= width + 60
