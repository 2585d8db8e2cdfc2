"""An analysis that looks at letters while the index reads them: each file is read and parsed once for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.errors import InputError
    from corpuscli.model.letter import Letter

    Look = Callable[[str, Letter | InputError, bytes], bytes]


@dataclass(frozen=True, slots=True)
class Looking:
    """What the index asks while it reads letters that are new or have changed.

    Args:
        analysis: The analysis' name, as for ``Index.kept``.
        version: Its version, as for ``Index.kept``.
        ready: Called once, when there is something to read; returns what looks at a letter: path, the letter or why it
            cannot be read, and the digest of its bytes → the fact to keep. It is sent to other processes.
        holds: Tells whether ``version`` still is that of program and settings; where it is not, nothing is kept.
    """

    analysis: str
    version: str
    ready: Callable[[], Look]
    holds: Callable[[], bool]
