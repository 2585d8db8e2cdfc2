"""How much of a corpus stands again: of all of it, by letter, by pair of persons."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from corpuscli.model.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.dedupe.run import Found
    from corpuscli.model.span import Span

COLUMNS = ("of", "name", "characters", "repeated", "share")


def shares(found: Found) -> Table:
    """Return a row for the corpus, one for each letter and one for each pair of persons that repeats something.

    Repeated is what stands in a later copy of a passage, boilerplate left out; characters are those of text and notes,
    ``share`` is in hundredths.
    """
    letters = found.letters
    spans: dict[int, list[Span]] = defaultdict(list)
    for passage in found.passages:
        if passage.kind != "boilerplate":
            for copy in passage.copies[1:]:
                spans[copy.text].append(copy.span)
    repeated = {number: _covered(sorted(members)) for number, members in spans.items()}
    sizes = {number: sum(map(len, letters[number].parts)) for number in range(len(letters))}
    pairs: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for number, size in sizes.items():
        pairs[letters.parties(number)] += repeated.get(number, 0)
        whole[letters.parties(number)] += size

    def rows() -> Iterator[dict[str, object]]:
        yield _row("corpus", "", sum(sizes.values()), sum(repeated.values()))
        for number, count in sorted(repeated.items(), key=lambda item: (-item[1], item[0])):
            yield _row("letter", letters.id(number), sizes[number], count)
        for pair, count in pairs.most_common():
            if count:
                yield _row("pair", pair, whole[pair], count)

    return Table(COLUMNS, rows(), numeric=frozenset(COLUMNS[2:]), title="what stands again")


def _row(of: str, name: str, characters: int, repeated: int) -> dict[str, object]:
    share = round(100 * repeated / characters, 1) if characters else 0.0
    return {"of": of, "name": name, "characters": characters, "repeated": repeated, "share": share}


def _covered(spans: list[Span]) -> int:
    total = done = 0
    for span in spans:
        total += max(0, span.end - max(span.start, done))
        done = max(done, span.end)
    return total
