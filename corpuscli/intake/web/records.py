"""Tables and lists in which a web page says what it knows of a letter: ``Sender``, ``Date``, ``Shelfmark``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches
from corpuscli.intake.web.footnotes import content

if TYPE_CHECKING:
    from corpuscli.intake.tei.parsing import Element

_LABEL = re.compile(r"[^\W\d_][\w ,/-]{1,30}")
_PAIR = 2
_BESIDE = frozenset({"div", "span", "p", "b", "strong", "h3", "h4", "h5", "h6"})
_ROWS = 12
"""The most rows that are looked at."""


def is_label(element: Element, tag: str) -> bool:
    """Tell whether a cell, or a term of a list, names what stands beside it.

    Args:
        element: Any element.
        tag: Its name.
    """
    words = content(element).strip()
    if tag in _BESIDE:
        return _is_first_of_two(element) and matches("label", words.rstrip(" :"))
    if tag not in ("dt", "th", "td") or not _LABEL.fullmatch(words):
        return False
    if tag == "dt":
        return True
    row = element.getparent()
    cells = [] if row is None else [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) != _PAIR or cells[0] is not element:
        return False
    return tag == "th" or _is_record(row)


def _is_first_of_two(element: Element) -> bool:
    """Whether an element and one more are all that another holds: a label and what it labels."""
    pair = element.getparent()
    alone = pair is not None and not (pair.text or "").strip() and not (element.tail or "").strip()
    return alone and pair is not None and len(list(pair)) == _PAIR and element.getprevious() is None


def _is_record(row: Element | None) -> bool:
    """Whether a table's first column names what letters have, in two rows at least."""
    table = row.getparent() if row is not None else None
    rows = [] if table is None else [list(one) for one in islice(table, _ROWS) if one.tag == "tr"]
    return sum(len(row) == _PAIR and matches("label", content(row[0]).strip(" \n:")) for row in rows) >= _PAIR
