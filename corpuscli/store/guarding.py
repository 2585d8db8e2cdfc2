"""Keeps what is no part of a corpus, as an export or a baseline, from being written over what is."""

from __future__ import annotations

import os

from corpuscli.errors import WriteError
from corpuscli.store.accepted import ACCEPTED_NAME
from corpuscli.store.citing import ARCHIVES_NAME, WORKS_NAME
from corpuscli.store.corpus import PEOPLE_NAME, is_letter_name
from corpuscli.store.whereabouts import CONFIG_NAME

_REGISTERS = (CONFIG_NAME, PEOPLE_NAME, ACCEPTED_NAME, ARCHIVES_NAME, WORKS_NAME, "places.yaml")
_HOME = ".corpuscli"


def keep_off(path: str) -> None:
    """Refuse a path that is, or would be read as, a letter or a register of any corpus; links are followed.

    Raises:
        WriteError: It is one.
    """
    folder, name = os.path.split(os.path.realpath(path))
    root = _root(folder)
    if not root:
        return
    inside = os.path.relpath(folder, root).split(os.sep)
    shelved = any(part.startswith((".", "_")) for part in inside if part != os.curdir)
    small = name.lower()  # some file systems do not tell Letter.TXT from letter.txt
    if _HOME in inside or (folder == root and small in _REGISTERS):
        raise WriteError(f"{path}: belongs to the corpus there: name another; nothing was written")
    if is_letter_name(small) and not shelved:
        raise WriteError(f"{path}: would be a letter of the corpus there: name another; nothing was written")


def _root(folder: str) -> str:
    """Return the nearest folder from here upwards that is a corpus, or nothing."""
    while not os.path.isfile(os.path.join(folder, CONFIG_NAME)):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder
