"""The README's sessions, run as tests and renewed by ``python -m tests.readme``.

Every ``console`` block is a piece of a session; the blocks between two headings of the second level share one folder,
where ``page.txt`` is the page of the first letter. Standard output and error stand together, as on a terminal. Behind
``<!-- mapping -->`` stands the table that the exporters give, behind ``<!-- rules -->`` the rules of lint.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from corpuscli.linting.loader import load_rules
from corpuscli.linting.manual import FAMILIES
from tests.mapping import mapping_table
from tests.transcripts import ROOT, ran_in

README = ROOT.parent / "README.md"
MAPPING = "<!-- mapping -->\n\n"
RULES = "<!-- rules -->\n\n"
PAGE = ROOT / "fixtures" / "chicherin-stalin-1921-03-10.txt"


def replay_readme() -> str:
    """Return README.md with every answer as it would be printed today."""
    parts: list[str] = []
    for section in _sections(README.read_text(encoding="utf-8")):
        with tempfile.TemporaryDirectory() as name:
            shutil.copy(PAGE, Path(name) / "page.txt")
            parts.append("\n".join(_replay(section.split("\n"), Path(name))))
    text = "\n## ".join(parts)
    return _with_table(_with_table(text, MAPPING, mapping_table()), RULES, rules_table())


def _with_table(text: str, mark: str, table: str) -> str:
    before, _, behind = text.partition(mark)
    rest = behind.partition("\n\n")[2]
    return f"{before}{mark}{table}\n{rest}"


def rules_table() -> str:
    """Return the rules of lint, a row for each family; the names of those that only hint are in italics."""
    rows = ["| family | | rules |", "|---|---|---|"]
    for letter, about in FAMILIES.items():
        rules = [rule for rule in load_rules() if rule.code[0] == letter]
        names = (f"_{rule.name}_" if rule.severity == "hint" else rule.name for rule in rules)
        rows.append(f"| `{letter}` | {about} | {', '.join(names)} |")
    return "\n".join(rows) + "\n"


def _sections(text: str) -> list[str]:
    return text.split("\n## ")


def _replay(lines: list[str], folder: Path) -> list[str]:
    replayed: list[str] = []
    running = False
    for line in lines:
        if line.startswith("```"):
            running = line == "```console"
            replayed.append(line)
        elif not running:
            replayed.append(line)
        elif line.startswith("$ "):
            replayed += (line, *ran_in(f"{{ {line[2:]}\n}} 2>&1", folder).stdout.decode("utf-8").splitlines())
    return replayed


if __name__ == "__main__":
    README.write_text(replay_readme(), encoding="utf-8")
