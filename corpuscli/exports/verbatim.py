"""The files of letters that reading an export back would not give byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import KNOWN_KEYS
from corpuscli.store.frontmatter.render import render_letter
from corpuscli.text.footnotes import arranged, notes_of

if TYPE_CHECKING:
    from corpuscli.model.letter import Letter

_PLACES = {key: place for place, key in enumerate(KNOWN_KEYS)}


def verbatim(letter: Letter) -> str:
    """Return a letter's file where it is not what ``add`` would write of its parts, else ``""``.

    Comments, quotes, the order of the keys, line ends and the notes' layout are no part of a letter, and still a
    reader of our own exports gives them back.
    """
    source = letter.source
    fields = sorted(letter.fields, key=lambda field: _PLACES.get(field.key, len(_PLACES)))
    notes = ((note.label, note.body.of(source)) for note in notes_of(letter))
    again = render_letter(((field.key, field.value) for field in fields), arranged(letter.text.of(source), notes))
    return "" if again == source else source
