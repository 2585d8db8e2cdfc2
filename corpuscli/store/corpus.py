"""A corpus on disk: where it is, what it holds, in a stable order."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.model.values import dataclass
from corpuscli.store.config import Config, parse_config
from corpuscli.store.files import NO_LINK, decode, read_bytes, read_text
from corpuscli.store.whereabouts import CONFIG_NAME, find_root

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.letter import Letter
    from corpuscli.model.person import Person
    from corpuscli.text.citations.registers import Registers

PEOPLE_NAME = "people.yaml"
SUFFIXES = (".txt", ".md")


@dataclass(frozen=True)
class Corpus:
    """A folder that holds corpus.yaml.

    Args:
        root: The folder, absolute.
        config: What corpus.yaml says.
    """

    root: Path
    config: Config = field(default_factory=Config)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The register people.yaml, empty where there is none.

        Raises:
            ConfigError: It cannot be read.
        """
        path = self.root / PEOPLE_NAME
        if not path.exists():
            return ()
        from corpuscli.store.registers import parse_people

        return parse_people(read_text(str(path), self.shown(PEOPLE_NAME)), self.shown(PEOPLE_NAME))

    @cached_property
    def registers(self) -> Registers | None:
        """The archives and works that citations are read with; None where the corpus adds nothing to the built-in ones.

        Raises:
            ConfigError: archives.yaml, works.yaml or the bibliography cannot be read.
        """
        from corpuscli.store.citing import read_registers

        return read_registers(str(self.root), self.config.bibliography, self.shown)

    @property
    def registers_digest(self) -> str:
        """A digest of all that ``registers`` depends on beside the program; nothing where the corpus adds nothing."""
        from corpuscli.store.citing import registers_digest

        return registers_digest(str(self.root), self.config.bibliography)

    def letter_paths(self) -> Iterator[str]:
        """Yield the letters' paths relative to the corpus, with ``/``, sorted by folder and name.

        Names that begin with ``.`` or ``_`` are passed over, folders by that name too; linked folders are not entered.
        """
        return _walk(str(self.root), "")

    def absolute(self, path: str) -> str:
        """Return where a corpus-relative path is."""
        return os.path.join(self.root, *path.split("/"))

    def shown(self, path: str) -> str:
        """Return how a corpus-relative path is shown: relative to the working folder when inside it, with ``/``."""
        return shown_path(self.absolute(path))

    def bytes_of(self, path: str, shown: str = "") -> bytes:
        """Return the bytes of the letter at a corpus-relative path.

        Args:
            path: The path.
            shown: How messages name it; as ``shown`` does by default.

        Raises:
            InputError: It cannot be read, its name is no text, or it is a link that leads out of the corpus, which may
                come from anywhere.
        """
        where, shown = self.absolute(path), shown or self.shown(path)
        if not path.isprintable() and any("\ud800" <= char <= "\udfff" for char in path):
            raise InputError("its name is not UTF-8: rename it", shown)
        if NO_LINK:  # the open itself tells that it is no link, as hardly any file is
            with suppress(InputError):
                return read_bytes(where, shown, flags=NO_LINK)
        if os.path.islink(where) and self.root.resolve() not in Path(os.path.realpath(where)).parents:
            raise InputError("a link that leads out of the corpus: put the file itself here", shown)
        return read_bytes(where, shown)

    def holds(self, path: str) -> bool:
        """Tell whether a file is a letter of this corpus: it lies in it and begins with front matter.

        Args:
            path: As the user gave it.
        """
        where = os.path.abspath(path)
        if not where.startswith(os.path.join(os.path.abspath(self.root), "")):
            return False
        if not is_letter_name(os.path.basename(where)):
            return False
        try:
            return read_bytes(path).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
        except InputError:
            return False

    def read(self, path: str) -> Letter:
        """Read the letter at a corpus-relative path.

        Raises:
            InputError: It cannot be read; its path is the one to show.
        """
        from corpuscli.store.frontmatter.reader import parse_letter

        shown = self.shown(path)
        source = decode(self.bytes_of(path, shown), shown)
        try:
            return parse_letter(source, path)
        except InputError as problem:
            problem.path = shown
            raise

    def letters(self) -> Iterator[Letter | InputError]:
        """Read all letters in order; one that cannot be read is yielded as its error."""
        for path in self.letter_paths():
            try:
                yield self.read(path)
            except InputError as problem:
                yield problem


def shown_path(path: str) -> str:
    """Return a path relative to the working folder when inside it, else absolute, always with ``/``."""
    try:
        here = os.getcwd()
    except OSError:
        return path.replace(os.sep, "/")
    inside = here.rstrip(os.sep) + os.sep
    absolute = os.path.abspath(path)
    return absolute.removeprefix(inside).replace(os.sep, "/")


def is_letter_name(name: str) -> bool:
    """Tell whether a file of that name is a letter."""
    return name.endswith(SUFFIXES) and not name.startswith((".", "_"))


def entries_of(folder: str) -> list[os.DirEntry[str]]:
    """Return what a folder holds, by name.

    Raises:
        InputError: It cannot be listed.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as problem:
        raise InputError(f"cannot be listed: {problem.strerror}", shown_path(folder)) from None


def _walk(folder: str, prefix: str) -> Iterator[str]:
    for entry in entries_of(folder):
        if entry.name.startswith((".", "_")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SUFFIXES):
            yield prefix + entry.name


def open_corpus(path: str | os.PathLike[str] | None = None) -> Corpus:
    """Open the corpus at ``path``, or the one in use: ``CORPUSCLI_CORPUS``, else the nearest folder upwards.

    Raises:
        NoCorpusError: None is there.
        ConfigError: corpus.yaml cannot be read.
    """
    root = find_root(os.fspath(path) if path is not None else None, os.environ.get("CORPUSCLI_CORPUS"))
    shown = shown_path(str(root / CONFIG_NAME))
    return Corpus(root, parse_config(read_text(str(root / CONFIG_NAME), shown), shown))
