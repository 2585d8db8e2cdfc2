"""Writes values as YAML that reads back as the same text, plain where it can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.model.letter import Pairs

if TYPE_CHECKING:
    from corpuscli.model.letter import Value

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_UNSAFE = re.compile(
    r": |:$| #|^[ ]|[ ]$|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]"
)
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
    if not re.search(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]", text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - YAML's three lengths of an escape


def flow_value(value: Value) -> str:
    """Write a value on one line, in brackets where it is a list or mapping."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Pairs):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow_value(item)}" for key, item in value) + "}"
    return "[" + ", ".join(flow_value(item) for item in value) + "]"


def key_lines(key: str, value: Value) -> list[str]:
    """Write a key and its value as the lines of a letter's front matter, lists as ``  - item``.

    >>> key_lines("senders", ("A", "B"))
    ['senders:', '  - A', '  - B']
    """
    if isinstance(value, str):
        return [f"{key}: {scalar(value)}".rstrip(" ")]
    if isinstance(value, Pairs):
        return [f"{key}:", *(f"  {scalar(name, flow=True)}: {_inside(item)}".rstrip(" ") for name, item in value)]
    if not value:
        return [f"{key}: []"]
    return [f"{key}:", *(f"  - {_inside(item)}" for item in value)]


def _inside(value: Value) -> str:
    return (scalar(value) or "''") if isinstance(value, str) else flow_value(value)
