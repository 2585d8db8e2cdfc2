"""Reads what very many letters say, without the places in their front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpuscli.model.span import Span
from corpuscli.store.frontmatter.reader import front_matter_span, parse_letter, text_span
from corpuscli.store.plainyaml import read_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.letter import Letter, Value

PLAIN = 32 * 1024
"""Code points of front matter that are certainly not too long."""


class Glance(NamedTuple):
    """A letter as ``parse_letter`` reads it, without places of its front matter.

    Args:
        values: The front matter.
        text: Where the text stands, without its notes.
        body: Where text and notes stand.
    """

    values: Mapping[str, Value]
    text: Span
    body: Span


def glance(source: str, path: str) -> Glance:
    """Read a decoded file; ``path`` is for messages.

    Raises:
        FrontMatterError: As ``parse_letter`` does.
    """
    values, start = values_of(source, path)
    return Glance(values, text_span(source, start), Span(start, len(source)))


def values_of(source: str, path: str) -> tuple[Mapping[str, Value], int]:
    """Return the front matter of a decoded file, and where its body begins: a half of what a glance takes.

    Raises:
        FrontMatterError: As ``parse_letter`` does.
    """
    block, start = front_matter_span(source, path)
    values = read_values(source, block.start, block.end) if len(block) <= PLAIN else None
    return (values if values is not None else glance_at(parse_letter(source, path)).values), start


def glance_at(letter: Letter) -> Glance:
    """Return the same of a letter that has been read."""
    return Glance({field.key: field.value for field in letter.fields}, letter.text, letter.body)
