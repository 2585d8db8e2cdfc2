"""Finds passages that stand again within texts and across them, exact or near, each with all its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from corpuscli.text.repeats import kinds
from corpuscli.text.repeats.clusters import clusters
from corpuscli.text.repeats.covering import made_of_formulas
from corpuscli.text.repeats.forks import Crew
from corpuscli.text.repeats.passages import doubled, passages
from corpuscli.text.repeats.runs import runs_of
from corpuscli.text.repeats.seeing import Sought, seen
from corpuscli.text.repeats.texts import Shelf, Text, text_of
from corpuscli.text.repeats.twins import twins
from corpuscli.text.repeats.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.model.passage import Passage
    from corpuscli.text.repeats.buckets import Spool
    from corpuscli.text.repeats.many import Block
    from corpuscli.text.repeats.runs import Run
    from corpuscli.text.repeats.sightings import Sighting

Item = TypeVar("Item")

WITHIN = 20
"""How many words a passage within one text must have, unless asked otherwise."""
ACROSS = 30
"""How many words a passage that stands in several texts must have."""
FORMULA = 8
"""Words of formulas that are looked for: longer passages may be made of them."""
BATCH = 500
"""Passages that are looked at by one process at a time."""
AHEAD = 40
"""Lots of runs for each process that may wait while the next are made."""
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
    own: list[Sighting] = []
    shared: list[Sighting] = []
    sought = Sought(shelf, max(2, (within + 1) // 2), within, min(across, FORMULA))
    runs = _runs(shelf, sought.most, spool, workers)
    with Crew(sought, workers) as crew:
        for some in crew.share(seen, runs, AHEAD):
            for same_text, sighting in some:
                (own if same_text else shared).append(sighting)
        letters, shared = twins(shelf, shared)
        found = [(kinds.within(shelf, one), one, within) for one in clusters(own)]
        joined = [one for some in crew.share(_across, batched(list(clusters(shared)), BATCH)) for one in some]
        found += [(kind, one, across) for kind, one in made_of_formulas(joined) if one.words >= across]
        found += [("letter", one, across) for one in letters if one.words >= across]
        told = [one for some in crew.share(_told, batched(found, BATCH)) for one in some]
    told += doubled(shelf, letters, across)
    return sorted(told, key=_order)


def _across(sought: Sought, some: Sequence[Sighting]) -> list[tuple[str, Sighting]]:
    return [(kinds.across(sought.shelf, one), one) for one in some]


def _told(sought: Sought, some: Sequence[tuple[str, Sighting, int]]) -> list[Passage]:
    return [passage for kind, one, least in some for passage in passages(sought.shelf, kind, one, least)]


def batched(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """Cut what is to be shared out."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def _order(passage: Passage) -> tuple[list[tuple[int, int, int]], str]:
    return [(copy.text, copy.span.start, copy.span.end) for copy in passage.copies], passage.kind


def _runs(shelf: Shelf, most: int, spool: Spool | None, workers: int) -> Iterable[list[Run] | Block]:
    """Find the runs with the engine that suits the size, and learn how long the parts are."""
    texts = shelf.texts
    if len(texts) >= SEVERAL or sum(len(text.source) for text in texts) >= LARGE:
        from corpuscli.text.repeats.many import runs_of_many
        from corpuscli.text.repeats.spelling import Spelling

        spelling = Spelling()
        shelf.split = spelling.words
        sizes, runs = runs_of_many(shelf.walk(), most, spelling, spool, workers)
        shelf.sized(sizes)
        return runs
    words = [words_of(source, span) for source, span in shelf.walk()]
    shelf.sized([len(one) for one in words])
    return [runs_of(enumerate(words), most)]
