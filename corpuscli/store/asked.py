"""Which letters are meant: paths, folders and ids as people write them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.store.corpus import Corpus


def resolve(corpus: Corpus, paths: Iterable[str], words: Iterable[str]) -> frozenset[str]:
    """Return the corpus-relative paths of the letters that the words name.

    Args:
        corpus: The corpus.
        paths: All its letters.
        words: Ids, files or folders; a path may be relative to the working folder or to the corpus.

    Raises:
        UnknownNameError: A word that names no letter, with the nearest ids.
    """
    known = tuple(paths)
    stems = _stems(known)
    asked: set[str] = set()
    for word in words:
        found = {stems[word]} if word in stems else _files(corpus, known, word)
        if not found:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError("letter", word, nearest(word, stems))
        asked |= found
    return frozenset(asked)


def _stems(paths: tuple[str, ...]) -> dict[str, str]:
    """Ids, as files are named for them, with the files."""
    return {path.rpartition("/")[2].rpartition(".")[0]: path for path in paths}


def _files(corpus: Corpus, known: tuple[str, ...], word: str) -> set[str]:
    candidates = {Path(word).as_posix()}
    root = corpus.root.resolve()
    with suppress(OSError, RuntimeError, ValueError):  # links in a ring, a name that no file can have
        candidates.add(Path(word).absolute().resolve().relative_to(root).as_posix())
    return {path for path in known for name in candidates if name in (".", path) or path.startswith(f"{name}/")}


def listed(corpus: Corpus, paths: Iterable[str], names: str) -> frozenset[str]:
    """Return the letters that a text names, one a line, by path or id; other files are passed over: git lists all."""
    known = tuple(paths)
    stems = _stems(known)
    return frozenset(
        path
        for name in filter(None, names.splitlines())
        for path in ({stems[name]} if name in stems else _files(corpus, known, name))
    )
