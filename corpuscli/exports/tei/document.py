"""One letter as one ``TEI`` element."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from corpuscli.exports.tei.header import header
from corpuscli.exports.tei.rest import rest
from corpuscli.exports.tei.text import Text
from corpuscli.exports.verbatim import verbatim
from corpuscli.exports.xml import TEI, Xml
from corpuscli.text.footnotes import notes_of

if TYPE_CHECKING:
    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(letter: Letter, volume: Volume, *, alone: bool = False) -> str:
    """Return a letter's ``TEI`` element.

    What TEI has no place for stands in ``xenoData`` as JSON, and is counted among the losses: other programs do not
    know it.

    Args:
        letter: The letter.
        volume: Whose it is.
        alone: Whether it is a file of its own.
    """
    xml = Xml(volume.losses)
    text = Text(xml, letter)
    body = text.whole()
    kept = rest(letter)
    volume.losses.update(f"{key} (only in xenoData)" for key in kept)
    data: dict[str, object] = {"keys": kept} if kept else {}
    written = [note.label for note in notes_of(letter)]
    if written != text.told:
        data["notes"] = written
    whole = verbatim(letter)
    if whole:
        data["file"] = whole
    space = f' xmlns="{TEI}"' if alone else ""
    foreign = f'<xenoData type="corpuscli">{Xml().text(json.dumps(data))}</xenoData>' if data else ""
    return f"<TEI{space}>{header(xml, letter, volume, foreign, alone=alone)}{body}</TEI>\n"
