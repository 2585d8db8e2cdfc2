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

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.model.edit import Edit
from corpuscli.model.letter import Pairs
from corpuscli.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Severity
    from corpuscli.model.span import Span

SEVERITY: Severity = "warning"
FIXABLE: Fixable = "safe"
NEEDS = ("language", "translation")
TAG = (
    r"[a-z]{2,3}(?:-[A-Za-z]{3})?(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"  # language, script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz]-[a-z0-9-]+)?(?:-x-[A-Za-z0-9-]+)?"  # variants, extensions
)


def check(look: Look) -> Iterator[Problem]:
    """Look at both places where a language stands."""
    places = [(look.letter.get("language"), look.letter.field("language"), 0)]
    translation = look.letter.field("translation")
    if translation is not None and isinstance(translation.value, Pairs):
        for number, (key, value) in enumerate(translation.value):
            if key == "from" and isinstance(value, str):
                places.append((value, translation, number))
    for tag, field, number in places:
        if tag and field is not None and not _well_known(tag):
            span = field.items[number] if field.items else field.span
            yield from _judged(look, tag, span)


@lru_cache(maxsize=1024)
def _well_known(tag: str) -> bool:
    """Tell whether nothing can be said against a tag; letter after letter has the same."""
    return not _shorter(tag) and _well_formed(tag)


def _shorter(tag: str) -> str:
    """The two letters that the tag should begin with, if it begins with three."""
    from corpuscli.data.languages import TWO_LETTERS

    return TWO_LETTERS.get(tag.split("-", maxsplit=1)[0].lower(), "")


def _well_formed(tag: str) -> bool:
    from corpuscli.data.languages import NONE

    first = tag.split("-", maxsplit=1)[0]
    return re.fullmatch(TAG, tag) is not None and (len(first) != CODE or first not in NONE)


def _judged(look: Look, tag: str, span: Span) -> Iterator[Problem]:
    first, short = tag.split("-", maxsplit=1)[0], _shorter(tag)
    if short:
        right = short + tag[len(first) :]
        edits = (Edit(span, right),) if span.of(look.source) == tag else ()
        yield Problem(span, f"the language {tag!r} is written {right!r}", edits, "safe" if edits else "no")
    else:
        yield Problem(span, f"{tag!r} is no language tag (BCP 47: de, ru, en, zh-Hant ...)")


CODE = 3
"""Letters of a code of ISO 639-2 or -3."""
