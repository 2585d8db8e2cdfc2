"""The options by which a table is arranged."""

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.querying.arranging import Arrangement


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table of letters is to look."""

    columns: Annotated[
        str, typer.Option("--columns", metavar="KEYS", help="id,date or +tags,-place; 'help' lists all.")
    ] = ""
    sort: Annotated[str, typer.Option("--sort", metavar="KEYS", help="As place,-words; - goes down.")] = ""
    group_by: Annotated[str, typer.Option("--group-by", metavar="KEY", help="Put together by sender, year ...")] = ""
    count: Annotated[bool, typer.Option("--count", help="How many, or how many of each group.")] = False
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="Rows at most.")] = 0
    template: Annotated[
        str, typer.Option("--template", metavar="TEXT", help="A line a letter, as '$id: $senders'.")
    ] = ""
    raw: Annotated[bool, typer.Option("--raw", help="Leave cells that a spreadsheet would run as they are.")] = False

    def arrangement(self) -> "Arrangement":
        """Return what was asked."""
        from corpuscli.querying.arranging import Arrangement

        return Arrangement(self.columns, self.sort, self.group_by, self.count, self.limit)

    @property
    def words(self) -> str:
        """All that names columns."""
        return f"{self.columns} {self.sort} {self.group_by} {self.template}"

    @property
    def plain(self) -> bool:
        """Whether rows are to stand as they come."""
        return not (self.columns or self.sort or self.group_by or self.template)
