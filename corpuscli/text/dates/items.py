"""Printed words to runs of items: what each word of a date is, before it is asked what the date is.

A run's ``shape`` has one letter per item, so that a shape such as ``dMY`` can be looked up:

``d`` number of one or two digits, ``o`` the same with a full stop, ``Y`` year, ``y`` year of two digits after an
apostrophe, ``t`` three digits, ``M`` month, ``R`` Roman month, ``S`` season, ``P`` early, mid or late, ``H`` half,
third or quarter, ``B`` relation, ``U`` undated, and the joints ``-`` (to) ``/`` ``&`` (and) ``|`` (or) ``(`` ``)``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from corpuscli.text.dates.vocabulary import Vocabulary

_LETTERS = {
    "month": "M", "season": "S", "part": "P", "stretch": "H", "ordinal": "d", "relation": "B", "to": "-", "or": "|",
    "and": "&", "undated": "U",
}  # fmt: skip
_JOINTS = {
    "-": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "‒": "-",
    "..": "-",
    "…": "-",
    "/": "/",
    "(": "(",
    ")": ")",
    "=": "/",
}
_QUIET = ",:.'’\"„“”«»‹›<>|"
_FULL = ("d", "o", "M", "R", "Y")
"""After these no preposition goes on: "march in 3 days" is no date."""


@dataclass(slots=True)
class Run:
    """A stretch of text that holds nothing but the words of a date.

    Args:
        shape: One letter per item.
        values: What each item says: digits, the number of a month, a relation ...
        starts: Where each item begins, with the brackets and weekdays before it.
        ends: Where each item ends, with what belongs to it behind.
        uncertain: Whether brackets, a question mark or a word such as "probably" stand in it.
        approximate: Whether a word such as "circa" stands in it.
        calendar: julian or gregorian where the words say so.
    """

    shape: str = ""
    values: list[str] = field(default_factory=list[str])
    starts: list[int] = field(default_factory=list[int])
    ends: list[int] = field(default_factory=list[int])
    uncertain: bool = False
    approximate: bool = False
    calendar: str | None = None

    def add(self, letter: str, value: str, start: int, end: int) -> None:
        """Append an item."""
        self.shape += letter
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)

    def part(self, start: int, end: int) -> Run:
        """Return the run of the items from ``start`` to before ``end``, qualified as the whole is."""
        if start == 0 and end == len(self.shape):
            return self
        return replace(
            self,
            shape=self.shape[start:end],
            values=self.values[start:end],
            starts=self.starts[start:end],
            ends=self.ends[start:end],
        )


class Reader:
    """Reads one text; ``runs`` yields its runs in order."""

    __slots__ = ("_open", "_run", "_start", "_text", "_words")

    def __init__(self, text: str, words: Vocabulary) -> None:
        self._text, self._words = text, words
        self._run = Run()
        self._open = -1  # items before the bracket that is open, or -1
        self._start = -1  # where the words before the first item begin, or -1

    def runs(self) -> Iterator[Run]:
        """Yield every run that says something."""
        tokens = list(self._words.token.finditer(self._text))
        at = 0
        while at < len(tokens):
            token = tokens[at]
            kind = token.lastgroup
            taken = 1
            if kind == "word":
                taken = self._word(tokens, at)
            elif kind in ("number", "suffix"):
                taken = self._number(token)
            elif kind == "mark":
                taken = self._mark(token)
            elif kind == "roman":
                taken = self._roman(tokens, at)
            elif kind == "hour":
                self._extend(token)
            else:
                digits = token[0][:2] + "XX" if kind == "century" else token[0][1:]
                self._add("Y" if kind == "century" else "y", digits, token)
            if not taken:
                yield from self._finish()
                self._open = 0 if self._open >= 0 else -1
                taken = 1
            at += taken
        yield from self._finish()

    def _finish(self) -> Iterator[Run]:
        """Yield the run that ends here, if it says anything, and begin anew."""
        run = self._run
        if 0 <= self._open < len(run.shape):
            run.uncertain = True
        if run.shape:
            yield run
        self._run = Run()
        self._start = -1

    def _add(self, letter: str, value: str, token: re.Match[str], end: int = -1) -> None:
        """Append an item; the first one begins where its brackets or weekday begin."""
        start = token.start()
        if self._start >= 0:
            start, self._start = self._start, -1
        self._run.add(letter, value, start, end if end >= 0 else token.end())

    def _extend(self, token: re.Match[str]) -> None:
        """Let the words that tell nothing belong to the item before, or to the first one."""
        if self._run.ends:
            self._run.ends[-1] = token.end()
        elif self._start < 0:
            self._start = token.start()

    def _number(self, token: re.Match[str]) -> int:
        """Read digits, some of them perhaps in brackets."""
        digits, suffix = token["number"], token["suffix"]
        if not digits.isdecimal():
            self._run.uncertain = True
            digits = "".join(filter(str.isdecimal, digits))
        size = len(digits)
        if size <= 2:  # noqa: PLR2004 - a day, a month or a short year
            self._add("d", digits, token)
        elif size == 4:  # noqa: PLR2004 - a year
            decade = suffix and suffix.lower() in ("s", "er", "е", "х")
            self._add("Y", digits[:3] + "X" if decade else digits, token)
        elif digits == "111" and self._run.shape.endswith("/"):
            self._add("R", "3", token)  # III, as OCR reads it
        elif size == 3:  # noqa: PLR2004 - a year whose last digit is lost
            self._add("t", digits + "X", token)
        else:
            return 0
        return 1

    def _roman(self, tokens: list[re.Match[str]], at: int) -> int:
        """Read a Roman month, or the word that only looks like one."""
        token = tokens[at]
        text = token[0]
        known = text.lower() in self._words.words or text.lower() in self._words.phrases
        month = self._words.romans.get(text.translate(self._words.lookalikes).upper())
        if known or month is None:
            taken = self._word(tokens, at)
            if taken or month is None:
                return taken
        self._add("R", month, token)
        return 1

    def _word(self, tokens: list[re.Match[str]], at: int) -> int:
        """Read a word or the phrase that it begins; return how many tokens that took, 0 for an unknown word."""
        word = tokens[at][0].lower()
        taken, meaning = 1, self._words.words.get(word)
        if word in self._words.phrases:
            for rest, longer in self._words.phrases[word]:
                size = self._follows(tokens, at + 1, rest)
                if size:
                    taken, meaning = size + 1, longer
                    break
        if meaning is None:
            return 0
        if meaning[0] == "lead" and self._run.shape.endswith(_FULL):
            return 0
        self._take(*meaning, tokens[at], tokens[at + taken - 1])
        return taken

    def _follows(self, tokens: list[re.Match[str]], at: int, rest: tuple[str, ...]) -> int:
        """Return how many tokens from ``at`` on make the words ``rest``; full stops do not count."""
        first = at
        for word in rest:
            while at < len(tokens) and tokens[at][0] in (".", "'", "’", "-", "/"):
                if tokens[at].start() > tokens[at - 1].end():
                    return 0  # "n / D" is not "n/d"
                at += 1
            if at == len(tokens) or tokens[at][0].lower() != word:
                return 0
            at += 1
        return at - first

    def _take(self, kind: str, value: str, first: re.Match[str], last: re.Match[str]) -> None:
        """Take over what a word or phrase means."""
        run = self._run
        if kind == "to" and value == "until" and not run.shape:
            self._add("B", "not_after", first, last.end())
        elif kind == "season-part":
            part, _, season = value.partition(":")
            self._add("P", part, first, last.end())
            self._add("S", season, last)
        elif kind in _LETTERS:
            self._add(_LETTERS[kind], value, first, last.end())
        elif kind in ("filler", "lead"):
            return
        else:
            if kind == "about":
                run.approximate = True
            elif kind == "perhaps":
                run.uncertain = True
            elif kind == "style":
                run.calendar = value
            self._extend(first)
            if run.ends:
                run.ends[-1] = last.end()

    def _mark(self, token: re.Match[str]) -> int:
        """Read a bracket, question mark, joint or stop; 0 for a mark that no date holds."""
        mark, run = token[0], self._run
        if mark in _JOINTS:
            self._add(_JOINTS[mark], "", token)
        elif mark == "[":
            self._open = len(run.shape)
            if not run.shape and self._start < 0:
                self._start = token.start()
        elif mark == "]":
            if len(run.shape) > max(self._open, 0):
                run.uncertain = True
                self._extend(token)
            self._open = -1
        elif mark == "?":
            run.uncertain = True
            self._extend(token)
        elif mark == "~":
            run.approximate = True
            self._extend(token)
        elif mark == ".":
            self._stop(token)
        else:
            return int(mark in _QUIET)
        return 1

    def _stop(self, token: re.Match[str]) -> None:
        """A full stop makes a number an ordinal; it belongs to what it shortens."""
        shape = self._run.shape
        if shape.endswith(("d", "M", "R")):
            self._run.ends[-1] = token.end()
        if shape.endswith("d"):
            self._run.shape = shape[:-1] + "o"
