"""Findings for tests of exports, hostile ones among them."""

from __future__ import annotations

from corpuscli.model.edit import Edit
from corpuscli.model.finding import Excerpt, Finding, Findings, Where
from corpuscli.model.span import Span

PLAIN = Finding(
    "M107",
    "spaced-marker",
    "warning",
    "a blank before the marker [^1]",
    Where("letters/1921.txt", 8, 15, 8, 16),
    "safe",
    "0123456789abcdef",
    (Where("letters/1922.txt", 1, 2, 3, 4),),
    (Edit(Span(120, 121)),),
    Excerpt("The delegation [^1] has come.", 14, 1),
)
HOSTILE = Finding(
    "K101",
    "unknown-key",
    "error",
    "100%: a, b\nc | <b> & \x1b[31m ::error:: \u202e`x`",
    Where("/srv/a b,c:d%\n|<x>.txt", 4, 1, 5, 3),
    "no",
    "fedcba9876543210",
)
HINT = Finding("T102", "doubled-word", "hint", "'of' stands twice", Where("letters/1921.txt", 9, 1, 9, 3))
ALL = Findings(
    (PLAIN, PLAIN, HOSTILE, HINT), 3, (("K101", "unknown-key", "A key."), ("M107", "spaced-marker", "A blank."))
)
NONE = Findings((), 1)
