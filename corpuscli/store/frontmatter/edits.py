"""Changes keys of a letter by edits of its source, so that every other byte stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import WriteError
from corpuscli.model.edit import Edit
from corpuscli.model.letter import KNOWN_KEYS, Pairs, plain
from corpuscli.model.span import Span
from corpuscli.store.frontmatter import lines
from corpuscli.store.frontmatter.items import item_edits
from corpuscli.store.frontmatter.reader import front_matter_span
from corpuscli.store.frontmatter.scalars import block_lines, flow_value, key_lines, quoted_like, scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.letter import Field, Letter, Value


def change_edits(letter: Letter, changes: Mapping[str, Value | None]) -> list[Edit]:
    r"""Return the edits that give keys new values.

    Args:
        letter: The letter as it was read.
        changes: For each key its new value, or None to take the key away. A new key is put where ``KNOWN_KEYS`` has
            it, an unknown one at the end. A key that has the value already is left alone.

    Returns:
        Edits of ``letter.source``; none where nothing changes. Comments, order, quotes, BOM and line ends stay.

    Raises:
        WriteError: The front matter stands in braces, and a key would come or go.

    >>> from corpuscli.model.edit import apply_edits
    >>> from corpuscli.store.frontmatter.reader import parse_letter
    >>> letter = parse_letter("---\nid: a\ntags: [x] # mine\n---\n", "a.txt")
    >>> print(apply_edits(letter.source, change_edits(letter, {"tags": ("x", "y"), "date": "1921"})), end="")
    ---
    id: a
    date: 1921
    tags: [x, y] # mine
    ---
    """
    edits: list[Edit] = []
    new: dict[str, Value] = {}
    for key, value in changes.items():
        field = letter.field(key)
        if value is None:
            edits += [] if field is None else [_deletion(letter, field)]
        elif field is None:
            new[key] = value
        elif plain(field.value) != plain(value):
            edits += _replacement(letter, field, value)
    edits += _insertions(letter, new)
    return sorted(edit for edit in edits if edit.span.start != edit.span.end or edit.replacement)


def _deletion(letter: Letter, field: Field) -> Edit:
    _refuse_braces(letter)
    source = letter.source
    return Edit(Span(lines.start(source, field.key_span.start), _end(source, field)))


def _insertions(letter: Letter, new: Mapping[str, Value]) -> list[Edit]:
    if not new:
        return []
    _refuse_braces(letter)
    written: dict[int, list[str]] = {}
    indent = ""
    if letter.fields:
        first = letter.fields[0].key_span.start
        indent = letter.source[lines.start(letter.source, first) : first]
    if indent.strip():
        raise WriteError(f"{letter.path}: left alone; its front matter is written in a way that takes no new keys")
    for key in sorted(new, key=_rank):
        written.setdefault(_place(letter, key), []).extend(indent + line for line in key_lines(key, new[key]))
    ending = lines.ending(letter.source)
    return [Edit(Span(at, at), "".join(line + ending for line in block)) for at, block in written.items()]


def _rank(key: str) -> int:
    return KNOWN_KEYS.index(key) if key in KNOWN_KEYS else len(KNOWN_KEYS)


def _place(letter: Letter, key: str) -> int:
    """Return where a new key goes: behind the nearest that ``KNOWN_KEYS`` has before it, else before the one after."""
    block, _ = front_matter_span(letter.source, letter.path)
    rank = _rank(key)
    known = [field for field in letter.fields if field.key in KNOWN_KEYS]
    if rank == len(KNOWN_KEYS) or not known:
        return _end(letter.source, letter.fields[-1]) if letter.fields else block.end
    before = [field for field in known if _rank(field.key) < rank]
    if before:
        return _end(letter.source, max(before, key=lambda field: _rank(field.key)))
    return lines.start(letter.source, min(known, key=lambda field: _rank(field.key)).key_span.start)


def _end(source: str, field: Field) -> int:
    return lines.after(source, max(field.span.end, field.key_span.end))


def _refuse_braces(letter: Letter) -> None:
    if _in_braces(letter):
        raise WriteError(f"{letter.path}: left alone; its front matter stands in braces: write one key a line")


def _in_braces(letter: Letter) -> bool:
    block, _ = front_matter_span(letter.source, letter.path)
    rows = (line.strip() for line in block.of(letter.source).splitlines())
    return next((row for row in rows if row and not row.startswith("#")), "").startswith("{")


def _replacement(letter: Letter, field: Field, value: Value) -> list[Edit]:
    source = letter.source
    if _in_braces(letter):
        return [_flow_edit(field, value)]
    by_items = item_edits(source, field, value)
    if by_items is not None:
        return by_items
    if _stands_alone(source, field):
        return _block_to(source, field, value)
    if isinstance(field.value, str) and value and not isinstance(value, str):
        return _text_to_block(source, field, value)
    if isinstance(value, str):
        return [_one_line(source, field, quoted_like(value, field.span.of(source)))]
    return [_one_line(source, field, flow_value(value))]


def _flow_edit(field: Field, value: Value) -> Edit:
    return Edit(field.span, (" " if field.span.start == field.span.end else "") + flow_value(value))


def _stands_alone(source: str, field: Field) -> bool:
    """Tell whether the value is a list or mapping on lines of its own."""
    before = source[lines.start(source, field.span.start) : field.span.start]
    return not isinstance(field.value, str) and source[field.span.start] not in "[{" and not before.strip()


def _block_to(source: str, field: Field, value: Value) -> list[Edit]:
    begin = lines.start(source, field.span.start)
    block = Span(begin, _end(source, field))
    if isinstance(value, str) or not value:
        colon = source.index(":", field.key_span.end) + 1
        text = scalar(value) if isinstance(value, str) else flow_value(value)
        return [Edit(Span(colon, colon), f" {text}" if text else ""), Edit(block)]
    indent = source[begin : field.span.start]
    if isinstance(value, Pairs):
        indent = indent or "  "
    ending = lines.ending(source)
    return [Edit(block, "".join(f"{indent}{line}{ending}" for line in block_lines(value)))]


def _one_line(source: str, field: Field, text: str) -> Edit:
    """Put a value of one line where a text or a bracketed list stands."""
    old = field.span.of(source)
    last = lines.ending(source) if old.endswith("\n") else ""
    if not old:
        return Edit(field.span, f" {text}" if text else "")
    if not text:
        return Edit(Span(_behind_colon(source, field), field.span.end), last)
    return Edit(field.span, text + last)


def _text_to_block(source: str, field: Field, value: Value) -> list[Edit]:
    ending = lines.ending(source)
    key = field.key_span.start
    indent = source[lines.start(source, key) : key] + "  "
    block = "".join(f"{ending}{indent}{line}" for line in block_lines(value))
    start = _behind_colon(source, field)
    if field.span.of(source).endswith("\n"):
        return [Edit(Span(start, field.span.end), block + ending)]
    end = lines.content_end(source, field.span.end)
    return [Edit(Span(start, field.span.end)), Edit(Span(end, end), block)]


def _behind_colon(source: str, field: Field) -> int:
    """Return where the blanks before a value begin."""
    start = field.span.start
    while source[start - 1] == " ":
        start -= 1
    return start if source[start - 1] == ":" else field.span.start
