"""A citation of an archive, a work, a letter, a document or a note."""

from __future__ import annotations

from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.span import Span

FieldValue = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Link:
    """A letter that a citation points to, or may point to.

    Args:
        letter: Its id.
        by: same-leaf | overlapping-leaves | same-file | number | note | date | id.
        confidence: From 0 to 1; what several letters answer is shared among them.
    """

    letter: str
    by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text cites, and where.

    Args:
        span: Its place in the text it was read from.
        raw: The words themselves: ``span.of(text)``.
        kind: archive | work | letter | document | note.
        form: full | continued | ibid.
        ids: Canonical ids, one per file, as ``archive:RGASPI/558/2/162/1``.
        fields: archive, archive_as_cited, fond, opis, delo, listy ... or work, vol, no, year, date, pages. ``delo`` and
            ``listy`` are tuples, one element per member, ranges expanded and with a hyphen. ``volume`` is of a file;
            ``author``, ``title`` and ``place`` are those of a book that no register knows.
        state: resolved | unresolved | ambiguous | dangling | malformed.
        targets: Ids of the letters it points to, or of the candidates.
        repairs: Codes of what was read in spite of the words, as ``on-for-op``.
        links: The targets with the reason and the confidence of each, the likeliest first.
    """

    span: Span
    raw: str
    kind: str
    form: str = "full"
    ids: tuple[str, ...] = ()
    fields: Mapping[str, FieldValue] = field(default_factory=lambda: MappingProxyType({}))
    state: str = "resolved"
    targets: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def moved(self, by: int) -> Citation:
        """Return the same citation with its place counted from so much earlier; ``replace`` is slower."""
        return Citation(
            self.span.shift(by), self.raw, self.kind, self.form, self.ids, self.fields, self.state, self.targets,
            self.repairs, self.links,
        )  # fmt: skip
