"""The marks of an archival citation: fond, opis, papka, delo, list, in Latin, Cyrillic and machine-translated dress."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.citations.broken import backwards, read_broken
from corpuscli.text.citations.numbers import FOND, LIST, arabic, fond_number, members
from corpuscli.text.citations.plain import PLAIN
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVELS = ("fond", "opis", "papka", "delo", "listy")
_DEPTH = {level: depth for depth, level in enumerate(LEVELS)}

SPELLINGS = {
    "fond": "фонд|fond|fonds|fund|bestand|ф|f",
    "opis": "опись|opis|opis’|оп|op|оp|oп|on|inventaire|inventory|inv|findbuch|o|о|перечень|пер|perechen’|per",
    "papka": "папка|papka|пап|folder|картон|karton|карт|kart|п|p|к|k",
    "delo": "дело|дела|delo|dela|дд|dd|д|d|ед. хр|ed. khr|ed. chr|unit hr|unit khr|unit xp"
    "|unit of storage|storage unit|files|file|case|спр|spr|dossier|doss|akte|док|dok",
    "listy": "листы|листах|листа|лист|listy|listi|list|арк|ark|лл|ll|л|l"
    "|sheets|sheet|sh|ff|folios|folio|fols|fol"
    "|feuillets|feuillet|blatt|bll|bl",
}
"""What marks are called; ``’`` is any apostrophe, and blanks, with the full stop before them, may be wanting."""
_NUMBER = {
    "fond": FOND,
    "opis": r"\d+(?:/\d+|/[A-ZА-Яа-яa-z](?![^\W_])"
    r"|-?[а-яa-z]{1,2}(?![^\W\d_])|\s?[«“\"][а-яa-z][»”\"]|\s(?:доп|dop)(?!\w)\.?)?"
    r"(?:-(?:1[89]|20)\d\d)?(?![^\W_])",
}


def _spelt(words: str) -> str:
    return words.replace(".", r"\.?").replace(" ", r"\s?").replace("’", "[’'ʹ]")


_SHEET = "стр|str|с|s"
_FIRSTS = "".join(sorted({word[0] for words in (*SPELLINGS.values(), _SHEET) for word in words.split("|")}))
"""The letters that marks begin with, looked at before the words."""

MARK = later(
    rf"(?<![^\W_])(?i:(?=[{_FIRSTS}])(?:"
    + "|".join(f"(?P<{level}>{_spelt(SPELLINGS[level])})" for level in LEVELS)
    + rf"|(?P<sheet>{_SHEET})))"
    + r"(?:\.\s{0,2}|\s|(?=[\dРрPRАAП]))(?=[№NРрPRrАAП]?[-–№]?\s?[0-9])№?\s?"
)
"""A mark of any level before a number; ``sheet`` is ``S.``, leaves behind a file only."""
_FOND, _LIST_OF_FILES, _FILE = _DEPTH["fond"], _DEPTH["opis"], _DEPTH["delo"]
_BRACKETED = later(rf"(?i:(?P<delo>дд?|dd?)|(?P<listy>лл?|ll?|арк|ark))\.\s{{0,2}}\[({LIST})\]")
"""A file or leaves whose number the editor has made out."""
_NUMBER_SIGN = later(rf"№\s?({LIST})")
_O = frozenset("oOоО")
"""``o.`` is an opis behind a fond only."""
_DOCUMENTS = ("док", "dok")
"""Files of fond 89 of RGANI, behind their list only: elsewhere they are documents of an edition."""
_VALUE = {level: later(_NUMBER.get(level, LIST)) for level in LEVELS}
_BETWEEN = re.compile(r"[ \t\xa0]?[.,;/]?\s{0,2}(?:[-–—]\s)?(?=[^\W\d_]|№)")


_PART_WORDS = r"(?i:т|том|ч|часть|кн|вып|t|tom|ch|chast[’'ʹ]|kn|vyp|vol|pt|part)\.?\s?"
_PART_OF_FILE = later(
    rf"[.,]?\s{_PART_WORDS}(?P<number>\d{{1,3}}|[IVX]{{1,5}})(?:\s?[А-ЯA-Z](?![\w.]))?(?![\w(])"
    rf"|\s?\((?:{_PART_WORDS})?(?P<within>\d{{1,3}}|[IVX]{{1,5}})\)"
)
"""A part of a file, which is a volume with leaves of its own."""
_IN_PARENTHESES = r"\s?\([^()\n]{1,60}\)"
_ASIDE = later(
    rf"{_IN_PARENTHESES}|(?:[.,]?\s(?:[А-ЯЁA-Z]{{2,5}}|\d-[ей]\sдел[а-я.-]{{0,12}}|1[89]\d\d(?:\sг\.)?|сч|сс|с(?=\.)"
    r"|(?:пор|Пор|por|Por)\.\s\d{1,4})(?!\w)){1,4}"
)
"""What is said of a fond or opis: a name in parentheses, a department and a year, that it is secret."""
_SAID = {"fond": _ASIDE, "opis": _ASIDE, "delo": re.compile(_IN_PARENTHESES)}


@dataclass(frozen=True, slots=True)
class Chain:
    """Marks with their numbers, one after another.

    Args:
        span: From the first mark to the last number.
        numbers: What each level says, normalised, in the order of the levels.
        repairs: What was read in spite of the words.
        broken: Whether a mark among them has a number that cannot be read.
        volume: Of the file, Arabic; "" where none is said.
    """

    span: Span
    numbers: Mapping[str, tuple[str, ...]]
    repairs: tuple[str, ...]
    broken: bool = False
    volume: str = ""

    @property
    def first(self) -> int:
        """The level of the first mark, counted from 0."""
        return _DEPTH[next(iter(self.numbers))]


@dataclass(frozen=True, slots=True)
class Step:
    """One mark of a chain: its level, its numbers (none where they cannot be read), where it ends."""

    level: str
    numbers: tuple[str, ...]
    end: int
    repairs: tuple[str, ...] = ()


def read_chain(text: str, start: int) -> Chain | None:
    """Read the marks that begin at ``start``; None where there is none. Most are plain, and read at once."""
    plain = PLAIN.match(text, start)
    return _plain(text, plain) if plain is not None else read_marks(text, start)


def _plain(text: str, found: re.Match[str]) -> Chain:
    fond, on, opis, delo, _ends, listy = found.groups()
    numbers: dict[str, tuple[str, ...]] = {}
    repairs: tuple[str, ...] = ()
    end, broken = found.end(), False
    if fond is not None:
        numbers["fond"] = (fond_number(fond),)
    if opis is not None:
        numbers["opis"] = (opis,)
        if on in ("On", "on"):
            repairs = ("on-for-op",)
    for level, written in (("delo", delo), ("listy", listy)):
        if written is None:
            continue
        if written.isdecimal():
            numbers[level] = (written,)
            continue
        numbers[level], translated, turned = _listed(written)
        if translated:
            repairs = tuple(dict.fromkeys((*repairs, *translated)))
        broken = broken or turned
    return Chain(Span(found.start(), _trimmed(text, end)), numbers, repairs, broken)


@lru_cache(maxsize=4096)  # as the members of lists
def _listed(written: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Return the members of a list, what was read in spite of the words, and whether a range of it runs backwards."""
    found = members(written)
    return found, _translated(written), backwards({"listy": found})


def read_marks(text: str, start: int) -> Chain | None:
    """Read the marks that begin at ``start``, one after another; None where there is none.

    A mark must lie deeper than the one before it. ``S.`` counts as leaves behind a file only, ``p.`` as papka only
    where a file follows. A mark behind another whose number cannot be read makes the chain a broken one.
    """
    numbers: dict[str, tuple[str, ...]] = {}
    repairs: dict[str, None] = {}
    end = place = start
    broken, volume = False, ""
    deepest = -1
    while (step := _step(text, place, numbers, deepest)) is not None:
        if step.numbers:
            numbers[step.level] = step.numbers
        broken = broken or not step.numbers
        repairs |= dict.fromkeys(step.repairs)
        deepest = _DEPTH[step.level]
        end, part = _passed(text, step)
        volume = volume or part
        between = _BETWEEN.match(text, end)
        if between is None:
            break
        place = between.end()
    if not numbers:
        return None
    return Chain(Span(start, _trimmed(text, end)), numbers, tuple(repairs), broken or backwards(numbers), volume)


def _passed(text: str, step: Step) -> tuple[int, str]:
    """Return where what belongs to a mark ends, with the volume that a part of a file is.

    What else is said of a fond, opis or file belongs to it before a deeper mark only.
    """
    part = _PART_OF_FILE.match(text, step.end) if step.level in ("opis", "delo") else None
    if part is not None and step.level == "delo":
        return part.end(), arabic((part["number"] or part["within"]).upper())
    said = _SAID.get(step.level)
    aside = part or (said.match(text, step.end) if said is not None else None)
    between = _BETWEEN.match(text, aside.end()) if aside is not None else None
    mark = MARK.match(text, between.end()) if between is not None else None
    if aside is None or mark is None or mark.lastgroup not in LEVELS[_DEPTH[step.level] + 1 :]:
        return step.end, ""
    return aside.end(), ""


def _step(text: str, place: int, numbers: Mapping[str, tuple[str, ...]], deepest: int) -> Step | None:
    """Read the mark at ``place``, which must lie deeper than the deepest one so far."""
    mark = MARK.match(text, place)
    if mark is None:
        signed = _by_sign(text, place) if deepest in (_FOND, _LIST_OF_FILES) else None
        return signed or _bracketed(text, place, deepest) or _unread(text, place, numbers, deepest)
    level = _level(text, mark, numbers, deepest)
    value = _VALUE[level].match(text, mark.end()) if level else None
    if value is None or text[value.end() : value.end() + 1].isalnum():
        unread = _unread(text, place, numbers, deepest)
        if unread is not None:
            return unread
    if value is None or _DEPTH[level] <= deepest:
        return None
    if level == "papka" and not _file_follows(text, value.end()):
        return None
    return Step(level, _numbers(level, value[0]), value.end(), (*_repairs(mark[0], level), *_translated(value[0])))


def _level(text: str, mark: re.Match[str], numbers: Mapping[str, tuple[str, ...]], deepest: int) -> str:
    """Return the level of a mark by what stands before it; nothing where it is none there."""
    level = mark.lastgroup or ""
    if level == "sheet":
        return "listy" if "delo" in numbers else ""
    if level == "delo" and mark[0].lower().startswith(_DOCUMENTS):
        return "delo" if deepest == _LIST_OF_FILES else ""
    if level == "opis" and mark[0].strip(" .№") in _O and deepest != _FOND:
        return ""
    if level == "fond" and deepest == _FILE and _is_folio(text, mark):
        return "listy"
    return level


def _unread(text: str, place: int, numbers: Mapping[str, tuple[str, ...]], deepest: int) -> Step | None:
    """Read a mark whose number cannot be read, behind others."""
    unread = read_broken(text, place) if numbers else None
    return Step(unread[0], (), unread[1]) if unread is not None and _DEPTH[unread[0]] > deepest else None


def _bracketed(text: str, place: int, deepest: int) -> Step | None:
    """Read a deeper mark whose number stands in square brackets, behind others: ``Д. 5. Л. [4]``."""
    found = _BRACKETED.match(text, place) if deepest >= 0 else None
    level = "" if found is None else "delo" if found["delo"] else "listy"
    if found is None or _DEPTH[level] <= deepest:
        return None
    return Step(level, members(found[3]), found.end())


def _by_sign(text: str, place: int) -> Step | None:
    """Read a file that is called by its number alone, as literary archives are wont to: ``Оп. 1. № 3``."""
    number = _NUMBER_SIGN.match(text, place)
    if number is None or text[number.end() : number.end() + 1].isalnum():
        return None
    return Step("delo", members(number[1]), number.end())


def _is_folio(text: str, mark: re.Match[str]) -> bool:
    """Tell whether ``f.`` behind a file and a comma is a leaf: no opis or file follows it."""
    number = _VALUE["listy"].match(text, mark.end())
    between = _BETWEEN.match(text, number.end()) if number is not None else None
    after = MARK.match(text, between.end()) if between is not None else None
    comma = text.endswith(",", 0, mark.start() - 1)
    return comma and mark[0].startswith("f") and (after is None or after.lastgroup not in ("opis", "delo"))


def _numbers(level: str, written: str) -> tuple[str, ...]:
    if level == "opis":
        return ("".join(filter(str.isalnum, written)) if written[-1] in '»”"' else written,)
    return (fond_number(written),) if level == "fond" else members(written)


_VERSOS = ("ob.", "об.", "zv.", "зв.", "rev.", "vol.", "about.")


def _trimmed(text: str, end: int) -> int:
    """Leave out a full stop, unless it belongs to ``ob.``."""
    return end - 1 if text[end - 1] == "." and not text.endswith(_VERSOS, 0, end) else end


def _translated(value: str) -> tuple[str, ...]:
    """What machines make of ``об.``."""
    return ("verso-translated",) if any(word in value for word in _VERSOS[4:]) else ()


def _file_follows(text: str, end: int) -> bool:
    between = _BETWEEN.match(text, end)
    mark = MARK.match(text, between.end()) if between is not None else None
    return mark is not None and mark.lastgroup in ("delo", "listy")


def _repairs(mark: str, level: str) -> list[str]:
    found: list[str] = []
    if level == "opis" and mark.lower().startswith("on"):
        found.append("on-for-op")
    if len(mark.strip(". \xa0")) <= 2 and "." not in mark and mark[-1:].isspace() and mark[:1].isupper():  # noqa: PLR2004 - an abbreviation, as D or Op
        found.append("lost-full-stop")
    return found
