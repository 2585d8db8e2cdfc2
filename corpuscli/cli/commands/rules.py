"""``corpuscli rules``: what lint looks for."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.completion import codes
from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", shell_complete=codes, help="What to explain: code, name, family or ALL.")
    ] = "",
) -> int:
    """List the rules of lint, or explain one, or a family of them.

    Examples:
      $ corpuscli rules
      $ corpuscli rules glued-marker
    """
    from corpuscli.exports import table_writer
    from corpuscli.linting.loader import load_rules
    from corpuscli.linting.manual import explained, listed, named

    console = open_console(shared)
    rules = load_rules()
    chosen = named(rules, code) if code else rules
    if shared.format:
        table_writer(shared.format, console.width)(listed(chosen), console.out)
    elif code:
        console.print(explained(chosen, console.width))
    else:
        for rule in rules:
            severity = console.paint(f"{rule.severity:8}", rule.severity)
            console.print(f"{console.paint(rule.code, 'bold')}  {severity} {rule.name:24} {rule.summary}")
    return 0
