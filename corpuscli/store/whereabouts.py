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
        raise NoCorpusError(f"{given}: no corpus here (no {CONFIG_NAME}); make one: corpuscli init {given}")
    start = here or Path.cwd()
    for folder in (start, *start.parents):
        for root in (folder, folder / "letters"):
            if (root / CONFIG_NAME).is_file():
                return root
    raise NoCorpusError("no corpus here or above: make one with 'corpuscli init', or name one with --corpus DIR")
