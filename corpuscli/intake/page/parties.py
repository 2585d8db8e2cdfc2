"""Who writes to whom: cuts ``S. Spandaryan, I. V. Stalin and the Central Committee`` into parties."""

from __future__ import annotations

import re
from functools import cache

from corpuscli.data.pages import matches, pattern
from corpuscli.intake.page.lines import Line
from corpuscli.intake.page.offices import is_office
from corpuscli.text.later import later

_INITIAL = r"(?:[A-ZА-ЯЁІЇЄҐÄÖÜ][a-zа-яё]{0,3}\.|(?<!\S)(?:[A-ZА-ЯЁ]\s|[l1|]\s?)\.(?=\s?[A-ZА-ЯЁ]))"
"""The second form is what scanning makes of one: ``K . E. Voroshilov``, ``l. V. Stalin``."""
_SURNAME = r"(?:(?:von|van|de|der|den|zu|d'|le|la)\s)?[A-ZА-ЯЁÄÖÜŠŽČ][\w'’]+(?:-[A-ZА-ЯЁÄÖÜ]?[\w'’]+)*(?:\[\w+\])?"
NAME = rf"{_INITIAL}(?:[\s-]?{_INITIAL}){{0,3}}\s?{_SURNAME}"
"""A name with initials before it, as ``G. V. Chicherin`` or ``A.S. Yenukidze``."""

_NAME = later(NAME)
_REVERSED = later(rf"{_SURNAME}\s{_INITIAL}(?:\s?{_INITIAL}){{0,2}}")
_CAPITALS = later(r"[A-ZА-ЯЁ][A-ZА-ЯЁ'’.\s-]+")
_CAPITALISED = later(rf"{_SURNAME}(?:\s{_SURNAME}){{0,3}}")
_MARKER = re.compile(r"(?<=[\w.\])])\s+(?:\d{1,2}|\*)\s*$|(?<=[A-Za-zА-я\])])\d{1,2}\s*$|\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*$")
_POSTED = re.compile(r"\s\(([^()]+)\)$")
"""Where a diplomat stands: ``Mr. Hodgson (Moscow)``."""
_WORDY = 14
"""A party of more words is a sentence."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    flags = re.IGNORECASE
    return {
        "cut": later(
            rf"\s*[,;&/]\s*(?:{pattern('joiner')}\s+)?|(?:\.\s+|\s*\()(?={pattern('copy')})|\s+{pattern('joiner')}\s+(?={pattern('copy')}?)",
            flags,
        ),
        "copied": later(rf"\((?={pattern('copy')})", flags),
        "copy": later(
            rf"\(?{pattern('copy')}\s+(?:(?:{pattern('to')}|{pattern('dash')})\s+)?|{pattern('to')}\s+", flags
        ),
        "role": later(rf"(?:the\s+)?{pattern('role')}\b", flags),
        "body": later(rf"\b{pattern('body')}(?!\w)", flags),
        "title": later(rf"{pattern('title')}\s+", flags),
        "group": later(rf"{pattern('group')}\s+(?=\S)", flags),
    }


def split_parties(line: Line) -> tuple[Line, ...]:
    """Return the parties that a side of a header names, in its order, without words such as ``copy to``.

    >>> [p.text for p in split_parties(Line("Ya. M. Sverdlov, Central Committee of the RCP(b)", 0))]
    ['Ya. M. Sverdlov', 'Central Committee of the RCP(b)']
    >>> [p.text for p in split_parties(Line("Council of Labor and Defense and V. I. Lenin", 0))]
    ['Council of Labor and Defense', 'V. I. Lenin']
    """
    parties: list[Line] = []
    for part in _parts(line):
        named = _unwrapped(part)
        if not named.text:
            continue
        copied = _patterns()["copy"].match(part.text) is not None
        if parties and not copied and (_belongs(parties[-1], named) or _is_couple(line, parties[-1], named)):
            parties[-1] = Line(line.text[parties[-1].start - line.start : named.end - line.start], parties[-1].start)
        else:
            parties.append(named)
    return tuple(parties)


def _parts(line: Line) -> list[Line]:
    copied = _patterns()["copied"].search(line.text)
    inside = line.text[: copied.start()] + " " + line.text[copied.end() :] if copied else line.text
    cuts = [found for found in _patterns()["cut"].finditer(line.text) if not _in_brackets(inside, found.start())]
    edges = [0, *(edge for cut in cuts for edge in cut.span()), len(line.text)]
    return [line.part(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at) and ")" in text[at:]


def _unwrapped(part: Line) -> Line:
    copied = _patterns()["copy"].match(part.text)
    named = part.part(copied.end()) if copied else part
    grouped = _patterns()["group"].match(named.text)
    named = named.part(grouped.end()) if grouped else named
    posted = _POSTED.search(named.text)
    stands = posted and (matches("place", posted[1]) or _is_diplomat(named.text[: posted.start()]))
    named = named.part(0, posted.start()) if posted and stands else named
    marked = _MARKER.search(named.text)
    named = named.part(0, marked.start()) if marked else named
    if named.text.count(")") > named.text.count("("):
        named = named.without_tail(")")
    return named.trimmed("[]:") if _is_bracketed(named.text) else named.without_tail(":").without_head(":")


def _is_diplomat(words: str) -> bool:
    """Whether a title stands before a name as diplomats have one, so that what follows in brackets is a post."""
    return matches("rank", words.split(maxsplit=1)[0])


def _is_bracketed(text: str) -> bool:
    opened, closed = text.count("["), text.count("]")
    return opened != closed or (text.startswith("[") and text.endswith("]") and opened == 1)


def _belongs(before: Line, part: Line) -> bool:
    """Whether a part is no party of its own: an office after a name, its holder, or the second half of a name."""
    named = _NAME.search(part.text)
    what = part.part(0, named.start()) if named else part
    domain = matches("domain", what.words) and not _patterns()["body"].search(what.text)
    if _is_holder(before.words, part.words) or (domain and _holds(before)):
        return True
    if named:
        return False
    role = _patterns()["role"].match(part.text) is not None and not _patterns()["title"].match(part.text)
    return role and _NAME.search(before.text) is not None


def _holds(before: Line) -> bool:
    """Whether what was named may be an office or a body that looks after more: ``Council of Labor and ...``."""
    return is_office(before.words) or (" of " in before.text and _patterns()["body"].search(before.text) is not None)


def _is_holder(before: str, part: str) -> bool:
    """Whether a name says who holds the office before it: ``the Commander of the 5th Army, I. N. Smirnov``."""
    if _NAME.search(before) or not is_office(before) or _patterns()["title"].match(before):
        return False
    return is_named(part) and not matches("body", part) and not is_office(part)


def is_named(party: str) -> bool:
    """Tell whether a party is a person's name with initials, or with a title before it."""
    titled = _patterns()["title"].match(party)
    bare = party[titled.end() :] if titled else party
    return _NAME.fullmatch(bare) is not None or (titled is not None and _CAPITALISED.fullmatch(bare) is not None)


def _is_couple(line: Line, before: Line, part: Line) -> bool:
    """Whether two share a surname: ``Robert und Mathilde Seidel``."""
    between = line.text[before.end - line.start : part.start - line.start].strip()
    return (
        between.isalpha()
        and not (matches("joiner", between) and _OF_A_FAMILY.search(before.text))
        and _GIVEN.fullmatch(before.text) is not None
        and _GIVEN_AND_SURNAME.fullmatch(part.text) is not None
        and not any(_patterns()["body"].search(words) for words in (before.text, part.text))
    )


_GIVEN = re.compile(r"[A-ZÄÖÜ][a-zäöüßéè]+")
_OF_A_FAMILY = re.compile(r"(?:[oe]v|in|[sc]ky|dze|shvili|yan|enko)$")
"""How Russian, Georgian, Armenian and Ukrainian surnames end, and few given names: ``Lenin and Inessa Armand``."""
_GIVEN_AND_SURNAME = re.compile(rf"{_GIVEN.pattern}\s{_GIVEN.pattern}")
_COUPLE = re.compile(rf"{_GIVEN.pattern}\s[a-z]+\s{_GIVEN_AND_SURNAME.pattern}")


def likeness(party: str) -> float:
    """Tell how much a party looks like a person or a body: 0 to 1.

    >>> [likeness(x) for x in ("A.S. Yenukidze", "Politburo of the RCP (b)", "LENIN", "the train left the station")]
    [1.0, 0.9, 0.8, 0.0]
    """
    if _SENTENCE.search(party):
        return 0.0
    if is_office(party):
        return 0.9
    titled = _patterns()["title"].match(party)
    return _naming(party[titled.end() :] if titled else party, titled=titled is not None)


_ARTICLE = re.compile(r"(?:the|all(?: the)?)\s+(?:members of (?:the\s+)?)?|members of (?:the\s+)?")
_ACRONYM = later(r"[A-Z](?:[a-z]?[A-Z]){2,}[a-z]?")
"""A body by its initials, ``VSNKh``."""
_WORDS = 8
"""The most words of a party that looks like none."""


def may_be_party(words: str) -> bool:
    """Tell whether words may be a party of a shape that is not known: few, with a capital but for an article.

    >>> may_be_party("the Hummet"), may_be_party("the trains to Baku stand still")
    (True, False)
    """
    led = _ARTICLE.match(words)
    bare = words[led.end() :] if led else words
    return bare[:1].isupper() and len(bare.split()) <= _WORDS and _SENTENCE.search(words) is None


_SENTENCE = re.compile(r"[!?]|[a-z]{4,}\.\s|\d\.\s+[A-Z][a-z]*(?:\s[a-z]+){2}")


def _naming(bare: str, *, titled: bool) -> float:
    if len(bare.split()) > _WORDY:
        return 0.0
    if _NAME.fullmatch(bare) or _REVERSED.fullmatch(bare):
        return 1.0
    led = _ARTICLE.match(bare)
    what = bare[led.end() :] if led else bare
    if _patterns()["body"].search(bare) and bare[0].isalpha():
        return 0.9 if what[0].isupper() else 0.6
    if titled or _CAPITALS.fullmatch(what) or _ACRONYM.fullmatch(what) or (_NAME.search(bare) and bare[0].isupper()):
        return 0.8
    named = _CAPITALISED.fullmatch(bare) or _COUPLE.fullmatch(bare)
    return (0.75 if " " in bare else 0.7) if named else 0.0  # Rosa Luxemburg is a name, Berlin may be none


_APART = re.compile(r"(?<!\S)([A-ZА-ЯЁl1|])\s?\.(?=\s?[A-ZА-ЯЁ])")


def mended(name: str) -> str:
    """Mend initials that scanning has torn or misread.

    >>> mended("K . E. Voroshilov"), mended("l. V. Stalin"), mended("A.S. Yenukidze")
    ('K. E. Voroshilov', 'I. V. Stalin', 'A.S. Yenukidze')
    """
    return _APART.sub(lambda found: ("I" if found[1] in "l1|" else found[1]) + ".", name)


def names_in(line: Line) -> tuple[Line, ...]:
    """Return the names with initials that stand in a line."""
    return tuple(Line(found[0], line.start + found.start()) for found in _NAME.finditer(line.text))
