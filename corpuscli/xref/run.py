"""Cross-references of a corpus as rows: the JSON shape ``citation`` of the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UnknownNameError
from corpuscli.model.table import Table
from corpuscli.text.positions import Positions
from corpuscli.xref.letter import Cited, citations_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.store.corpus import Corpus

COLUMNS = ("ids", "raw", "letter", "part", "line", "state")
KINDS = ("archive", "work")
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

    def only(self, states: Sequence[str], kinds: Sequence[str]) -> References:
        """Keep the citations of some states and kinds; none named means all.

        Raises:
            UnknownNameError: A state or kind that is none, with the nearest.
        """
        _known("state", states, STATES)
        _known("kind", kinds, KINDS)
        kept = [
            one
            for one in self.cited
            if (not states or one.citation.state in states) and (not kinds or one.citation.kind in kinds)
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


def _known(kind: str, names: Sequence[str], known: Sequence[str]) -> None:
    for name in names:
        if name not in known:
            from corpuscli.text.nearest import nearest

            raise UnknownNameError(kind, name, nearest(name, known) or tuple(known))


def references(corpus: Corpus, ids: Sequence[str]) -> References:
    """Find what the letters named, or all letters, cite.

    Raises:
        UnknownNameError: An id that no letter has, with the nearest.
    """
    paths = {path.rpartition("/")[2].rpartition(".")[0]: path for path in corpus.letter_paths()}
    _known("id", ids, tuple(paths))
    found = References()
    for path in (paths[name] for name in dict.fromkeys(ids or paths)):
        try:
            found.cited += citations_of(corpus.read(path))
        except InputError as problem:
            found.unread.append(problem)
    return found


def table(corpus: Corpus, cited: Iterable[Cited]) -> Table:
    """Return citations as rows."""
    return Table(COLUMNS, _rows(corpus, cited), numeric=frozenset(["line"]), title="citations")


def _rows(corpus: Corpus, cited: Iterable[Cited]) -> Iterable[dict[str, object]]:
    positions, path, seen = Positions(""), "", ""
    for one in cited:
        letter, citation = one.letter, one.citation
        if letter.path != seen:
            positions, path, seen = Positions(letter.source), corpus.shown(letter.path), letter.path
        line, column = positions.at(citation.span.start)
        yield {
            "letter": letter.id,
            "path": path,
            "part": one.part,
            "start": citation.span.start,
            "end": citation.span.end,
            "line": line,
            "column": column,
            "raw": citation.raw,
            "kind": citation.kind,
            "form": citation.form,
            "ids": list(citation.ids),
            "fields": {key: value for key, value in citation.fields.items() if value is not None},
            "state": citation.state,
            "targets": list(citation.targets),
            "repairs": list(citation.repairs),
        }
