"""What elements of TEI and HTML are to a reader of letters: the rows of ``markup.tsv``.

Roles: ``block`` makes a paragraph, ``line`` a line; ``silent`` says nothing in words, ``left-out`` holds words that are
not the letter's, ``plain`` means nothing but its line; ``header`` is read (or passed through) in a TEI header,
``whole`` is read with all it holds, ``shelf`` is a part of an archival mark; ``character`` holds what editions call a
character that they encode as an empty ``c`` or ``g``, with the character (``kaufmannsund=&``). ``left-out-named`` are
classes and ids of elements that are left out, whatever their name, ``left-out-word`` words that stand in such classes
and ids, ``left-out-role`` roles of such elements. ``content-named`` are classes and ids of what a page is about,
``note-named`` of a note within a sentence, ``marker-named`` of its number, ``notes-named`` of a list of notes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def elements(markup: str, role: str) -> frozenset[str]:
    """Return the names of the elements of a role.

    >>> "l" in elements("tei", "line"), "script" in elements("html", "left-out")
    (True, True)
    """
    rows = Path(__file__).with_name("markup.tsv").read_text(encoding="utf-8").splitlines()[1:]
    named = (row.split("\t") for row in rows)
    return frozenset(name for kind, what, names in named if (kind, what) == (markup, role) for name in names.split())


@cache
def characters() -> Mapping[str, str]:
    """Return the characters that editions encode as empty elements, by the names they give them.

    >>> characters()["prozent"]
    '%'
    """
    return dict(name.split("=", 1) for name in elements("tei", "character"))
