"""What a person gives for a key: keys that a letter may have, parties parted at semicolons, languages as tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError, UsageError
from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.model.letter import Value

_PARTED = ("senders", "recipients", "tags")
"""Lists whose members hold no semicolon: one may be given as tables print it."""


def members(key: str, given: Iterable[str]) -> tuple[str, ...]:
    """Return the members of a list, each given alone or several of parties and tags with ``;`` between.

    Raises:
        UsageError: A value says nothing.

    >>> members("senders", ["K. Marx; F. Engels"]), members("source", ["F. 5; D. 3"])
    (('K. Marx', 'F. Engels'), ('F. 5; D. 3',))
    """
    found: list[str] = []
    for value in given:
        parts = [part.strip() for part in (value.split(";") if key in _PARTED else (value,))]
        if not any(parts):
            raise UsageError(f"{key}: {value!r} says nothing; leave it out")
        found += filter(None, parts)
    return tuple(found)


def check_value(key: str, value: str) -> None:
    """Refuse a language that is no tag; other keys take any words.

    Raises:
        UsageError: It is none.
    """
    if key == "language" and value:
        from corpuscli.text.languages import fault

        if problem := fault(value):
            raise UsageError(f"language: {problem}")


def parse_settings(settings: Iterable[str], own_keys: Sequence[str] = ()) -> dict[str, Value]:
    """Read ``KEY=VALUE`` words; a list's key may come several times.

    Raises:
        UsageError: One has no ``=``, names no key, or a key that holds one value comes twice; a language that is none.

    >>> parse_settings(["place=Moscow", "tags=gold", "tags=Turkey"])
    {'place': 'Moscow', 'tags': ('gold', 'Turkey')}
    """
    found: dict[str, Value] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        key, value = key.strip(), value.strip()
        if not equals or not key:
            raise UsageError(f"--set {setting}: write KEY=VALUE, as place=Moscow")
        check_key(key, own_keys)
        before = found.get(key, ())
        if key in LIST_KEYS and isinstance(before, tuple):
            found[key] = (*before, *members(key, [value])) if value else before
        elif key in found:
            raise UsageError(f"--set {key}: given twice, and it holds one value")
        else:
            check_value(key, value)
            found[key] = value
    return found


def check_key(key: str, own_keys: Sequence[str] = ()) -> None:
    """Refuse a key that no letter may have.

    Raises:
        UnknownNameError: With the nearest known keys.
    """
    if key in KNOWN_KEYS or key in own_keys or (key.startswith("x-") and len(key) > len("x-")):
        return
    from corpuscli.text.nearest import nearest

    hint = "" if key in ("", "x-") else f" (a key of your own: x-{key}, or under fields in corpus.yaml)"
    raise UnknownNameError("key", key, nearest(key, (*KNOWN_KEYS, *own_keys)), hint)
