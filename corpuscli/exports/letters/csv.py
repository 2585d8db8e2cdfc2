"""One row a letter, with all known keys and the text with its notes; ``add --from`` reads it."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, TextIO

from corpuscli.intake.own_table import COLUMNS, OTHER, guarded, joined
from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS, Pairs, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter, Value


def write(volume: Volume, out: TextIO) -> None:
    """Write a head and a row a letter; what has no column stands in one, as a JSON object."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for letter in volume.letters:
        row = _row(letter)
        writer.writerow([guarded(row.get(column, "")) for column in COLUMNS])


def _row(letter: Letter) -> Mapping[str, str]:
    row: dict[str, str] = {"id": letter.id, "text": letter.body.of(letter.source).rstrip("\n")}
    other: dict[str, object] = {}
    for field in letter.fields:
        cell = _cell(field.key, field.value)
        if cell and "\0" not in cell:  # a table that holds one is no text
            row[field.key] = cell
        else:
            other[field.key] = plain(field.value)
    if other:
        row[OTHER] = json.dumps(other, ensure_ascii=False)
    return row


def _cell(key: str, value: Value) -> str:
    """Return a value as the cell that reads back as it, ``""`` where none does."""
    if key not in KNOWN_KEYS or isinstance(value, Pairs):
        return ""
    if isinstance(value, str):
        return "" if key in LIST_KEYS else value
    texts = [item for item in value if isinstance(item, str)]
    return joined(texts) if key in LIST_KEYS and all(texts) and len(texts) == len(value) else ""
