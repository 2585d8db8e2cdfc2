"""The editions beside the project as corpora: unpacked, and added as a user would add them."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

HOME = Path(__file__).parents[1]
SHARED = HOME.parent / "shared" / "corpora"
EDITIONS = {
    "schnitzler": ("schnitzler-briefe-data", "data/editions"),
    "tillich": ("tillich-briefe-data", "data/editions"),
    "dehmel": ("dehmel-daten", "cmif.xml"),
    "spener": ("cmif-spener", "letters.xml"),
}
"""The archive of each edition, and what in it are its letters."""
PUBLICATION = """
publication:
  publisher: P
  editor: E
  url: https://example.org/cmif.xml
  date: 2026-11-25
  licence: https://creativecommons.org/licenses/by/4.0/
  uuid: 7d9a1b2c-0000-4000-8000-000000000000
"""


def corpus_of(name: str, place: Path) -> Path:
    """Return a corpus: that of an edition, added into ``place``, or the one in the folder of that name."""
    if name not in EDITIONS:
        return Path(name)
    archive, letters = EDITIONS[name]
    with tarfile.open(SHARED / f"{archive}.tar.xz") as file:
        file.extractall(place, filter="data")
    corpus = place / name
    corpus.mkdir()
    (corpus / "corpus.yaml").write_text(f"title: {name}\n{PUBLICATION}", encoding="utf-8")
    corpuscli("add", "--corpus", str(corpus), "--from", str(place / archive / letters))
    return corpus


def corpuscli(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the project."""
    command = [sys.executable, "-m", "corpuscli", *words]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
