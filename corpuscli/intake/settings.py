"""What ``set`` is asked to do to each letter: ``key=value``, ``key=``, ``key+=value``, ``key-=value``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError
from corpuscli.intake.drafts import edtf_of
from corpuscli.intake.given import check_key, check_value, members
from corpuscli.model.letter import LIST_KEYS, REQUIRED_KEYS
from corpuscli.model.values import dataclass
from corpuscli.store.writing.rewrite import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.model.letter import Letter, Value
    from corpuscli.store.config import Config

_SETTING = re.compile(r"\s*([^=+\s]+?)\s*([+-]?=)(.*)", re.DOTALL)
_NESTED = ("translation",)


@dataclass(frozen=True, slots=True)
class Setting:
    """One change of one key.

    Args:
        key: The key.
        how: ``=`` sets, ``+=`` adds to a list, ``-=`` takes from a list.
        value: The value; with ``=`` an empty one takes the key away.
    """

    key: str
    how: str
    value: str

    def applied(self, before: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list after the change."""
        if self.how == "+=":
            return before if self.value in before else (*before, self.value)
        if self.how == "-=":
            return tuple(one for one in before if one != self.value)
        return (self.value,) if self.value else ()


def parse_changes(words: Iterable[str], config: Config) -> tuple[Setting, ...]:
    """Read the changes asked for.

    Args:
        words: ``KEY=VALUE``, ``KEY=``, ``KEY+=VALUE`` or ``KEY-=VALUE``; a list's key may come several times.
        config: The corpus's own keys, and what a printed date needs to be read.

    Raises:
        UsageError: One that cannot be read, or a key that may not be changed so.
        UnknownNameError: A key that no letter may have, with the nearest.
        DateError: A date that is none.
    """
    found = tuple(one for word in words for one in _parsed(word, config))
    single = [one.key for one in found if one.key not in LIST_KEYS]
    twice = next((key for key in single if single.count(key) > 1), None)
    if twice:
        raise UsageError(f"{twice} is given twice, and it holds one value")
    return found


def _parsed(word: str, config: Config) -> list[Setting]:
    """Read one word: one change, or of parties with ``;`` between one for each."""
    match = _SETTING.fullmatch(word)
    if match is None:
        raise UsageError(
            f"{word!r}: write KEY=VALUE, KEY= to take a key away, KEY+=VALUE or KEY-=VALUE for lists; one letter is "
            "chosen by --where id:ID"
        )
    key, how, value = match[1], match[2], match[3].strip()
    check_key(key, config.fields)
    if key == "id":
        raise UsageError("an id is the file's name too: use corpuscli rename ID NEW")
    if key in _NESTED:
        raise UsageError(f"{key} holds several values: use corpuscli edit ID")
    if how != "=" and key not in LIST_KEYS:
        raise UsageError(f"{key} holds one value: write {key}={value}")
    if how != "=" and not value:
        raise UsageError(f"{word!r}: says no value to {'add' if how == '+=' else 'take away'}")
    if how == "=" and not value and key in REQUIRED_KEYS:
        raise UsageError(f"every letter needs {key}: give it another value instead")
    if key in ("date", "date_received") and value:
        value = edtf_of(value, config)
    check_value(key, value)
    if value and key in LIST_KEYS:
        return [Setting(key, how, one) for one in members(key, [value])]
    return [Setting(key, how, value)]


def after(letter: Letter, settings: Sequence[Setting]) -> str:
    """Return the letter's file after the changes; all bytes but those of the keys are as they were.

    Raises:
        UsageError: A required list would be empty.
        WriteError: The front matter is written in a way that does not take the change.
    """
    values: dict[str, Value | None] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for one in settings:
        if one.key not in LIST_KEYS:
            values[one.key] = one.value or None
            continue
        begun = lists.get(one.key, letter.all(one.key))
        first = one.key not in lists or one.how != "="
        lists[one.key] = one.applied(begun) if first else (*begun, one.value)
    for key, listed in lists.items():
        if not listed and key in REQUIRED_KEYS:
            raise UsageError(f"{letter.id}: every letter needs {key}; this would leave none")
        if listed != letter.all(key):
            values[key] = listed or None
    values = {key: value for key, value in values.items() if value is not None or letter.field(key) is not None}
    return changed(letter, values) if values else letter.source
