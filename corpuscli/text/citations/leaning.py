"""Citations that lean on the one before: ibid, Там же, and parents left out behind a semicolon."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.archival import inherit
from corpuscli.text.citations.published import read_locators, work_id

if TYPE_CHECKING:
    from collections.abc import Sequence

_IBID_WORK = re.compile(
    r"(?<!\w)(?:[Тт]ам\sже|Ibid(?:em)?|In\sthe\ssame\splace|Ebenda)\.?,?\s?(?=(?:[СS]|pp?|[тtТT]|vol)\.\s?\d)"
)


def ibids_of_works(text: str) -> list[Citation]:
    """Find ibids that name pages or a volume; what they lean on is settled by ``lean``."""
    loose: list[Citation] = []
    for ibid in _IBID_WORK.finditer(text):
        locators, end = read_locators(text, ibid.end())
        span = Span(ibid.start(), end)
        if locators:
            fields: dict[str, FieldValue] = {"work": None, **locators}
            loose.append(
                Citation(span, span.of(text), "work", "ibid", ("work:?",), MappingProxyType(fields), "dangling")
            )
    return loose


def lean(citations: Sequence[Citation], before: Citation | None = None) -> list[Citation]:
    """Give each citation that leans what it leans on: the nearest before it, of archives or works as it is itself.

    Args:
        citations: In the order of the text.
        before: The last citation of an earlier part of the same letter.

    Returns:
        The citations; those with nothing to lean on stay dangling.
    """
    settled: list[Citation] = []
    last = before
    for citation in citations:
        one = citation
        if citation.form != "full" and last is not None and last.kind == citation.kind and last.state != "dangling":
            one = inherit(citation, last) if citation.kind == "archive" else _same_work(citation, last)
        settled.append(one)
        last = one
    return settled


def _same_work(citation: Citation, parent: Citation) -> Citation:
    own = {name: value for name, value in citation.fields.items() if value is not None}
    volume = {name: value for name, value in parent.fields.items() if name not in ("pages", "date") or name in own}
    fields: dict[str, FieldValue] = {**volume, **own}
    return Citation(
        citation.span, citation.raw, "work", citation.form, (work_id(fields),), MappingProxyType(fields), parent.state
    )
