"""What a cell must hold so that a format's readers see its words, whatever marks stand among them."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

_REMEMBERED = 4_096
_MARKUP = {
    "github": {**{mark: f"\\{mark}" for mark in "\\|`*_[]~$"}, "<": "&lt;", "&": "&amp;"},
    "rst": {mark: f"\\{mark}" for mark in "\\*`_|"},
}
_MARKUP["pipe"] = _MARKUP["colon_grid"] = _MARKUP["github"]

_EDGE = r"-(?![^\W_])|(?<![^\W_])-"
"""A hyphen that joins no two words, as those of ids and dates do."""
_AS_ENTITIES = {
    "asciidoc": rf"[|*_`#^~<>&\[\]{{}}'\"+\\(]|{_EDGE}|^[./=]|\.(?=\.)|(?<=\.)\.|:(?=//)",
    "jira": rf"[|*_+^~?!#&<>\[\]{{}}\\():;]|{_EDGE}",
    "mediawiki": r"[|<>&\[\]{}'~!=\\]|^[:;*#-]|:(?=//)",
    "moinmoin": rf"[|'_^,~`<>\[\]{{}}!&*:=]|{_EDGE}",
    "textile": r"[|<>&*_@\-+^~%?\"!=()\[\]{}'.#:;\\/]",
}
"""What a format that knows the entities of HTML would act upon."""
_AS_ENTITIES["youtrack"] = _AS_ENTITIES["jira"]
_ORG = {
    "|": "vert", "*": "ast", "/": "slash", "_": "under", "=": "equal", "~": "tilde", "+": "plus", "^": "asciicirc",
    "$": "dollar", "<": "lt",
}  # fmt: skip
_ACTIVE_IN_ORG = re.compile(r"[|_^$<]|(?<![^\W_])(?<![:/])[*/=~+]|\\(?=[A-Za-z(\[])|\[(?=\[)|\{(?=\{)")


def escaped(name: str) -> Callable[[str], str]:
    """Return what escapes cells for a format; what stands in many letters is escaped once."""
    escapes = str.maketrans(_MARKUP.get(name, {}))
    after = _AFTER.get(name)
    if not escapes and after is None:
        return visible

    @lru_cache(maxsize=_REMEMBERED)
    def shown(text: str) -> str:
        cell = visible(text).translate(escapes)
        return after(cell) if after else cell

    return shown


def _rst(cell: str) -> str:
    """Keep the beginning and the end of a cell from being a list, a directive, a field, a literal block ..."""
    if not cell.strip("\\"):
        return f"\\ {cell}" if cell else cell
    cell = cell.replace("::", ":\\:")
    return f"\\{cell}" if _OPENS.match(cell) else cell


_OPENS = re.compile(r"(?!\\)(?:\W|\(?\w+[.)])")
_LIGATURE = re.compile(r"^(?=[\[*])|(?<=[-`',])(?=[-`',])|(?<=[?!])(?=`)")


def _unjoined(cell: str) -> str:
    r"""Mark where LaTeX would make one sign of two (-- is a dash), and what it would read otherwise than it is written.

    A ``[`` or ``*`` at the beginning would belong to the row's end before it. tabulate escapes all else; the marks are
    control characters, which no cell holds any longer; ``\1`` is tabulate's own, for a rule between rows.
    """
    return _LIGATURE.sub("\0", cell).replace("|", "\3").replace('"', "\2")


def latex(printed: str) -> str:
    """Write what ``escaped`` has marked in a table of LaTeX that tabulate has printed."""
    return printed.replace("\0", "{}").replace("\3", "\\textbar{}").replace("\2", "\\symbol{34}")


def _as_entity(mark: re.Match[str]) -> str:
    return f"&#{ord(mark[0])};"


def _as_org_has_it(mark: re.Match[str]) -> str:
    """Write an entity of Org, or part two marks by one that has no width, where there is none."""
    name = _ORG.get(mark[0])
    return f"\\{name}{{}}" if name else f"{mark[0]}\\zwnj{{}}"


_AFTER: dict[str, Callable[[str], str]] = {
    "latex": _unjoined, "latex_booktabs": _unjoined, "latex_longtable": _unjoined, "rst": _rst,
    "orgtbl": partial(_ACTIVE_IN_ORG.sub, _as_org_has_it),
    **{name: partial(re.compile(marks).sub, _as_entity) for name, marks in _AS_ENTITIES.items()},
}  # fmt: skip
"""What is done to a cell whose beginning, or whose neighbours, tell how a sign is read."""
