"""How fast editions come in, and in how much memory: ``python -m tests.benchmarks.imports [NAME...]``.

Prints files per second of processor time and the most memory, for a quarter and for all of an edition: memory must not
grow with it. Pages are composed from a seed; the editions beside the project are read where they are.
"""

from __future__ import annotations

import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.composed_pages import compose
from tests.benchmarks.measuring import CORPUSCLI, ROOT, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHARED = ROOT.parent / "shared" / "corpora"
EDITIONS = ("tillich-briefe-data", "schnitzler-briefe-data")
PAGES = 2000


def _measure(name: str, files: Sequence[Path]) -> None:
    """Import a quarter of the files, then all, each into a new corpus; then all again."""
    for part in (len(files) // 4, len(files)):
        with TemporaryDirectory() as folder:
            corpus = Path(folder)
            (corpus / "corpus.yaml").touch()
            pages = corpus / "_pages"
            pages.mkdir()
            for path in files[:part]:
                (pages / path.name).symlink_to(path)
            add = (*CORPUSCLI, "add", "--corpus", folder, "--from", str(pages))
            first = run(add, corpus)
            second = run((*add, "--skip-existing"), corpus)
            letters = sum(path.suffix == ".txt" for path in corpus.iterdir())
        print(
            f"{name}: {part} files, {letters} letters, {part / first.cpu:.0f} files/s, {first.memory:.0f} MiB; "
            f"again with --skip-existing {part / second.cpu:.0f} files/s, {second.memory:.0f} MiB"
        )


def _pages(folder: Path) -> list[Path]:
    """Compose pages."""
    for seed in range(PAGES):
        (folder / f"{seed:05}.txt").write_text(compose(seed).text, encoding="utf-8")
    return sorted(folder.iterdir())


def _edition(name: str) -> Callable[[Path], list[Path]]:
    """Return what unpacks an edition and names its letters."""

    def unpacked(folder: Path) -> list[Path]:
        with tarfile.open(SHARED / f"{name}.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        return sorted(path for path in folder.rglob("L*.xml") if path.is_file())

    return unpacked


def main(names: Sequence[str]) -> None:
    """Measure all, or those of which a name is part."""
    sources = {"composed pages": _pages}
    sources |= {name: _edition(name) for name in EDITIONS if (SHARED / f"{name}.tar.xz").exists()}
    for name, made in sources.items():
        if names and not any(part in name for part in names):
            continue
        with TemporaryDirectory() as folder:
            _measure(name, made(Path(folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
