"""``corpuscli schema``: the front matter for editors."""

from __future__ import annotations

from corpuscli.cli.console import open_console
from corpuscli.cli.options import Shared


def command(shared: Shared) -> int:
    """Print the JSON Schema of the front matter, so that editors complete keys and mark wrong ones.

    Keys that corpus.yaml declares are in it; outside a corpus, only those that every corpus has.

    Examples:
      $ corpuscli schema
      $ corpuscli schema --corpus letters
    """
    from corpuscli.data.keys import key_rows
    from corpuscli.errors import NoCorpusError, UnknownNameError
    from corpuscli.exports.schema import front_matter_schema
    from corpuscli.model.letter import REQUIRED_KEYS
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    if shared.format not in ("", "json"):
        raise UnknownNameError("format", shared.format, ("json",))
    try:
        own = open_corpus(shared.corpus).config.fields
    except NoCorpusError:
        if shared.corpus:
            raise
        own = ()
    console.print(front_matter_schema(key_rows(), REQUIRED_KEYS, own))
    return 0
