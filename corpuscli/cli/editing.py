"""A text in the user's editor; what is written there is never lost."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.cli.agreeing import agreed
from corpuscli.errors import CorpusError, UsageError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from corpuscli.cli.console import Console


@dataclass(slots=True)
class Version:
    """A letter while it is edited.

    Args:
        console: Where the person is asked.
        path: The letter's file, as messages name it.
        source: The letter as it stands.
        data: The bytes that were saved last.
        named: Whether the person knows where they are kept.
    """

    console: Console
    path: str
    source: str
    data: bytes = field(init=False)
    named: bool = False

    def __post_init__(self) -> None:
        self.data = self.source.encode("utf-8")

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self.data != self.source.encode("utf-8")

    def checked(self, check: Callable[[str], None]) -> str:
        """Let the person edit, and again while they want to, until what is saved passes a check.

        Raises:
            UsageError: No editor, or one that failed; or they gave up, then it says where their version is kept.
        """
        from corpuscli.store.files import decode

        while True:
            self._edit()
            try:
                text = decode(self.data, self.path)
                check(text)
            except CorpusError as problem:
                self.console.complain(str(problem))
                if not (self.console.interactive and agreed(self.console, "Edit again?")):
                    raise UsageError(self.keep()) from None
            else:
                return text

    def keep(self) -> str:
        """Keep what was saved in a temporary file, and return a line that names it."""
        self.named = True
        path = Path(tempfile.mkdtemp(prefix="corpuscli-")) / self.path.rpartition("/")[2]
        path.write_bytes(self.data)
        return f"{self.path}: left alone; what you wrote is kept in {path}"

    def _edit(self) -> None:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if not editor:
            raise UsageError("no editor: set VISUAL or EDITOR")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "letter.txt"
            path.write_bytes(self.data)
            ran = subprocess.run([*shlex.split(editor), str(path)], check=False)
            if ran.returncode:
                raise UsageError(f"the editor ended with {ran.returncode}: nothing was changed")
            self.data = path.read_bytes()


@contextlib.contextmanager
def editing(console: Console, path: str, source: str) -> Generator[Version]:
    """Lend a letter to an editor; whatever keeps the version from its place, Ctrl-C too, it is kept and named.

    Args:
        console: Where the person is asked.
        path: The letter's file, as messages name it.
        source: The letter as it stands.
    """
    version = Version(console, path, source)
    try:
        yield version
    except BaseException:
        if version.changed and not version.named:
            console.err.write("\n" if console.interactive else "")
            console.complain(version.keep())
        raise
