"""A repeat as it is printed."""

from __future__ import annotations

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where one copy stands: ``path:line:column``, its part, and its span in the letter's file (code points)."""

    letter: str
    path: str
    start: int
    end: int
    line: int
    column: int
    part: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage with its places and its words.

    Args:
        id: Names the passage wherever it stands.
        kind: within | across | letter | boilerplate.
        words: Length of the longest copy in words.
        similarity: Likeness of the least like copy, 0-100.
        copies: The places.
        said: The words of each copy.
        fuller: Of kind letter: the id of the letter that says most.
    """

    id: str
    kind: str
    words: int
    similarity: int
    copies: tuple[Place, ...]
    said: tuple[str, ...]
    fuller: str = ""
