"""``corpuscli people``: the register of persons and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.store.corpus import Corpus


def command(
    shared: Shared,
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME | merge A B... | rename A NAME | add NAME...]", help="What to do; see above."),
    ] = None,
    from_: Annotated[
        list[str] | None,
        typer.Option("--from", metavar="FILE", help="With add: TEI or CMIF files, or folders of them."),
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="Only names that the register does not know.")] = False,
    key: Annotated[str, typer.Option("--key", metavar="KEY", help="With rename: the entry's new key too.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, as a diff.")] = False,
) -> int:
    """Count the letters of each person, and show the names that people.yaml does not know with whom they may be.

    NAME shows all spellings of one person. merge makes B a variant of A, add puts a name into the register, rename
    gives a person another name to print; the letters stay as printed. add --from takes over the authority references
    (GND, VIAF ...) of the parties that a TEI or CMIF file names: one reference is one person, whatever the spelling.
    Likeness alone never merges anybody. Formats: all of tables.

    Examples:
      $ corpuscli people --unknown
      $ corpuscli people merge chicherin Tchicherine
      $ corpuscli people add --from cmif.xml
    """
    from shlex import join

    from corpuscli.errors import UnknownNameError
    from corpuscli.exports import table_writer
    from corpuscli.relations.people import rows
    from corpuscli.relations.people.changes import ACTIONS
    from corpuscli.relations.people.register import Register
    from corpuscli.relations.people.tally import tally
    from corpuscli.store.writing.settling import open_to_write
    from corpuscli.text.nearest import nearest

    console = open_console(shared)
    write = table_writer(shared.format or "simple")
    given = words or []
    writes = bool(given and given[0] in ACTIONS) or bool(from_)
    corpus = open_to_write(shared.corpus, dry_run=dry_run or not writes)
    if writes:
        return _change(console, corpus, given, from_ or [], key, dry_run=dry_run)
    register = Register(corpus.people)
    counted = tally(corpus.letters(), register)
    if given:
        try:
            named = counted.named(register, " ".join(given))
        except UnknownNameError:
            near = nearest(given[0], ACTIONS, 1) if len(given) > 1 and given[0].islower() else ()
            if not near:
                raise
            raise UnknownNameError("action", given[0], (f"corpuscli people {join([*near, *given[1:]])}",)) from None
        write(rows.spellings_table(named), console.out)
    else:
        write(rows.people_table(counted.unknown if unknown else counted.counts, register), console.out)
        if counted.unknown:
            console.say(f"{len(counted.unknown)} name(s) unknown or of several persons: corpuscli people add | merge")
    for problem in counted.unread:
        console.complain(str(problem))
    return 2 if counted.unread else 0


def _change(console: Console, corpus: Corpus, words: list[str], files: list[str], key: str, *, dry_run: bool) -> int:
    """Change the register; a file of ``--from`` that cannot be read is complained of and passed over."""
    from shlex import join

    from corpuscli.intake.named import read_named
    from corpuscli.relations.people.changes import change
    from corpuscli.text.diffs import unified

    unread: list[str] = []
    named = (person for file in files for person in read_named(file, corpus, unread.append))
    changed = change(corpus, words, key, named if files else None)
    for problem in unread:
        console.complain(problem)
    done = ["people", *words, *(word for file in files for word in ("--from", file)), *(["--key", key] if key else [])]
    if dry_run:
        console.out.write(unified(changed.path, changed.old or "", changed.new))
    elif changed.write(join(done)):
        console.print(changed.path)
        console.say(f"{changed.said}; corpuscli undo takes that back.")
    else:
        console.say("Nothing to change.")
    return 2 if unread else 0
