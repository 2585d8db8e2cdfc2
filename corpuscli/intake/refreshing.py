"""Refreshes a letter that stands in the corpus by what was read of it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.values import dataclass
from corpuscli.store.frontmatter import lines
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.writing.rewrite import changed, edited

if TYPE_CHECKING:
    from corpuscli.model.letter import Letter
    from corpuscli.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A letter's file before and after.

    Args:
        path: Its path in the corpus.
        old: Its content as it stands.
        new: Its content with what was read.
        reading: What was read.
    """

    path: str
    old: str
    new: str
    reading: Reading

    @property
    def changed(self) -> bool:
        """Whether anything would change."""
        return self.old != self.new


def refresh(letter: Letter, reading: Reading) -> Refreshed:
    """Put what was read in place of what stands: its keys, and its text where it has one.

    The id and the keys that the reading does not have (tags, a summary, what an editor added) stay, and all bytes of
    what does not change.

    Raises:
        WriteError: The front matter is written in a way that does not take the change.
    """
    source = changed(letter, {field.key: field.value for field in reading.fields if field.key != "id"})
    text = reading.text.strip("\n")
    after = parse_letter(source, letter.path)
    standing = after.body.of(source)
    if text.strip() and standing.replace("\r\n", "\n").strip("\n") != text:
        ending = lines.ending(source)
        source = edited(after, [Edit(after.body, (text + "\n").replace("\n", ending))])
    return Refreshed(letter.path, letter.source, source, reading)
