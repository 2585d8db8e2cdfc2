"""The source line: ``RTSKHIDNI. F. 558. On. 1. D. 53. L. 1-3. Autographs. "Proletarian Revolution". 1936``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern, value_of
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_VALUE = r"[№#]?\s*\d+[\wа-я]{0,3}(?:/\w{1,6})?"
_LEAF = rf"{_VALUE}(?:(?<=ob)\.|(?<=об)\.|\s?(?:ob|об|rev|v|verso|vol(?!\.?\s*\d))\b\.?)?"
_LIST = (
    rf"{_LEAF}(?:\s*(?:[-–—,]|and|и)\s*{_LEAF})*"
    r"(?:\s(?:and|with|и|с)\s(?:ob|об|verso|vol)\b\.?(?!\s*\d))?"
)
_FOND = r"(?:F|f|Ф|ф|Fond|fond|Фонд|фонд)(?:\b\s?[.,]?\s*|(?=\d))" + _VALUE
_LOCATOR = (
    r"(?:Op|op|On|on|Оп|оп|[Oo]pis['’]?|[Оо]пись|[Дд]ело|[Лл]ист[ыа]?|[Ll]ist[yi]?|"
    r"[Ii]nv|D|d|Д|д|Delo|delo|L|l|Л|л|LL|Ll|ll|ЛЛ|Лл|лл|P|p|П|п|K|k|К|к|Per|Pap|"
    r"Ch|Ч|ч|Bl|fol|[Ee]d\.?\s*[Kk]hr|[Ее]д\.?\s*хр|File|file|Sheets?|sheets?|Folder|folder|Box|box|Doc|doc|"
    r"f(?=\.?\s*\d+(?:[–-]\d+)?(?:\s?[rv](?:-v)?)?\s*(?:;|$|\.(?!\s*(?:[Oo][pn]|[Оо]п)\b))))(?:(?:\b|(?<=['’]))\s?[.,]?\s*|(?=\d))"
) + _LIST
"""The last is the French for a leaf, which is a fond where an opis follows."""
_ARCHIVE = (
    r"(?:(?:[A-ZА-ЯЁ](?:[a-zа-я]?[A-ZА-ЯЁ\d-]){2,}|АП|AP)(?:\s(?:[A-ZА-ЯЁ]{2,}|RF|РФ))?|"
    r"[A-ZА-ЯЁ][^.;:\n]{0,80}(?:Archives?|archives?|Archiv|архив\w*|Library|Collection)[^.;:\n]{0,60})"
)
_ODD = r"(?!(?:F|Ф|Fond|Фонд)\b)(?:[A-ZА-Я][\wа-я]{0,5}(?:\s[A-ZА-Я\d]{1,4})?|\d{1,4}\s?(?:[dд]-[vв]о|г)?)"
"""A step between fond and delo that has no name of its own: ``DP OO. 1912.``; one that has stands after it."""
_UNIT = re.compile(
    rf"(?:(?P<archive>{_ARCHIVE})\s*[.,;:]?\s*)?{_FOND}(?:\s*[.,;:]?\s*(?:(?:{_ODD}[.,;]\s*){{1,3}}(?={_LOCATOR}))?{_LOCATOR})*"
)
"""One pattern for the first citation, which names its archive, and the next, which need not: compiling takes long."""
_BETWEEN = re.compile(r"\s*(?:[.;,]\s*|and\s+|и\s+)+(?P<ibid>(?:Ibid(?:em)?|Там же)[.,:]?\s*)?")
_SENTENCE = re.compile(r"(?:\.(?=[a-z]\.|,|\sin-\d)|[^.;\"“”«»]|\"[^\"]*\"|“[^”]*”|«[^»]*»|[\"“”«»])+[.;]*\s*")
_BIBLIOGRAPHIC = re.compile(
    r"^[\"“«][^\"“”«»]+[\"”»][.,]?\s+1[6-9]\d\d\b|\b1[6-9]\d\d\b.*\b(?:S|С|P|p|pp|T|Т|Vol|No|№|N|page)s?\b\.?\s*\d|\b(?:S|С|P|pp?)\.\s*\d+(?:[-–]\d+)?\.?$"
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """What a source line says.

    Args:
        sources: Archival citations, without the closing full stop.
        form: The physical description, or None.
        published: Where it was published before.
        further: What it says of other copies, each with an archive and a description of its own.
    """

    sources: tuple[Line, ...] = ()
    form: Line | None = None
    published: tuple[Line, ...] = ()
    further: tuple[SourceLine, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sources or self.form or self.published)


@cache
def _issued() -> re.Pattern[str]:
    """``Published in``, with what makes it a label: a colon, or a title that follows."""
    return re.compile(rf"(?:{pattern('first')}\s+)?{pattern('issued')}(?P<colon>\s*:)?(?=\s|$)\s*", re.IGNORECASE)


@cache
def _based() -> re.Pattern[str]:
    """A sentence of its own that says what is printed: ``... XXXVI. Printed from the original.``."""
    return re.compile(rf"(?<=[.;]\s){pattern('printed')}\s", re.IGNORECASE)


@cache
def _form() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern('form')}(?!\w)", re.IGNORECASE)


def parse_source(line: Line) -> SourceLine | None:
    """Read a line that begins with an archival citation, a physical description before it or none.

    >>> from corpuscli.intake.page.lines import Line
    >>> found = parse_source(Line("RTSKHIDNI. F. 85. On. 1/S. D 13. L. 2. Typed text. Signature by hand.", 0))
    >>> found.sources[0].text, found.form.text
    ('RTSKHIDNI. F. 85. On. 1/S. D 13. L. 2', 'Typed text. Signature by hand')
    """
    lead = _form_end(line)
    first = _first(line.text, lead)
    if first is None:
        return None
    sources = [line.part(first.start(), first.end())]
    end = first.end()
    while (between := _BETWEEN.match(line.text, end)) and (following := _UNIT.match(line.text, between.end())):
        begin = between.start("ibid") if between["ibid"] else following.start()
        sources.append(line.part(begin, following.end()))
        end = following.end()
    rest = line.part(end).without_head(".,;:")
    form, published = form_and_published(rest)
    if lead:
        form = line.part(0, lead).without_tail(".;")
    other = parse_source(line.part(published[0].start - line.start)) if published else None
    if other:
        return SourceLine(tuple(sources), form, (), (other, *other.further))
    return SourceLine(tuple(sources), form, published)


def _first(text: str, start: int) -> re.Match[str] | None:
    """Match a citation that names its archive."""
    found = _UNIT.match(text, start)
    return found if found and found["archive"] else None


def labelled_source(key: str, value: Line) -> SourceLine:
    """Read what follows the label ``Source:``, ``Form:`` or ``Published:``; an archival citation is one of its kind."""
    if key == "form":
        return SourceLine(form=value.without_tail("."))
    if key == "published":
        sent = _SENT.search(value.text)
        value = value.part(0, sent.start()) if sent and not _based().search(value.text) else value
        based = _based().search(value.text)
        form = value.part(based.start()).without_tail(".") if based else None
        first = value.part(0, min(one.start() for one in (based, sent) if one)) if based or sent else value
        return SourceLine(form=form, published=_published(first))
    cited = parse_source(value)
    told = cited is not None and all(_BIBLIOGRAPHIC.search(one.text) for one in cited.published)
    return cited if cited is not None and told else _with_form(value)


_SENT = re.compile(r"(?<=[.;]\s)Sent (?:from|to)\s[^.]{2,60}(?:\.|$)")
"""A sentence of its own that says where a letter went."""


def _with_form(value: Line) -> SourceLine:
    """Read a mark of any kind, and the sentence behind it where that describes the paper."""
    for stop in _SENTENCE_END.finditer(value.text):
        form = value.part(stop.end()).without_tail(".")
        if _form().match(form.text) or matches("paper", form.words):
            return SourceLine((value.part(0, stop.start()).without_tail("."),), form)
    return SourceLine((value.without_tail("."),))


_SENTENCE_END = re.compile(r"(?:(?<=[^\W_]{4})|(?<=\d)|(?<=\)))\.\s+(?=[A-ZА-ЯЁÀ-Þ\d])")


def _form_end(line: Line) -> int:
    """Return where the leading sentences that describe the paper end."""
    end = 0
    while (sentence := _SENTENCE.match(line.text, end)) and sentence[0].strip():
        told = _form().search(sentence[0]) or (end and matches("form_more", sentence[0].strip(" .;")))
        if not told or _first(sentence[0], 0):
            break
        end = sentence.end()
    return end


def is_form(text: str) -> bool:
    """Tell whether words begin with a sentence that describes the paper."""
    sentence = _SENTENCE.match(text)
    return sentence is not None and _form().match(sentence[0]) is not None


def form_and_published(rest: Line) -> tuple[Line | None, tuple[Line, ...]]:
    """Part what follows a citation into the physical description and where it was published before."""
    end = _form_end(rest)
    if end and rest.text[end - 2 : end] == "; " and rest.text[end:][:1].islower():
        end = len(rest.text)  # what goes on behind a semicolon is said of the paper too
    form = _unwrapped(rest.part(0, end).trimmed(".;,")) if end else None
    return form, _published(rest.part(end))


def _unwrapped(form: Line) -> Line:
    """Take off brackets that stand around a description, or that nothing closes: ``(Copy).``."""
    if form.text.count("(") != form.text.count(")") or (form.text[:1] == "(" and form.text[-1:] == ")"):
        return form.trimmed("().;,")
    return form


_LABEL = re.compile(r"(?P<label>[^\W\d_]\w{2,20}(?:\s\w{2,10}){0,3})\s?:\s+(?=\S)")
_YEAR = re.compile(r"(?:[^\W\d_A-ZА-ЯЁ][^\W\d_]*\s+){0,6}(?:1[5-9]\d\d|20\d\d)")
"""What keeps ``First published in 1942 in ...`` one statement."""


def _published(rest: Line) -> tuple[Line, ...]:
    named = _LABEL.match(rest.text)
    if named and value_of("label", named["label"]) == "published":
        rest = rest.part(named.end())
    labelled = _issued().match(rest.text)
    if labelled and not (_YEAR.match(rest.text[labelled.end() :]) and labelled["colon"] is None):
        rest = rest.part(labelled.end())
    parts: list[Line] = []
    start = 0
    for cut in [*re.finditer(r";\s+", rest.text), None]:
        part = rest.part(start, cut.start() if cut else None).without_tail(".;,").without_head(".;,")
        if part.text:
            parts.append(part)
        start = cut.end() if cut else start
    return tuple(parts)


def parse_after_source(line: Line) -> SourceLine | None:
    """Read a line under the source line: a physical description, earlier publication, or both; None for anything else.

    >>> from corpuscli.intake.page.lines import Line
    >>> parse_after_source(Line("Published: Pravda. 1936. No. 7. S. 3.", 0)).published[0].text
    'Pravda. 1936. No. 7. S. 3'
    >>> parse_after_source(Line("1 The copy was typed.", 0)) is None
    True
    """
    if re.match(r"\d|\W*\d+\W", line.text):
        return None
    found = parse_source(line)
    if found:
        return found
    named = _LABEL.match(line.text)
    if named and value_of("label", named["label"]) == "published":
        return SourceLine(published=_published(line.part(named.end())))
    end = _form_end(line)
    end = end if len(line.text[:end].split()) <= _FORM_WORDS else 0
    form, rest = line.part(0, end).without_tail(".;"), line.part(end)
    if not rest.text:
        return SourceLine(form=form)
    if _issued().match(rest.text) or _BIBLIOGRAPHIC.search(rest.text):
        return SourceLine(form=form if form.text else None, published=_published(rest))
    return None


_FORM_WORDS = 16
"""More words describe no paper."""
