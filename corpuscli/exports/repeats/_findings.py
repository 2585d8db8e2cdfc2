"""Repeats as findings, for formats that know findings: one for each passage, at its second copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.finding import Finding, Findings, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.problem import Severity
    from corpuscli.model.repeat import Place, Repeat

_RULES = {
    "within": ("R101", "repeated-within", "A passage stands again in its letter."),
    "across": ("R102", "repeated-across", "A passage stands in several letters."),
    "letter": ("R103", "repeated-letter", "A letter stands twice."),
    "boilerplate": ("R104", "boilerplate", "What many letters have in common."),
}


def findings(repeats: Iterable[Repeat]) -> Findings:
    """Return one finding for each repeat; the other copies are its related places."""
    return Findings(tuple(_finding(repeat) for repeat in repeats), rules=tuple(_RULES.values()))


def _finding(repeat: Repeat) -> Finding:
    first, second, *others = (_where(*pair) for pair in zip(repeat.copies, repeat.said, strict=True))
    code, name, _ = _RULES[repeat.kind]
    severity: Severity = "hint" if repeat.kind == "boilerplate" else "warning"
    message = f"a passage of {repeat.words} words stands {len(repeat.copies)} times, {repeat.similarity} % alike"
    return Finding(code, name, severity, message, second, fingerprint=repeat.id, related=(first, *others))


def _where(place: Place, said: str) -> Where:
    rows = said.split("\n")
    end_column = len(rows[-1]) + (1 if len(rows) > 1 else place.column)
    return Where(place.path, place.line, place.column, place.line + len(rows) - 1, end_column)
