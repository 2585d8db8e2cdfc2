"""A saved HTML page as the text of a page: scripts, navigation and markup gone, footnote links understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from corpuscli.data.markup import elements
from corpuscli.errors import InputError
from corpuscli.intake.web.chrome import content_of, is_left_out, size_of
from corpuscli.intake.web.footnotes import (
    MARK,
    begins_with,
    content,
    labels_of,
    leads_back,
    note_here,
    numbered_by_list,
)
from corpuscli.intake.web.records import is_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.intake.tei.parsing import Element

_BLANKS = re.compile(r"\s+")
_FOOTER = 300
"""Signs from which on a footer says more than the site's name."""
_HEAD = 4096
_ENCODING = re.compile(rb"""(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)


def page_text(data: bytes, shown: str) -> tuple[str, str]:
    """Return the words of an HTML page, line by line, and the language its markup names.

    Footnote links and raised numbers become ``[1]``, as does the beginning of the note that they lead to; a note that
    stands within a sentence is set under the text. What a table names becomes a label: ``Date: 2 October 1909``.

    Args:
        data: The file's bytes, in the encoding that its markup names, else UTF-8.
        shown: How messages name it.

    Raises:
        EncodingError: No encoding is named, and it is not UTF-8.
        InputError: There is nothing but comments in it.
    """
    from lxml import etree

    from corpuscli.store.files import decode

    named = _named(data)
    if named is None and _ENCODING.search(data[:_HEAD]) is None:
        named = decode(data, shown)
    parser = etree.HTMLParser(encoding=None if named is None else "utf-8", no_network=True, remove_comments=True)
    data = data if named is None else named.encode("utf-8")
    root = cast("Element | None", etree.fromstring(data, parser))
    if root is None:
        raise InputError("no letter found: nothing but comments", shown, 1, 1)
    words = _Words(dict(labels_of(root)), size_of(next(iter(root.iter("body")), root)))
    text = "".join(words.of(content_of(root)))
    text = text.replace("[]", "").replace("\xad", "")  # what stood around a link that is left out; soft hyphens
    below = [f"{_shown(label)} {said}" for label, said in words.notes.items() if said not in _BLANKS.sub(" ", text)]
    text = "\n\n".join([text, "Notes", *below]) if below else text
    lines = (" ".join(line.replace("\xa0", " ").split(" ")).strip() for line in text.split("\n"))
    return "\n".join(re.sub(r"[ \t]+", " ", line) for line in lines), root.get("lang", "")


def _named(data: bytes) -> str | None:
    """Return the page's words in the encoding that it names, which the parser forgets where a title stands above it."""
    found = _ENCODING.search(data[:_HEAD])
    try:
        return data.decode(found[1].decode("ascii")) if found else None
    except (LookupError, UnicodeError):
        return None  # the parser makes of it what it can


class _Words:
    """Walks through a page once, and keeps the notes that stand within sentences for its end."""

    def __init__(self, labels: Mapping[str, str], whole: int) -> None:
        self._labels, self._whole = labels, whole
        self.notes: dict[str, str] = {}

    def of(self, element: Element) -> Iterator[str]:
        """Yield the words of an element, and what parts them."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or (is_left_out(element, tag, self._whole) and not self._is_noted(element)):
            return
        here = note_here(element, tag, self._labels)
        if here is not None:
            yield _shown(here.label) if here.marks else ""
            self.notes.setdefault(here.label, here.words)
            return
        raised = MARK.fullmatch(content(element)) if tag == "sup" or (tag == "a" and element.get("href")) else None
        if raised:
            yield _shown(raised[1]) + (" " if self._label(element) else "")
        elif tag == "br":
            yield "\n"
        elif tag != "a" or not leads_back(element):
            yield from self._block(element, tag)

    def _block(self, element: Element, tag: str) -> Iterator[str]:
        """Yield the words of an element between what parts it from others."""
        parting = _parting(element, tag)
        yield parting if tag != "dd" else ""
        yield self._number(element, tag)
        yield (element.text or "") if tag == "pre" else _BLANKS.sub(" ", element.text or "")
        for child in element:
            if tag != "body" or child.tag != "footer" or self._is_noted(child) or len(content(child)) > _FOOTER:
                yield from self.of(child)
            yield (child.tail or "") if tag == "pre" else _BLANKS.sub(" ", child.tail or "")
        labels = is_label(element, tag)
        yield " " if labels and content(element).rstrip().endswith(":") else ": " if labels else parting

    def _label(self, element: Element) -> str:
        return self._labels.get(element.get("id", "") or element.get("name", ""), "")

    def _number(self, element: Element, tag: str) -> str:
        """Return the number that a note begins with, where its own words do not say it."""
        if tag not in ("li", "p", "div", "td"):
            return ""
        label = self._label(element) or (numbered_by_list(element) if tag == "li" else "")
        return f"{_shown(label)} " if label and not begins_with(element, label) else ""

    def _is_noted(self, element: Element) -> bool:
        """Whether footnote links lead into an element."""
        return any(inner.get("id") in self._labels or inner.get("name") in self._labels for inner in element.iter())


def _shown(label: str) -> str:
    """Return a marker as the page's reader knows it: numbers in brackets, asterisks as they are."""
    return label if label.startswith("*") else f"[{label}]"


def _parting(element: Element, tag: str) -> str:
    """Return what stands around an element: lines for a block, a blank for a cell, or what a note's number leads to."""
    if tag not in elements("html", "block"):
        return ""
    before = element.getprevious()
    parent = element.getparent()
    if tag in ("td", "th"):
        return " "
    if before is None:
        first = parent is not None and parent.tag == "li" and not (parent.text or "").strip()
        return " " if first else "\n\n"
    leads = before.tag in ("span", "b", "a") and MARK.fullmatch(content(before)) is not None
    beside = is_label(before, str(before.tag)) or (leads and parent is not None and parent.tag == "li")
    return " " if beside else "\n\n"
