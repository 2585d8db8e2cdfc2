"""Which letters are meant: ids, beginnings of ids, files and folders, as people write them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.store.corpus import Corpus

_FEW = 3
"""Ids that a line holds."""


def resolve(corpus: Corpus, paths: Iterable[str], words: Iterable[str]) -> frozenset[str]:
    """Return the corpus-relative paths of the letters that the words name.

    Args:
        corpus: The corpus.
        paths: All its letters.
        words: Ids, files, folders, or beginnings that no other id has; a path may be relative to the working folder or
            to the corpus.

    Raises:
        UnknownNameError: A word that names no letter, with the nearest ids.
        UsageError: Several letters begin so.
    """
    known = tuple(paths)
    stems = _stems(known)
    return frozenset(
        path for word in words for path in (_named(corpus, known, stems, word) or {stems[_only(word, stems)]})
    )


def one_letter(corpus: Corpus, paths: Iterable[str], word: str) -> str:
    """Return the corpus-relative path of the one letter that a word names.

    Args:
        corpus: The corpus.
        paths: All its letters.
        word: As one of ``resolve``.

    Raises:
        UnknownNameError: It names no letter, with the nearest ids.
        UsageError: It names several.
    """
    known = tuple(paths)
    stems = _stems(known)
    found = _named(corpus, known, stems, word) if word else set[str]()
    return min(found) if len(found) == 1 else stems[_only(word, stems)]


def listed(corpus: Corpus, paths: Iterable[str], names: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the letters that a text names, one a line, by path or id, and the lines that name none: git lists all."""
    known = tuple(paths)
    stems = _stems(known)
    found = {name: _named(corpus, known, stems, name) for name in filter(None, names.splitlines())}
    return frozenset[str]().union(*found.values()), tuple(name for name, letters in found.items() if not letters)


def _stems(paths: tuple[str, ...]) -> dict[str, str]:
    """Ids, as files are named for them, with the files."""
    return {path.rpartition("/")[2].rpartition(".")[0]: path for path in paths}


def _named(corpus: Corpus, known: tuple[str, ...], stems: dict[str, str], word: str) -> set[str]:
    """Return what a whole id, a file or a folder names."""
    if word in stems:
        return {stems[word]}
    candidates = {Path(word).as_posix()}
    root = corpus.root.resolve()
    with suppress(OSError, RuntimeError, ValueError):  # links in a ring, a name that no file can have
        candidates.add(Path(word).absolute().resolve().relative_to(root).as_posix())
    return {path for path in known for name in candidates if name in (".", path) or path.startswith(f"{name}/")}


def _only(word: str, stems: Iterable[str]) -> str:
    """Return the one id that begins so.

    Raises:
        UnknownNameError: There is none, with the nearest.
        UsageError: There are several.
    """
    begun = sorted(stem for stem in stems if word and stem.startswith(word))
    if not begun:
        from corpuscli.text.nearest import nearest

        raise UnknownNameError("id", word, nearest(word, stems))
    if len(begun) > 1:
        more = f" and {len(begun) - _FEW} more" if len(begun) > _FEW else ""
        raise UsageError(
            f"{len(begun)} letters begin with {word!r}: {', '.join(begun[:_FEW])}{more}; say more of the id"
        )
    return begun[0]
