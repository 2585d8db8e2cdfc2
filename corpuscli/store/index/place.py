"""Where a corpus's index lies."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def index_path(root: Path, environment: Mapping[str, str] | None = None) -> str:
    """Return the index's file, in the cache folder that the system's custom names.

    Two corpora may share a name by a rare chance; the index says whose it is, and another's is made anew.

    Args:
        root: The corpus.
        environment: The variables; those of the process by default.

    Returns:
        The path, or "" where there is no place for a cache (no home folder).
    """
    base = cache_folder(environment)
    real = os.path.realpath(root)
    name = f"{os.path.basename(os.path.dirname(real))[:40]}-{crc32(real.encode('utf-8', 'surrogateescape')):08x}"
    return os.path.join(base, f"{name}.sqlite") if base else ""


def cache_folder(environment: Mapping[str, str] | None = None) -> str:
    """Return the folder for what can be made anew, or "" where the system has no place for it (no home folder).

    Args:
        environment: The variables; those of the process by default.
    """
    env = os.environ if environment is None else environment
    if sys.platform == "win32":
        base = env.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.join(env["HOME"], "Library", "Caches") if env.get("HOME") else ""
    else:
        base = env.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):
            base = os.path.join(env["HOME"], ".cache") if env.get("HOME") else ""
    return os.path.join(base, "corpuscli") if base else ""
