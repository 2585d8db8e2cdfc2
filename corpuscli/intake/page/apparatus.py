"""What stands among a letter's first lines and is neither header nor text: marks, register numbers, receipts, files."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern
from corpuscli.intake.page.shelves import parse_shelf
from corpuscli.intake.page.sources import SourceLine, parse_source
from corpuscli.text.later import later

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_LONGEST = 120
_STOPS = re.compile(r"[.,;:/]\s+|\s[-–—]\s|\s*—\s*|\t\s*|\s{3,}")
_WRAPPED = re.compile(r"[\[(](.+)[\])]\.?")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    flags = re.IGNORECASE
    return {
        "file": later(rf"(?<![\w/]){pattern('file')}(?![\w/])", flags),
        "register": later(rf"(?:^|(?<=\s)){pattern('register')}(?=$|[\s.,;])", flags),
        "dated": later(rf"^(?:[^\W\d_]+\s){{0,3}}{pattern('month')}\s", flags),
        "marked": later(rf"{pattern('mark')}\s+(?=(?-i:[A-ZА-ЯЁÄÖÜ]))", flags),
        "received": later(
            rf"[\[(]\s*{pattern('received')}\b|{pattern('received')}(?:\s*:|,?\s+(?:on|in|at|am|le|в)\b|"
            rf",?\s+(?:{pattern('month')}\b|\d{{1,2}}\.?\s+{pattern('month')}\b))",
            flags,
        ),
    }


def is_about(line: Line) -> bool:
    """Tell whether a line holds nothing but marks, numbers of a register or a receipt.

    >>> from corpuscli.intake.page.lines import Line
    >>> [is_about(Line(words, 0)) for words in ("Out of turn. Secret", "No. 20765/s", "[Received April 15, 3 p.m.]")]
    [True, True, True]
    >>> is_about(Line("Secret talks were held in No. 5.", 0))
    False
    """
    return len(line.text) <= _LONGEST and _is_about(line)


@lru_cache(maxsize=1024)  # several steps ask about a line
def _is_about(line: Line) -> bool:
    if is_receipt(line):
        return True
    words = line.words.strip("[]().!")
    parts = [part.strip("[]() .") for part in _STOPS.split(words)]
    return all(not part or _is_mark(part) for part in (parts if not _is_mark(words) else ()))


def _is_mark(words: str) -> bool:
    return matches("mark", words) or matches("register", words)


def is_receipt(line: Line) -> bool:
    """Tell whether a line says when a letter came in: ``Received: March 4``, ``Eingegangen am 3. Mai``."""
    return len(line.text) <= _LONGEST and _patterns()["received"].match(line.text) is not None


def posted_to(line: Line) -> Line | None:
    """Return the place where a line under a header says that the letter went: ``in London``.

    >>> from corpuscli.intake.page.lines import Line
    >>> posted_to(Line("in London", 0)).text, posted_to(Line("in haste", 0))
    ('London', None)
    """
    found = _POSTED.fullmatch(line.text)
    return line.part(*found.span("place")) if found else None


_POSTED = re.compile(r"(?:in|nach|à|в)\s+(?P<place>[A-ZА-ЯЁÄÖÜ][\w'’-]+(?:\s[A-ZА-ЯЁÄÖÜ][\w'’-]+){0,2})\.?")


def file_of(line: Line) -> SourceLine | None:
    """Read a line above the text that tells in which file a letter is kept.

    >>> from corpuscli.intake.page.lines import Line
    >>> [file_of(Line(words, 0)).sources[0].text for words in ("861.00/1541: Telegram", "No. 98 [N 1234/10/38]")]
    ['861.00/1541', 'N 1234/10/38']
    >>> file_of(Line("(Asquith papers, MS 14, fol. 66)", 0)).sources[0].text
    'Asquith papers, MS 14, fol. 66'
    """
    return _file_of(line) if len(line.text) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _file_of(line: Line) -> SourceLine | None:
    numbered = _number_of(line)
    if numbered:
        return SourceLine((numbered,))
    wrapped = _WRAPPED.fullmatch(line.text)
    if wrapped and not _patterns()["dated"].search(wrapped[1]):
        inside = line.part(*wrapped.span(1))
        return parse_source(inside) or parse_shelf(inside, sure=True, wrapped=True)
    return parse_source(line) or parse_shelf(line, sure=False)


def is_file(line: Line) -> bool:
    """Tell whether a line is a file's number, with a kind of letter or a mark beside it, and nothing else."""
    return len(line.text) <= _LONGEST and _number_of(line) is not None


def _number_of(line: Line) -> Line | None:
    found = _patterns()["file"].search(line.text)
    if found and all(_is_aside(line.text[part]) for part in (slice(found.start()), slice(found.end(), None))):
        return line.part(*found.span())
    return None


def _is_aside(words: str) -> bool:
    """Whether what stands beside a file's number is a register's number, a kind of letter or a mark."""
    bare = words.strip(" .,;:[]()")
    return not bare or any(matches(kind, bare) for kind in ("mark", "register", "type"))


def without_lead(line: Line) -> Line:
    """Take registers' numbers and marks off the ends of a line: ``February 24, 1920 No. 123/c``.

    >>> from corpuscli.intake.page.lines import Line
    >>> [without_lead(Line(words, 0)).text for words in ("May 4, 1920 No. 123/c", "T. n° 5. Secret. Berne, 4 mai")]
    ['May 4, 1920', 'Berne, 4 mai']
    >>> without_lead(Line("Confidential MOSCOW, April 2, 1925", 0)).text
    'MOSCOW, April 2, 1925'
    """
    while (bare := _led(line)) is not line:
        line = bare
    for found in _patterns()["register"].finditer(line.text):
        if not line.text[found.end() :].strip(" .,;"):
            return line.part(0, found.start()).without_tail(",;")
    return line


def _led(line: Line) -> Line:
    """Take off one number or mark that a line begins with."""
    found = _patterns()["register"].match(line.text)
    if found:
        return line.part(found.end()).without_head(".,;")
    stop = _STOPS.search(line.text)
    if stop and _is_mark(line.text[: stop.start()]):
        return line.part(stop.end())
    marked = _patterns()["marked"].match(line.text)
    return line.part(marked.end()) if marked else line
