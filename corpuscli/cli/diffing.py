"""Prints how a file would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.cli.console import Console


def show_diff(console: Console, path: str, old: str, new: str) -> None:
    """Print the unified diff of a file; an empty ``old`` is a file that is not there."""
    from corpuscli.text.diffs import unified
    from corpuscli.text.visible import visible

    lines = unified(path, old, new).splitlines()
    if not old:
        lines[:1] = ["--- /dev/null"]
    for line in lines:
        style = {"+": "added", "-": "removed"}.get(line[:1], "")
        console.print(console.paint(visible(line), style) if style else visible(line))
