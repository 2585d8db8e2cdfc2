"""What an export of letters is given, and where it says what it could not hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass
from corpuscli.xref.letter import citations_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from corpuscli.model.letter import Letter
    from corpuscli.relations.people.register import Register
    from corpuscli.text.citations.registers import Registers
    from corpuscli.xref.letter import Cited


class _Any:
    """Holds every id: whoever knows no better."""

    def __contains__(self, name: object) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Volume:
    """Letters on their way out.

    Args:
        letters: A stream that can be read once.
        register: Who is meant by a name.
        title: The corpus's name.
        publication: publisher, editor, licence, url, uuid and date of corpus.yaml.
        resolved: Says of a letter's citations what they point to; asked for by formats that have a place for it.
        registers: The archives and works of the corpus, besides the built-in ones.
        twins: Returns ids, among them all that several of the letters have.
        losses: What a format cannot hold: how many letters it concerns.
        doubts: What those for whom it is written would not like, with how often.
    """

    letters: Iterable[Letter]
    register: Register
    title: str
    publication: Mapping[str, str]
    resolved: Callable[[Letter], Iterable[Cited]] = citations_of
    registers: Registers | None = None
    twins: Callable[[], Container[str]] = _Any
    losses: Counter[str] = field(default_factory=Counter[str])
    doubts: Counter[str] = field(default_factory=Counter[str])
