"""Writes values as YAML that reads back as the same text, plain where it can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.letter import Pairs

if TYPE_CHECKING:
    from corpuscli.model.letter import Value

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_UNPRINTED = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What cannot stand in a plain or single-quoted text: control characters, line breaks, halves of pairs, BOM.

Written as what is forbidden: what YAML allows is a set whose compiling costs half a Python start.
"""
_UNSAFE = re.compile(r": |:$| #|^[ ]|[ ]$|" + _UNPRINTED.pattern)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str, *, flow: bool = False) -> str:
    """Write one text: plain, else in single quotes, else in double quotes with escapes.

    Args:
        text: Any text.
        flow: Whether it stands inside ``[ ]`` or ``{ }``, where commas and brackets need quotes.

    >>> scalar("RTSKHIDNI. F. 5"), scalar("a: b"), scalar("[sic]")
    ('RTSKHIDNI. F. 5', "'a: b'", "'[sic]'")
    """
    if text == "":
        return "''" if flow else ""
    begins_plain = text[0] not in _INDICATORS or (
        text[0] in "-?:" and len(text) > 1 and text[1] not in " ,[]{}" and not flow
    )
    special = _UNSAFE.search(text) or text.startswith(("---", "...")) or (flow and re.search(r"[,\[\]{}]|:", text))
    if begins_plain and not special:
        return text
    return _double(text) if _UNPRINTED.search(text) else _single(text)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - YAML's three lengths of an escape


def quoted_like(text: str, old: str, *, flow: bool = False) -> str:
    """Write a text in the quotes of the value that it replaces, where it can stand in them.

    >>> quoted_like("b", "'a'"), quoted_like("b", '"a"'), quoted_like("b", "a")
    ("'b'", '"b"', 'b')
    """
    if old.startswith('"'):
        return _double(text)
    if old.startswith("'") and not _UNPRINTED.search(text):
        return _single(text)
    return scalar(text, flow=flow)


def flow_value(value: Value) -> str:
    """Write a value on one line, in brackets where it is a list or mapping."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Pairs):
        return "{" + ", ".join(f"{_name(key)}: {flow_value(item)}" for key, item in value) + "}"
    return "[" + ", ".join(flow_value(item) for item in value) + "]"


def key_lines(key: str, value: Value) -> list[str]:
    """Write a key and its value as the lines of a letter's front matter, lists as ``  - item``.

    >>> key_lines("senders", ("A", "B"))
    ['senders:', '  - A', '  - B']
    """
    if isinstance(value, str):
        return [f"{_name(key)}: {scalar(value)}".rstrip(" ")]
    if not value:
        return [f"{_name(key)}: {flow_value(value)}"]
    return [f"{_name(key)}:", *(f"  {line}" for line in block_lines(value))]


def block_lines(value: Value) -> list[str]:
    """Write the members of a list or mapping, one a line.

    >>> block_lines(("A", ""))
    ['- A', "- ''"]
    """
    if isinstance(value, Pairs):
        return [f"{_name(key)}: {inner_scalar(item)}" for key, item in value]
    return [f"- {inner_scalar(item)}" for item in value]


def inner_scalar(value: Value) -> str:
    """Write a member of a list or mapping that stands on lines of its own."""
    return (scalar(value) or "''") if isinstance(value, str) else flow_value(value)


def _name(key: str) -> str:
    return scalar(key, flow=True)
