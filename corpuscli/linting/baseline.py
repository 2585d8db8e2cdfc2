"""A baseline: the findings a corpus had on a day, so that only new ones count.

Kept are fingerprints, which name rule, letter and the words around, not lines: a finding that moves is still the same.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.text.baseline import dump_rows, parse_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.finding import Finding


def dump(findings: Iterable[Finding]) -> str:
    """Return the file: one finding a line, in a stable order, with what a person wants to know of it."""
    rows = sorted((one.where.path, one.code, one.fingerprint) for one in findings)
    counted = Counter(rows).items()
    return dump_rows(
        ({"fingerprint": mark, "code": code, "path": path, "count": count} for (path, code, mark), count in counted),
        "findings",
    )


def parse(text: str, path: str) -> Counter[str]:
    """Read the file: how often each fingerprint may be found.

    Raises:
        InputError: It is no baseline.
    """
    return parse_rows(text, path, "findings", "fingerprint", "count")


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
