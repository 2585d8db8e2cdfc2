"""The options that say what a letter is: ``--sender``, ``--date``, ``--set KEY=VALUE`` ..."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.letter import Value


@dataclasses.dataclass(frozen=True, slots=True)
class Keys:
    """What is known of the letters that are added."""

    sender: Annotated[
        list[str] | None,
        typer.Option("--sender", metavar="NAME", help="Who wrote it (; between)."),
    ] = None
    recipient: Annotated[list[str] | None, typer.Option("--recipient", metavar="NAME", help="To whom (; between).")] = (
        None
    )
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="As printed, or in EDTF.")] = None
    place: Annotated[str | None, typer.Option("--place", metavar="PLACE", help="Where it was written.")] = None
    source: Annotated[list[str] | None, typer.Option("--source", metavar="CITATION", help="Where it is kept.")] = None
    form: Annotated[str | None, typer.Option("--form", metavar="WORDS", help="What it looks like.")] = None
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="letter, telegram, note ...")] = None
    tag: Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="A word to find it by.")] = None
    language: Annotated[str | None, typer.Option("--language", metavar="CODE", help="BCP 47: en, ru, de ...")] = None
    id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Instead of the derived id.")] = None
    set: Annotated[list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Any key of a letter.")] = None

    def supplied(self, own_keys: Sequence[str] = ()) -> dict[str, Value]:
        """Return keys and values; what ``--set`` says stands over the other options.

        Raises:
            UsageError: A ``--set`` that cannot be read, an unknown key, a party or tag that says nothing, or a language
                that is none.
        """
        from corpuscli.intake.given import check_value, members, parse_settings

        lists = {"senders": self.sender, "recipients": self.recipient, "source": self.source, "tags": self.tag}
        single = {
            "id": self.id, "date": self.date, "place": self.place, "form": self.form, "type": self.type,
            "language": self.language,
        }  # fmt: skip
        found: dict[str, Value] = {key: members(key, values) for key, values in lists.items() if values}
        found |= {key: value for key, value in single.items() if value is not None}
        check_value("language", self.language or "")
        return found | parse_settings(self.set or (), own_keys)
