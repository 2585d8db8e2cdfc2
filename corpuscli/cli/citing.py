"""Shows citations as a table, a concordance, a graph, in a style, or against an older run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import UsageError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.store.corpus import Corpus
    from corpuscli.xref.run import References


@dataclass(frozen=True, slots=True)
class View:
    """How citations are shown; at most one of these is named.

    Args:
        graph: A format of graphs.
        concordance: A level to gather them by.
        render: A style to print them in.
        compare: A file with an older run.
    """

    graph: str = ""
    concordance: str = ""
    render: str = ""
    compare: str = ""

    def check(self, table_format: str | None) -> None:
        """Refuse what cannot go together.

        Raises:
            UsageError: Two views, or a format of tables for what is no table.
        """
        named = [f"--{name}" for name in ("graph", "concordance", "render", "compare") if getattr(self, name)]
        if len(named) > 1:
            raise UsageError(f"{' and '.join(named)} are two views: ask for one at a time")
        if table_format and (self.graph or self.render):
            raise UsageError(f"{named[0]} has formats of its own: leave --format out")


def show(console: Console, view: View, found: References, corpus: Corpus | None, table_format: str) -> None:
    """Print citations.

    Raises:
        UsageError: Of ``compare`` without a corpus.
        UnknownNameError: A format, level or style that is none.
        InputError: The older run cannot be read.
    """
    if view.graph:
        _graph(console, view.graph, found, corpus)
    elif view.render:
        _rendered(console, view.render, found, corpus)
    elif view.concordance:
        from corpuscli.exports import table_writer
        from corpuscli.xref.concordance import concordance

        table_writer(table_format, console.width)(concordance(found.cited, view.concordance), console.out)
    elif view.compare:
        _compared(console, view.compare, found, corpus, table_format)
    else:
        from corpuscli.exports import table_writer
        from corpuscli.xref import run

        rows = run.letters_table(found.cited) if table_format == "ids" else run.table(corpus, found.cited)
        table_writer(table_format, console.width)(rows, console.out)


def _graph(console: Console, name: str, found: References, corpus: Corpus | None) -> None:
    from corpuscli.exports import load
    from corpuscli.xref.graph import graph

    export = load("graphs", name, "graph format")
    made = graph(found.cited, corpus.config.title if corpus is not None else "")
    export.write(made, console.out)
    if name == "mermaid":
        drawn = len(export.drawn(made))
        if drawn < len(made.edges):
            console.say(
                f"{drawn} of {len(made.edges)} edges: GitHub draws no more; --graph dot and the others have all"
            )


def _rendered(console: Console, style: str, found: References, corpus: Corpus | None) -> None:
    from corpuscli.text.citations.registers import built_in_registers
    from corpuscli.text.visible import visible
    from corpuscli.xref.rendering import rendered

    registers = (corpus.registers if corpus is not None else None) or built_in_registers()
    lines = rendered((one.citation for one in found.cited), style, registers)
    if style == "csl":
        console.out.write("[" + ",\n ".join(lines) + "]\n")
        return
    for line in lines:
        console.print(visible(line))


def _compared(console: Console, path: str, found: References, corpus: Corpus | None, table_format: str) -> None:
    from corpuscli.exports import table_writer
    from corpuscli.store.files import read_text
    from corpuscli.xref import run
    from corpuscli.xref.compare import compare, read_rows

    old = read_rows(read_text(path), path)
    changes = compare(old, run.table(corpus, found.cited).rows)
    table_writer(table_format, console.width)(changes.table, console.out)
    console.say(changes.summary())
