"""Footnotes of a web page: where links lead, notes that stand at their markers, notes that a list numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.data.markup import elements
from corpuscli.data.pages import matches
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.intake.tei.parsing import Element

MARK = re.compile(r"\s*[\[(]?\s*(\d{1,3}|\*{1,3})\s*[\])]?\s*")
_BLANKS = re.compile(r"\s+")
_INLINE = frozenset({"span", "small", "aside", "i", "em"})
_TIPS = ("title", "data-content", "data-original-title", "data-tippy-content", "data-note")
_LEAST_TIP = 4
_SENTENCE = 15
"""Signs from which on the tip of a raised number says something."""


def content(element: Element) -> str:
    """Return all words of an element."""
    return "".join(element.itertext())


def labels_of(root: Element) -> Iterator[tuple[str, str]]:
    """Yield where footnote links lead, and their labels; links back from the note are passed over."""
    for link in root.iter("a"):
        target = (link.get("href", "")).rpartition("#")[2]
        found = MARK.fullmatch(content(link))
        if target and found and (link.get("href", "")).startswith("#"):
            yield target, found[1]


def begins_with(element: Element, label: str) -> bool:
    """Tell whether an element begins with a label, in brackets or without."""
    return re.match(rf"\s*[\[(]?\s*{re.escape(label)}\b", content(element)) is not None


@dataclass(frozen=True, slots=True)
class NoteHere:
    """A note that stands where its marker does, and is to be set under the text.

    Args:
        label: Its number.
        words: What it says.
        marks: Whether the element shows the number too, so that a marker is to stay there.
    """

    label: str
    words: str
    marks: bool


def note_here(element: Element, tag: str, labels: Mapping[str, str]) -> NoteHere | None:
    """Read a note that stands within a sentence: in the margin of the page, or in a tip at its marker.

    Args:
        element: Any element.
        tag: Its name.
        labels: Where footnote links lead.
    """
    named = {*element.get("class", "").split()}
    if tag in _INLINE and not elements("html", "note-named").isdisjoint(named):
        label = labels.get(element.get("id", ""), "") or _mark_before(element)
        return NoteHere(label, _said(element, label), marks=False) if label else None
    found = MARK.fullmatch(content(element)) if tag in ("a", "sup", "span", "abbr") else None
    tip = next((words for key in _TIPS if len(words := element.get(key, "").strip()) >= _LEAST_TIP), "")
    told = len(tip) >= _SENTENCE if tag == "sup" else _is_marker(element, named)
    if found and tip and not matches("backlink", tip) and told:
        return NoteHere(found[1], _BLANKS.sub(" ", tip), marks=True)
    return None


def _mark_before(element: Element) -> str:
    """Return the marker right before an element."""
    before = element.getprevious()
    found = MARK.fullmatch(content(before)) if before is not None and not (before.tail or "").strip() else None
    return found[1] if found else ""


def _is_marker(element: Element, named: set[str]) -> bool:
    """Whether a number with a tip is a footnote's: by its class, or as it shows it; links to notes have them there."""
    linked = element.get("href", "#") not in ("", "#")
    tipped = element.get("data-toggle") == "tooltip" or not elements("html", "marker-named").isdisjoint(named)
    return tipped and not linked


def _said(element: Element, label: str) -> str:
    words = _BLANKS.sub(" ", content(element)).strip()
    return re.sub(rf"^[\[(]?\s*{re.escape(label)}\s*[\])]?[.:]?\s*", "", words)


def numbered_by_list(item: Element) -> str:
    """Return the number that a list gives to a note in it, where the list is one of notes; else ``""``.

    It is one if its class says so, or if its items lead back to the text.
    """
    notes = item.getparent()
    if notes is None or notes.tag != "ol":
        return ""
    items = [one for one in notes if one.tag == "li"]
    named = {*notes.get("class", "").split()}
    if elements("html", "notes-named").isdisjoint(named) and not all(map(_leads_back, items)):
        return ""
    first = notes.get("start", "1")
    given = item.get("value", "")
    return given if given.isdecimal() else str((int(first) if first.isdecimal() else 1) + items.index(item))


def _leads_back(item: Element) -> bool:
    return any(map(leads_back, item.iter("a")))


def leads_back(link: Element) -> bool:
    """Tell whether a link leads from a note back to the text: ``↑``."""
    return matches("backlink", content(link).strip(" \n\ufe0e\ufe0f"))
