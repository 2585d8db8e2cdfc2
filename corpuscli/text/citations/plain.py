"""The chains that most citations have, read by one pattern: fond, opis, delo and list with full stops, in this order.

The first or the last of them may be left out. What it matches, ``read_chain`` would read the same, mark by mark: the
values are the same patterns, taken whole.
"""

from __future__ import annotations

import re

from corpuscli.text.citations.numbers import FOND, LIST

_STOP = r"(?![^\W_])"
_BETWEEN = r"(?>[ \t\xa0]?[.,;/]?\s{0,2}(?:[-–—]\s)?)(?<![^\W_])"
_FOND = rf"[FfФф]\.(?>\s{{0,2}})(?P<fond>(?>{FOND}))"
_OPIS = rf"(?P<on>[OoОо][pnп])\.(?>\s{{0,2}})(?P<opis>[0-9]++){_STOP}(?![/-])"
_DELO = rf"[DdДд]\.(?>\s{{0,2}})(?P<delo>(?>{LIST})){_STOP}"
_LISTY = rf"(?:[LlЛл]|ll|лл|Ll|Лл)\.(?>\s{{0,2}})(?P<listy>(?>{LIST})){_STOP}"
_NEXT = r"[ \t\xa0]?[.,;/]?\s{0,2}(?:[-–—]\s)?"
_ENDS = rf"(?:(?!{_NEXT}[lLлЛaAаАbBfFсСsSтТtTчЧcCкКkKvVвВpP(])|(?={_NEXT}[^\W\d_]{{3,}}\s[a-zа-яё]{{2}}))(?P<ends>)"
"""Behind a file: no word that begins as a mark of leaves does, or of a part; or it has another word behind it."""
PLAIN = re.compile(
    rf"(?:(?:(?:{_FOND}{_BETWEEN})?{_OPIS}{_BETWEEN})?{_DELO}(?:{_BETWEEN}(?=[LlЛл])|{_ENDS}))?(?(ends)|{_LISTY})"
)
"""Its groups: fond, on (the letters of the opis' mark), opis, delo, ends (no leaves), listy."""
