"""Citations in the words of a style."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.text.citations.styles.naming import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.model.citation import Citation
    from corpuscli.text.citations.registers import Registers

STYLES = ("gost", "chicago", "wikipedia", "csl")


def rendered(citations: Iterable[Citation], style: str, registers: Registers) -> Iterator[str]:
    """Yield citations in a style; what the style cannot say so that the same is read again stands as it was cited.

    Args:
        citations: The citations.
        style: One of ``STYLES``.
        registers: The archives and works in use.

    Raises:
        UnknownNameError: There is no such style, with the nearest.
    """
    if style not in STYLES:
        from corpuscli.text.nearest import nearest

        raise UnknownNameError("style", style, nearest(style, STYLES) or STYLES)
    module = import_module(f"corpuscli.text.citations.styles.{style}")
    names = Names(registers)
    for citation in citations:
        words: str = module.render(citation, names) if citation.kind in ("archive", "work") or style == "csl" else ""
        back: Citation | None = module.parse(words, registers) if words else None
        same = back is not None and said(back) == said(citation)
        yield words if same else as_cited(citation, style)


def said(citation: Citation) -> dict[str, object]:
    """Return the fields that a style keeps: all but the archive's name as it was cited."""
    return {key: value for key, value in citation.fields.items() if value and key != "archive_as_cited"}


def as_cited(citation: Citation, style: str) -> str:
    """Return the words of the citation, in the wrapping of a style of markup."""
    plain = " ".join(citation.raw.split())
    if style == "csl":
        import json

        return json.dumps(
            {"id": citation.ids[0] if citation.ids else plain, "type": "document", "title": plain}, ensure_ascii=False
        )
    return plain
