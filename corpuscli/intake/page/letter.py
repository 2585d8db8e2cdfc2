"""One letter of a page: what its section says, as fields with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.intake.page.addresses import addressees
from corpuscli.intake.page.parties import mended
from corpuscli.intake.page.places import find_place, own_datelines
from corpuscli.intake.page.signature import last_words, signatures, signed_by, signs
from corpuscli.model.reading import ReadField
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpuscli.intake.page.dateline import DateLine
    from corpuscli.intake.page.frame import Frame
    from corpuscli.intake.page.lines import Line
    from corpuscli.intake.page.section import Section


@dataclass(frozen=True, slots=True)
class Parties:
    """Who writes to whom.

    Args:
        senders: Who writes.
        recipients: Who receives.
        sure: How sure that is, 0 to 1.
        warnings: What was guessed.
    """

    senders: tuple[Line, ...]
    recipients: tuple[Line, ...]
    sure: float
    warnings: tuple[str, ...] = ()


def parties_of(section: Section) -> Parties:
    """Read who writes to whom from the header; from signature and address line where the header does not say."""
    header = section.opening.header if section.opening else None
    if header is None:
        signed, addressed = signed_by(section.text), addressees(section.text)
        warned = ("no header: the sender is read from the signature, the recipients from the address line",)
        return Parties(signed, addressed, 0.5, warned if signed or addressed else ("no header",))
    senders, recipients = header.senders, header.recipients
    ends = (*last_words(section.text), *signatures(section.text))
    if not header.settled and not senders:
        wrote = _sign(recipients, ends)
        sides = (recipients, addressees(section.text)) if wrote else (signed_by(section.text), recipients)
        return Parties(*sides, 0.6, ("the header names one side: read with the signature",))
    if not header.settled:
        lowest = next((end for end in ends if _sign(recipients, [end]) != _sign(senders, [end])), None)
        if lowest and _sign(recipients, [lowest]):
            senders, recipients = recipients, senders
        settled = _sign(senders, ends)
        how = "the roles were settled from the signature" if settled else "the first name is taken for the sender"
        return Parties(senders, recipients, 0.8 if settled else 0.4, (f"the header is broken: {how}",))
    if not senders:
        return Parties(
            signed_by(section.text), recipients, 0.5, ("the header names no sender: read from the signature",)
        )
    if not recipients:
        return Parties(senders, addressees(section.text), 0.5, ("the header names no recipient",))
    return Parties(senders, recipients, 1.0 if _sign(senders, ends) else 0.9 * max(header.likeness, 0.8))


def _sign(parties: Sequence[Line], ends: Sequence[Line]) -> bool:
    return any(signs(party.text, ends) for party in parties)


def date_of(section: Section, *, day_first: bool | None = None) -> tuple[DateLine | None, bool]:
    """Return the date, and whether it stands in the letter's own words; the header's date line wins."""
    if section.opening and section.opening.date:
        return section.opening.date, False
    if section.written:
        return section.written, False
    own = own_datelines(section.text, day_first=day_first)
    dated = [line for line in own if line.date.dated] or [line for line in own if line.date.problem]
    return (dated[0], True) if dated else (None, False)


def read_fields(section: Section, frame: Frame, *, day_first: bool | None = None) -> tuple[list[ReadField], list[str]]:
    """Return the fields of a letter in the order in which they are written, and what an editor should look at."""
    parties = parties_of(section)
    date, inside = date_of(section, day_first=day_first)
    fields: list[ReadField] = []
    warnings = list(parties.warnings)
    opening = section.opening
    if opening and opening.number:
        fields.append(ReadField("number", opening.number.words, opening.number.span, 0.99))
    if opening and opening.header and opening.header.kind and opening.header.type:
        fields.append(ReadField("type", opening.header.type, opening.header.kind.span, 0.95))
    if date:
        fields += _dates(date, inside=inside)
        warnings += [date.date.problem] * bool(date.date.problem)
    fields += _party_fields(parties)
    own = own_datelines(section.text, day_first=day_first)
    names = [party.text for party in (*parties.senders, *parties.recipients)]
    told = [opening.date if opening else None, section.written]
    place = find_place(told, own, section.text, names)
    place = place or ((section.sent[0], 0.85) if section.sent[0] else None)
    if place:
        fields.append(ReadField("place", place[0].words, place[0].span, place[1]))
    posted = (opening and opening.posted) or section.sent[1]
    if posted:
        fields.append(ReadField("place_received", posted.words, posted.span, 0.9))
    fields += _source_fields(section)
    if frame.edition:
        span = Span(frame.edition[0].start, frame.edition[-1].end)
        fields.append(ReadField("edition", frame.title, span, 0.95))
    return fields, warnings


def _dates(line: DateLine, *, inside: bool) -> list[ReadField]:
    sure = 0.7 if inside else 0.98
    fields = [ReadField("date", line.date.edtf, line.date.line.span, sure)] if line.date.edtf else []
    return [*fields, ReadField("date_text", line.date.line.words, line.date.line.span, sure)]


def _party_fields(parties: Parties) -> list[ReadField]:
    sides = (("senders", parties.senders), ("recipients", parties.recipients))
    return [_list_field(key, side, parties.sure, mended) for key, side in sides if side]


def _list_field(key: str, lines: Sequence[Line], sure: float, as_read: Callable[[str], str] = str) -> ReadField:
    span = Span(min(line.start for line in lines), max(line.end for line in lines))
    return ReadField(key, tuple(as_read(line.words) for line in lines), span, round(sure, 2))


def _source_fields(section: Section) -> list[ReadField]:
    said = [one for _, source in section.sources for one in (source, *source.further)]
    sources = [line for source in said for line in source.sources]
    forms = [source.form for source in said if source.form]
    published = [line for source in said for line in source.published]
    fields = [_list_field("source", sources, 0.97)] if sources else []
    if forms:
        span = Span(forms[0].start, forms[-1].end)
        fields.append(ReadField("form", "; ".join(form.words for form in forms), span, 0.95))
    return [*fields, _list_field("published", published, 0.8)] if published else fields
