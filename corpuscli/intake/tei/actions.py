"""Who wrote to whom, when and where: ``correspDesc``, in TEI letters and in CMIF files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.intake.tei.dates import UNDATED, edtf_of
from corpuscli.intake.tei.parsing import every, name, words
from corpuscli.model.reading import ReadField
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.intake.tei.parsing import Element

PARTIES = ("persName", "orgName", "name", "rs")
"""The elements that name who wrote or received."""
_PLACES = ("placeName", "settlement", "geogName", "address")
UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What a ``correspDesc`` says.

    Args:
        fields: The keys it fills.
        warnings: Dates that cannot be read.
        losses: What it says besides.
    """

    fields: tuple[ReadField, ...]
    warnings: tuple[str, ...]
    losses: tuple[str, ...]


def read_correspondence(description: Element, *, own: bool = False) -> Correspondence:
    """Read a ``correspDesc``.

    Args:
        description: The element.
        own: Whether we have written it: names come as they are, dates in EDTF, and with their calendar.
    """
    fields: list[ReadField] = []
    warnings: list[str] = []
    losses: list[str] = []
    sides = {"sent": ("senders", "place", "date"), "received": ("recipients", "place_received", "date_received")}
    parties: dict[str, list[str]] = {"senders": [], "recipients": []}
    for action in every(description, "correspAction"):
        if action.get("type") not in sides:
            losses.append(f"correspAction of type {action.get('type') or 'none'}")
            continue
        who, where, when = sides[str(action.get("type"))]
        parties[who] += _parties(action)
        fields += _place(action, where)
        found, problem = _own_date(action, when) if own else _date(action, when)
        fields += found
        warnings += [problem] * bool(problem)
        losses += _left(action)
    if not any(field.key == "date" for field in fields):
        fields.append(ReadField("date", UNDATED))
    for key, names in parties.items():
        fields.append(ReadField(key, tuple(names if own else dict.fromkeys(names)) or (UNKNOWN,)))
    losses += (f"correspDesc/{_kind(child)}" for child in description if name(child) not in ("correspAction", ""))
    return Correspondence(tuple(fields), tuple(warnings), tuple(losses))


def _kind(child: Element) -> str:
    """Return an element's name, of a note that only points elsewhere with the type of what it points to."""
    kinds = dict.fromkeys(ref.get("type", "") for ref in every(child, "ref"))
    return "/ref of type ".join([name(child), *filter(None, kinds)]) if name(child) == "note" else name(child)


def _parties(action: Element) -> list[str]:
    found = [words(child) for child in action if name(child) in PARTIES]
    return [party for party in found if party]


def _place(action: Element, key: str) -> list[ReadField]:
    found = [words(child) for child in action if name(child) in _PLACES]
    named = "; ".join(place for place in found if place)
    return [ReadField(key, named)] if named else []


def _date(action: Element, key: str) -> tuple[list[ReadField], str]:
    dates = every(action, "date")
    edtf, printed, problem = edtf_of(dates[0] if dates else None)
    fields = [ReadField(key, edtf)] if dates or key == "date" else []
    if key == "date" and printed and printed != edtf:
        fields.append(ReadField("date_text", printed))
    return [field for field in fields if field.value != UNDATED or field.key == "date"], problem


def _own_date(action: Element, key: str) -> tuple[list[ReadField], str]:
    date = next(iter(every(action, "date")), None)
    if date is None:
        return [], ""
    fields = [ReadField(key, date.get("when-custom") or edtf_of(date)[0])]
    if words(date) and key == "date":
        fields.append(ReadField("date_text", words(date)))
    if date.get("calendar"):
        fields.append(ReadField("calendar", date.get("calendar").removeprefix("#")))
    return fields, ""


def _left(action: Element) -> Iterator[str]:
    known = (*PARTIES, *_PLACES, "date")
    dates = every(action, "date")
    for child in action:
        tag = name(child)
        if tag not in known:
            yield f"correspAction/{tag}"
            continue
        if child.get("ref") or child.get("key"):
            yield f"correspAction/{tag}/@ref (authority{'; people add --from takes it over' if tag in PARTIES else ''})"
        if tag != "date" and (child.get("evidence") == "conjecture" or child.get("cert", "high") != "high"):
            yield f"correspAction/{tag}/@evidence or @cert (doubt)"
        if tag == "date" and child is not dates[0]:
            yield "correspAction/date (a second one)"
