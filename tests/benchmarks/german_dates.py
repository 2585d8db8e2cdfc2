"""How well German date lines are read: ``python -m tests.benchmarks.german_dates``.

Prints the share of lines that are read to the editor's very days: of all lines; of those without the editor's slips,
where the editor contradicts the line; and of those where the editor did not put down one day to sort by either. Every
line that is left out is named in ``tests/text/dates/german_editors.tsv``. Then the share of the lines whose days, as
read, hold all the days of the editor, who may know more than the line says. Last, what no reader of the lines can pass:
one that knew, for each form of words, what the editors most often made of it, and every form that stands once; for the
editors read one form in several ways (``Anfang`` ends on the first, the seventh, the tenth or the 20th).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words
from tests.text.dates.german import ROWS, Line, lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def main() -> None:
    """Print the shares."""
    if not ROWS.exists():
        print("needs ../shared/examples")
        return
    kinds = Counter(line.kind for line in lines())
    equal, total = kinds["equal"], sum(kinds.values())
    for name, rest in (
        ("equal, of all lines", total),
        ("equal, without the editors' slips", total - kinds["slip"]),
        ("equal, without slips and days to sort by", total - kinds["slip"] - kinds["sort-day"]),
    ):
        print(f"{name}: {equal} of {rest}, {equal / rest:.1%}")
    holding = total - kinds["slip"] - kinds["refused"]
    print(f"holding the editor's days, of all lines: {holding} of {total}, {holding / total:.1%}")
    most = sum(max(readings.values()) for readings in by_form(lines()).values())
    print(f"equal, at most, for a reader to whom one form means one thing: {most} of {total}, {most / total:.1%}")


def by_form(printed: Iterable[Line]) -> dict[str, Counter[tuple[object, ...]]]:
    """Group lines by their words, numbers and months aside; count how the editor's days stand to ours in each group."""
    months = {form.casefold() for row in date_words() if row.kind == "month" for form in row.forms}
    groups: dict[str, Counter[tuple[object, ...]]] = {}
    for line in printed:
        words = re.findall(r"\d+|[^\W\d_]+|[-–/]", line.printed.casefold())
        form = " ".join("0" if word.isdecimal() else "month" if word in months else word for word in words)
        ours = line.ours or (None, None)
        apart = tuple(_apart(one, other) for one, other in zip(line.editor, ours, strict=True))
        groups.setdefault(form, Counter())[apart] += 1
    return groups


def _apart(editor: date | None, ours: date | None) -> object:
    """Return the days between, or which of the two is open."""
    return (editor is None, ours is None) if editor is None or ours is None else (editor - ours).days


if __name__ == "__main__":
    main()
