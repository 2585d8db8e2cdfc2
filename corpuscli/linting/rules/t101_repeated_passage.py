"""A passage stands more than once in a letter.

What it does:
    Finds passages of many words that stand again in the same letter, in its text or its notes, letter case and
    punctuation aside; a few words or letters may differ. One finding names all places; it stands at the second. Twenty
    words make a passage; sixty where each copy stands in a note of its own, or one in the text and one in a note: notes
    cite one book twice, and quote. Short copies with other numbers are members of a series (articles of a newspaper,
    lines of an account), and copies in quotation marks that differ are quoted for their difference. What
    accepted.yaml keeps on purpose is no finding.

Why it is bad:
    Copying from a page repeats its tail; a reader counts, quotes and dates the same words twice.

Example:
    ::

        Dear comrade,

        A decision was made on further assistance to Turkey with money and weapons, provided
        that it respects Soviet interests in Georgia and in the other republics of the Caucasus.

        A decision was made on further assistance to Turkey with money and weapons, provided
        that it respects Soviet interests in Georgia and in the other republics of the Caucasus.

Use instead:
    ::

        Dear comrade,

        A decision was made on further assistance to Turkey with money and weapons, provided
        that it respects Soviet interests in Georgia and in the other republics of the Caucasus.

Fix safety:
    There is no fix here: ``corpuscli dedupe`` shows the copies, ``dedupe --write`` removes the later ones, ``dedupe
    --accept`` keeps them on purpose.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase, punctuation
from typing import TYPE_CHECKING

from corpuscli.model.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.linting.context import Context
    from corpuscli.linting.look import Look
    from corpuscli.model.passage import Passage
    from corpuscli.model.problem import Severity
    from corpuscli.text.repeats.acceptance import Acceptance

SEVERITY: Severity = "warning"
ALIKE = 90
"""Letters in a hundred that copies have in common; others are for ``dedupe`` to show."""
LONG = 60
"""Words of a passage that is a copy even where a number differs."""
QUOTED = re.compile(r"[\"“„»«‹›]\Z")

FEW = 400
"""Words up to which hardly any three in a row stand twice in a text."""
BLANKED = bytes.maketrans(punctuation.replace("_", "").encode(), b" " * (len(punctuation) - 1))
"""Makes a blank of every byte that is a mark of ASCII."""
FOLDED = bytes.maketrans(ascii_uppercase.encode(), ascii_lowercase.encode()).translate(BLANKED)
"""The same, and capitals small."""


def check(look: Look) -> Iterator[Problem]:
    """Report each passage at its second copy."""
    if not _worth(look):
        return
    from corpuscli.text.repeats.find import find
    from corpuscli.text.repeats.texts import Text

    names, spans = zip(*look.parts, strict=True) if look.parts else ((), ())
    for passage in find([Text(look.source, spans, names)]):
        if passage.kind != "within" or passage.similarity < ALIKE:
            continue
        if _on_purpose(look.source, passage):
            continue
        if look.context.once(_kept).holds(passage.id, passage.copies[0].span.of(look.source)):
            continue
        first, second, *others = (copy.span for copy in passage.copies)
        times = {2: "twice", 3: "three times"}.get(len(passage.copies), f"{len(passage.copies)} times")
        yield Problem(
            second,
            f"a passage of {passage.words} words stands {times}; corpuscli dedupe shows and removes it",
            related=tuple(Place(look.path, span) for span in (first, *others)),
        )


def _on_purpose(source: str, passage: Passage) -> bool:
    """Tell whether copies that differ are a series, or are quoted for their difference."""
    if passage.similarity == 100:  # noqa: PLR2004 - a percentage
        return False
    spans = [copy.span for copy in passage.copies]
    numbers = {tuple(re.findall(r"\d+", span.of(source))) for span in spans}
    quoted = all(QUOTED.search(source[max(0, span.start - 1) : span.start + 1]) for span in spans)
    return quoted or (passage.words < LONG and len(numbers) == len(spans))


def _kept(context: Context) -> Acceptance:
    from corpuscli.store.accepted import acceptance

    return acceptance(context.accepted())


def _worth(look: Look) -> bool:
    """Tell, some ten times faster than a search, whether four words in a row stand twice.

    Copies of twenty words hold such a run unless every fifth word differs. Words are parted in bytes, at blanks and
    the marks of ASCII, which takes a third of what a pattern takes; other marks stay with their word.
    """
    words = words_of(look.letter.body.of(look.source))
    if len(words) <= FEW and not three_twice(words):
        return False
    return len(set(zip(words, words[1:], words[2:], words[3:], strict=False))) < len(words) - 3


def words_of(text: str) -> list[bytes]:
    """Return the words of a text, whether they have capitals or not: of one in ASCII in one step."""
    if text.isascii():
        return text.encode().translate(FOLDED).split()
    return text.casefold().encode("utf-8", "surrogatepass").translate(BLANKED).split()


def three_twice(words: list[bytes]) -> bool:
    """Tell, in half the time that four take, whether three words in a row may stand twice, as they do where four do.

    Only runs that begin at every other word are kept: of a run of four, one of the two runs of three does.
    """
    here, there = words[::2], words[1::2]
    threes = set(zip(here, there, here[1:], strict=False))
    return len(threes) < (len(words) - 1) // 2 or not threes.isdisjoint(zip(there, here[1:], there[1:], strict=False))
