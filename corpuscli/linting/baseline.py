"""A baseline: the findings a corpus had on a day, so that only new ones count.

Kept are fingerprints, which name rule, letter and the words around, not lines: a finding that moves is still the same.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from corpuscli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.finding import Finding

VERSION = 1


def dump(findings: Iterable[Finding]) -> str:
    """Return the file: one finding a line, in a stable order, with what a person wants to know of it."""
    rows = sorted((one.where.path, one.code, one.fingerprint) for one in findings)
    lines = ",\n".join(
        "  " + json.dumps({"fingerprint": mark, "code": code, "path": path, "count": count}, ensure_ascii=False)
        for (path, code, mark), count in Counter(rows).items()
    )
    return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'


def parse(text: str, path: str) -> Counter[str]:
    """Read the file: how often each fingerprint may be found.

    Raises:
        InputError: It is no baseline.
    """
    try:
        content: Any = json.loads(text)
        if content["version"] != VERSION:
            raise InputError(f"a baseline of version {content['version']}, not {VERSION}", path)
        known: Counter[str] = Counter()
        for row in content["findings"]:
            known[str(row["fingerprint"])] += int(row["count"])
    except (ValueError, LookupError, TypeError, AttributeError):
        raise InputError("no baseline: write one with --write-baseline", path) from None
    return known


def without(findings: Iterable[Finding], known: Counter[str]) -> tuple[Finding, ...]:
    """Return the findings that are not in the baseline; of the same ones, only those beyond its count."""
    left = Counter(known)
    new: list[Finding] = []
    for one in findings:
        if left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
        else:
            new.append(one)
    return tuple(new)
