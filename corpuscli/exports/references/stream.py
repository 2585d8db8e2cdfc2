"""Letters on their way to a reference manager, the works that they cite behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.references.item import HELD, Item
from corpuscli.exports.references.letters import letter_item
from corpuscli.exports.references.works import Works

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.volume import Volume


def items(volume: Volume) -> Iterator[Item]:
    """Yield each letter, then each work cited; what a reference does not hold is counted."""
    works = Works(volume.register, volume.registers)
    for letter in volume.letters:
        volume.losses.update(field.key for field in letter.fields if field.key not in HELD)
        if len(letter.body):
            volume.losses["text and notes"] += 1
        works.see(letter)
        yield letter_item(letter, volume.register)
    yield from works.items()
