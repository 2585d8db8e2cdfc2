"""How well German date lines are read: ``python -m tests.benchmarks.german_dates``.

Prints the share of lines that are read to the editor's very days: of all lines; of those without the editor's slips,
where the editor contradicts the line; and of those where the editor did not put down one day to sort by either. Every
line that is left out is named in ``tests/text/dates/german_editors.tsv``. The last share is of the lines whose days, as
read, hold all the days of the editor, who may know more than the line says.
"""

from __future__ import annotations

from collections import Counter

from tests.text.dates.german import ROWS, lines


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


if __name__ == "__main__":
    main()
