"""The sets of pages that the reader is scored on, each with how it came to be and what was right at first sight.

A page lies in ``pages/`` or a folder of it: what a careful editor reads out of it, a line of ``=``, the page. Where
sets had gold of their own convention, one thing was made alike: the ``Source:`` line of a letter on the web is its
source here, which those who composed pages called ``published``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True, slots=True)
class PageSet:
    """One set, or one half of it.

    Args:
        name: What it is called.
        folder: Where its pages lie in ``pages/``.
        story: Who wrote it, and what share of each field was right at first sight.
        half: 0 for the pages with even numbers, 1 for the odd ones, None for all.
        apart: Whether nobody who changes the reader has looked at it; then figures alone are printed.
        tested: Whether a test holds the reader to the limits of a tuned set.
    """

    name: str
    folder: str
    story: str
    half: int | None = None
    apart: bool = False
    tested: bool = True

    def paths(self) -> Iterator[Path]:
        """Yield the pages in the order of their names."""
        for path in sorted((PAGES / self.folder).glob("*.page")):
            if self.half is None or int(path.name[:2]) % 2 == self.half:
                yield path


SETS = (
    PageSet(
        "first (60 pages)",
        "first",
        "Written by hand, tuned on. Senders and recipients 98 %, place 14 of 17, markers 94, all else 100.",
    ),
    PageSet(
        "second (70)",
        "second",
        "Written before any reader had seen them. The even ones: 67 to 98 % of a field, form 67, source 70, markers "
        "78, place 79, date 83. The odd ones: 79 to 97, place 79, senders 81, source and markers 83, form 84, date 87; "
        "when the even ones were right, 91 to 98, markers 83. Tuned on, the odd pages last; four slips of their gold "
        "mended.",
    ),
    PageSet("third (8)", "third", "Senders 6 of 10, form 7 of 9, published 9 of 9, all else 8 of 10. Tuned on."),
    PageSet(
        "kinds of print (24)",
        "kinds",
        "One page of each kind that no set had before. 44 to 80 % of a field, published 13. Tuned on.",
    ),
    PageSet(
        "fourth, even (25)",
        "fourth",
        "By somebody who had read neither the reader nor any set. Letters and number 100 %, date 95, place, markers "
        "and notes 92, senders and recipients 87, form 82, source 79, published 2 of 6. Tuned on; the gold of three "
        "pages was mended: initials as printed, and a date in both calendars.",
        half=0,
    ),
    PageSet(
        "fourth, odd (25)",
        "fourth",
        "Number 94 %, letters 92, notes 88, senders, recipients and date 84, form 82, markers 81, place and source 75, "
        "published 1 of 2. Tuned on; what still differs is its gold's choice against that of the other sets: initials "
        "set apart where the page has M.P., a diplomat's post in brackets kept as part of his name.",
        half=1,
        tested=False,
    ),
    PageSet(
        "further kinds (26)",
        "kinds2",
        "Harder than what most editions print. Letters 96 %, form, markers and notes 82, number 79, senders 76, "
        "published 75, recipients and date 72, source 65, place 64. Tuned on.",
    ),
    PageSet(
        "last kinds (14)",
        "kinds3",
        "Letters, number, source and form 100 %, recipients, date and markers 93, senders and notes 87, place 75, "
        "published 1 of 2. Tuned on; two slips of the gold mended.",
    ),
    PageSet(
        "markers and notes (40)",
        "markers",
        "Every gluing of a marker, many real numbers beside them. Markers 82 %, notes 98, all else 100. Tuned on.",
    ),
    PageSet(
        "sixth (60)",
        "sixth",
        "In the forms and proportions that the examples' README counts, by somebody who had read nothing else. Number, "
        "place, source, form and published 100 %, senders, recipients and date 99, letters 98, markers 94. Tuned on, "
        "the odd pages last.",
    ),
    PageSet(
        "seventh (60)",
        "seventh",
        "The same by somebody else, with more markers and notes. Letters, number, recipients, date, source, form and "
        "published 100 %, senders and place 97, markers 93. Tuned on.",
    ),
    PageSet(
        "saved web pages (30)",
        "web",
        "By a fourth, as wikis, blogs, editions, catalogues and pages of 1998 are saved, with all that stands around. "
        "Letters 86 %, number 88, markers 85, date 79, published and notes 67, recipients 61, place and form 52, "
        "senders and source 47. When the even ones had been tuned on, the odd ones, unseen, were at letters 100, "
        "number 94, date and markers 88, recipients and published 82, senders 71, place, form and notes 65, source 59. "
        "Then looked at.",
        tested=False,
    ),
    PageSet(
        "eighth, kept apart (60)",
        "eighth",
        "The same by a third, in the README's plain proportions. All fields 100 % but date 99, markers 97 (source and "
        "published 97 before the gold's convention was made alike). Nobody has looked at it.",
        apart=True,
        tested=False,
    ),
)
