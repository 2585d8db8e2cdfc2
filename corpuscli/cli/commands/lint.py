"""``corpuscli lint``: what an editor should look at."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.linting import Baseline, Chosen, Fixing, Which, default_format, show, summarise, write
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    which: Which,
    filters: Filters,
    *,
    chosen: Chosen,
    fixing: Fixing,
    baseline: Baseline,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    again: Annotated[
        bool, typer.Option("--watch", help="Look again whenever a letter or a register changes; Ctrl+C ends.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 whatever is found.")] = False,
) -> int:
    """Look for what is wrong in the letters; exit 1 when there is an error or a warning.

    Formats: full, concise, github (by itself in GitHub Actions), gitlab, sarif, junit, checkstyle, json, jsonl.
    'corpuscli rules' lists what is looked for.

    Examples:
      $ corpuscli lint --hints
      $ corpuscli lint --fix --diff
      $ corpuscli lint --select M --format concise --sender Chicherin
    """
    from corpuscli.exports import load, table_writer
    from corpuscli.linting.baseline import without
    from corpuscli.linting.findings import shown
    from corpuscli.linting.known import lint_corpus
    from corpuscli.linting.statistics import counted
    from corpuscli.store.writing.settling import open_to_write

    console, form = open_console(shared), shared.format or default_format()
    table = table_writer(shared.format or "simple") if statistics else None
    export = None if statistics else load("findings", form)

    def look() -> int:
        corpus, known = open_to_write(shared.corpus, dry_run=fixing.diff or not fixing.fix), baseline.known()
        choice = chosen.choice()
        asked = which.paths(console, corpus, filters)
        found = lint_corpus(corpus, choice, asked)
        if fixing.checked().fix or fixing.diff:
            mended = fixing.mended(corpus, choice, found, known)
            if fixing.diff:
                show(console, corpus, mended)
                return int(bool(mended) and not exit_zero)
            write(console, corpus, mended, form)
            found = lint_corpus(corpus, choice, asked)
        if baseline.write_baseline:
            baseline.write(console, found.findings)
            known.update(one.fingerprint for one in found.findings)
        found = shown(corpus, replace(found, findings=without(found.findings, known)))
        if table:
            table(counted(found), console.out)
        if export:
            from corpuscli.exports.narrowing import narrow

            export.write(narrow(found, console.width), console.out, console.paint)
        summarise(console, found, form)
        return int(found.failing and not exit_zero)

    if not again:
        return look()
    from corpuscli.cli.watching import watch
    from corpuscli.errors import UsageError

    if fixing.fix or fixing.diff or baseline.write_baseline:
        raise UsageError("--watch only looks: it does not go with --fix, --diff or --write-baseline")
    return watch(console, str(open_to_write(shared.corpus, dry_run=True).root), look)
