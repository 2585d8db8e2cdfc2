"""The file of a baseline: what was found on a day and how often, so that only what is new counts."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from corpuscli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERSION = 1


def dump_rows(rows: Iterable[Mapping[str, object]], kind: str) -> str:
    """Return the file: one row a line, in the order given, under the name of their kind."""
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    return f'{{"version": {VERSION}, "{kind}": [\n{lines}\n]}}\n'


def parse_rows(text: str, path: str, kind: str, name: str, count: str) -> Counter[str]:
    """Read how often each name stands in the file.

    Args:
        text: The file.
        path: How messages name it.
        kind: What the rows are: findings or repeats.
        name: The key of a row's name.
        count: The key of its number.

    Raises:
        InputError: It is no baseline of this kind.
    """
    try:
        content: Any = json.loads(text)
        if content["version"] != VERSION:
            raise InputError(f"a baseline of version {content['version']}, not {VERSION}", path)
        known: Counter[str] = Counter()
        for row in content[kind]:
            known[str(row[name])] += int(row[count])
    except (ValueError, LookupError, TypeError, AttributeError):
        raise InputError(f"no baseline of {kind}: write one with --write-baseline", path) from None
    return known
