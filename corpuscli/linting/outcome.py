"""What a look at one letter gives, and what lint gives in the end; both as bytes too, for the index."""

from __future__ import annotations

import json
from struct import Struct
from typing import Any

from corpuscli.model.edit import Edit
from corpuscli.model.finding import Excerpt, Finding, Findings, Where
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass

_LENGTHS = Struct("=?BI")
"""Whether a letter suppresses, then how long its digest is and what it says to rules across."""
_WANTED = ord("1")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a look at one letter gives; it depends on nothing but path, letter, rules and the corpus's own settings.

    Args:
        path: The letter, relative to the corpus.
        findings: What the rules found that look at letters one by one, suppressed ones among them; None where nobody
            wanted them.
        traces: What the letter says to rules that look across, as ``across.traces`` packs it; empty when unread.
        suppressing: Whether the letter has a key ``lint_ignore``.
        digest: That of the bytes that were looked at; empty when unread.
    """

    path: str
    findings: tuple[Finding, ...] | None = None
    traces: bytes = b""
    suppressing: bool = False
    digest: bytes = b""

    def dump(self) -> bytes:
        """Return it as bytes: of most letters nothing has to be read back but what they say to rules across."""
        head, findings = _head(self.path, wanted=self.findings is not None), self.findings
        lengths = _LENGTHS.pack(self.suppressing, len(self.digest), len(self.traces))
        return b"".join(
            (head, lengths, self.digest, self.traces, _dump(list(map(_row, findings))) if findings else b"")
        )


def _head(path: str, *, wanted: bool) -> bytes:
    return f"{int(wanted)}{path}\0".encode("utf-8", "surrogatepass")


def serves(data: bytes, path: str, wanted: bool) -> bool:  # noqa: FBT001 - path and wanted are a task
    """Tell, without reading it, whether a dumped outcome is of the letter at that path, and has findings if wanted."""
    return data.startswith(_head(path, wanted=True)) or (not wanted and data.startswith(_head(path, wanted=False)))


def load_outcome(data: bytes) -> Outcome:
    """Return what ``Outcome.dump`` has written."""
    head = data.index(b"\0")
    suppressing, digest, traces = _LENGTHS.unpack_from(data, head + 1)
    start = head + 1 + _LENGTHS.size
    then = start + digest
    end = then + traces
    findings: tuple[Finding, ...] | None = None
    if data[0] == _WANTED:
        findings = tuple(map(_finding, json.loads(data[end:]))) if end < len(data) else ()
    return Outcome(
        data[1:head].decode("utf-8", "surrogatepass"), findings, data[then:end], suppressing, data[start:then]
    )


def gist(data: bytes) -> bytes | None:
    """Return what a dumped outcome says to rules across, where that is all: no finding, nothing that is suppressed."""
    head = data.index(b"\0")
    suppressing, digest, traces = _LENGTHS.unpack_from(data, head + 1)
    start = head + 1 + _LENGTHS.size + digest
    return data[start:] if not suppressing and start + traces == len(data) else None


def dump_findings(found: Findings) -> bytes:
    """Return the findings of a whole corpus as bytes."""
    return _dump([[_row(one) for one in found.findings], found.letters, found.rules])


def load_findings(data: bytes) -> Findings:
    """Return what ``dump_findings`` has written."""
    findings, letters, rules = json.loads(data)
    return Findings(tuple(map(_finding, findings)), letters, tuple((code, name, said) for code, name, said in rules))


def _dump(content: list[Any]) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode("ascii")


def _row(one: Finding) -> list[Any]:
    """The fields of a finding in their order, values as lists."""
    excerpt = one.excerpt
    return [
        one.code, one.name, one.severity, one.message, _place(one.where), one.fixable, one.fingerprint,
        [_place(where) for where in one.related],
        [(edit.span.start, edit.span.end, edit.replacement) for edit in one.edits],
        None if excerpt is None else (excerpt.words, excerpt.before, excerpt.length),
    ]  # fmt: skip


def _place(where: Where) -> tuple[str, int, int, int, int]:
    return where.path, where.line, where.column, where.end_line, where.end_column


def _finding(row: list[Any]) -> Finding:
    code, name, severity, message, where, fixable, fingerprint, related, edits, excerpt = row
    return Finding(
        code, name, severity, message, Where(*where), fixable, fingerprint,
        tuple(Where(*place) for place in related),
        tuple(Edit(Span(start, end), replacement) for start, end, replacement in edits),
        None if excerpt is None else Excerpt(*excerpt),
    )  # fmt: skip
