"""Writes a new letter's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.store.frontmatter.scalars import key_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.letter import Value


def render_letter(fields: Iterable[tuple[str, Value]], text: str) -> str:
    """Return the file of a new letter.

    Args:
        fields: Keys and values in the order in which they will stand.
        text: The letter's text and notes; the file ends with a newline.
    """
    lines = [line for key, value in fields for line in key_lines(key, value)]
    body = text.rstrip("\n")
    return "\n".join(["---", *lines, "---", *([body] if body else [])]) + "\n"
