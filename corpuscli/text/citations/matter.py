"""What stands between a title and its locators: periods, editions, extents, subtitles, editors, publishers."""

from __future__ import annotations

from corpuscli.text.later import later

YEAR = r"(?:1[89]|20)\d\d"
YEAR_WORD = r"(?:\s?(?:гг?\.|год(?:а|ы)?(?!\w)|god[ay]?(?!\w)))"
_STOPS = r"(?:[\s.,:;/]|(?<=\s)[—–-](?=\s))*+"
_WORD = r"[^\W\d_]{3,9}"
_DASH = r"\s?[-–—]\s?"
_END = rf"(?:\d{{1,2}}\s)?(?:{_WORD}\s)?{YEAR}{YEAR_WORD}?"
_PERIOD = (
    rf"(?:{_END}{_DASH}(?:{_END}|\d\d){YEAR_WORD}?|(?:\d{{1,2}}{_DASH}\d{{1,2}}\s{_WORD}"
    rf"|\d{{1,2}}\s{_WORD}{_DASH}\d{{1,2}}\s{_WORD}|{_WORD}(?:{_DASH}{_WORD})?)\s{YEAR}{YEAR_WORD})"
)
"""What a volume covers: 1912–1927; 1 July 1920 — 18 March 1921; 17–25 апреля 1923 года; Апрель—июль 1920 г."""
_EDITION = (
    r"(?:\d{1,2}(?:st|nd|rd|th)\s(?:(?:[A-Z][a-z]+\s)?ed(?:n|ition)?|[Ss]er(?:ies)?)\.?(?!\w)"
    r"|\d{1,2}(?:-[еe]|\.)?\s(?:изд|izd|Aufl)(?:ание)?\.?(?!\w)|(?:изд|izd)\.\s\d(?:-[еe])?)"
)
_EXTENT = r"(?:(?:[ВвVv]|[Ii]n)\s)?\d{1,2}(?:-ти)?\s(?:томах|тт?|vols?|Bde|Bänden|кн|tt?)\.?(?![\w])"
MATTER = later(
    rf"{_STOPS}\(?(?:{_PERIOD}|{_EDITION}|{_EXTENT}|Jg\.\s?\d{{1,3}})\)?(?=[\s.,:;)]|$)|{_STOPS}\((?!{YEAR}\))[^()]{{2,60}}\)"
)
"""One piece of it that is no prose."""
_BEGINS_ANOTHER = (
    r"(?!(?:[СсS]м|Ср|[Тт]ам|Цит|[Оо]публ|Печат|[Ss]ee|Cf|[Ii]bid|Vgl|Ebd|[Ss]iehe|[ФF]|Оп|Op|[ДDЛL](?!\.[,:;]))(?!\w))"
)
WORDS = later(rf"(?:{_STOPS}|[-–—]){_BEGINS_ANOTHER}[^\W\d_][^\d.,:;()]{{0,60}}(?=[.,:;(])")
"""Words up to the next stop."""
