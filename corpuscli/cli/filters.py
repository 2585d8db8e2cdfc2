"""The filter flags, the same for every command."""

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.completion import values
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.querying.flags import Asked

Texts = list[str] | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What letters are asked for. A flag given several times means or; several flags mean and."""

    sender: Annotated[
        Texts, typer.Option("--sender", shell_complete=values("sender"), metavar="NAME", help="Who wrote.")
    ] = None
    recipient: Annotated[
        Texts, typer.Option("--recipient", shell_complete=values("recipient"), metavar="NAME", help="To whom.")
    ] = None
    person: Annotated[
        Texts, typer.Option("--person", shell_complete=values("person"), metavar="NAME", help="Who wrote or to whom.")
    ] = None
    place: Annotated[
        Texts, typer.Option("--place", shell_complete=values("place"), metavar="PLACE", help="Where it was written.")
    ] = None
    date: Annotated[Texts, typer.Option("--date", metavar="DATE", help="A day, month, year, or 1921..1922-06.")] = None
    since: Annotated[Texts, typer.Option("--since", metavar="DATE", help="From the first day of DATE on.")] = None
    until: Annotated[Texts, typer.Option("--until", metavar="DATE", help="Up to the last day of DATE.")] = None
    before: Annotated[Texts, typer.Option("--before", metavar="DATE", help="Before the first day of DATE.")] = None
    after: Annotated[Texts, typer.Option("--after", metavar="DATE", help="After the last day of DATE.")] = None
    certain: Annotated[bool, typer.Option("--certain", help="Only letters that certainly lie there.")] = False
    undated: Annotated[bool, typer.Option("--undated", help="Only letters without a date.")] = False
    archive: Annotated[Texts, typer.Option("--archive", metavar="NAME", help="Where it is kept.")] = None
    fond: Annotated[Texts, typer.Option("--fond", metavar="N", help="Its fond.")] = None
    opis: Annotated[Texts, typer.Option("--opis", metavar="N", help="Its opis.")] = None
    delo: Annotated[Texts, typer.Option("--delo", metavar="N", help="Its delo.")] = None
    cites: Annotated[Texts, typer.Option("--cites", metavar="ID", help="Cites RGASPI/558/2, or a work.")] = None
    tag: Annotated[Texts, typer.Option("--tag", shell_complete=values("tag"), metavar="TAG", help="Has this tag.")] = (
        None
    )
    type: Annotated[
        Texts, typer.Option("--type", shell_complete=values("type"), metavar="TYPE", help="letter, telegram, note ...")
    ] = None
    language: Annotated[
        Texts,
        typer.Option("--language", shell_complete=values("language"), metavar="CODE", help="BCP 47: de is de-AT too."),
    ] = None
    has: Annotated[Texts, typer.Option("--has", metavar="KEY", help="Has this key.")] = None
    missing: Annotated[Texts, typer.Option("--missing", metavar="KEY", help="Lacks this key.")] = None
    match: Annotated[
        Texts, typer.Option("--match", metavar="TEXT", help="Says this in text or notes, also within a word.")
    ] = None

    def asked(self, query: list[str] | None) -> "Asked":
        """Return what is asked, with the words of a query."""
        from corpuscli.querying.flags import Asked

        lists = [field.name for field in fields(self) if field.name not in ("certain", "undated")]
        flags: dict[str, tuple[str, ...]] = {name: tuple(getattr(self, name) or ()) for name in lists}
        return Asked(flags, " ".join(query or ()), self.certain, self.undated)
