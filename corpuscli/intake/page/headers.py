"""The header of a letter: ``Telegram from A to B``, ``A - B``, and the broken ones."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern, value_of
from corpuscli.intake.page.offices import is_office, receiving
from corpuscli.intake.page.parties import likeness, may_be_party, names_in, split_parties
from corpuscli.model.values import dataclass
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpuscli.intake.page.lines import Line

_LONGEST = 300
_STARRED = re.compile(r"\s?\[?\*{1,3}\]?\s?\)?$")
_LEAST = 0.6
_INITIAL_AT_END = re.compile(r"(?:^|[\s.])[A-ZА-Я]\.$")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says.

    Args:
        line: The header.
        senders: Who writes; may be empty.
        recipients: To whom; may be empty.
        kind: The word for the type of letter as printed (``Telegram``), or None.
        likeness: How much it looks like a header, 0 to 1.
        settled: Whether the words say who writes and who receives.
    """

    line: Line
    senders: tuple[Line, ...]
    recipients: tuple[Line, ...]
    kind: Line | None = None
    likeness: float = 1.0
    settled: bool = True

    @property
    def type(self) -> str:
        """The type of letter, as ``telegram``, or ``""``."""
        return value_of("type", self.kind.words) if self.kind else ""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    flags = re.IGNORECASE
    prefix = rf"(?P<kind>{pattern('type')})(?=[\s.:])[.:]?\s*"
    return {
        "kind": re.compile(prefix, flags),
        "receipt": re.compile(rf"\s*[\[(]{pattern('received')}\b[^\])]*[\])]?$", flags),
        "topic": re.compile(rf"(?<=[^\W\d_]{{3}})[\s,]+{pattern('topic')}\s.*$", flags),
        "from": re.compile(rf"{pattern('from')}\s+|d['’](?=\w)", flags),
        "led": re.compile(r"(?:between|of|from|между)\s+", flags),
        "with": re.compile(rf"\s{pattern('with')}\s", flags),
        "to": re.compile(rf"{pattern('to')}\s+", flags),
        "between": re.compile(
            rf"(?<!копия)(?<!copy)(?<!copies)(?:\s{pattern('to')}\s+|\s{pattern('dash')}\s+|\s*[—–]\s*)|"
            rf"\s(?:в(?=\s{pattern('body')})|на имя|ко?(?=\s[А-ЯЁ]))\s+",
            flags,
        ),
    }


def parse_header(line: Line, *, alone: bool = False, numbered: bool = False, enclosed: bool = False) -> Header | None:
    """Read a header.

    Args:
        line: One line of the page, or several joined.
        alone: Whether so much else tells of a letter that a recipient alone will do: ``An Karl Kautsky``.
        numbered: Whether a number stands over it, so that one side without a word for it will do: ``Т. РЫКОВУ``.
        enclosed: Whether a date line stands under it, so that under a number, or after a word for the type, a party
            that looks like none will do beside one that does: ``G. V. Chicherin to Dashnaktsutyun``.

    Returns:
        What it says, or None when it is none.

    >>> from corpuscli.intake.page.lines import Line
    >>> header = parse_header(Line("Telegram from I. V. Stalin, S. K. Minin to Ya. M. Sverdlov", 0))
    >>> [p.text for p in header.senders], [p.text for p in header.recipients], header.type
    (['I. V. Stalin', 'S. K. Minin'], ['Ya. M. Sverdlov'], 'telegram')
    >>> parse_header(Line("I came to Moscow to see you about the train.", 0)) is None
    True
    """
    if len(line.text) > _LONGEST or line.text.islower():
        return None  # a name has a capital
    return _parsed(line, alone=alone, numbered=numbered, enclosed=enclosed)


@lru_cache(maxsize=1024)  # several steps ask about a line
def _parsed(line: Line, *, alone: bool, numbered: bool, enclosed: bool) -> Header | None:
    starred = _STARRED.search(line.text)
    rest = (line.part(0, starred.start()) if starred else line).without_tail(":")
    rest = rest.part(0, -1) if rest.text.endswith("..") else rest
    rest = rest if _INITIAL_AT_END.search(rest.text) else rest.without_tail(".:")
    found = _patterns()["kind"].match(rest.text)
    kind = rest.part(0, found.end("kind")) if found else None
    rest = rest.part(found.end()) if found else rest
    receipt = _patterns()["receipt"].search(rest.text)
    rest = rest.part(0, receipt.start()) if receipt else rest
    topic = _patterns()["topic"].search(rest.text)
    rest = rest.part(0, topic.start()).without_tail(",") if topic else rest
    opened = _patterns()["from"].match(rest.text)
    rest = rest.part(opened.end()) if opened else rest
    header = (_talk(line, rest, kind) if kind else None) or _whole(line, rest, kind, _least)
    if header is None and enclosed:
        header = _whole(line, rest, kind, _some if kind and opened else _most if kind or numbered else _named)
    if header is None and (kind or not opened):
        header = _broken(line, rest, kind, alone=alone, enclosed=enclosed)
    if header is None and numbered and not kind:
        header = _one_side(line, rest)
    return header


def _whole(line: Line, rest: Line, kind: Line | None, weigh: Callable[[tuple[Line, ...]], float]) -> Header | None:
    best: Header | None = None
    cuts = [*_patterns()["between"].finditer(rest.text)]
    for cut in cuts:
        after = next((other.start() for other in cuts if other.start() > cut.end()), len(rest.text))
        if cut[0].strip().isalpha() and _is_post(rest, cut, after):
            continue  # à of « l'ambassadeur à Berlin à M. Briand »
        senders, recipients = split_parties(rest.part(0, cut.start())), split_parties(rest.part(cut.end()))
        told = _said_last(senders) if kind is None else kind
        senders = senders[:-1] if told is not kind else senders  # A, letter to B
        like = weigh(senders + recipients) if senders and recipients else 0.0
        if like >= _LEAST and (best is None or like > best.likeness):
            best = Header(line, senders, recipients, told, like)
    return best


def _said_last(parties: tuple[Line, ...]) -> Line | None:
    """Return the last party where it is the word for a type of letter: ``A, letter to B``."""
    return parties[-1] if len(parties) > 1 and matches("type", parties[-1].words) else None


def _is_post(rest: Line, cut: re.Match[str], after: int) -> bool:
    """Whether what follows is where an office is held, not who receives: a town, or one word before another ``to``."""
    words = rest.text[cut.end() : after].strip(" ,()\r\n")
    last = after < len(rest.text) and len(words.split()) == 1 and not matches("body", words)
    return matches("place", words) or (last and is_office(split_parties(rest.part(0, cut.start()))[-1].words))


def _talk(line: Line, rest: Line, kind: Line) -> Header | None:
    """Read who talked with whom: ``Conversation by direct wire between J. V. Stalin and V. I. Lenin``."""
    if not matches("talk", kind.words):
        return None
    led = _patterns()["led"].match(rest.text)
    words = rest.part(led.end()) if led else rest
    sides = (
        (split_parties(words.part(0, cut.start())), split_parties(words.part(cut.end())))
        for cut in _patterns()["with"].finditer(words.text)
    )
    return next((Header(line, *two, kind, _least(two[0] + two[1])) for two in sides if _least(two[0] + two[1])), None)


def _least(parties: tuple[Line, ...]) -> float:
    return min((likeness(party.words) for party in parties), default=0.0)


def _some(parties: tuple[Line, ...]) -> float:
    """Weigh parties that all may be some."""
    some = all(likeness(party.words) >= _LEAST or may_be_party(party.words) for party in parties)
    return _LEAST_ENCLOSED if some else 0.0


def _most(parties: tuple[Line, ...]) -> float:
    """Weigh parties by the surest of them, where all may be some."""
    return _some(parties) if max(likeness(party.words) for party in parties) >= _LEAST_ALONE else 0.0


def _named(parties: tuple[Line, ...]) -> float:
    """Weigh parties of which one at least is a name with initials."""
    return _most(parties) if any(likeness(party.words) == 1.0 for party in parties) else 0.0


def _broken(line: Line, rest: Line, kind: Line | None, *, alone: bool, enclosed: bool) -> Header | None:
    """``Telegram to A B``, ``A B`` with a lost "to", ``Telegram to B``, ``Telegram from A``."""
    addressed = _patterns()["to"].match(rest.text)
    if addressed and not (kind or alone):
        return None
    words = rest.part(addressed.end()) if addressed else rest
    cut = _seam(words)
    if cut:
        sides = split_parties(words.part(0, cut)), split_parties(words.part(cut))
        like = _least(sides[0] + sides[1])
        return Header(line, *sides, kind, like * 0.8, settled=not addressed) if like >= _LEAST else None
    if kind is None and not addressed:
        return None
    parties = split_parties(words)
    may_be = enclosed and kind is not None and all(may_be_party(party.words) for party in parties)
    if _least(parties) < _LEAST and not may_be:
        return None
    if addressed:
        return Header(line, (), parties, kind, 0.6)
    return Header(line, parties, (), kind, 0.6)


def _one_side(line: Line, rest: Line) -> Header | None:
    """Read one side without a word for it; the signature says whether it is who writes."""
    parties = split_parties(rest)
    sure = _least(parties) >= _LEAST_ALONE and not matches("greeting", rest.text.split()[0].strip(",.!"))
    return Header(line, (), parties, None, 0.5, settled=False) if sure else None


_LEAST_ALONE = 0.8
_LEAST_ENCLOSED = 0.65


def _seam(words: Line) -> int:
    """Return where two parties stand side by side with only a blank between, or 0.

    They are two names, an office that its case shows to receive, or a name after an office and its holder.
    """
    names = names_in(words)
    for before, after in pairwise(names):
        if not words.text[before.end - words.start : after.start - words.start].strip():
            return after.start - words.start
    cases = (found.end() for found in _CASES.finditer(words.text))
    seams = [*receiving(words), *cases, *_after_office(words, names)]
    return next((seam for seam in seams if _is_seam(words.part(0, seam), words.part(seam))), 0)


def _after_office(words: Line, names: tuple[Line, ...]) -> Iterator[int]:
    seams = (name.start - words.start for name in names if name.start > words.start)
    return (seam for seam in seams if is_office(words.part(0, seam).words) and _is_held(words.part(0, seam).words))


def _is_held(office: str) -> bool:
    """Whether the last word of an office is its holder's name: not so in ``Army Commander``, ``Head of the Staff``."""
    last = office.rpartition(" ")[2]
    return not any(matches(kind, last) for kind in ("within", "body", "role", "domain"))


_CASES = later(r"(?<!\S)[А-ЯЁ][\w-]*(?:[аяы]|[ое]го|ой|их|ых)\s(?=[А-ЯЁ][\w-]+(?:[ую]|[ое]му)(?!\w))")
"""A name whose case gives, before one whose case receives: ``Сталина Кагановичу``."""


def _is_seam(before: Line, after: Line) -> bool:
    """Whether a party ends and another begins."""
    return (
        not before.text.endswith((",", ".", ":", "-", "–", "—"))
        and len(before.text.split()) > is_office(before.words)  # an office alone has its holder after it
        and not _unfinished().search(before.text)
        and min(likeness(before.words), likeness(after.words)) >= _LEAST
    )


@cache
def _unfinished() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern('joiner')}|{pattern('title')}|{pattern('within')})$", re.IGNORECASE)


_TOWN_AND_OFFICE = 2


def is_address(header: Header) -> bool:
    """Tell whether a header is rather a telegram's address line.

    ``Moscow Kremlin to LENIN, STALIN`` is one, and so is ``Moscow NKID to CHICHERIN``: capitals call who receives.
    """
    first = header.senders[0].words if header.senders else ""
    words = first.replace(",", " ").split()
    placed = any(matches("place", word) or not matches("body", word) for word in words)
    if placed and all(matches("place", word) or matches("address", word) for word in words):
        return True
    capitals = bool(header.recipients) and all(party.text.isupper() for party in header.recipients)
    return capitals and header.kind is None and len(words) == _TOWN_AND_OFFICE and matches("place", words[0])
