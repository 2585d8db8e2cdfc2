"""The options of lint, and what they ask of the library."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.filters import Filters
from corpuscli.errors import UsageError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.linting.choice import Choice
    from corpuscli.linting.fixes import Mended
    from corpuscli.model.finding import Finding, Findings
    from corpuscli.store.corpus import Corpus

Words = list[str] | None
HUMAN = ("full", "concise")


@dataclass(frozen=True, slots=True)
class Which:
    """Which letters are looked at."""

    letters: Annotated[
        Words, typer.Argument(metavar="[PATH or ID]...", help="Only these, or ids that begin so; all by default.")
    ] = None
    changed_since: Annotated[
        str, typer.Option("--changed-since", metavar="REF", help="Only letters that differ from a git commit.")
    ] = ""
    files_from: Annotated[
        str,
        typer.Option(
            "--files-from",
            metavar="FILE",
            help="Only letters named in a file, path or id, one a line; others are passed over.",
        ),
    ] = ""

    where: Annotated[str, typer.Option("--where", metavar="QUERY", help="As from:stalin date:1921.")] = ""

    def paths(self, console: Console, corpus: Corpus, filters: Filters) -> frozenset[str] | None:
        """Return the letters asked for, relative to the corpus; None for all."""
        named = self._named(console, corpus)
        if not self.where and filters == Filters():
            return named
        from corpuscli.querying.choosing import choose_paths
        from corpuscli.querying.flags import question

        answering = choose_paths(corpus, question(corpus, filters.asked([self.where])))
        return answering if named is None else named & answering

    def _named(self, console: Console, corpus: Corpus) -> frozenset[str] | None:
        if not (self.letters or self.changed_since or self.files_from):
            return None
        from corpuscli.store.asked import listed, resolve

        known = tuple(corpus.letter_paths())
        asked = set(resolve(corpus, known, self.letters or ()))
        if self.changed_since:
            from corpuscli.store.changed import changed_since

            asked |= changed_since(corpus.root, self.changed_since).intersection(known)
        if self.files_from:
            from corpuscli.store.files import read_text

            names = sys.stdin.read() if self.files_from == "-" else read_text(self.files_from)
            found, others = listed(corpus, known, names)
            asked |= found
            if others:
                more = ", ..." * (len(others) > 1)
                console.say(f"--files-from: passed over {len(others)} that no letter has: {others[0]}{more}")
        return frozenset(asked)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rules run."""

    select: Annotated[
        Words,
        typer.Option("--select", metavar="CODES", help="Only these rules: codes, names, families or ALL, with commas."),
    ] = None
    ignore: Annotated[Words, typer.Option("--ignore", metavar="CODES", help="Not these rules.")] = None
    hints: Annotated[bool, typer.Option("--hints", help="Look for hints too: what needs an editor's judgement.")] = (
        False
    )

    def choice(self) -> Choice:
        """Return the rules that are meant; ``M,T`` is two words, as in other linters."""
        from corpuscli.linting.choice import Choice

        select, ignore = (
            tuple(word.strip() for words in given or () for word in words.split(",") if word.strip())
            for given in (self.select, self.ignore)
        )
        return Choice(select, ignore, self.hints)


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is mended."""

    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended without a change of meaning.")] = False
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: mend all the rest.")] = (
        False
    )
    diff: Annotated[
        bool, typer.Option("--diff", "--dry-run", help="Show what --fix would change, as a diff; write nothing.")
    ] = False

    def checked(self) -> Fixing:
        """Return the options, if they go together.

        Raises:
            UsageError: ``--unsafe-fixes`` without ``--fix`` or ``--diff``.
        """
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise UsageError("--unsafe-fixes does nothing by itself: add --fix or --diff")
        return self

    def mended(self, corpus: Corpus, choice: Choice, found: Findings, known: Counter[str]) -> list[Mended]:
        """Mend, in memory, the letters of which anything is found that can be mended."""
        from corpuscli.linting.choice import choose
        from corpuscli.linting.fixes import mend_letters
        from corpuscli.linting.loader import load_rules

        paths = frozenset(one.where.path for one in found.findings if one.fixable != "no")
        rules = choose(load_rules(), corpus.config.lint, choice)
        return list(mend_letters(corpus, rules, paths, known, unsafe=self.unsafe_fixes))


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings that do not count."""

    baseline: Annotated[
        str, typer.Option("--baseline", metavar="FILE", help="Leave out the findings that FILE knows.")
    ] = ""
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all findings to the file that --baseline names.")
    ] = False

    def known(self) -> Counter[str]:
        """Return the fingerprints that do not count.

        Raises:
            UsageError: ``--write-baseline`` without ``--baseline``.
            InputError: The file is no baseline.
        """
        if self.write_baseline and not self.baseline:
            raise UsageError("--write-baseline needs to know where to: add --baseline FILE")
        if self.write_baseline or not self.baseline:
            return Counter()
        from corpuscli.linting.baseline import parse
        from corpuscli.store.files import read_text

        return parse(read_text(self.baseline), self.baseline)

    def write(self, console: Console, findings: tuple[Finding, ...]) -> None:
        """Write the file, and say so."""
        from corpuscli.linting.baseline import dump
        from corpuscli.store.outside import write_text

        write_text(self.baseline, dump(findings))
        count = len(findings)
        console.say(f"{self.baseline}: {count} finding{'s' * (count != 1)} that will not count")


def default_format() -> str:
    """Return the format that suits the place: annotations in GitHub Actions, else full."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"


def show(console: Console, corpus: Corpus, mended: list[Mended]) -> None:
    """Print what would change."""
    from corpuscli.text.diffs import unified
    from corpuscli.text.visible import visible

    for one in mended:
        for line in unified(corpus.shown(one.path), one.old, one.new).splitlines():
            style = {"+": "added", "-": "removed"}.get(line[:1], "")
            console.print(console.paint(visible(line), style) if style else visible(line))


def write(console: Console, corpus: Corpus, mended: list[Mended], form: str) -> None:
    """Write what was mended, as one transaction; name the files where a person reads along."""
    from corpuscli.cli.changing import command_line
    from corpuscli.store.writing.transaction import Transaction

    change = Transaction(corpus.root, command_line())
    for one in mended:
        change.replace(one.path, one.old.encode("utf-8"), one.new.encode("utf-8"))
    change.commit()
    for one in mended:
        (console.print if form in HUMAN else console.say)(corpus.shown(one.path))
    if mended:
        count = sum(one.count for one in mended)
        console.say(f"{count} finding{'s' * (count != 1)} mended; corpuscli undo takes it back.")


def summarise(console: Console, found: Findings, form: str) -> None:
    """Say the totals; where GitHub has a place for a job's summary, put a table there."""
    console.say(str(found))
    place = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if form == "github" and place:
        from corpuscli.exports.findings.github import summary
        from corpuscli.store.outside import append_text

        append_text(place, summary(found))
