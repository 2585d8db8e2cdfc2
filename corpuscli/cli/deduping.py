"""What dedupe prints, and what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.cli.console import Console
    from corpuscli.dedupe.run import Found


FOLDED = ("within", "letter", "across")
"""What people are shown unless they ask: boilerplate is folded away."""


def print_repeats(console: Console, found: Found, form: str, kinds: Iterable[str]) -> None:
    """Print the passages of some kinds; where none is asked for, people are shown all but boilerplate."""
    from corpuscli.dedupe import rows
    from corpuscli.exports import load, table_writer

    if form in ("", "full"):
        wanted = found.of(kinds or FOLDED)
        load("repeats", "full").write(rows.shown(wanted.letters, wanted.passages), console.out, console.paint)
    else:
        wanted = found.of(kinds) if kinds else found
        table_writer(form)(rows.table(rows.shown(wanted.letters, wanted.passages)), console.out)
    console.say(found.summary())


def remove(console: Console, found: Found, least: int | None, *, dry_run: bool) -> int:
    """Take the exact later copies within letters away, or show what would go; returns how many stay."""
    from corpuscli.cli.changing import command_line
    from corpuscli.dedupe.run import preview, put, removals
    from corpuscli.store.writing.transaction import Transaction
    from corpuscli.text.diffs import unified

    corpus = found.letters.corpus
    plans = removals(found, least)
    plans = {path: plan for path, plan in plans.items() if plan.edits or plan.kept}
    going = sum(plan.copies for plan in plans.values())
    copies = f"{going} {'copy' if going == 1 else 'copies'}"
    if dry_run:
        for path, old, new in preview(corpus, plans):
            console.out.write(unified(corpus.shown(path), old, new))
        console.say(f"{copies} to remove: corpuscli dedupe --write" if going else "Nothing can be removed safely.")
    else:
        job = Transaction(corpus.root, command_line())
        put(job, corpus, plans)
        job.commit()
        for change in job.changes:
            console.print(corpus.shown(change.path))
        console.say(f"Removed {copies}; corpuscli undo takes that back." if going else "Nothing was removed.")
    kept = [f"{corpus.shown(path)}: {why}" for path, plan in plans.items() for why in plan.kept]
    for line in kept:
        console.complain(line)
    return len(kept) + (going if dry_run else 0)
