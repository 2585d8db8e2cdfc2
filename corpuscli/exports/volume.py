"""What an export of letters is given, and where it says what it could not hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpuscli.model.letter import Letter
    from corpuscli.relations.people.register import Register


@dataclass(frozen=True, slots=True)
class Volume:
    """Letters on their way out.

    Args:
        letters: A stream that can be read once.
        register: Who is meant by a name.
        title: The corpus's name.
        publication: publisher, editor, licence, url, uuid and date of corpus.yaml.
        losses: What a format cannot hold: how many letters it concerns.
        doubts: What those for whom it is written would not like, with how often.
    """

    letters: Iterable[Letter]
    register: Register
    title: str
    publication: Mapping[str, str]
    losses: Counter[str] = field(default_factory=Counter[str])
    doubts: Counter[str] = field(default_factory=Counter[str])
