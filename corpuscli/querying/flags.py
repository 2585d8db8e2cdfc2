"""Filter flags and a query as one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import QueryError, UsageError
from corpuscli.model.values import dataclass
from corpuscli.querying.ask import Question
from corpuscli.querying.backwards import refuse_backwards
from corpuscli.querying.tree import Many, Node

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpuscli.store.corpus import Corpus

FLAGS = {
    "sender": "from", "recipient": "to", "person": "person", "place": "place", "date": "date", "since": "since",
    "until": "until", "before": "before", "after": "after", "archive": "archive", "fond": "fond", "opis": "opis",
    "delo": "delo", "cites": "cites", "tag": "tag", "type": "type", "language": "language", "has": "has",
    "missing": "missing", "match": "match",
}  # fmt: skip
"""Each flag and the field it asks; a flag given several times means or, several flags mean and."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks: values by flag, a query, and how sure a date must be."""

    flags: Mapping[str, Sequence[str]]
    query: str = ""
    certain: bool = False
    undated: bool = False


def question(corpus: Corpus, asked: Asked) -> Question:
    """Make one question of flags and query.

    Raises:
        UsageError: A value that its flag cannot have, or two ends of a range that runs backwards.
        QueryError: A query that cannot be read.
    """
    if not (asked.undated or asked.query.strip() or any(asked.flags.values())):
        return Question(certain=asked.certain)
    from corpuscli.querying.fields import test

    people = corpus.people if _names_people(asked) else ()
    parts: list[Node] = []
    for flag, field in FLAGS.items():
        given = asked.flags.get(flag) or ()
        try:
            tests = tuple(test(field, value, people, corpus.config.fields) for value in given)
        except QueryError:
            raise
        except UsageError as problem:
            raise type(problem)(*_reraised(problem, field, flag)) from None
        if tests:
            parts.append(tests[0] if len(tests) == 1 else Many(tests, any=True))
    if asked.undated:
        parts.append(test("undated", "yes", (), ()))
    if asked.query.strip():
        from corpuscli.querying.language import Parser

        parts.append(Parser(asked.query, people, corpus.config.fields, corpus.config.queries).parse())
    asks = parts[0] if len(parts) == 1 else Many(tuple(parts))
    refuse_backwards(asks)
    return Question(asks, asked.certain)


def _reraised(problem: UsageError, field: str, flag: str) -> tuple[object, ...]:
    """The same words about the flag instead of the field."""
    name = getattr(problem, "name", None)
    if name is not None:
        return (getattr(problem, "kind", ""), name, getattr(problem, "nearest", ()), getattr(problem, "otherwise", ""))
    return (f"--{flag} {str(problem).removeprefix(f'{field}:')}",)


def _names_people(asked: Asked) -> bool:
    return bool(asked.query.strip()) or any(asked.flags.get(flag) for flag in ("sender", "recipient", "person"))
