"""What the words around a reference to a letter say of it: who wrote it, and whether the reader is sent there.

A reference as ``in einem Brief vom 20. Juni`` names nobody; the sentence often does, before it (``Altenberg erwähnt in
einem Brief vom ...``) or behind it (``im Brief vom ... schreibt Altenberg``).
"""

from __future__ import annotations

import re
from functools import cache

from corpuscli.data.letter_words import one_of
from corpuscli.model.values import dataclass
from corpuscli.text.citations.wording import names

BEFORE, BEHIND = 200, 60
"""So many code points around a reference are looked at."""


@dataclass(frozen=True, slots=True)
class Around:
    """The words before a reference and behind it, as the letter has them."""

    before: str = ""
    behind: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Around:
        """Return the words around a stretch of a text; what stands on other lines is left out."""
        before = text[max(0, start - BEFORE) : start].rpartition("\n")[2]
        return cls(before, text[end : end + BEHIND].partition("\n")[0])

    def words(self) -> list[str]:
        """Return the words for the index, nothing where there are none."""
        return [self.before, self.behind] if self.before or self.behind else []

    @property
    def sends(self) -> bool:
        """Whether the reader is sent to the letter: ``vgl.``, ``see``, ``см.`` stands before it."""
        return _sends().search(self.before) is not None

    @property
    def sentence(self) -> str:
        """What stands before the reference in its sentence, as far as that can be told."""
        return re.split(r"(?<=[^\W\d_]{3})[.!?][»“”\"]?\s", self.before)[-1]

    @property
    def writer(self) -> str:
        """Who is said to write in the letter; "" where nobody is.

        >>> Around("Im ", " bat Dörmann um Verse").writer, Around("Altenberg erwähnt das in einem ", "").writer
        ('Dörmann', 'Altenberg')
        """
        found = _behind().match(self.behind) or _before().search(self.sentence)
        return "" if found is None else next(name for name in found.groups() if name)


@cache
def _sends() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?i:{one_of('sends')})"
        r"(?:[^.!?;:()\n]|(?<=\d)\.|(?<=\s\w\w)\.|(?<=\w\w\w)\.(?=\s?\d)){0,120}$"
    )


@cache
def _behind() -> re.Pattern[str]:
    turned = rf"{one_of('wrote')}\s({names()})"
    return re.compile(rf"[^\w.;:!?]{{0,3}}(?:{turned}|({names()})\s{one_of('writes')}(?!\w))")


@cache
def _before() -> re.Pattern[str]:
    into = r"(?:[Ii]n|[Вв]|[Dd]ans)\s(?:[\w’'-]+\s){0,3}$"
    some = r"(?:[\w,’'-]+\s){0,6}?"
    verbs = "|".join(map(one_of, ("has", "wrote", "writes")))
    return re.compile(
        rf"(?<!\w)(?:({names()})\s(?:{verbs})\s{some}{into}"
        rf"|{one_of('wrote')}\s({names()})\s{some}{into}|({names()}),?\s(?:(?:who|der|die)\s)?{into})"
    )
