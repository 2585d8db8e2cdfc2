"""archives.yaml, works.yaml and the bibliography: what a corpus adds to the registers that citations are read with."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from corpuscli.data.archives import ArchiveRow, archives
from corpuscli.data.works import WorkRow
from corpuscli.errors import ConfigError, InputError
from corpuscli.store.files import read_bytes, read_text
from corpuscli.store.shapes import Shaper
from corpuscli.store.whereabouts import CONFIG_NAME
from corpuscli.store.yamltree import compose
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.store.node import Node
    from corpuscli.text.citations.registers import Registers

ARCHIVES_NAME = "archives.yaml"
WORKS_NAME = "works.yaml"
ARCHIVE_KEYS = ("name", "names", "successor", "since", "until")
WORK_KEYS = ("author", "authors", "title", "titles", "needs", "container")
NEEDS = ("vol", "no", "year", "date", "pages")
_ARCHIVE_ID = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
_WORK_ID = re.compile(r"[^\s;=/]+")


def read_registers(root: str, bibliography: str, shown: Callable[[str], str]) -> Registers | None:
    """Read what a corpus adds to the built-in archives and works.

    Args:
        root: The corpus.
        bibliography: What corpus.yaml names as its bibliography, or nothing.
        shown: Returns how messages name a file of the corpus.

    Returns:
        All archives and works in use; None where the corpus adds nothing.

    Raises:
        ConfigError: A register that cannot be read, at its place.
    """
    texts = {name: _register(os.path.join(root, name), shown(name)) for name in (ARCHIVES_NAME, WORKS_NAME)}
    own_archives = parse_archives(texts[ARCHIVES_NAME], shown(ARCHIVES_NAME))
    own_works = parse_works(texts[WORKS_NAME], shown(WORKS_NAME))
    if bibliography:
        own_works = (*own_works, *_bibliography(os.path.realpath(root), bibliography, shown))
    if not own_archives and not own_works:
        return None
    from corpuscli.text.citations.registers import registers_with

    return registers_with(own_archives, own_works)


def reader_stamp() -> str:
    """Return a text that is another when the reader of citations, or what is built in, was changed.

    It is made of the sizes and times of files.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found: list[tuple[str, int, int]] = []
    for folder in ("data", "text/citations", "relations/citations"):
        with os.scandir(os.path.join(package, *folder.split("/"))) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".tsv")):
                    status = entry.stat()
                    found.append((entry.name, status.st_size, status.st_mtime_ns))
    from zlib import crc32

    return f"{crc32(repr(sorted(found)).encode()):08x}"


def registers_digest(root: str, bibliography: str) -> str:
    """Return a digest of the bytes that ``read_registers`` would read; nothing where there are none."""
    names = [ARCHIVES_NAME, WORKS_NAME, *([bibliography] if bibliography else [])]
    paths = [os.path.join(root, *name.split("/")) for name in names]
    there = [path for path in paths if os.path.exists(path)]
    if not there:
        return ""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for path in there:
        data = read_bytes(path)
        digest.update(b"%d " % len(data) + data)
    return digest.hexdigest()


def _register(path: str, shown: str) -> str:
    return read_text(path, shown) if os.path.exists(path) else ""


def parse_archives(source: str, path: str) -> tuple[ArchiveRow, ...]:
    """Read archives.yaml: ``ID: {name, names, successor, since, until}``, in the order of the file.

    Raises:
        ConfigError: Not YAML, an unknown key, an id or year of another form, a successor that is not known.
    """
    root = compose(source, path, error=ConfigError) if source else None
    if root is None:
        return ()
    read = Shaper(source, path)
    pairs = read.pairs(root, None)
    known = {row.id for row in archives()} | pairs.keys()
    return tuple(_archive(read, key, value, known) for key, value in pairs.values())


def _archive(read: Shaper, key: Node, node: Node, known: set[str]) -> ArchiveRow:
    if not _ARCHIVE_ID.fullmatch(key.value):
        raise read.fail(key, f"an archive's id is in capital letters A-Z, figures and hyphens: not {key.value!r}")
    parts = {name: value for name, (_, value) in read.pairs(node, ARCHIVE_KEYS).items()}
    names = tuple(name for part in ("name", "names") if part in parts for name in read.texts(parts[part]))
    years = {name: read.text(parts[name]) if name in parts else "" for name in ("since", "until")}
    for name, year in years.items():
        if year and not re.fullmatch(r"[0-9]{4}", year):
            raise read.fail(parts[name], f"a year of four digits is wanted here, not {year!r}")
    successor = read.text(parts["successor"]) if "successor" in parts else ""
    if successor and successor not in known:
        from corpuscli.text.nearest import nearest

        best = nearest(successor, sorted(known))
        hint = f"; did you mean {best[0]}?" if best else ": enter it too"
        raise read.fail(parts["successor"], f"no archive {successor!r} is known{hint}")
    return ArchiveRow(key.value, successor, years["since"], years["until"], names)


def parse_works(source: str, path: str) -> tuple[WorkRow, ...]:
    """Read works.yaml: ``id: {authors, titles, needs, container}``, in the order of the file.

    A title behind ``*`` counts only with an author before it.

    Raises:
        ConfigError: Not YAML, an unknown key, an id with a blank, a work without a title, a locator that is none.
    """
    root = compose(source, path, error=ConfigError) if source else None
    if root is None:
        return ()
    read = Shaper(source, path)
    return tuple(_work(read, key, value) for key, value in read.pairs(root, None).values())


def _work(read: Shaper, key: Node, node: Node) -> WorkRow:
    if not _WORK_ID.fullmatch(key.value):
        raise read.fail(key, f"a work's id has no blanks, semicolons, slashes or '=': not {key.value!r}")
    parts = {name: value for name, (_, value) in read.pairs(node, WORK_KEYS).items()}

    def texts(*names: str) -> tuple[str, ...]:
        return tuple(text.strip() for name in names if name in parts for text in read.texts(parts[name]))

    titles = tuple(title for title in texts("title", "titles") if title.strip("* "))
    if not titles:
        raise read.fail(key, "a work has a title, as 'title: Sochineniia'")
    for need in texts("needs"):
        if need not in NEEDS:
            raise read.fail(parts["needs"], f"{need!r} is no locator; known are {', '.join(NEEDS)}")
    container = " ".join(texts("container"))
    return WorkRow(
        key.value, texts("author", "authors"), titles, texts("needs") or ("pages", "vol", "no"), container=container
    )


def _bibliography(root: str, name: str, shown: Callable[[str], str]) -> tuple[WorkRow, ...]:
    """Read the bibliography, which must lie in the corpus without a link leading out of it."""
    path = os.path.join(root, *name.split("/"))
    if os.path.isabs(name) or not os.path.realpath(path).startswith(root + os.sep):
        raise _misnamed(root, f"bibliography: {name!r} is not inside the corpus", shown)
    if not os.path.exists(path):
        raise _misnamed(root, f"bibliography: no file {shown(name)}", shown)
    from corpuscli.text.citations.bibliography import works_of

    try:
        return works_of(read_text(path, shown(name)))
    except InputError as problem:
        problem.path = shown(name)
        raise


def _misnamed(root: str, message: str, shown: Callable[[str], str]) -> ConfigError:
    """Return the error at the place where corpus.yaml names the bibliography."""
    source = read_text(os.path.join(root, CONFIG_NAME), shown(CONFIG_NAME))
    found = re.search(r"^[\"']?bibliography[\"']?\s*:[ \t]*", source, re.MULTILINE)
    return ConfigError(message, shown(CONFIG_NAME), *(Positions(source).at(found.end()) if found else ()))
