"""From a rule's problem, which is spans, to a finding, which is lines, columns, an excerpt and a fingerprint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.model.finding import Excerpt, Finding, Where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.errors import InputError
    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Rule
    from corpuscli.model.finding import Findings
    from corpuscli.model.problem import Problem
    from corpuscli.model.span import Span
    from corpuscli.store.corpus import Corpus

AROUND = 40
"""Code points on each side of a finding that belong to its fingerprint and its excerpt."""


def finding(rule: Rule, look: Look, problem: Problem, looks: Mapping[str, Look]) -> Finding:
    """Make a finding of a problem.

    Args:
        rule: The rule that found it.
        look: The letter it was found in.
        problem: What was found.
        looks: The looks at the letters that ``problem.related`` names, by path.
    """
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        where=_where(look, problem.span),
        fixable=problem.fixable,
        fingerprint=_fingerprint(rule.code, look.letter.id, _context(look, problem.span)),
        related=tuple(_where(looks[place.path], place.span) for place in problem.related),
        edits=problem.edits,
        excerpt=_excerpt(look, problem.span),
    )


def unread(rule: Rule, path: str, problem: InputError) -> Finding:
    """Make a finding of a letter that cannot be read."""
    message = rule.unread(problem) if rule.unread is not None else problem.message
    line, column = max(problem.line, 1), max(problem.column, 1)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=message,
        where=Where(path, line, column, line, column),
        fingerprint=_fingerprint(rule.code, path, problem.message),
    )


def _where(look: Look, span: Span) -> Where:
    return Where(look.path, *look.positions.at(span.start), *look.positions.at(span.end))


def _context(look: Look, span: Span) -> str:
    """The words of the finding and a few around it in its line, blanks and case levelled."""
    line = look.line_of(span.start)
    start, end = max(line.start, span.start - AROUND), max(span.end, min(line.end, span.end + AROUND))
    return " ".join(look.source[start:end].casefold().split())


def _fingerprint(*parts: str) -> str:
    from hashlib import blake2b

    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _excerpt(look: Look, span: Span) -> Excerpt:
    line = look.line_of(span.start)
    start, end = max(line.start, span.start - AROUND), min(line.end, max(span.start, min(span.end, line.end)) + AROUND)
    end = min(end, start + 3 * AROUND)
    words = look.source[start:end].rstrip("\r")
    length = min(span.end, end) - span.start
    head, tail = "…" * (start > line.start), "…" * (end < line.end)
    return Excerpt(f"{head}{words}{tail}", span.start - start + len(head), max(1, length))


def shown(corpus: Corpus, found: Findings) -> Findings:
    """Return findings with their paths as the user should see them."""
    return replace(found, findings=tuple(_shown(corpus, one) for one in found.findings))


def _shown(corpus: Corpus, one: Finding) -> Finding:
    where, *related = (replace(place, path=corpus.shown(place.path)) for place in (one.where, *one.related))
    return replace(one, where=where, related=tuple(related))
