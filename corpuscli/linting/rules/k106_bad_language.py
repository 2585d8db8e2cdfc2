"""A language that is no BCP 47 tag, or not its shortest.

What it does:
    Reports a ``language`` (and ``from`` of ``translation``) that is no tag as ``de``, ``ru`` or ``zh-Hant``: names,
    codes of three letters where two are the rule (``deu``, ``ger``), and codes that no language has (``frz``).

Why it is bad:
    Filters compare tags. ``deu`` and ``de`` are one language to a reader and two to a program.

Example:
    ::

        ---
        language: deu
        ---

Use instead:
    ::

        ---
        language: de
        ---

Fix safety:
    Safe for a code of three letters that has one of two; otherwise there is no fix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.letter import Pairs
from corpuscli.model.problem import Problem
from corpuscli.text.languages import fault, shortest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity
    from corpuscli.model.span import Span

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"
NEEDS = ("language", "translation")


def check(look: Look) -> Iterator[Problem]:
    """Look at both places where a language stands."""
    places = [(look.letter.get("language"), look.letter.field("language"), 0)]
    translation = look.letter.field("translation")
    if translation is not None and isinstance(translation.value, Pairs):
        for number, (key, value) in enumerate(translation.value):
            if key == "from" and isinstance(value, str):
                places.append((value, translation, number))
    for tag, field, number in places:
        if tag and field is not None and fault(tag):
            span = field.items[number] if field.items else field.span
            yield from _judged(look, tag, span)


def _judged(look: Look, tag: str, span: Span) -> Iterator[Problem]:
    right = shortest(tag)
    edits = (Edit(span, right),) if right and span.of(look.source) == tag else ()
    yield Problem(span, fault(tag), edits, "safe" if edits else "no")
