"""What happens while somebody answers."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, cast

import pytest

from corpuscli.cli.adding import Import
from corpuscli.cli.console import Console
from corpuscli.intake.drafts import Draft
from corpuscli.model.reading import Reading

if TYPE_CHECKING:
    from corpuscli.cli.adding import Sources
    from corpuscli.cli.asking import Person
    from corpuscli.intake.adding import Adder


class Interrupting:
    """Says yes to one letter, and interrupts at the next."""

    def __init__(self, yes: int) -> None:
        self.yes = yes

    def adds(self, draft: Draft, heading: str) -> Draft:
        """Answer one question."""
        assert heading == ""
        if not self.yes:
            raise KeyboardInterrupt
        self.yes -= 1
        return draft


@pytest.mark.parametrize(("yes", "told"), [(1, "Not added: the 1 that you said yes to"), (0, "")])
def test_who_interrupts_is_told_what_is_not_added(yes: int, told: str) -> None:
    err = StringIO()
    work = Import(Console(StringIO(), err), cast("Sources", None), cast("Adder", None), dry_run=False, form="")
    drafts = [Draft(Reading((), "text"), "a.txt")] * 300
    with pytest.raises(KeyboardInterrupt):
        work._asked(drafts, cast("Person", Interrupting(yes)))
    assert told in err.getvalue()
    assert bool(told) == bool(err.getvalue())
