"""XML 1.0 written as it comes: escaped text, and who wrote to whom as ``correspDesc``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.exports.authority import ordered
from corpuscli.exports.hidden import Hidden, is_plain
from corpuscli.intake.tei.dates import edtf_of_attributes
from corpuscli.model.values import dataclass
from corpuscli.text.dates import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.letter import Letter
    from corpuscli.relations.people.register import Register

EDTF = "https://www.loc.gov/standards/datetime/"
"""The dating method of ``when-custom``."""
TEI = "http://www.tei-c.org/ns/1.0"
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_ESCAPED = re.compile('[&<>"\r]')
_DAY = re.compile(r"(?!0000)\d{4}(?:-\d\d(?:-\d\d)?)?")
_ONE_OF = re.compile(rf"\[({_DAY.pattern})\.\.({_DAY.pattern})\]")
_URI = re.compile(r"https?://[\w.:/?=&%#~+@,;!$'()*-]+", re.ASCII)


@dataclass(slots=True)
class Xml:
    """Escapes text, and counts what XML cannot hold.

    Args:
        losses: Where it is counted.
    """

    losses: Counter[str] = field(default_factory=Counter[str])

    def text(self, words: str) -> str:
        r"""Return words for text or a quoted attribute; a character that XML 1.0 forbids as its name in brackets.

        >>> Xml().text('<a> & "b"\x1b')
        '&lt;a&gt; &amp; &quot;b&quot;[U+001B]'
        """
        shown = words if is_plain(words) else Hidden(self.losses).shown(words)
        return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], shown) if _ESCAPED.search(shown) else shown

    def element(self, name: str, words: str, attributes: Mapping[str, str] | None = None) -> str:
        """Return an element with words in it, or ``""`` where there is nothing to say."""
        said = "".join(f' {key}="{self.text(value)}"' for key, value in (attributes or {}).items() if value)
        if not words:
            return f"<{name}{said}/>" if said else ""
        return f"<{name}{said}>{self.text(words)}</{name}>"


def uri(words: str) -> str:
    """Return words that are a web address, ``""`` for others."""
    return words if _URI.fullmatch(words) else ""


def date_attributes(edtf: str) -> dict[str, str]:
    """Return the attributes of ``date``; none for an undated letter.

    >>> date_attributes("1921-03?"), date_attributes("1921/1922"), date_attributes("../1918")
    ({'when': '1921-03', 'cert': 'low'}, {'from': '1921', 'to': '1922'}, {'notAfter': '1918'})
    >>> date_attributes("[1921-03..1921-05]")
    {'notBefore': '1921-03', 'notAfter': '1921-05'}
    """
    try:
        date = parse_edtf(edtf)
    except DateError:
        return {}
    doubt = {"cert": "low"} if date.uncertain else {}
    bare = re.sub("[?~%]", "", date.edtf)
    if _DAY.fullmatch(bare):
        return {"when": bare, **doubt}
    one_of = _ONE_OF.fullmatch(bare)
    if one_of:
        return {"notBefore": one_of[1], "notAfter": one_of[2], **doubt}
    start, slash, end = bare.partition("/")
    if slash and _DAY.fullmatch(start) and _DAY.fullmatch(end):
        return {"from": start, "to": end, **doubt}
    first = start if slash and _DAY.fullmatch(start) else date.earliest.isoformat() if date.earliest else ""
    last = end if slash and _DAY.fullmatch(end) else date.latest.isoformat() if date.latest else ""
    found = {"notBefore": first, "notAfter": last}
    return {**{key: day for key, day in found.items() if day}, **(doubt if first or last else {})}


def actions(xml: Xml, letter: Letter, register: Register, *, whole: bool = False) -> str:
    """Return one sent and one received ``correspAction``.

    Args:
        xml: Escapes words.
        letter: The letter.
        register: Knows the persons' references.
        whole: Whether dates are given in EDTF, too, where the attributes of CMIF say less, and undated ones in words.
    """
    sides = (("sent", "senders", "place", "date"), ("received", "recipients", "place_received", "date_received"))
    return "".join(
        f'<correspAction type="{kind}">'
        + "".join(_party(xml, name, register) for name in letter.all(who) or ("Unknown",))
        + xml.element("placeName", letter.get(where))
        + _date(xml, letter, when, whole=whole)
        + "</correspAction>"
        for kind, who, where, when in sides
    )


def _party(xml: Xml, name: str, register: Register) -> str:
    people = register.resolve(name)
    person = people[0] if len(people) == 1 else None
    refs = ordered(ref for ref in person.refs if uri(ref)) if person else []
    tag = "orgName" if person and person.body else "persName"
    return xml.element(tag, name, {"ref": " ".join(refs)})


def _date(xml: Xml, letter: Letter, key: str, *, whole: bool) -> str:
    edtf, printed = letter.get(key), letter.get("date_text") if key == "date" else ""
    attributes = date_attributes(edtf)
    if whole and edtf and (attributes or printed):
        if edtf_of_attributes(attributes) != edtf:
            attributes = {**attributes, "when-custom": edtf, "datingMethod": EDTF}
        if printed and letter.get("calendar") in ("julian", "gregorian"):
            attributes["calendar"] = f"#{letter.get('calendar')}"
    elif attributes and edtf_of_attributes(attributes) != edtf:
        xml.losses[f"{key} (written with its first and last day, or without its mark of doubt)"] += 1
    if not attributes:
        return ""
    return xml.element("date", printed, attributes)
