"""Dates of TEI: ``when``, ``from`` and ``to``, ``notBefore`` and ``notAfter``, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from corpuscli.errors import DateError
from corpuscli.intake.tei.parsing import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.intake.tei.parsing import Element

UNDATED = "XXXX"


class Attributes(Protocol):
    """What attributes are asked of: an element, or a mapping."""

    def get(self, key: str, default: str, /) -> str:
        """Return an attribute."""
        ...


def edtf_of(date: Element | None) -> tuple[str, str, str]:
    """Read a ``date`` element.

    Returns:
        The date in EDTF (``XXXX`` where nothing is known), its words, and what is wrong with it.

    >>> from lxml import etree
    >>> edtf_of(etree.fromstring('<date notBefore="1902-01" notAfter="1902-02">[Anfang 1902]</date>'))
    ('[1902-01..1902-02]', '[Anfang 1902]', '')
    >>> edtf_of(etree.fromstring('<date when="1902-01" cert="low"/>'))
    ('1902-01?', '', '')
    """
    if date is None:
        return UNDATED, "", ""
    printed = words(date)
    given = _given(date)
    if given:
        found, problem = _checked(_doubted(given, date))
        if found:
            return found, printed, ""
    else:
        found, problem = "", ""
    if printed:
        found, other = _printed(printed)
        problem = problem or other
    return found or UNDATED, printed, "" if found else problem


def edtf_of_attributes(attributes: Mapping[str, str]) -> str:
    """Return the date that the attributes of ``date`` say, as EDTF; ``""`` where they say none.

    >>> edtf_of_attributes({"notBefore": "1902-01", "notAfter": "1902-02"})
    '[1902-01..1902-02]'
    """
    given = _given(attributes)
    return _doubted(given, attributes) if given else ""


def _given(date: Attributes) -> str:
    def day(*names: str) -> str:
        return next((_day(value) for key in names if (value := date.get(key, ""))), "")

    when = day("when", "when-iso", "when-custom")
    if when:
        return when
    start, end = day("from", "from-iso"), day("to", "to-iso")
    if start or end:
        return start if start == end else f"{start or '..'}/{end or '..'}"
    start, end = day("notBefore", "notBefore-iso"), day("notAfter", "notAfter-iso")
    if start and end:
        return start if start == end else f"[{start}..{end}]"
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def _day(value: str) -> str:
    return value.strip().partition("T")[0]


def _doubted(given: str, date: Attributes) -> str:
    if given.startswith("["):  # one day of a stretch: in doubt by itself
        return given
    if date.get("evidence", "") != "conjecture" and date.get("cert", "") not in ("low", "medium", "unknown"):
        return given
    return "/".join(end if end in ("", "..") else end + "?" for end in given.split("/"))


def _checked(edtf: str) -> tuple[str, str]:
    from corpuscli.text.dates import parse_edtf

    try:
        return parse_edtf(edtf).edtf, ""
    except DateError as problem:
        return "", str(problem)


def _printed(printed: str) -> tuple[str, str]:
    from corpuscli.text.dates import parse_printed

    try:
        found = parse_printed(printed)
    except DateError as problem:
        return "", str(problem)
    return ("", "") if found.undated else (found.edtf, "")
