"""Letters for tests of what citations point to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.relations.citations.facts import facts_of
from corpuscli.relations.citations.letters import Letters
from corpuscli.store.frontmatter.reader import parse_letter

if TYPE_CHECKING:
    from corpuscli.model.person import Person


def letters(*written: tuple[str, str], people: tuple[Person, ...] = ()) -> Letters:
    """Know some letters, each of an id and its front matter."""
    found = Letters(people)
    for name, front in written:
        lines = front.replace("; ", "\n")
        letter = parse_letter(f"---\nid: {name}\n{lines}\n---\nText[^2].\n\n[^2]: A note.\n", f"{name}.txt")
        found.add(facts_of(letter).known)
    return found
