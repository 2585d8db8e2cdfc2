"""Finds passages that stand again within texts and across them, exact or near, each with all its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.text.repeats import kinds
from corpuscli.text.repeats.chains import chains_of
from corpuscli.text.repeats.clusters import clusters
from corpuscli.text.repeats.covering import made_of_formulas
from corpuscli.text.repeats.passages import doubled, passages
from corpuscli.text.repeats.runs import runs_of
from corpuscli.text.repeats.sightings import Sighting, glimpse, sightings
from corpuscli.text.repeats.texts import Shelf, Text, text_of
from corpuscli.text.repeats.twins import twins
from corpuscli.text.repeats.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpuscli.model.passage import Passage
    from corpuscli.text.repeats.hashes import Spool
    from corpuscli.text.repeats.runs import Run

WITHIN = 20
"""How many words a passage within one text must have, unless asked otherwise."""
ACROSS = 30
"""How many words a passage that stands in several texts must have."""
FORMULA = 8
"""Words of formulas that are looked for: longer passages may be made of them."""
MUCH = 0.3
"""Share of a text from which what stands everywhere may be the text itself."""
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
    texts: Sequence[Text], within: int = WITHIN, across: int = ACROSS, spool: Spool | None = None
) -> list[Passage]:
    """Find as ``find_repeats`` does; items of ``texts`` may be read anew whenever they are asked for.

    ``spool`` opens a file for what memory has no room for.
    """
    shelf = Shelf(texts)
    own: list[Sighting] = []
    shared: list[Sighting] = []
    for same_text, seen in _seen(shelf, within, min(across, FORMULA), spool):
        (own if same_text else shared).append(seen)
    letters, shared = twins(shelf, shared)
    found = [(kinds.within(shelf, one.places), one, within) for one in clusters(own)]
    joined = [(kinds.across(shelf, one), one) for one in clusters(shared)]
    found += [(kind, one, across) for kind, one in made_of_formulas(joined) if one.words >= across]
    found += [("letter", one, across) for one in letters if one.words >= across]
    told = [passage for kind, one, least in found for passage in passages(shelf, kind, one, least)]
    told += doubled(shelf, letters, across)
    return sorted(told, key=_order)


def _order(passage: Passage) -> tuple[list[tuple[int, int, int]], str]:
    return [(copy.text, copy.span.start, copy.span.end) for copy in passage.copies], passage.kind


def _seen(shelf: Shelf, within: int, across: int, spool: Spool | None) -> Iterator[tuple[bool, Sighting]]:
    """Yield what is seen twice, and whether in one text.

    What stands everywhere is not compared letter by letter, unless it is much of a text, which may be a letter of many
    copies: it is no quotation, so its inner words do for edges.
    """
    most = max(2, (within + 1) // 2)
    for chains in (chains for runs in _runs(shelf, most, spool) for chains in chains_of(runs, most)):
        part, other = chains[0].part, chains[0].other
        if shelf.text(part) == shelf.text(other):
            found = sightings(chains, shelf.words(part), shelf.words(other), within)
            yield from ((True, seen) for seen in found)
            continue
        least = min(shelf.size(shelf.text(part)), shelf.size(shelf.text(other))) * MUCH
        rare = [chain for chain in chains if not chain.popular or chain.reach >= least]
        glimpses = (glimpse(chain, across) for chain in chains if chain.popular and chain.reach < least)
        yield from ((False, seen) for seen in glimpses if seen)
        if rare:
            found = sightings(rare, shelf.words(part), shelf.words(other), across)
            yield from ((False, seen) for seen in found)


def _runs(shelf: Shelf, most: int, spool: Spool | None) -> Iterable[list[Run]]:
    """Find the runs with the engine that suits the size, and learn how long the parts are."""
    texts = shelf.texts
    if len(texts) >= SEVERAL or sum(len(text.source) for text in texts) >= LARGE:
        from corpuscli.text.repeats.many import runs_of_many
        from corpuscli.text.repeats.spelling import Spelling

        spelling = Spelling()
        shelf.split = spelling.words
        sizes, runs = runs_of_many(shelf.walk(), most, spelling, spool)
    else:
        words = [words_of(source, span) for source, span in shelf.walk()]
        sizes, runs = [len(one) for one in words], iter([runs_of(enumerate(words), most)])
    shelf.sized(sizes)
    return runs
