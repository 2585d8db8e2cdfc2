"""Makes a new corpus."""

from __future__ import annotations

import os

from corpuscli.errors import InputError
from corpuscli.store.corpus import PEOPLE_NAME, shown_path
from corpuscli.store.whereabouts import CONFIG_NAME

CONFIG = """\
# What this corpus is. Every key may be left out; a line that begins with # is a comment.

# The corpus's name.
title:

# The language of letters that name none (BCP 47: en, ru, de, fr ...).
language:

# First and last year that a letter may have; lint reports dates outside.
# span: [1912, 1927]

# How 3/4/21 is meant: true is 3 April, false is 4 March. Without it such dates are not guessed.
# day_first: true

# Keys of your own that letters may have, besides those that begin with x-.
# fields: [box, colour]

# A BibTeX or CSL-JSON file in this folder: works that letters cite.
# bibliography: works.bib

# What lint does differently here: codes (M103), families (M) or names (glued-marker).
# lint:
#   ignore: [broken-hyphenation]
#   severity: {glued-marker: warning}

# Queries by name: corpuscli list @telegrams
# queries:
#   telegrams: type:telegram date:1920
"""

PEOPLE = """\
# The persons and bodies of this corpus. A key of your choice, then the name to print, other spellings as they stand in
# print, authority references, and body: true for a committee or an army. For example:
#
# chicherin:
#   name: G. V. Chicherin
#   variants: [Tchitcherin, Чичерин, G.V. Chicherin]
#   refs: ["https://d-nb.info/gnd/118520474"]
"""


def make_corpus(folder: str) -> tuple[str, ...]:
    """Make corpus.yaml and people.yaml in ``folder``; files that are there are left alone.

    Returns:
        The paths made, as the user should see them; empty where both were there.

    Raises:
        InputError: The folder cannot be made or written.
    """
    from corpuscli.store.writing.disk import make_folders
    from corpuscli.store.writing.place import missing_folders

    made: list[str] = []
    try:
        for name, content in ((CONFIG_NAME, CONFIG), (PEOPLE_NAME, PEOPLE)):
            path = os.path.join(os.path.abspath(folder), name)
            make_folders(missing_folders(path))
            if not os.path.lexists(path):
                _make(path, content)
                made.append(shown_path(path))
    except OSError as problem:
        raise InputError(f"cannot be made: {problem.strerror}", folder) from None
    return tuple(made)


def _make(path: str, content: str) -> None:
    """Let the file be there whole, or not at all."""
    from corpuscli.store.writing.disk import name_new, remove_quietly, sync_folder, temporary_name, write_synced

    temporary = temporary_name(path, str(os.getpid()))
    try:
        write_synced(temporary, content.encode("utf-8"))
        name_new(temporary, path)
        sync_folder(os.path.dirname(path))
    finally:
        remove_quietly(temporary)
