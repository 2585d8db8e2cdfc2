"""All rows of all tables, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.relational.rows import people_rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.relational.rows import Row
    from corpuscli.exports.volume import Volume


def rows(volume: Volume) -> Iterator[tuple[str, Row]]:
    """Yield each row with the name of its table, those pointed to first; a letter whose id another has is left out."""
    for row in people_rows(volume):
        yield "people", row
    twins, seen = volume.twins(), set[str]()
    for letter in volume.letters:
        if letter.id in seen:
            volume.losses["letter whose id another letter has"] += 1
            continue
        if letter.id in twins:
            seen.add(letter.id)
        yield from rows_of(letter, volume)
