"""Reads a letter: front matter between two lines ``---``, then text, then notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import FrontMatterError
from corpuscli.model.letter import Field, Letter
from corpuscli.model.span import Span
from corpuscli.store.frontmatter.fields import read_fields
from corpuscli.store.yamltree import compose
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from corpuscli.store.node import Node

MAX_LENGTH = 256 * 1024
"""Bytes of UTF-8 in one letter's front matter; a register may be as long as a file."""

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?(?:\n|\Z)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")


def front_matter_span(source: str, path: str) -> tuple[Span, int]:
    """Find the YAML block.

    Returns:
        Its span, without the lines ``---``, and the offset where the text begins.

    Raises:
        FrontMatterError: There is none, or it does not end.
    """
    opening = _OPENING.match(source)
    if opening is None:
        raise FrontMatterError("no front matter: the first line must be '---'", path, 1, 1)
    start = opening.end()
    end = source.find("\n---", start - 1) + 1
    if end and source.startswith("---\n", end) and source.find("\n...", start - 1, end) < 0:  # as nearly always
        return Span(start, end), end + len("---\n")
    closing = _FENCE.search(source, start)
    if closing is None:
        raise FrontMatterError("the front matter does not end: close it with a line '---'", path, 1, 1)
    if source[closing.start()] == ".":
        line, column = Positions(source).at(closing.start())
        raise FrontMatterError("the front matter ends with '...': write '---'", path, line, column)
    body = closing.end()
    return Span(start, closing.start()), body + 1 if body < len(source) else body


def _refuse_long(source: str, block: Span, path: str) -> None:
    if block.end - block.start <= MAX_LENGTH // 4:  # no character takes more bytes
        return
    if len(block.of(source).encode("utf-8", "surrogatepass")) > MAX_LENGTH:
        line, column = Positions(source).at(block.start)
        raise FrontMatterError(
            f"the YAML is longer than {MAX_LENGTH // 1024} KiB: move long text below it", path, line, column
        )


def parse_letter(source: str, path: str) -> Letter:
    """Read a decoded file.

    Args:
        source: The whole file, untouched, a BOM included.
        path: The file relative to the corpus; used in messages too.

    Raises:
        FrontMatterError: No front matter, or YAML that we refuse; knows line and column.
    """
    block, start = front_matter_span(source, path)
    _refuse_long(source, block, path)
    fields = read_fields(source, block.start, block.end)
    if fields is None:
        fields = _fields(source, path, block)
    return Letter(path, source, fields, text_span(source, start), Span(start, len(source)))


def _fields(source: str, path: str, block: Span) -> tuple[Field, ...]:
    root = compose(source, path, block.start, block.end)
    if root is not None and root.kind != "mapping":
        line, column = Positions(source).at(root.span.start)
        raise FrontMatterError("front matter is lines of 'key: value'", path, line, column)
    return tuple(field_of(key, node) for key, node in root.value) if root is not None else ()


def field_of(key: Node, node: Node) -> Field:
    """Make a field of a key and its value."""
    spans = [key.span, node.span]
    if node.kind == "list":
        spans += (item.span for item in node.value)
    elif node.kind == "mapping":
        spans += (item.span for _, item in node.value)
    return Field(key.value, node.plain(), tuple(place for span in spans for place in (span.start, span.end)))


def text_span(source: str, start: int) -> Span:
    """Return where the text stands that begins at ``start``: it ends with its last non-blank before the first note."""
    end = len(source)
    mark = start - 1
    while (mark := source.find("\n[^", mark)) >= 0:  # a regular expression would look at every line's start
        mark += 1
        if _NOTE.match(source, mark):
            end = mark
            break
    while end > start and source[end - 1].isspace():
        end -= 1
    return Span(start, end)
