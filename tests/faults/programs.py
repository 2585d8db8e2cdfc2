"""Commands that write, each with a corpus that it changes: what the harness under strace runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TAIL = "The delegation declared that it was ready to sign the treaty if the Entente would not stand in its way."
LETTER = """---
id: {id}
date: {date} # as printed
senders:
  - {sender}
recipients: ['I. V. Stalin']
---
Dear comrade,

{text} [^1]

[^1]: The oneWe are told.
"""
PEOPLE = """# register
chicherin:
  name: G. V. Chicherin
tchitcherine:
  name: Georges Tchitcherine
"""
ROWS = "date,sender,recipient,text\n" + "".join(f"1922-02-0{n},Lenin,Trotsky,Text {n}.\n" for n in range(1, 4))


@dataclass(frozen=True)
class Program:
    """A command under test.

    Args:
        name: For reports.
        words: The command.
        first: Commands that are run before it, unharmed.
        goal: Exit codes of the command when nothing fails.
        whole: Whether all its files change together, or none.
    """

    name: str
    words: tuple[str, ...]
    first: tuple[tuple[str, ...], ...] = ()
    goal: tuple[int, ...] = (0,)
    whole: bool = True

    def prepare(self, folder: Path) -> None:
        """Make the files that the commands work on, in a folder that is empty."""
        home = folder.with_name(f"{folder.name}.home")
        home.mkdir(exist_ok=True)
        editor = home / "editor"
        editor.write_text('#!/bin/sh\nsed -i s/comrade/friend/ "$1"\n')
        editor.chmod(0o755)
        (folder / "new.txt").write_text("Dear comrade,\n\nNothing new.\n")
        (folder / "rows.csv").write_text(ROWS)
        (folder / "out.jsonl").write_text("old\n")
        if self.name == "init":
            return
        root = folder / "letters"
        (root / "sub").mkdir(parents=True)
        (root / "corpus.yaml").write_text("title: x\n")
        (root / "people.yaml").write_text(PEOPLE)
        rows = (("a", "1921-03-10", "G. V. Chicherin"), ("sub/b", "1921-04", "Georges Tchitcherine"))
        for path, date, sender in rows:
            text = LETTER.format(id=path[-1], date=date, sender=sender, text=f"{_TAIL} And so on.\n\n{_TAIL}")
            (root / f"{path}.txt").write_text(text)


PROGRAMS = (
    Program("init", ("init", "letters"), whole=False),
    Program("add", ("add", "new.txt", "--sender", "Lenin", "--recipient", "Stalin", "--date", "1922-01-01")),
    Program("add --from", ("add", "--from", "rows.csv")),
    Program("edit", ("edit", "a")),
    Program("set", ("set", "place=Moscow", "--all")),
    Program("lint --fix", ("lint", "--fix"), goal=(0, 1)),
    Program("dedupe --write", ("dedupe", "--write")),
    Program("rename", ("rename", "a", "c")),
    Program("remove", ("remove", "b")),
    Program("people merge", ("people", "merge", "chicherin", "tchitcherine")),
    Program("undo", ("undo",), (("set", "place=Moscow", "--all"),)),
    Program("undo --forget", ("undo", "--forget"), (("set", "place=Moscow", "--all"),)),
    Program("export -o", ("export", "--format", "jsonl", "-o", "out.jsonl")),
)
