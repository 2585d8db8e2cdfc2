"""What stands before the first mark: the name of a repository, known or not, with what is said of it in parentheses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.text.later import later

if TYPE_CHECKING:
    from corpuscli.text.citations.repositories import Repositories

_CAPITALS = r"[A-ZА-ЯЁІ][A-Za-zА-Яа-яёі]*[A-ZА-ЯЁІ][A-Za-zА-Яа-яёі]*"
_REGION = (
    r"(?:[А-ЯЁA-Z][\w’'ʹ-]+\s(?:обл(?:асти|\.)?|края|кр\.?|района|oblast[i'’]?|obl\.?|kra[iy]a|region)"
    r"|(?:Республики|Respubliki)\s[А-ЯЁA-Z][\w-]+)"
)
OF_STATE = r"РФ|РСФСР|СССР|України|Украины|RF|SSSR|USSR|Ukrainy|Ukraine|СПб|SPb|[А-ЯЁ]{2,3}|[A-Z]{2,3}"
_IN_WORDS = (
    r"(?:Госархив|[Пп]артархив|Архив|[Аа]рхів|Отдел\sрукописей|Рукописный\sотдел)(?:\s[А-ЯЁ][\w-]+){1,3}(?:\sобл(?:асти|\.)?)?"
    r"|(?:Центр\s(?:документации|хранения)|(?:Ts|C)entr\s(?:dok|kh?ran)\w+)(?:\s[\w’'ʹ-]+){1,7}"
    r"|(?:Архив|Музей|Институт)\s[А-ЯЁ]?[\w-]+(?:\s[\w-]+){0,5}"
    r"|Archiv\s[A-Z][\w-]+(?:\s[A-Z][\w-]+)?"
    r"|(?:Госархив|Державний\sархів|ГА|Gosarkhiv)\s[А-ЯЁA-Z][\w-]+(?:\s(?:обл(?:асти|асті)?|края|кр|oblast'?|region))?"
    r"|[А-ЯЁ][а-яё]+(?:ый|ий|ой)\s(?:[а-яё-]+\s){0,3}архив(?:\s[\w-]+){1,9}"
    r"|[А-ЯІЇЄҐ][а-яіїєґ’']+ий\s(?:[а-яіїєґ’'-]+\s){0,3}архів(?:\s[\w’'-]+){1,9}"
    r"|[A-Z][a-z’'ʹ]+(?:yi|yy|ii|oi|y|ij|yj|oj)\s(?:[a-zčšžěë’'ʹ-]+\s){0,3}(?:arkh?|arch)iv(?:\s[\w’'ʹ-]+){0,5}"
    r"|(?:(?!The|See|In|From|Cf)[A-Z][\w-]+\s){1,3}Archives?(?:\sof(?:\sthe)?(?:\s[A-Z][\w-]+){1,4})?"
    r"|Archives?\sof(?:\s(?:of|the|and|for|[A-Z][\w-]+)){0,7}\s[A-Z][\w-]+"
)
_ASIDE = re.compile(r"\s*\(([^()]{2,70})\)$")
_HEREAFTER = re.compile(r"(?:hereafter|далее|henceforth|hereinafter|now|formerly|ныне|бывш)")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZА-ЯЁІ]")
_WHOLE = later(rf"{_CAPITALS}(?:[\s\xa0](?:{OF_STATE}))?")
_TOWN = re.compile(
    r",\s(?:Moscow|Moskva|Moskau|Москва|М\.|St\.? Petersburg|Санкт-Петербург|СПб\.?|Kiev|Kyiv|Киев|Київ)$"
)
"""Where an archive is, behind its name."""
_LONGEST_UNKNOWN = 90


@cache
def _unknown() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:(?:ГУ|ОР|РО|НА|ЦА|ЦГА|ГА|АГ|НИОР|СПбФ|СПФ|ПФ|OR|RO|TsGA|GA|SPF)[\s\xa0])?{_CAPITALS}(?:[\s\xa0](?:{OF_STATE}|{_REGION}))?"
        rf"|{_IN_WORDS})$"
    )


def _unknown_at_end(text: str) -> int | None:
    """Return where the longest name that no register knows begins that ``text`` ends with, or None."""
    low, last = max(0, len(text) - _LONGEST_UNKNOWN), len(text) - 1
    for stop in ".,;:(":
        low = max(low, text.rfind(stop, low, last) + 1)
    pattern = _unknown()
    begins = _CAPITAL.finditer(text, low)
    return next((one.start() for one in begins if pattern.match(text, one.start()) is not None), None)


def name_at_end(stem: str, known: Repositories, *, bracketed: bool = True) -> tuple[int, int] | None:
    """Return where a repository's name stands at the end of ``stem``, what is said of it in parentheses with it.

    A name that some register knows is preferred to one in capitals; of a name and its abbreviation in parentheses
    behind it both belong to the name.

    Args:
        stem: What stands before the first mark.
        known: The archives in use.
        bracketed: Whether a name may stand in parentheses alone, behind words that are none.
    """
    aside = _ASIDE.search(stem) if stem.endswith(")") else None
    bare = stem[: aside.start()] if aside is not None else stem
    start = known.start_at_end(bare)
    town = _TOWN.search(bare) if start is None else None
    if town is not None:
        start = known.start_at_end(bare[: town.start()])
    if start is not None:
        return start, len(stem)
    if aside is not None and not _HEREAFTER.match(aside[1]) and not _WHOLE.fullmatch(aside[1]):
        return None
    unknown = _unknown_at_end(bare)
    if unknown is not None:
        return unknown, len(stem)
    if bracketed and aside is not None and known.id_of(aside[1]) is not None:
        return aside.start(1), aside.end(1)
    return None


def known_name(cited: str, known: Repositories) -> str | None:
    """Return the id of a name as cited; without what stands in parentheses, or else by it alone."""
    aside = _ASIDE.search(cited) if cited.endswith(")") else None
    if aside is not None:
        return known_name(cited[: aside.start()], known) or known.id_of(aside[1])
    return known.id_of(cited) or (known.id_of(_TOWN.sub("", cited)) if "," in cited else None)
