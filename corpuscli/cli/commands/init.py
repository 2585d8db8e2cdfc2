"""``corpuscli init``: make a corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(
    shared: Shared,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where; made when it is not there.")] = "letters",
) -> int:
    """Make a corpus: corpus.yaml and people.yaml, with comments that explain each key.

    A corpus that is already there is left alone.

    Examples:
      $ corpuscli init
      $ corpuscli init ~/archive/letters
    """
    from corpuscli.errors import UsageError
    from corpuscli.store.corpus import shown_path
    from corpuscli.store.making import make_corpus
    from corpuscli.store.whereabouts import nested

    if not folder.strip():
        raise UsageError("init: name a folder; . is this one")
    console = open_console(shared)
    made = make_corpus(folder)
    for path in made:
        console.print(path)
    console.say(
        f"A corpus is ready in {folder if folder != '.' else 'this folder'}. Add a letter: corpuscli add --from PAGE"
        if made
        else f"{folder} holds a corpus already; nothing was changed."
    )
    if made and (other := nested(folder)):
        console.say(
            f"It lies in or around another, {shown_path(other)}: the inner one's letters count in the outer one too. "
            "To part them, move one, or delete its corpus.yaml and people.yaml."
        )
    return 0
