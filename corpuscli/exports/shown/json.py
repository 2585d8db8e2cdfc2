"""One letter as a JSON object: the shape ``letter`` with text, notes and who cites it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping


def write(record: Mapping[str, object], out: TextIO) -> None:
    """Write the record."""
    out.write(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
