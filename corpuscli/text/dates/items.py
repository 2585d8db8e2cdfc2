"""Printed words to runs of items: what each word of a date is, before it is asked what the date is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.text.dates.run import Run
from corpuscli.text.dates.vocabulary import SILENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.text.dates.vocabulary import Vocabulary

_LETTERS = {
    "month": "M", "season": "S", "part": "P", "stretch": "H", "ordinal": "d", "relation": "B", "to": "-", "or": "|",
    "and": "&", "undated": "U", "feast": "F", "correction": "C",
}  # fmt: skip
_MARKS = {
    "-": "-", "–": "-", "—": "-", "−": "-", "‒": "-", "..": "-", "...": "-", "…": "-", "/": "/", "=": "/", "&": "&",
    "(": "(", ")": ")",
    **dict.fromkeys(",:'’\"„“”«»‹›|", ""),
}  # fmt: skip
"""The joint that a mark is; nothing for a mark that says nothing."""
_SHORTENED = ("M", "R")
_FULL = ("d", "o", "M", "R", "Y")
"""After these no preposition goes on: "march in 3 days" is no date."""


_OLD_LETTERS = str.maketrans("ѣіѳѵ", "еифи")
"""Letters that the decree of 10 October 1918 on the new orthography abolished."""


def _modern(word: str) -> str:
    """Write a Russian word as since the reform of 1918."""
    return word.translate(_OLD_LETTERS).removesuffix("ъ")


class Reader:
    """Reads the tokens of one text; ``runs`` yields its runs in order."""

    __slots__ = ("_at", "_open", "_run", "_start", "_tokens", "_words")

    def __init__(self, tokens: list[str], words: Vocabulary) -> None:
        self._tokens, self._words = tokens, words
        self._run = Run()
        self._at = 0  # the token being read
        self._open = -1  # items before the bracket that is open, or -1
        self._start = -1  # the first token of the words before the first item, or -1

    def runs(self) -> Iterator[Run]:
        """Yield every run that says something."""
        tokens, end = self._tokens, len(self._tokens)
        while self._at < end:
            text = tokens[self._at]
            first = text[0]
            if text == ".":
                self._stop()
                known = True
            elif first.isdecimal():
                if text in self._words.phrases and self._phrase(text, self._at):
                    known = True  # 7bris
                else:
                    known = self._digits(text, "") if text.isdecimal() else self._figure(text)
            else:
                known = self._word(text) if first.isalpha() else self._mark(text)
            if not known:
                yield from self._finish()
            self._at += 1
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
        self._open = 0 if self._open >= 0 else -1

    def _add(self, letter: str, value: str) -> None:
        """Append an item; the first one begins where its brackets or weekday begin."""
        run, first = self._run, self._at
        if self._start >= 0:
            first, self._start = self._start, -1
        run.shape += letter
        run.values.append(value)
        run.first.append(first)
        run.last.append(self._at)

    def _extend(self) -> None:
        """Let the word that tells nothing belong to the item before, or to the first one."""
        if self._run.shape:
            self._run.last[-1] = self._at
        elif self._start < 0:
            self._start = self._at

    def _figure(self, token: str) -> bool:
        """Read what begins with a digit and is not all digits: an hour, Roman digits, brackets, a suffix."""
        month = self._roman(token)
        if month:
            self._add("R", month)
            return True
        found = self._words.figure.fullmatch(token)
        if found is None:
            self._extend()  # an hour
            return True
        digits, suffix, century = found.groups()
        if century:
            self._add("Y", century.ljust(4, "X"))
            return True
        if not digits.isdecimal():
            self._run.uncertain = True
            digits = "".join(filter(str.isdecimal, digits))
        return self._digits(digits, suffix or "")

    def _digits(self, digits: str, suffix: str) -> bool:
        """Take over a number; False for one that no date holds."""
        size = len(digits)
        if size <= 2:  # noqa: PLR2004 - a day, a month or a short year
            self._add("d", digits)
        elif size == 4:  # noqa: PLR2004 - a year
            decade = suffix.lower() in ("s", "er", "е", "х")
            self._add("Y", digits[:3] + "X" if decade else digits)
        elif digits == "111" and self._run.shape.endswith("/"):
            self._add("R", "3")  # III, as OCR reads it
        elif size == 3:  # noqa: PLR2004 - a year whose last digit is lost
            self._add("t", digits + "X")
        else:
            return False
        return True

    def _roman(self, token: str) -> str | None:
        """Return the month of a Roman number, also of one that OCR damaged."""
        return self._words.romans.get(token.translate(self._words.lookalikes).upper())

    def _word(self, token: str) -> bool:
        """Read a word or the phrase that it begins; False for an unknown word."""
        word, words, start = token.lower(), self._words, self._at
        if word not in words.words and not word.isascii():
            word = _modern(word)
        meaning = words.words.get(word)
        if word in words.phrases and self._phrase(word, start):
            return True
        if meaning is None:
            month = self._roman(token)
            if month:
                self._add("R", month)
            return bool(month)
        if meaning[0] == "lead" and self._run.shape.endswith(_FULL):
            return False
        if meaning[0] == "counter":
            return self._counted()
        self._take(*meaning, start)
        return True

    def _counted(self) -> bool:
        """Pass over the number of a house, telegram or document."""
        tokens, at = self._tokens, self._at + 1
        while at < len(tokens) and tokens[at] in SILENT:
            at += 1
        if at < len(tokens) and tokens[at][0].isdecimal():
            self._at = at
        return False

    def _phrase(self, word: str, start: int) -> bool:
        """Take over the longest phrase that begins with a word, if one does."""
        for rest, meaning in self._words.phrases[word]:
            end = self._follows(rest)
            if end:
                self._at = end
                self._take(*meaning, start)
                return True
        return False

    def _follows(self, rest: tuple[str, ...]) -> int:
        """Return the token with which a phrase ends whose other words are ``rest``, or 0; full stops do not count."""
        tokens, at = self._tokens, self._at
        for word in rest:
            at += 1
            while at < len(tokens) and tokens[at] in SILENT:
                at += 1
            if at >= len(tokens) or tokens[at].lower() != word:
                return 0
        return at

    def _take(self, kind: str, value: str, start: int) -> None:
        """Take over what a word or phrase means, which begins with the token ``start``."""
        run = self._run
        if kind == "to" and value == "until" and not run.shape:
            kind, value = "relation", "not_after"
        if kind == "season-part":
            part, _, value = value.partition(":")
            self._add("P", part)
            kind = "season"
        if kind in _LETTERS:
            if self._start < 0 and not run.shape:
                self._start = start
            self._add(_LETTERS[kind], value)
            run.first[-1] = min(start, run.first[-1])
        elif kind not in ("filler", "lead"):
            if kind == "about":
                run.approximate = True
            elif kind == "perhaps":
                run.uncertain = True
            elif kind == "style":
                run.calendar = value
            self._extend()
            if self._start == self._at:
                self._start = start

    def _mark(self, mark: str) -> bool:
        """Read a bracket, question mark or joint; False for a mark that no date holds."""
        run = self._run
        if mark == "№":
            return self._counted()
        if mark in "[<":
            self._open = len(run.shape)
            if not run.shape and self._start < 0:
                self._start = self._at
        elif mark in "]>":
            if len(run.shape) > max(self._open, 0):
                run.uncertain = True
                run.last[-1] = self._at
            self._open = -1
        elif mark in ("?", "~"):
            run.uncertain = run.uncertain or mark == "?"
            run.approximate = run.approximate or mark == "~"
            self._extend()
        elif len(mark) == 3 and mark[1:].isdecimal():  # noqa: PLR2004 - '20
            self._add("y", mark[1:])
        else:
            joint = _MARKS.get(mark)
            if joint:
                self._add(joint, "")
            return joint is not None
        return True

    def _stop(self) -> None:
        """A full stop makes a number an ordinal; it belongs to what it shortens."""
        run = self._run
        last = run.shape[-1:]
        if last == "d":
            run.shape = run.shape[:-1] + "o"
            run.last[-1] = self._at
        elif last in _SHORTENED:
            run.last[-1] = self._at
