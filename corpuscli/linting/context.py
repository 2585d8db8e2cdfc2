"""What all letters of one run are looked at with: the corpus's configuration and registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpuscli.model.person import Person
    from corpuscli.store.accepted import Accepted
    from corpuscli.store.config import Config
    from corpuscli.text.citations.registers import Registers
    from corpuscli.text.citations.repositories import Repositories

T = TypeVar("T")


class Context:
    """A corpus, as rules see it.

    Args:
        config: What corpus.yaml says.
        people: The register people.yaml.
        codes: The codes of all rules there are.
        registers: The archives and works in use; None where the corpus adds nothing to the built-in ones.
        accepted: Reads the repeated passages that are kept on purpose.
    """

    def __init__(
        self,
        config: Config,
        people: tuple[Person, ...] = (),
        codes: frozenset[str] = frozenset(),
        registers: Registers | None = None,
        accepted: Callable[[], tuple[Accepted, ...]] = tuple,
    ) -> None:
        self.config, self.people, self.codes, self.registers = config, people, codes, registers
        self.accepted = accepted
        self._made: dict[object, object] = {}

    @property
    def archives(self) -> Repositories:
        """The archives in use."""
        from corpuscli.text.citations.repositories import built_in

        return built_in() if self.registers is None else self.registers.repositories

    def once(self, make: Callable[[Context], T]) -> T:
        """Return ``make(self)``, made once per run: a rule's own tables, for instance of names."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])
