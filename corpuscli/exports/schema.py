"""The front matter as a JSON Schema, for editors that complete and check YAML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.data.keys import KeyRow

_TEXT: dict[str, object] = {"type": ["string", "number", "boolean", "null"]}
"""Scalars are text, always; a plain YAML reader takes ``017`` for a number and ``no`` for a truth value."""
_KINDS: dict[str, dict[str, object]] = {
    "text": _TEXT,
    "date": _TEXT,
    "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
    "calendar": {"enum": ["gregorian", "julian"]},
    "url": {"type": "string", "pattern": "^https?://"},
    "day": _TEXT,
    "list": {"type": "array", "items": _TEXT},
    "mapping": {"type": "object", "additionalProperties": _TEXT},
}


def front_matter_schema(keys: Iterable[KeyRow], required: Iterable[str], own: Iterable[str] = ()) -> str:
    """Return the schema as JSON (draft 7, which most editors read).

    Args:
        keys: The known keys.
        required: Those that every letter has.
        own: Keys that corpus.yaml adds.
    """
    properties: dict[str, object] = {row.key: {"description": row.what, **_KINDS[row.kind]} for row in keys}
    properties |= {key: {"description": "a key of this corpus"} for key in own if key not in properties}
    schema: dict[str, object] = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Front matter of a letter",
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
        "required": list(required),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2)
