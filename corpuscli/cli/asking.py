"""Asks about a letter that is about to be added: ``[Y/n/e/d]``."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.intake.drafts import Draft

_HELP = "y adds it, n passes over it, e opens it in your editor, d shows the file as it would be written"


def ask(console: Console, draft: Draft) -> str | None:
    """Ask whether a letter is to be added.

    Returns:
        The file's content as it is to be written, perhaps edited, or None when the answer is no.
    """
    from corpuscli.exports.readings import table

    table.write([draft.reading], console.err, console.paint)
    source = draft.source
    while True:
        console.err.write("Add it? [Y/n/e/d] ")
        console.err.flush()
        answer = sys.stdin.readline()
        choice = answer.strip().lower()
        if not answer or choice in ("n", "no"):
            return None
        if choice in ("", "y", "yes"):
            return source
        if choice == "e":
            source = edited(source)
        elif choice == "d":
            console.say(source.rstrip("\n"))
        else:
            console.say(_HELP)


def edited(source: str) -> str:
    """Let the user change a text in ``$VISUAL`` or ``$EDITOR``.

    Raises:
        UsageError: Neither is set, or the editor failed.
        EncodingError: What was saved is not UTF-8.
    """
    from corpuscli.store.files import decode

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise UsageError("no editor: set VISUAL or EDITOR")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letter.txt"
        path.write_bytes(source.encode("utf-8"))
        ran = subprocess.run([*shlex.split(editor), str(path)], check=False)
        if ran.returncode:
            raise UsageError(f"the editor ended with {ran.returncode}: nothing was changed")
        return decode(path.read_bytes(), path.name)
