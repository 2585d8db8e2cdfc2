"""Letters with planted reuse, and with all that real letters share without reuse.

Every letter is of a sender who belongs to an office. Letters of an office begin with its letterhead and close with its
formula; notes cite the same works and explain the same things; running titles of the edition stand between paragraphs.
What is planted is known to the character.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.reuse_prose import Prose, garbled, reworded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Piece = tuple[str, int]
"""Words, and the number of the plant that they belong to; -1 for none."""

PLACED = 0.2
"""How often a planted passage opens or closes its letter, where letterheads and closings stand."""


@dataclass(slots=True)
class Draft:
    """A letter in the making: what stands before its text, paragraphs of pieces, what stands behind, notes."""

    sender: str
    head: list[str]
    body: list[list[Piece]]
    foot: list[str]
    notes: list[str]
    whole: int = -1

    def render(self, number: int) -> tuple[str, list[tuple[int, int, int]]]:
        """Return the file, and the planted spans: plant, start, end."""
        year, month, day = 1900 + number % 27, number % 12 + 1, number % 28 + 1
        out = (
            f"---\nid: {letter_id(number)}\ndate: {year}-{month:02}-{day:02}\nsenders:\n  - {self.sender}\n"
            "recipients:\n  - V. I. Karov\n---\n"
        )
        spans: list[tuple[int, int, int]] = []
        for line in self.head:
            out += line + "\n\n"
        start = len(out)
        for paragraph in self.body:
            for count, (words, plant) in enumerate(paragraph):
                out += " " if count else ""
                if plant >= 0:
                    spans.append((plant, len(out), len(out) + len(words)))
                out += words
            out += "\n\n"
        if self.whole >= 0:
            spans.append((self.whole, start, len(out) - 2))
        out += "\n\n".join(self.foot)
        for label, note in enumerate(self.notes, 1):
            out += f"\n\n[^{label}]: {note}"
        return out + "\n", spans


def letter_id(number: int) -> str:
    """Return the id of a letter."""
    return f"letter-{number:07}"


@dataclass(slots=True)
class Office:
    """Where senders write from: its letterhead and formula, some long, some short or none."""

    letterhead: Callable[[], list[str]]
    closing: list[str]
    senders: list[str]


class Reuse:
    """A corpus with planted reuse.

    Args:
        count: How many letters.
        seed: Of everything.
        each: How many plants of each kind.
    """

    def __init__(self, count: int, seed: int, each: int) -> None:
        self.count, self.each = count, each
        self.kinds: list[str] = []
        prose = self._prose = Prose(seed)
        draw = prose.random.randint
        self._offices = [self._office() for _ in range(max(4, self.count // 40))]
        self._works = ["; ".join(prose.work() for _ in range(draw(1, 4))) for _ in range(max(3, self.count // 30))]
        self._explained = [prose.sentences(draw(12, 45)) for _ in range(max(2, self.count // 60))]
        self._formulas = [prose.sentences(draw(8, 36)) for _ in range(max(2, self.count // 100))]
        self._running = f"{prose.titled(7)}. {prose.titled(5)}. Collection of documents 1996"
        self.drafts = [self._letter() for _ in range(self.count)]
        self._plant()

    def _office(self) -> Office:
        prose, draw = self._prose, self._prose.random.randint
        senders = [prose.name() for _ in range(draw(1, 5))]
        lines = [prose.titled(draw(2, 12)) for _ in range(draw(0, 5))]
        formula = [prose.sentence(4, 14)] + ([prose.sentences(draw(8, 30))] if draw(0, 3) == 0 else [])
        place = prose.titled(1)

        def letterhead() -> list[str]:
            if not lines:
                return []
            return ["\n".join([*lines, f"No. {draw(1, 9999)}, {place}, {draw(1, 28)} {prose.titled(1)}"])]

        return Office(letterhead, formula, senders)

    def _letter(self) -> Draft:
        prose, random_ = self._prose, self._prose.random
        office = self._offices[min(int(random_.expovariate(4 / len(self._offices))), len(self._offices) - 1)]
        sender = random_.choice(office.senders)
        body: list[list[Piece]] = []
        for _ in range(random_.randint(2, 5)):
            body.append([(prose.sentences(random_.randint(30, 130)), -1)])
            if random_.random() < 0.08:
                body.append([(self._running + f" {random_.randint(1, 700)}", -1)])
        if random_.random() < 0.15:
            body.append([(random_.choice(self._formulas), -1)])
        notes = [self._note() for _ in range(random_.choices((0, 1, 2, 3), (4, 3, 2, 1))[0])]
        foot = [*office.closing, sender, f"{prose.locator()}."]
        head = [*office.letterhead(), random_.choice(("Dear comrade,", "Comrade Karov,", "Sir,", "Dear friend!"))]
        return Draft(sender, head, body, foot, notes)

    def _note(self) -> str:
        random_ = self._prose.random
        kind = random_.random()
        if kind < 0.4:
            return f"See {random_.choice(self._works)}."
        if kind < 0.6:
            return random_.choice(self._explained)
        return f"{self._prose.sentences(random_.randint(8, 30))} ({self._prose.locator()})."

    def _plant(self) -> None:
        prose, random_ = self._prose, self._prose.random
        changes: dict[str, Callable[[str], str]] = {"exact": lambda text: text}
        for share in (5, 10, 20):
            changes[f"w{share}"] = lambda text, share=share: reworded(prose, text, share / 100)
        for share in (2, 5, 10):
            changes[f"c{share}"] = lambda text, share=share: garbled(text, share / 100, random_)
        for kind, change in changes.items():
            for _ in range(self.each):
                one, other = random_.sample(range(self.count), 2)
                words, number = self._take(one, kind)
                self._insert(other, (change(words), number))
        for kind in ("within3", "within10"):
            for _ in range(self.each):
                self._repeat_within(random_.randrange(self.count), kind)
        free = [n for n in range(self.count) if all(p[1] < 0 for paragraph in self.drafts[n].body for p in paragraph)]
        for one, other in zip(*[iter(random_.sample(free, 2 * min(self.each, len(free) // 2)))] * 2, strict=True):
            self.kinds.append("letter")
            self.drafts[one].whole = self.drafts[other].whole = len(self.kinds) - 1
            self.drafts[other].body = self.drafts[one].body

    def _take(self, number: int, kind: str) -> Piece:
        """Mark some sentences of a letter as a plant."""
        random_ = self._prose.random
        self.kinds.append(kind)
        plant = len(self.kinds) - 1
        paragraph = [(self._prose.sentences(random_.randint(30, 120)), plant)]
        self._insert(number, paragraph[0])
        return paragraph[0]

    def _insert(self, number: int, piece: Piece) -> None:
        """Put a passage between two sentences of a letter, seldom at its very beginning or end."""
        random_, body = self._prose.random, self.drafts[number].body
        if random_.random() < PLACED:
            if random_.random() < 0.5:
                body.insert(0, [piece])
            else:
                body.append([piece])
            return
        paragraph = random_.choice(body)
        at = random_.randrange(len(paragraph))
        words, plant = paragraph[at]
        stops = [n for n, sign in enumerate(words) if sign in ".?!" and n + 1 < len(words)]
        if plant >= 0 or not stops:
            paragraph.append(piece)
            return
        cut = random_.choice(stops) + 1
        paragraph[at : at + 1] = [(words[:cut], -1), piece, (words[cut:].strip(), -1)]

    def _repeat_within(self, number: int, kind: str) -> None:
        prose, draft = self._prose, self.drafts[number]
        self.kinds.append(kind)
        plant = len(self.kinds) - 1
        words = prose.sentences(prose.random.randint(22, 110))
        if kind == "within3":
            draft.body.append([(prose.sentences(20), -1), *[(words, plant)] * 3])
            return
        draft.body.insert(0, [(words, plant)])
        self._insert(number, (reworded(prose, words, 0.1), plant))

    def write(self, folder: Path) -> dict[str, list[tuple[int, int, int]]]:
        """Write the corpus into ``folder/letters``; return the planted spans by letter."""
        root = folder / "letters"
        root.mkdir(parents=True)
        (root / "corpus.yaml").write_text("title: Benchmark\n", encoding="utf-8")
        found: dict[str, list[tuple[int, int, int]]] = {}
        for number, draft in enumerate(self.drafts):
            shelf = root / f"{number // 1000:04}"
            shelf.mkdir(exist_ok=True)
            source, spans = draft.render(number)
            (shelf / f"{letter_id(number)}.txt").write_text(source, encoding="utf-8", newline="\n")
            if spans:
                found[letter_id(number)] = spans
        return found
