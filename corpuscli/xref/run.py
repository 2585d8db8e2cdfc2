"""Cross-references of a corpus as rows: the JSON shape ``citation`` of the command line."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UnknownNameError
from corpuscli.model.letter import Letter
from corpuscli.model.span import Span
from corpuscli.model.table import Table
from corpuscli.model.values import dataclass
from corpuscli.relations.citations.known import Letters
from corpuscli.relations.citations.resolver import resolve
from corpuscli.text.positions import Positions
from corpuscli.xref.letter import Cited, citations_of

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

    Raises:
        UnknownNameError: An id that no letter has, with the nearest.
    """
    paths = {path.rpartition("/")[2].rpartition(".")[0]: path for path in corpus.letter_paths()}
    _known("id", ids, tuple(paths))
    asked = {paths[name] for name in ids}
    found = References()
    letters = Letters()
    for path in paths.values():
        try:
            letter = corpus.read(path)
        except InputError as problem:
            found.unread.append(problem)
            continue
        letters.add(letter, corpus.registers)
        if not asked or path in asked:
            found.cited += citations_of(letter, corpus.registers)
    found.cited = [replace(one, citation=resolve(one.citation, one.letter.id, letters)) for one in found.cited]
    return found


def references_of_text(text: str, path: str) -> References:
    """Find what any text cites, without a corpus: what would point to letters stays unresolved."""
    whole = Span(0, len(text))
    return References(list(citations_of(Letter(path, text, (), whole, whole))))


def table(corpus: Corpus | None, cited: Iterable[Cited]) -> Table:
    """Return citations as rows; without a corpus a letter's path is shown as it is."""
    return Table(COLUMNS, _rows(corpus, cited), numeric=frozenset(["line"]), title="citations")


def _rows(corpus: Corpus | None, cited: Iterable[Cited]) -> Iterable[dict[str, object]]:
    positions, path, seen = Positions(""), "", ""
    for one in cited:
        letter, citation = one.letter, one.citation
        if letter.path != seen:
            path = corpus.shown(letter.path) if corpus is not None else letter.path
            positions, seen = Positions(letter.source), letter.path
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
