"""CSL-JSON: letters as ``personal_communication``, then the works they cite, for Zotero, Pandoc and citeproc."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.references.csljson import csl
from corpuscli.exports.references.stream import items

if TYPE_CHECKING:
    from corpuscli.exports.volume import Volume


def write(volume: Volume, out: TextIO) -> None:
    """Write one array, an item a line."""
    out.write("[")
    out.writelines(
        (",\n" if number else "\n") + json.dumps(csl(item), ensure_ascii=False)
        for number, item in enumerate(items(volume))
    )
    out.write("\n]\n")
