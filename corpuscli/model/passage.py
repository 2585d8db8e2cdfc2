"""A passage that stands more than once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """One place where the passage stands.

    Args:
        text: Which of the texts searched, counted from 0.
        span: Where in that text; word edges.
    """

    text: int
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and all its copies.

    Args:
        id: Hash of the normalised passage: the same words give the same id anywhere.
        kind: within | across | letter | boilerplate.
        words: Length of the longest copy in words.
        similarity: Likeness of the least like copies, 0-100; 100 where all have the same words.
        copies: Two or more places in the order of the texts; they never overlap.
    """

    id: str
    kind: str
    words: int
    similarity: int
    copies: tuple[Copy, ...]
