"""Where the corpus in use is: found without reading it."""

from __future__ import annotations

import os
from pathlib import Path

from corpuscli.errors import NoCorpusError

CONFIG_NAME = "corpus.yaml"


def find_root(explicit: str | None, environment: str | None = None, here: Path | None = None) -> Path:
    """Find the corpus in use.

    Args:
        explicit: What ``--corpus`` says, or None.
        environment: What ``CORPUSCLI_CORPUS`` says, or None.
        here: Where to look upwards from; the working folder by default.

    Returns:
        The folder that holds corpus.yaml, absolute.

    Raises:
        NoCorpusError: None is there.
    """
    given = explicit or environment
    if given:
        root = Path(os.path.abspath(given))
        if (root / CONFIG_NAME).is_file():
            return root
        below = _below(root)
        how = (
            f"name the one in it: --corpus {os.path.join(given, below)}"
            if below
            else f"make one: corpuscli init {given}"
        )
        raise NoCorpusError(f"{given}: no corpus here (no {CONFIG_NAME}); {how}")
    start = here or Path.cwd()
    for folder in (start, *start.parents):
        for root in (folder, folder / "letters"):
            if (root / CONFIG_NAME).is_file():
                return root
    raise NoCorpusError("no corpus here or above: make one with 'corpuscli init', or name one with --corpus DIR")


def nested(folder: str) -> str:
    """Return the corpus that lies around a folder, or else one in it; "" where neither is there.

    Args:
        folder: The folder, as the user names it.
    """
    root = Path(os.path.abspath(folder))
    around = next((str(parent) for parent in root.parents if (parent / CONFIG_NAME).is_file()), "")
    below = _below(root)
    return around or (below and os.path.join(folder, below))


def _below(root: Path) -> str:
    """Return the first folder in a folder that holds a corpus."""
    if not root.is_dir():
        return ""
    return next((path.parent.name for path in sorted(root.glob(f"*/{CONFIG_NAME}")) if path.is_file()), "")
