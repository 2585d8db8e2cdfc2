"""The options of dedupe, what it prints, and what it changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.errors import UsageError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable

    from corpuscli.cli.console import Console
    from corpuscli.dedupe.run import Found

Words = list[str] | None
FOLDED = ("within", "letter", "across")
"""What people and CI are shown unless they ask: boilerplate is folded away."""


@dataclass(frozen=True, slots=True)
class Known:
    """Passages that are known, and how they become so."""

    accept: Annotated[
        Words, typer.Option("--accept", metavar="PASSAGE", help="Keep this passage on purpose: by its 16 digits.")
    ] = None
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="With --accept: why it is kept.")] = ""
    baseline: Annotated[
        str, typer.Option("--baseline", metavar="FILE", help="Leave out the passages that FILE knows.")
    ] = ""
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all passages to the file that --baseline names.")
    ] = False

    def checked(self) -> Known:
        """Return the options, if they go together.

        Raises:
            UsageError: ``--accept`` without a reason, ``--reason`` without it, ``--write-baseline`` without a file.
        """
        if self.accept and not self.reason.strip():
            raise UsageError("--accept needs to know why: add --reason 'a quotation'")
        if self.reason and not self.accept:
            raise UsageError("--reason does nothing by itself: add --accept PASSAGE")
        if self.write_baseline and not self.baseline:
            raise UsageError("--write-baseline needs to know where to: add --baseline FILE")
        return self

    def left(self, console: Console, found: Found) -> Found:
        """Return the passages that are not known; write the baseline where that is asked for, and say so."""
        from corpuscli.dedupe.known import dump, without
        from corpuscli.store.outside import write_text

        if self.write_baseline:
            passages = found.of(FOLDED).passages
            write_text(self.baseline, dump(passages))
            count = len(passages)
            console.say(f"{self.baseline}: {count} passage{'s' * (count != 1)} that will not count")
        known = self._baseline()
        return replace(found, passages=without(found.passages, known)) if known else found

    def _baseline(self) -> Counter[str] | None:
        if not self.baseline:
            return None
        from corpuscli.dedupe.known import parse
        from corpuscli.store.files import read_text

        return parse(read_text(self.baseline), self.baseline)


def refuse(console: Console, *, keep: bool, interactive: bool) -> None:
    """Refuse what does not go together.

    Raises:
        UsageError: ``--keep`` where nothing is to change; ``--interactive`` where nobody can answer.
    """
    if keep:
        raise UsageError("--keep does nothing by itself: add --write")
    if interactive and not console.interactive:
        raise UsageError("--interactive asks about each passage: it needs a terminal")


def without_accepted(found: Found) -> tuple[Found, int]:
    """Leave out the passages that accepted.yaml keeps; returns how many these are too."""
    from corpuscli.dedupe.known import accepted_among
    from corpuscli.store.accepted import accepted

    entries = accepted(found.letters.corpus)
    if not entries:
        return found, 0
    known = accepted_among(found, entries)
    return replace(found, passages=tuple(one for one in found.passages if one not in known)), len(known)


def writer(console: Console, form: str) -> Callable[[Found, Iterable[str]], None]:
    """Return what prints passages of some kinds in a format; data formats show all kinds where none is asked for.

    Raises:
        UnknownNameError: There is no such format, with the nearest.
    """
    from corpuscli.dedupe import rows
    from corpuscli.exports import formats, load, table_writer

    if (form or "full") in formats("repeats"):
        export = load("repeats", form or "full")
        more = {"width": console.width} if form in ("", "full") else {}

        def page(found: Found, kinds: Iterable[str]) -> None:
            wanted = found.of(kinds or FOLDED)
            export.write(rows.shown(wanted.letters, wanted.passages), console.out, console.paint, **more)

        return page
    write = table_writer(form)

    def table(found: Found, kinds: Iterable[str]) -> None:
        wanted = found.of(kinds) if kinds else found
        write(rows.table(rows.shown(wanted.letters, wanted.passages)), console.out)

    return table


def accept_passages(console: Console, found: Found, known: Known, *, dry_run: bool) -> None:
    """Write passages to accepted.yaml.

    Raises:
        UnknownNameError: No passage has that name, with the nearest.
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.dedupe.known import entries_for
    from corpuscli.store.accepted import accept
    from corpuscli.store.writing.transaction import Transaction

    corpus = found.letters.corpus
    job = Transaction(corpus.root, command_line())
    accept(job, corpus, entries_for(found, known.accept or (), known.reason))
    carry_out(console, corpus, job, dry_run=dry_run)


def keep_letter(console: Console, found: Found, name: str, *, dry_run: bool) -> None:
    """Take away the letters that say the same as one that is kept.

    Raises:
        UnknownNameError: No letter is called so, with the nearest ids.
        UsageError: No letter says the same.
    """
    from corpuscli.cli.changing import carry_out, command_line
    from corpuscli.dedupe.run import twins_of
    from corpuscli.store.files import read_bytes
    from corpuscli.store.writing.transaction import Transaction

    corpus = found.letters.corpus
    others = twins_of(found, name)
    if not others:
        raise UsageError(f"--keep {name}: no letter says the same; see them: corpuscli dedupe --kind letter")
    job = Transaction(corpus.root, command_line())
    for path in others:
        job.remove(path, read_bytes(corpus.absolute(path)))
    carry_out(console, corpus, job, dry_run=dry_run)


def remove(console: Console, found: Found, least: int | None, *, dry_run: bool) -> int:
    """Take the exact later copies within letters away, or show what would go; returns how many stay."""
    from corpuscli.cli.changing import command_line
    from corpuscli.dedupe.run import preview, put, removals
    from corpuscli.store.writing.transaction import Transaction
    from corpuscli.text.diffs import unified

    corpus = found.letters.corpus
    plans = {path: plan for path, plan in removals(found, least).items() if plan.edits or plan.kept}
    going = sum(plan.copies for plan in plans.values())
    gone = sum(len(edit.span) for plan in plans.values() for edit in plan.edits)
    copies = f"{going} {'copy' if going == 1 else 'copies'} ({gone} characters)"
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
