"""What the words of a reference look like: numbers, days, persons; the forms of ``references.tsv`` are made of them."""

from __future__ import annotations

import re

_RANGE = r"(?:\s?[-–—]\s?\d{1,4})?"
NUMBERS = rf"(?P<n>\d{{1,4}}[a-zа-я]?{_RANGE}(?:(?:,\s?|\s(?:and|и|und)\s)\d{{1,4}}{_RANGE}(?!\w)){{0,12}})(?!\w)"
NUMBER = r"(?P<document>\d{1,4})(?!\w)"
_MONTH = r"[A-Za-zА-Яа-яёäéû]{3,9}"
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_SHORT = r"[’']?\d\d(?=\s?(?:г\.|года)|\.?\s?(?:[)\]»”“\";:,\[‹›]|$)|\.\s)"
"""A year of two digits, which something must close: the 20 of ``May 5 20 men`` is none."""
DATE = (
    rf"(?P<date>\d{{1,2}}(?:st|nd|rd|th|-го|\.)?\s(?:of\s)?{_MONTH}\.?(?:,?\s(?:{_YEAR}|{_SHORT}))?"
    rf"|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}[./]\s?(?:[IVX]{{1,4}}(?!\w)|\d{{1,2}}(?=[./-]\s?\d))"
    rf"(?:[./-]\s?\d{{2,4}}|\s(?:{_YEAR}|{_SHORT}))?)(?!\w)"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_NO_NAME = (
    r"(?!(?:Thus|This|Th[aeo]t|The|These|Those|In|On|At|By|From|See|And|But|When|After|As|With|For|To|If|Since|Also"
    r"|I[mn]|A[mnu]s?|Auch|Auf|Aus|Bei|Der|Den|Dem|Des|Die|Das|Dies|Diese[mnrs]?|Jene[mnrs]?|Eine?[mnrs]?|Ihre?s?|Meines"
    r"|Deines|Seines|Unseres|Mit|Nach|Vor|Von|Zu[mr]?|Siehe|Vgl|Wie|Wenn|Als|Was|Es|Bis|Alles|Durch|Lieben?"
    r"|Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|March|März|April|May|Mai|June|Juni|July|Juli|August"
    r"|Se[a-z]+ber|O[a-z]+ober|November|De[a-z]+ber|[A-Z][a-z]+ing)(?!\w))"
)
"""What begins a sentence or a day is no name."""
_WORD = rf"{_NO_NAME}{_CAPITAL}[a-zß-öø-ÿа-яё]\w{{0,30}}(?:-{_CAPITAL}\w{{1,30}})?"
_INITIALS = rf"(?:{_CAPITAL}\.\s?){{0,3}}"
NAME = _INITIALS + _WORD
_TITLE = (
    r"(?:(?:Herrn?|Frau|Fr(?:äu)?l(?:ein)?|Dr|Prof(?:essor)?|Minister|Pfarrer|Direktor|Geheimrat|Comrade|Mrs?|Miss|Sir"
    r"|Lord|Count|Prince|General|Monsieur|M|Mme|Madame|тов|товарищ\w{0,2})\.?\s){0,3}"
)
NAMES = rf"{_TITLE}{_INITIALS}(?:{_WORD}\s(?:(?:von|van|zu|de|der|du|fon)\s){{0,2}}){{0,2}}{_WORD}"
"""A person with titles, forenames and particles."""
OWNER = rf"{NAMES}(?<=[sxzß’'])"
"""A person in the German genitive, before or behind what is his."""
WORDS = (
    ("{n}", NUMBERS),
    ("{date}", DATE),
    ("{name}", NAME),
    ("{names}", NAMES),
    ("{owner}", OWNER),
    ("{doc}", NUMBER),
)
"""What stands for what in the forms."""
_SHORT_YEAR = re.compile(r"(.*[^\d’'])[’']?(\d\d)", re.DOTALL)
_NUMERIC = re.compile(r"\d{1,2}[./]\s?(?:\d{1,2}|[IVX]{1,4})(?:[./-]\s?|\s)[’']?\d\d")
_SPELT = re.compile(r"\d{1,2}(?:st|nd|rd|th|-го|\.)?\s(?:of\s)?[^\W\d_]{3,9}\.?,?\s[’']?\d\d")


def century_left_open(words: str) -> tuple[str, str] | None:
    """Return a day without its year, and the two digits of the year; None where the year is none or has four.

    >>> century_left_open("19. Juli 92"), century_left_open("9/XI"), century_left_open("2.12.32")
    (('19. Juli', '92'), None, ('2.12', '32'))
    """
    if not (_NUMERIC.fullmatch(words) or _SPELT.fullmatch(words)):
        return None
    found = _SHORT_YEAR.fullmatch(words)
    return None if found is None else (found[1].rstrip(" ./-,’'"), found[2])
