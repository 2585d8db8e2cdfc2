"""The keys of a letter's front matter, as rows of ``keys.tsv``: key, kind of value, what it says, its Dublin Core.

Kinds: text, list (of texts), mapping (of texts), date (EDTF), day (YYYY-MM-DD), calendar, language (BCP 47), url.
Source of the terms: DCMI Metadata Terms. They know no recipient: it is the ``audience``, for whom a letter is meant.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple


class KeyRow(NamedTuple):
    """A key."""

    key: str
    kind: str
    what: str
    dublin_core: str


@cache
def key_rows() -> tuple[KeyRow, ...]:
    """Read the keys, in the order in which ``add`` writes them."""
    lines = Path(__file__).with_name("keys.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(KeyRow(*line.split("\t")) for line in lines if line)
