"""A letter stands twice in the corpus.

What it does:
    Compares letters of the same date and sender, and letters with the same long text: the same date, sender and
    recipient and the same leaf of the same file, or texts that are 95 % alike, make two files one letter.

Why it is bad:
    Counts, timelines and citations count it twice.

Example:
    ::

        >>> a.txt
        ---
        source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]
        ---
        >>> b.txt
        ---
        source: [RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34]
        ---

Use instead:
    ::

        >>> a.txt
        ---
        source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]
        ---
        >>> b.txt
        ---
        source: [RGASPI. F. 5. Op. 2. D. 315. L. 36]
        ---

Fix safety:
    There is no fix: one of the two is removed by hand (``corpuscli remove``).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.linting.rule import HEAD, Fact
from corpuscli.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity
    from corpuscli.relations.sameness import Facts

SEVERITY: Severity = "warning"
LONG = 400
"""Code points of text from which the same words alone, whatever the date, are one letter."""
EDGE = 12
"""Words at the beginning and the end of a long text by which those are found that may say the same."""


def collect(look: Look) -> Iterator[Fact]:
    """Say date and sender, and what a long text says."""
    field = look.letter.field("id")
    place = field.place if field is not None else HEAD
    day, parties = look.letter.get("date"), [look.letter.all(key)[:1] for key in ("senders", "recipients")]
    if day and not day.startswith("XXXX"):
        yield Fact("\0".join((day, *(_key(name) for names in parties for name in names))), place)
    text = look.letter.text.of(look.source)
    if len(text) >= LONG:
        yield Fact(" ".join((*text.split(None, EDGE)[:EDGE], *text.rsplit(None, EDGE)[-EDGE:])), place)


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> str:
    from corpuscli.text.names import fold, surname

    return fold(surname(name) or name)


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Compare each with those before it; report the later one."""
    from corpuscli.relations.sameness import same_letter

    facts = [_facts(look) for look, _ in group]
    for number, (look, fact) in enumerate(group):
        for earlier, (other, said) in enumerate(group[:number]):
            reason = same_letter(facts[earlier], facts[number])
            if not reason and "\0" not in fact.key and _words(look) == _words(other):
                reason = "the same text"
            if reason and other is not look:
                place = Place(other.path, said.span)
                yield look, Problem(fact.span, f"the letter {other.letter.id} again: {reason}", related=(place,))
                break


def _facts(look: Look) -> Facts:
    from corpuscli.relations import sameness

    letter = look.letter
    return sameness.Facts(
        letter.id, letter.get("date"), letter.all("senders"), letter.all("recipients"), letter.all("source"),
        letter.body.of(look.source),
    )  # fmt: skip


def _words(look: Look) -> list[str]:
    return look.letter.text.of(look.source).split()
