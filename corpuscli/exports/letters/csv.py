"""One row a letter, with all known keys and the text with its notes; ``add --from`` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.tables import csv
from corpuscli.model.letter import KNOWN_KEYS, plain
from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter


def write(volume: Volume, out: TextIO) -> None:
    """Write a head and a row a letter; keys of one's own are lost."""
    csv.write(Table((*KNOWN_KEYS, "text"), (_row(volume, letter) for letter in volume.letters)), out)


def _row(volume: Volume, letter: Letter) -> Mapping[str, object]:
    volume.losses.update(field.key for field in letter.fields if field.key not in KNOWN_KEYS)
    values = {field.key: plain(field.value) for field in letter.fields}
    return {**values, "id": letter.id, "text": letter.body.of(letter.source).strip("\r\n")}
