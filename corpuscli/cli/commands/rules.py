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
    from corpuscli.exports import load
    from corpuscli.linting.loader import load_rules
    from corpuscli.linting.manual import explained, listed

    console = open_console(shared)
    rules = load_rules()
    if code:
        console.print(explained(rules, code))
    elif shared.format:
        load("tables", shared.format).write(listed(rules), console.out)
    else:
        for rule in rules:
            severity = console.paint(f"{rule.severity:8}", rule.severity)
            console.print(f"{console.paint(rule.code, 'bold')}  {severity} {rule.name:24} {rule.summary}")
    return 0
