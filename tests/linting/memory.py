"""A corpus in memory, for cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.store.config import parse_config
from corpuscli.store.corpus import Corpus
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.registers import parse_people

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.model.letter import Letter


class Memory(Corpus):
    """A corpus whose files are given: letters, corpus.yaml, people.yaml."""

    def __init__(self, files: dict[str, str]) -> None:
        super().__init__(Path("/nowhere"), parse_config(files.get("corpus.yaml", ""), "corpus.yaml"))
        self.__dict__["people"] = parse_people(files.get("people.yaml", ""), "people.yaml")
        self.__dict__["files"] = {path: text for path, text in files.items() if not path.endswith(".yaml")}

    def letter_paths(self) -> Iterator[str]:
        """Name the letters, sorted."""
        return iter(sorted(self.__dict__["files"]))

    def read(self, path: str) -> Letter:
        """Read one of them."""
        return parse_letter(self.__dict__["files"][path], path)
