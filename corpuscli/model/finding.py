"""A finding as it is printed, counted, suppressed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.edit import Edit
    from corpuscli.model.problem import Fixable, Severity


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A stretch of a file.

    Args:
        path: The file; relative to the corpus while it is worked with, as the user should see it when it is printed.
        line: Line of its first code point, from 1.
        column: Column of its first code point, from 1, in code points.
        end_line: Line of its end, from 1.
        end_column: Column of its end, exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line a finding stands in, cut to what a person reads at a glance.

    Args:
        words: A part of the line, without its line end.
        before: How many code points of ``words`` stand before the finding.
        length: How many code points of ``words`` it covers; at least 1.
    """

    words: str
    before: int
    length: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Args:
        code: The rule's code, as ``M103``.
        name: The rule's name, as ``glued-marker``.
        severity: error | warning | hint.
        message: What is wrong and how to mend it, one line.
        where: Its place.
        fixable: safe | unsafe | no.
        fingerprint: Names the finding over time: rule, letter and the words around it, wherever they have moved.
        related: Other places that belong to it.
        edits: What would mend it, as spans of the file's decoded text.
        excerpt: The line it stands in; None where the file cannot be read.
    """

    code: str
    name: str
    severity: Severity
    message: str
    where: Where
    fixable: Fixable = "no"
    fingerprint: str = ""
    related: tuple[Where, ...] = ()
    edits: tuple[Edit, ...] = ()
    excerpt: Excerpt | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What lint found in a corpus.

    Args:
        findings: In the order of paths, and of places in them.
        letters: How many letters were looked at.
        rules: The rules that ran: code, name and summary, in the order of codes.
    """

    findings: tuple[Finding, ...]
    letters: int = 0
    rules: tuple[tuple[str, str, str], ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings are of that severity."""
        return sum(one.severity == severity for one in self.findings)

    @property
    def failing(self) -> bool:
        """Whether there is an error or a warning."""
        return any(one.severity != "hint" for one in self.findings)

    def __str__(self) -> str:
        kinds: tuple[Severity, ...] = ("error", "warning", "hint")
        counts = [f"{n} {kind}{'s' * (n > 1)}" for kind in kinds if (n := self.count(kind))]
        return f"{', '.join(counts) or 'nothing found'} in {self.letters} letter{'s' * (self.letters != 1)}"
