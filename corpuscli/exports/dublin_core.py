"""What a letter's page says of it to machines: Dublin Core, as Zotero and the crawlers of libraries read it.

Source: "Expressing Dublin Core metadata using HTML/XHTML meta and link elements" (DC-HTML), of the DCMI.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, cast

from corpuscli.data.keys import key_rows
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SCHEMA = '<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">\n'


def dublin_core(record: Mapping[str, object]) -> str:
    """Return the elements of a page's head that say who wrote what, when, to whom.

    >>> print(dublin_core({"senders": ["A", "B & C"], "status": "draft"}))
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
    <meta name="DCTERMS.creator" content="A">
    <meta name="DCTERMS.creator" content="B &amp; C">
    <BLANKLINE>
    """
    return _SCHEMA + "".join(
        f'<meta name="DCTERMS.{term}" content="{escape(visible(words))}">\n' for term, words in _said(record) if words
    )


def _said(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for row in key_rows():
        value = record.get(row.key)
        if row.dublin_core and value is not None:
            members = cast("list[object]", value) if isinstance(value, list | tuple) else [value]
            yield from ((row.dublin_core, str(member)) for member in members)
