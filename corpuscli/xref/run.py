"""Cross-references of a corpus as rows: the JSON shape ``citation`` of the command line."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UnknownNameError
from corpuscli.model.letter import Letter
from corpuscli.model.span import Span
from corpuscli.model.table import Table
from corpuscli.model.values import dataclass
from corpuscli.relations.citations.corpus import corpus_citations
from corpuscli.relations.citations.facts import Cited, facts_of
from corpuscli.store.asked import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.model.citation import Citation
    from corpuscli.store.corpus import Corpus

COLUMNS = ("ids", "raw", "letter", "part", "line", "state", "targets")
KINDS = ("archive", "work", "letter", "document", "note")
STATES = ("resolved", "unresolved", "ambiguous", "dangling", "malformed")
FAILING = ("dangling", "malformed")


@dataclass(slots=True)
class References:
    """What a corpus cites.

    Args:
        cited: All citations, letter by letter.
        unread: Letters that cannot be read.
    """

    cited: list[Cited] = field(default_factory=list[Cited])
    unread: list[InputError] = field(default_factory=list[InputError])

    def only(self, states: Sequence[str], kinds: Sequence[str], cites: Sequence[str] = ()) -> References:
        """Keep the citations of some states and kinds, and of what is cited; none named means all.

        Raises:
            UnknownNameError: A state or kind that is none, with the nearest.
        """
        _known("state", states, STATES)
        _known("kind", kinds, KINDS)
        kept = [
            one
            for one in self.cited
            if (not states or one.citation.state in states)
            and (not kinds or one.citation.kind in kinds)
            and (not cites or any(_cites(one.citation, asked) for asked in cites))
        ]
        return References(kept, self.unread)

    @property
    def failing(self) -> int:
        """How many are dangling or malformed."""
        return sum(one.citation.state in FAILING for one in self.cited)

    def summary(self) -> str:
        """Say how many there are of each state; the numbers add up to the total."""
        count = {state: sum(one.citation.state == state for one in self.cited) for state in STATES}
        said = ", ".join(f"{number} {state}" for state, number in count.items() if number)
        return f"{len(self.cited)} citation{'s' * (len(self.cited) != 1)}{f': {said}' if said else ''}"


def _cites(citation: Citation, asked: str) -> bool:
    """Tell whether a citation is of what is asked for: an id or a beginning of its parts, or a letter's id.

    ``RGASPI/558/2`` is any file of that opis; the kind, as ``archive:``, may stand before it.
    """
    names = (*citation.ids, *(one.partition(":")[2] for one in citation.ids))
    return asked in citation.targets or any(
        name == asked or name.startswith((f"{asked}/", f"{asked};")) for name in names
    )


def _known(kind: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError(kind, name, nearest(name, known) or tuple(known))


def references(corpus: Corpus, ids: Sequence[str]) -> References:
    """Find what the letters named, or all letters, cite.

    Args:
        corpus: The corpus.
        ids: As ``store.asked`` reads them.

    Raises:
        UnknownNameError: An id that no letter has, with the nearest.
        ConfigError: A register of the corpus cannot be read.
    """
    known = corpus_citations(corpus)
    asked = resolve(corpus, corpus.letter_paths(), ids) if ids else None
    return References(list(known.resolved(asked)), known.unread)


def references_of_text(text: str, path: str) -> References:
    """Find what any text cites, without a corpus: what would point to letters stays unresolved."""
    whole = Span(0, len(text))
    return References(list(facts_of(Letter(path, text, (), whole, whole)).cited))


def table(corpus: Corpus | None, cited: Iterable[Cited]) -> Table:
    """Return citations as rows; without a corpus a letter's path is shown as it is."""
    rows = _rows(corpus, cited)
    return Table(COLUMNS, rows, numeric=frozenset(["line"]), title="citations", spare=("ids", "part", "targets"))


def letters_table(cited: Iterable[Cited]) -> Table:
    """Return the letters that cite, each once."""
    return Table(
        ("id",), ({"id": one} for one in dict.fromkeys(one.letter for one in cited)), title="letters that cite"
    )


def _rows(corpus: Corpus | None, cited: Iterable[Cited]) -> Iterable[dict[str, object]]:
    path = seen = ""
    for one in cited:
        citation = one.citation
        if one.path != seen:
            seen, path = one.path, corpus.shown(one.path) if corpus is not None else one.path
        yield {
            "letter": one.letter,
            "path": path,
            "part": one.part,
            "start": citation.span.start,
            "end": citation.span.end,
            "line": one.line,
            "column": one.column,
            "raw": citation.raw,
            "kind": citation.kind,
            "form": citation.form,
            "ids": list(citation.ids),
            "fields": {key: value for key, value in citation.fields.items() if value is not None},
            "state": citation.state,
            "targets": list(citation.targets),
            "links": [{"letter": to.letter, "by": to.by, "confidence": to.confidence} for to in citation.links],
            "repairs": list(citation.repairs),
        }
