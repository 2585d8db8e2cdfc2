"""What to write in place of a date that EDTF does not know."""

from __future__ import annotations

import re

_MENDS = (
    (r"\s*", "write XXXX for an undated letter"),
    (r"(?i)undated|unknown|n\.? ?d\.?|none|null|\?+", "write XXXX for an undated letter"),
    (r"\s.*|.*\s", "take the blanks away around the date"),
    (r"(\d{4})-(\d{1,2})-(\d{1,2})([?~%]?)", "write month and day with two digits, as 1921-03-09"),
    (r"(\d{4})-(\d)", "write the month with two digits, as 1921-03"),
    (r"\d{8}", "write hyphens between year, month and day, as 1921-03-10"),
    (r"\d{4}[./]\d{1,2}[./]\d{1,2}", "write hyphens between year, month and day, as 1921-03-10"),
    (r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", "write the year first, as 1921-03-10"),
    (r"Y-?\d.*|-\d{4}.*", "only the years 0001 to 9999 can be held"),
    (
        r"\d{3}[uU?]|\d{2}[uU?]{2}|\d{4}-[uU]{2}.*|\d*[Xx]+.*|\d{4}-\d\d-[Xx]{2}",
        "open digits are capital X, as 192X or 1921-XX",
    ),
    (r"\d{4}s", "write the decade as 192X"),
    (r"(?:ca?\.?|circa|um) ?\d{4}", "write 1920~ for about 1920"),
    (r".*[?~%].+", "?, ~ and % stand at the end and qualify the whole date, as 1921-03-10?"),
    (r"\d{4}-\d\d-\d\d - \d{4}-\d\d-\d\d|\d{4} ?[-–—] ?\d{4}", "write a range with a slash, as 1920/1921"),
)


def why_not(text: str) -> str:
    """Say how to mend what is no EDTF date, as far as its look tells.

    >>> why_not("10.03.1921")
    'no EDTF date; write the year first, as 1921-03-10'
    """
    for look, mend in _MENDS:
        if re.fullmatch(look, text):
            return f"no EDTF date; {mend}"
    return "no EDTF date; write 1921-03-10, 1921-03, 1921, 1921-03-10? (uncertain), 1921~ (about) or XXXX (undated)"
