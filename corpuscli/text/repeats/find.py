"""Finds passages that stand again within texts and across them, exact or near, each with all its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corpuscli.text.repeats import kinds
from corpuscli.text.repeats.clusters import clusters
from corpuscli.text.repeats.columns import Sightings
from corpuscli.text.repeats.covering import made_of_formulas
from corpuscli.text.repeats.forks import Crew
from corpuscli.text.repeats.passages import doubled, passages
from corpuscli.text.repeats.runs import runs_of
from corpuscli.text.repeats.seeing import seen
from corpuscli.text.repeats.sought import Sought
from corpuscli.text.repeats.texts import Shelf, Text, text_of
from corpuscli.text.repeats.twins import twins
from corpuscli.text.repeats.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpuscli.model.passage import Passage
    from corpuscli.text.repeats.buckets import Spool
    from corpuscli.text.repeats.many import Block
    from corpuscli.text.repeats.runs import Run

SHARED = ("across", "boilerplate")
"""Kinds of what several texts share: no formula, formula."""
WITHIN = 20
"""How many words a passage within one text must have, unless asked otherwise."""
ACROSS = 30
"""How many words a passage that stands in several texts must have."""
FORMULA = 8
"""Words of formulas that are looked for: longer passages may be made of them."""
BATCH = 150
"""Passages that are looked at by one process at a time."""
AHEAD = 40
"""Lots of runs for each process that may wait while the next are made."""
ORDERED = 8
"""Copies that passages are put in order by."""
LARGE = 300_000
"""Characters from which the start of numpy pays."""
SEVERAL = 150
"""Texts from which it is taken to pay, without a look at them."""


def find_repeats(texts: Sequence[str | Text], *, within: int = WITHIN, across: int = ACROSS) -> list[Passage]:
    """Find the passages that stand more than once, letter case, accents, punctuation and note markers aside.

    Args:
        texts: The texts; copies name them by their place here.
        within: The fewest words of a passage whose copies are all in one text.
        across: The fewest words of a passage that stands in several.

    Returns:
        One passage for all its copies, in the order of first copies. Kinds are ``within``, ``across``, ``letter`` (two
        texts say the same, whole or nearly) and ``boilerplate`` (what many have in common).

    >>> [(p.kind, p.words) for p in find_repeats(["a b c x a b c", "d e f", "d e g"], within=3)]
    [('within', 3)]
    """
    return find([text_of(text) if isinstance(text, str) else text for text in texts], within, across)


def find(
    texts: Sequence[Text], within: int = WITHIN, across: int = ACROSS, spool: Spool | None = None, workers: int = 1
) -> list[Passage]:
    """Find as ``find_repeats`` does; items of ``texts`` may be read anew whenever they are asked for.

    ``spool`` opens a file for what memory has no room for; ``workers`` is how many processes share the work.
    """
    shelf = Shelf(texts)
    own, shared = Sightings(), Sightings()
    sought = Sought(shelf, max(2, (within + 1) // 2), within, min(across, FORMULA))
    runs = _runs(shelf, sought.most, spool, workers)
    with Crew(sought, workers) as crew:
        for mine, theirs in crew.share(seen, runs, AHEAD):
            own.extend(mine)
            shared.extend(theirs)
        letters, shared = twins(shelf, shared)
        own, shared = clusters(own), clusters(shared)
        known = b"".join(crew.share(_formulas, _batched(shared)))
        lots = [
            *_told_lots(own, [kinds.within(shelf, one) for one in own], within),
            *_told_lots(shared, [SHARED[one] for one in made_of_formulas(shared, known)], across),
            *_told_lots(letters, ["letter"] * len(letters), across),
        ]
        told = [one for some in crew.share(_told, lots) for one in some]
    told += doubled(shelf, letters, across)
    return sorted(told, key=_order)


def _batched(seen: Sightings) -> Iterator[Sightings]:
    """Cut what is to be shared out."""
    for start in range(0, len(seen), BATCH):
        yield seen.chosen(range(start, min(start + BATCH, len(seen))))


def _formulas(sought: Sought, seen: Sightings) -> bytes:
    return bytes(SHARED.index(kinds.across(sought.shelf, one)) for one in seen)


def _told_lots(seen: Sightings, names: Sequence[str], least: int) -> Iterator[_Lot]:
    """Cut passages that are to be told into lots, those of ``least`` words or more."""
    long = [number for number, one in enumerate(seen) if one.words >= least]
    for start in range(0, len(long), BATCH):
        some = long[start : start + BATCH]
        yield _Lot([names[number] for number in some], seen.chosen(some), least)


def _told(sought: Sought, lot: _Lot) -> list[Passage]:
    told = (passages(sought.shelf, kind, one, lot.least) for kind, one in zip(lot.kinds, lot.seen, strict=True))
    return [passage for some in told for passage in some]


class _Lot(NamedTuple):
    """Passages that one process tells at a time: their kinds, and the fewest words."""

    kinds: Sequence[str]
    seen: Sightings
    least: int


def _order(passage: Passage) -> tuple[list[tuple[int, int, int]], str]:
    return [(copy.text, copy.span.start, copy.span.end) for copy in passage.copies[:ORDERED]], passage.kind


def _runs(shelf: Shelf, most: int, spool: Spool | None, workers: int) -> Iterable[list[Run] | Block]:
    """Find the runs with the engine that suits the size, and learn how long the parts are."""
    texts = shelf.texts
    if len(texts) >= SEVERAL or sum(len(text.source) for text in texts) >= LARGE:
        from corpuscli.text.repeats.many import runs_of_many
        from corpuscli.text.repeats.spelling import Spelling

        spelling = Spelling()
        shelf.split = spelling.words
        sizes, runs = runs_of_many(shelf, most, spelling, spool, workers)
        shelf.sized(sizes)
        return runs
    words = {part: words_of(source, span) for part, source, span in shelf.walk()}
    shelf.sized([len(words.get(part, ())) for part in range(len(shelf))])
    return [runs_of(words.items(), most)]
