"""One JSON object a letter: the front matter as stored, with the text and the notes; ``add --from`` reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.verbatim import verbatim
from corpuscli.model.letter import plain
from corpuscli.text.footnotes import notes_of

if TYPE_CHECKING:
    from corpuscli.exports.volume import Volume


def write(volume: Volume, out: TextIO) -> None:
    """Write one line a letter.

    A letter's file stands in it whole, under ``file``, where it is not what ``add`` would write of the other keys.
    """
    for letter in volume.letters:
        source = letter.source
        record = {
            "id": letter.id,
            **{field.key: plain(field.value) for field in letter.fields},
            "text": letter.text.of(source),
            "notes": [{"label": note.label, "text": note.body.of(source)} for note in notes_of(letter)],
        }
        whole = verbatim(letter)
        if whole:
            record["file"] = whole
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
