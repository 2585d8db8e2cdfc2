"""A saved HTML page as the text of a page: scripts, navigation and markup gone, footnote links understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from corpuscli.data.markup import elements
from corpuscli.data.pages import matches
from corpuscli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.intake.tei.parsing import Element

_MARK = re.compile(r"\s*[\[(]?\s*(\d{1,3}|\*{1,3})\s*[\])]?\s*")


def page_text(data: bytes, shown: str) -> tuple[str, str]:
    """Return the words of an HTML page, line by line, and the language its markup names.

    Footnote links and raised numbers become ``[1]``, as does the beginning of the note that they lead to.

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
    labels = dict(_labels(root))
    text = "".join(_words(root, labels))
    text = text.replace("[]", "")  # what stood around a link that is left out
    lines = (" ".join(line.replace("\xa0", " ").split(" ")).strip() for line in text.split("\n"))
    return "\n".join(re.sub(r"[ \t]+", " ", line) for line in lines), root.get("lang", "")


_HEAD = 4096
_ENCODING = re.compile(rb"""(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE)


def _named(data: bytes) -> str | None:
    """Return the page's words in the encoding that it names, which the parser forgets where a title stands above it."""
    found = _ENCODING.search(data[:_HEAD])
    try:
        return data.decode(found[1].decode("ascii")) if found else None
    except (LookupError, UnicodeError):
        return None  # the parser makes of it what it can


def _labels(root: Element) -> Iterator[tuple[str, str]]:
    """Yield where footnote links lead, and their labels; links back from the note are passed over."""
    for link in root.iter("a"):
        target = (link.get("href", "")).rpartition("#")[2]
        found = _MARK.fullmatch(_content(link))
        if target and found and (link.get("href", "")).startswith("#"):
            yield target, found[1]


def _content(element: Element) -> str:
    return "".join(element.itertext())


def _is_left_out(element: Element, tag: str) -> bool:
    named = f"{element.get('class', '')} {element.get('id', '')}".split()
    return (
        tag in elements("html", "left-out")
        or element.get("role") == "navigation"
        or element.get("hidden", "no") != "no"
        or (tag not in ("body", "html") and not elements("html", "left-out-named").isdisjoint(named))
    )


def _words(element: Element, labels: dict[str, str]) -> Iterator[str]:
    tag = element.tag if isinstance(element.tag, str) else ""
    if not tag or _is_left_out(element, tag):
        return
    block = tag in elements("html", "block")
    if tag == "br":
        yield "\n"
    if block and tag != "dd":
        yield "\n\n" if tag not in ("td", "th") else " "
    label = labels.get(element.get("id", "") or element.get("name", ""), "")
    if label and tag in ("li", "p", "div", "td"):
        yield f"[{label}] " if not _begins_with(element, label) else ""
    raised = _MARK.fullmatch(_content(element)) if tag == "sup" or (tag == "a" and element.get("href")) else None
    if raised:
        yield f"[{raised[1]}]" + (" " if element.get("id") in labels or element.get("name") in labels else "")
        return
    if tag == "a" and matches("backlink", _content(element).strip()):
        return
    yield re.sub(r"\s+", " ", element.text or "") if tag != "pre" else element.text or ""
    for child in element:
        yield from _words(child, labels) if tag != "body" or _is_kept(child, labels) else ()
        yield re.sub(r"\s+", " ", child.tail or "") if tag != "pre" else child.tail or ""
    if tag in ("dt", "th") and _LABEL.fullmatch(_content(element).strip()):
        yield ": "  # what it labels stands beside it
    elif block:
        yield "\n\n" if tag not in ("td", "th") else " "


def _is_kept(part: Element, labels: dict[str, str]) -> bool:
    """Whether a part of a page is no footer, or one with more than the site's name: what footnote links lead to."""
    noted = any(inner.get("id") in labels or inner.get("name") in labels for inner in part.iter())
    return part.tag != "footer" or noted or len(_content(part)) > _FOOTER


_FOOTER = 300
_LABEL = re.compile(r"[^\W\d_][\w ,/-]{1,30}")


def _begins_with(element: Element, label: str) -> bool:
    return re.match(rf"\s*[\[(]?\s*{re.escape(label)}\b", _content(element)) is not None
