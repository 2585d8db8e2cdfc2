"""What happens while somebody answers."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, cast

import pytest

from corpuscli.cli.adding import Import
from corpuscli.cli.console import Console
from corpuscli.intake.adding import Plan
from corpuscli.intake.drafts import Draft
from corpuscli.model.reading import Reading

if TYPE_CHECKING:
    from corpuscli.cli.adding import Sources
    from corpuscli.cli.asking import Person
    from corpuscli.intake.adding import Adder
    from corpuscli.intake.refreshing import Refreshed


class Interrupting:
    """Says yes to so many questions, and interrupts at the next."""

    everything = False
    stopped = False
    broken_off = False

    def __init__(self, yes: int) -> None:
        self.yes = yes
        self.names = self

    def adds(self, draft: Draft, heading: str) -> Draft:
        """Answer one question."""
        assert heading == ""
        self.refreshes(None)
        return draft

    def refreshes(self, _update: object) -> bool:
        """Answer one question."""
        if not self.yes:
            raise KeyboardInterrupt
        self.yes -= 1
        return True

    def meet(self, _readings: object) -> None:
        """Answer one question."""
        self.refreshes(None)


@pytest.mark.parametrize("yes", [0, 1, 299, 300, 301, 302])
def test_who_interrupts_keeps_what_they_said_yes_to(yes: int) -> None:
    err = StringIO()
    work = Import(Console(StringIO(), err), cast("Sources", None), cast("Adder", None), dry_run=False, form="")
    planned = Plan([Draft(Reading((), "text"), "a.txt")] * 300, [cast("Refreshed", None)])
    person = Interrupting(yes)
    work._ask(planned, cast("Person", person))
    assert len(planned.drafts) + len(planned.updates) == min(yes, 301)
    assert person.broken_off == (yes < 302)
    assert (f"said yes to ({min(yes, 301)}) is written" in err.getvalue()) == (0 < yes < 302)
