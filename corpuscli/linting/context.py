"""What all letters of one run are looked at with: the corpus's configuration and registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.model.person import Person
    from corpuscli.store.config import Config

T = TypeVar("T")


class Context:
    """A corpus, as rules see it.

    Args:
        config: What corpus.yaml says.
        people: The register people.yaml.
        codes: The codes of all rules there are.
    """

    def __init__(self, config: Config, people: tuple[Person, ...] = (), codes: frozenset[str] = frozenset()) -> None:
        self.config, self.people, self.codes = config, people, codes
        self._made: dict[object, object] = {}

    def once(self, make: Callable[[Context], T]) -> T:
        """Return ``make(self)``, made once per run: a rule's own tables, for instance of names."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])
