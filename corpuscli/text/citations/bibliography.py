"""Works of a bibliography, BibTeX or CSL-JSON, as rows of the register of works."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from corpuscli.data.works import WorkRow
from corpuscli.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NEEDS = ("pages", "vol", "no")
"""The locators, any one of which makes a citation of a title."""
_SPLIT = re.compile(r"\s+and\s+")
_MAIN = re.compile(r"[:.?!]\s")
_LONG_WORDS, _LONG_LETTERS = 3, 15
"""From how many words, or letters of one, a title counts without its author."""


def works_of(source: str) -> tuple[WorkRow, ...]:
    """Read a bibliography; what begins with ``[`` or ``{`` is CSL-JSON, all else BibTeX.

    Args:
        source: The file, decoded.

    Returns:
        One row for each entry that has a title.

    Raises:
        ConfigError: It is neither; with line and column, without a path.

    >>> [row.titles for row in works_of("@book{k, author={Kotkin, Stephen}, title={Stalin: Paradoxes of Power}}")]
    [('Stalin: Paradoxes of Power', '*Stalin')]
    """
    source = source.removeprefix("\ufeff")
    if source.lstrip()[:1] in ("[", "{"):
        return tuple(_csl(source))
    from corpuscli.text.bibtex import parse_bibtex

    rows: list[WorkRow] = []
    for entry in parse_bibtex(source):
        said = entry.fields
        people = [_bibtex_name(name) for name in _SPLIT.split(said.get("author") or said.get("editor") or "") if name]
        short = said.get("shorttitle", "")
        container = said.get("journal") or said.get("journaltitle") or said.get("booktitle") or ""
        if said.get("title"):
            rows.append(_row(entry.key, people, said["title"], short, container))
    return tuple(rows)


def _bibtex_name(name: str) -> tuple[str, str]:
    """Return surname and given names, of ``Kotkin, Stephen`` or ``Stephen Kotkin``."""
    family, comma, given = name.partition(",")
    if comma:
        return family.strip(), given.strip()
    given, _, family = name.strip().rpartition(" ")
    return family, given


def _csl(source: str) -> Iterator[WorkRow]:
    try:
        items = json.loads(source)
    except json.JSONDecodeError as problem:
        raise ConfigError(f"no JSON: {problem.msg}", "", problem.lineno, problem.colno) from None
    except RecursionError:
        raise ConfigError("nested too deep: a CSL-JSON bibliography is a list of items", "", 1, 1) from None
    for item in cast("list[object]", items if isinstance(items, list) else [items]):
        if not isinstance(item, dict):
            raise ConfigError("a CSL-JSON bibliography is a list of items in braces", "", 1, 1)
        said = cast("Mapping[str, object]", item)
        title = _text(said, "title")
        if title:
            short = _text(said, "title-short") or _text(said, "shortTitle")
            people = list(_csl_names(said.get("author") or said.get("editor") or []))
            yield _row(_text(said, "id") or title, people, title, short, _text(said, "container-title"))


def _text(said: Mapping[str, object], key: str) -> str:
    value = said.get(key)
    return " ".join(str(value).split()) if isinstance(value, (str, int)) else ""


def _csl_names(names: object) -> Iterator[tuple[str, str]]:
    for name in cast("Iterable[object]", names if isinstance(names, list) else []):
        if isinstance(name, dict):
            said = cast("Mapping[str, object]", name)
            particle = _text(said, "non-dropping-particle")
            family = " ".join(filter(None, (particle, _text(said, "family")))) or _text(said, "literal")
            if family:
                yield family, _text(said, "given")


def _row(id_: str, people: list[tuple[str, str]], title: str, short: str, container: str) -> WorkRow:
    authors = tuple(_authors(people))
    titles: list[str] = []
    for one in (title, short, _MAIN.split(title, maxsplit=1)[0]):
        plain = one.strip(" .")
        known = len(plain.split()) >= _LONG_WORDS or len(plain) >= _LONG_LETTERS or (one is title and not authors)
        if plain and (known or authors):
            titles.append(plain if known else f"*{plain}")
    return WorkRow(re.sub(r"[\s;=]+", "-", id_), authors, tuple(dict.fromkeys(titles)), NEEDS, container=container)


def _authors(people: list[tuple[str, str]]) -> Iterator[str]:
    """Yield how a work's authors may stand before its title, the longest first."""
    whole = [f"{given} {family}".strip() for family, given in people]
    families = [family for family, _ in people]
    for names in (whole, families):
        if len(names) > 1:
            yield " and ".join([", ".join(names[:-1]), names[-1]])
            yield ", and ".join([", ".join(names[:-1]), names[-1]])
            yield ", ".join(names)
            yield f"{names[0]} et al."
    yield from (name for names in (whole[:1], families[:1]) for name in names)
