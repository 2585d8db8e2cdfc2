"""A finding of lint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.edit import Edit
    from corpuscli.model.span import Span

Severity = Literal["error", "warning", "hint"]
Fixable = Literal["safe", "unsafe", "no"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of some letter's file: what a finding points at besides its own place."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found in one letter; the linter adds the letter, the rule's name and its severity.

    Args:
        span: Where, in the letter's source.
        message: What is wrong and how to mend it, one line.
        edits: What would mend it; empty where a person must.
        fixable: safe when the text's meaning cannot change.
        related: Other places that belong to it.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    fixable: Fixable = "no"
    related: tuple[Place, ...] = ()
