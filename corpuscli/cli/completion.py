"""What the shell offers while a command line is typed: from the index as it stands, without a look at the files."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from typer._click import Context, Parameter

    Complete = Callable[[Context, Parameter, str], list[Any]]

FIELDS = {
    "from": ("senders",), "sender": ("senders",), "to": ("recipients",), "recipient": ("recipients",),
    "person": ("senders", "recipients"), "place": ("place",), "tag": ("tags",), "type": ("type",),
    "language": ("language",), "id": ("id",),
}  # fmt: skip
"""Fields whose values are offered, and the keys that hold them."""
PARTIES = ("senders", "recipients")


def ids(context: Context, parameter: Parameter, incomplete: str) -> list[Any]:  # noqa: ARG001 - typer's interface
    """Offer ids of letters."""
    return _offered(_values(_root(context), ("id",), incomplete))


def values(field: str) -> Complete:
    """Return what offers the values of a filter."""

    def complete(context: Context, parameter: Parameter, incomplete: str) -> list[Any]:  # noqa: ARG001 - as above
        return _offered(_values(_root(context), FIELDS[field], incomplete))

    return complete


def queries(context: Context, parameter: Parameter, incomplete: str) -> list[Any]:
    """Offer saved queries behind @, fields, and the values of a field."""
    root = _root(context)
    if incomplete.startswith("@"):
        return _offered(f"@{name}" for name in _saved(root) if name.startswith(incomplete[1:]))
    before: tuple[str, ...] = tuple(context.params.get(parameter.name or "") or ())
    field, colon, begin = incomplete.rpartition(":")
    if not colon and len(before) > 1 and before[-1] == ":":  # bash takes the words at a colon apart
        return _offered(_values(root, FIELDS.get(before[-2], ()), incomplete.lstrip(":")))
    if colon and field in FIELDS:
        return _offered(f"{field}:{_in_quotes(value)}" for value in _values(root, FIELDS[field], begin.strip('"')))
    return _offered(f"{name}:" for name in FIELDS if name.startswith(incomplete)) if incomplete else []


def codes(context: Context, parameter: Parameter, incomplete: str) -> list[Any]:  # noqa: ARG001 - as above
    """Offer the codes of lint's rules; their files are called so."""
    from corpuscli.linting.loader import codes as known

    return _offered(code for code in known() if code.startswith(incomplete.upper()))


def _values(root: Path | None, keys: Iterable[str], begin: str) -> list[str]:
    """Return values that begin so; any word may, of names in whatever script."""
    from corpuscli.store.index.standing import MOST, standing_values

    found: dict[str, None] = {}
    for key in keys if root else ():
        assert root is not None  # noqa: S101 - tells the type checkers what the line above has found
        if key == "id":
            found.update(dict.fromkeys(value for value, _ in standing_values(root, key, begin)))
            continue
        known = standing_values(root, key)
        plain = [value for value, _ in known if _begins(value.casefold(), begin.casefold())]
        if not plain and key in PARTIES:  # tables of transliteration cost a start: they are asked last
            asked = _folded(key, begin)
            plain = [value for value, folded in known if _begins(folded, asked)]
        found.update(dict.fromkeys(plain))
    return list(found)[:MOST]


def _begins(value: str, words: str) -> bool:
    """Tell whether a value, or a word of it, begins so."""
    return value.startswith(words) or f" {words}" in value


def _folded(key: str, words: str) -> str:
    from corpuscli.store.index.folds import folded

    return folded(key, words)


def _root(context: Context) -> Path | None:
    from corpuscli.errors import CorpusError
    from corpuscli.store.whereabouts import find_root

    try:
        return find_root(context.params.get("corpus"), os.environ.get("CORPUSCLI_CORPUS"))
    except CorpusError:
        return None


def _saved(root: Path | None) -> tuple[str, ...]:
    from corpuscli.errors import CorpusError
    from corpuscli.store.corpus import open_corpus

    try:
        return tuple(open_corpus(root).config.queries) if root else ()
    except CorpusError:
        return ()


def _in_quotes(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s()]", value) else value


def _offered(found: Iterable[str]) -> list[Any]:
    """Return words for the shell; bash puts them into the line as they are, so blanks and quotes are escaped for it."""
    from typer._click.shell_completion import CompletionItem

    bash = os.environ.get("_CORPUSCLI_COMPLETE", "").endswith("bash")
    shown = (value for value in found if value.isprintable())
    return [CompletionItem(re.sub(r"([^\w@%+=:,./-])", r"\\\1", value) if bash else value) for value in shown]
