"""The query language: ``from:stalin (to:lenin or to:chicherin) not:type:telegram date:1921..1922-06 words:>500 peace``.

Words side by side must all hold; ``or`` stands between alternatives; ``not:`` or ``-`` turns one round; brackets group;
quotes hold blanks together; a bare word is searched in text and notes; ``@name`` is a query saved in corpus.yaml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import QueryError, UnknownNameError, UsageError
from corpuscli.querying.fields import FIELDS, test
from corpuscli.querying.questions import Match
from corpuscli.querying.tree import Leaf, Many, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.person import Person

MAX_DEPTH = 40
_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<word>(?:not:|-(?=\S))*(?:[A-Za-z_][\w-]*:)?"
    r"(?:~?\"[^\"]*\"|/(?:[^/\\]|\\.)*/(?=[\s()]|$)|[^\s()]+)))"
)
_FILTER = re.compile(r"(?<!\S)-?([a-z_]+):(?:\"[^\"]+\"|[^\s\"]+)")
_WORD = re.compile(r"(?P<nots>(?:not:|-(?=\S))*)(?:(?P<field>[A-Za-z_][\w-]*):)?(?P<value>.*)", re.DOTALL)


def filters_in(text: str) -> tuple[str, ...]:
    """Return what in a text is written as a test of a letter and not as words that it says.

    >>> filters_in('gold from:"V. I. Lenin" Moscow:')
    ('from:"V. I. Lenin"',)
    """
    return tuple(found[0] for found in _FILTER.finditer(text) if found[1] in FIELDS)


class Parser:
    """Reads one query.

    Args:
        query: The query.
        people: The register.
        own_keys: The corpus's own keys.
        saved: Saved queries by name.
    """

    def __init__(
        self,
        query: str,
        people: tuple[Person, ...] = (),
        own_keys: tuple[str, ...] = (),
        saved: Mapping[str, str] | None = None,
    ) -> None:
        self._query, self._people, self._own, self._saved = query, people, own_keys, saved or {}
        self._tokens = list(_TOKEN.finditer(query)) if query.strip() else []
        self._at = 0

    def parse(self) -> Node:
        """Read the whole query.

        Raises:
            QueryError: It cannot be read; says where.
        """
        end = self._tokens[-1].end() if self._tokens else len(self._query)
        if self._query[end:].strip():
            raise QueryError("this cannot be read; put it in quotes", self._query, end)
        node = self._any(0)
        if self._at < len(self._tokens):
            raise QueryError("a bracket closes that was not opened", self._query, self._place())
        return node

    def _place(self) -> int:
        if self._at >= len(self._tokens):
            return len(self._query)
        token = self._tokens[self._at]
        return token.start(token.lastgroup or 0)

    def _peek(self, kind: str) -> str | None:
        return self._tokens[self._at][kind] if self._at < len(self._tokens) else None

    def _any(self, depth: int) -> Node:
        parts = [self._all(depth)]
        while (self._peek("word") or "").lower() == "or":
            place = self._place()
            self._at += 1
            parts.append(self._all(depth))
            if parts[-1] == Many() or parts[-2] == Many():
                raise QueryError("'or' stands between two questions", self._query, place)
        return parts[0] if len(parts) == 1 else Many(tuple(parts), any=True)

    def _all(self, depth: int) -> Node:
        parts: list[Node] = []
        while self._at < len(self._tokens) and not self._peek("close"):
            word = self._peek("word")
            if word is not None and word.lower() == "or":
                break
            if word is not None and word.lower() == "not":
                self._at += 1
                parts.append(self._one(depth).negative())
            elif word is None or word.lower() != "and":
                parts.append(self._one(depth))
            else:
                self._at += 1
        return parts[0] if len(parts) == 1 else Many(tuple(parts))

    def _one(self, depth: int) -> Node:
        place = self._place()
        if self._peek("open"):
            return self._group(depth, place)
        word = self._peek("word")
        if word is None:
            raise QueryError("a question is missing here", self._query, place)
        self._at += 1
        found = _WORD.fullmatch(word)
        nots, field, value = found.group("nots", "field", "value") if found else ("", None, word)
        opens = not value and self._peek("open") is not None
        node = self._group(depth, place) if opens else self._test(field, value, place)
        return node.negative() if len(re.findall(r"not:|-", nots)) % 2 else node

    def _group(self, depth: int, place: int) -> Node:
        if depth >= MAX_DEPTH:
            raise QueryError(f"brackets deeper than {MAX_DEPTH}", self._query, place)
        self._at += 1
        node = self._any(depth + 1)
        if not self._peek("close"):
            raise QueryError("this bracket is not closed", self._query, place)
        self._at += 1
        return node

    def _test(self, field: str | None, value: str, place: int) -> Node:
        if value.startswith(('"', '~"')):
            if value.count('"') == 1:
                raise QueryError("this quote is not closed", self._query, self._query.index('"', place))
            value = value.replace('"', "")
        if field is None and value.startswith("@"):
            return self._named(value[1:], place)
        if field is None and not value:
            raise QueryError("a question is missing here", self._query, place)
        if field is None:
            return Leaf(Match(value))
        if not value:
            raise QueryError(f"what should {field} be? Write {field}:value", self._query, place)
        field = field.lower()
        try:
            return test(field, value, self._people, self._own)
        except UnknownNameError as problem:
            raise QueryError(str(problem), self._query, place) from None
        except UsageError as problem:
            raise QueryError(str(problem), self._query, place + len(field) + 1) from None

    def _named(self, name: str, place: int) -> Node:
        if name not in self._saved:
            from corpuscli.text.nearest import nearest

            raise QueryError(str(UnknownNameError("saved query", name, nearest(name, self._saved))), self._query, place)
        rest = {key: query for key, query in self._saved.items() if key != name}
        return Parser(self._saved[name], self._people, self._own, rest).parse()
