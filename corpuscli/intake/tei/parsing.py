"""Parses XML that strangers wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from corpuscli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTITY = "<!ENTITY"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class Element(Protocol):
    """What we ask of lxml's elements."""

    @property
    def tag(self) -> object:
        """Its name in Clark's notation; no text where it is a comment, an entity or the like."""
        ...

    @property
    def text(self) -> str | None:
        """The words before its first child."""
        ...

    @property
    def tail(self) -> str | None:
        """The words behind it."""
        ...

    @property
    def sourceline(self) -> int | None:
        """The line of the file where it begins, from 1."""
        ...

    def get(self, key: str, default: str = "") -> str:
        """Return an attribute."""
        ...

    def getparent(self) -> Element | None:
        """Return the element that holds it, or None."""
        ...

    def getprevious(self) -> Element | None:
        """Return the element before it in the same one, or None."""
        ...

    def find(self, path: str) -> Element | None:
        """Return the first element at a path."""
        ...

    def findall(self, path: str) -> list[Element]:
        """Return all elements at a path."""
        ...

    def iter(self, *tags: str) -> Iterator[Element]:
        """Yield it and all elements in it, in their order."""
        ...

    def iterancestors(self) -> Iterator[Element]:
        """Yield the elements that it stands in, the nearest first."""
        ...

    def itertext(self) -> Iterator[str]:
        """Yield all words in it."""
        ...

    def __iter__(self) -> Iterator[Element]: ...


def parse_xml(data: bytes, shown: str) -> Element:
    """Parse a file and return its root.

    Nothing is fetched, included or expanded: a file that declares entities is refused before it is parsed.

    Args:
        data: The file's bytes; its own declaration says how they are encoded.
        shown: How messages name it.

    Raises:
        InputError: Ill formed (with line and column), or it declares entities.
    """
    from lxml import etree

    if any(_ENTITY.encode(encoding) in data for encoding in _ENCODINGS):
        raise InputError("declares XML entities, which are not read: replace them by their text", shown, 1, 1)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        return cast("Element", etree.fromstring(data, parser))
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        raise InputError(f"ill-formed XML: {_first(problem.msg)}", shown, line, column) from None
    except ValueError as problem:
        raise InputError(f"cannot be read as XML: {_first(str(problem))}", shown, 1, 1) from None


def _first(message: str | None) -> str:
    """Return libxml2's message without the place that it repeats."""
    return (message or "unknown").partition(", line ")[0]


def name(element: Element) -> str:
    """Return an element's name without its namespace, ``""`` for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def words(element: Element | None) -> str:
    """Return the text of an element with every run of blanks as one blank; ``""`` for none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def first(element: Element, path: str) -> Element | None:
    """Return the first element at a path of names parted by ``/``, whatever their namespaces."""
    return element.find("/".join(step if step in (".", "") else f"{{*}}{step}" for step in path.split("/")))


def every(element: Element, path: str) -> list[Element]:
    """Return all elements at such a path."""
    return element.findall("/".join(step if step in (".", "") else f"{{*}}{step}" for step in path.split("/")))
