"""Corpora to ask: ``python -m tests.benchmarks.corpora FOLDER [LETTERS] [SEED]``, letters of some 3 KB.

Each letter has sixteen keys, English or Russian text, two notes and citations; one date in three is uncertain, a name
stands in Latin or in Cyrillic. The same seed gives the same bytes. No two letters are alike.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from tests.benchmarks.letters import MONTHS, citation

SURNAMES = {
    "Karov": "Каров", "Lenskij": "Ленский", "Orlova": "Орлова", "Zhdanov": "Жданов", "Rumiantsev": "Румянцев",
    "Shcherbina": "Щербина", "Tolmachev": "Толмачев", "Yurenev": "Юренев",
}  # fmt: skip
INITIALS = {"A": "А", "B": "Б", "G": "Г", "I": "И", "M": "М", "N": "Н", "P": "П", "V": "В"}
PEOPLE = [
    (f"{a}. {b}. {name}", f"{INITIALS[a]}. {INITIALS[b]}. {SURNAMES[name]}")
    for a in "ABGMNV"
    for b in "IPV"
    for name in SURNAMES
]
"""144 people, each in Latin and in Cyrillic."""
PLACES = ("Moscow", "Petrograd", "Tiflis", "Berlin", "Wien", "Baku", "Москва", "Харьков")
TAGS = ("famine", "turkey", "railways", "genoa", "congress", "press")
TYPES = ("letter", "letter", "letter", "telegram", "note")
LATIN = ("ba", "de", "ri", "so", "mu", "ka", "len", "tor", "vi", "ga", "pro", "nes", "ti", "mar", "chi", "sta")
CYRILLIC = ("ба", "де", "ри", "со", "му", "ка", "лен", "тор", "ви", "га", "про", "нес", "ти", "мар", "чи", "ста")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a language, the common ones often."""

    language: str
    words: tuple[str, ...]
    weights: tuple[float, ...]

    def say(self, draw: random.Random, count: int) -> str:
        """Compose sentences of about a dozen words."""
        chosen = draw.choices(self.words, cum_weights=self.weights, k=count)
        return " ".join(". ".join(" ".join(chosen[n : n + 12]).capitalize() for n in range(0, count, 12)).split()) + "."


def vocabulary(draw: random.Random, language: str, syllables: tuple[str, ...]) -> Words:
    """Make some 20,000 words, short ones the more frequent, as Zipf says."""
    made = {"".join(draw.choices(syllables, k=draw.randint(1, 4))) for _ in range(40_000)}
    words = tuple(sorted(made, key=lambda word: (len(word), word)))
    return Words(language, words, tuple(accumulate(1 / rank for rank in range(1, len(words) + 1))))


def compose(folder: Path, count: int, seed: int = 1921) -> Path:
    """Write a corpus of ``count`` letters into ``folder``, a thousand in each of its folders, and return it."""
    draw = random.Random(seed)
    languages = (vocabulary(draw, "en", LATIN), vocabulary(draw, "ru", CYRILLIC))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.yaml").write_text(
        "title: Benchmark\nqueries:\n  wires: type:telegram date:1921\n", encoding="utf-8"
    )
    for number in range(count):
        shelf = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            shelf.mkdir(exist_ok=True)
        name, source = letter(draw, number, languages)
        (shelf / f"{name}.txt").write_text(source, encoding="utf-8", newline="\n")
    return folder


def letter(draw: random.Random, number: int, languages: tuple[Words, Words]) -> tuple[str, str]:
    """Compose one letter: its id and its file."""
    year, month, day = draw.randint(1912, 1927), draw.randint(1, 12), draw.randint(1, 28)
    date, printed = _date(draw, year, month, day)
    sender, recipient = draw.sample(PEOPLE, 2)
    script = draw.random() < 0.25
    tongue = languages[draw.random() < 0.25]
    name = f"{year}-{month:02}-{day:02}-{sender[0].rpartition(' ')[2].lower()}-{number:06}"
    head = f"""---
id: {name}
number: {number}
title: {tongue.say(draw, 5)[:-1]}
type: {draw.choice(TYPES)}
date: {date}
date_text: {printed}
senders:
  - {sender[script]}
recipients:
  - {recipient[script]}
place: {draw.choice(PLACES)}
source:
  - {citation(draw)}
form: Typewritten text, autograph signature
published:
  - Works. Vol. {draw.randint(1, 40)}. P. {draw.randint(1, 500)}
edition: Benchmark. Collection of documents 1996
language: {tongue.language}
tags: [{", ".join(draw.sample(TAGS, 2))}]
status: draft
---
"""
    paragraphs = [tongue.say(draw, draw.randint(90, 150)) for _ in range(3)]
    text = "\n\n".join(paragraphs[:2]) + f"[^1]\n\n{paragraphs[2]}[^2]\n\n{sender[script]}\n\n"
    notes = f"[^1]: {tongue.say(draw, 30)} ({citation(draw)}).\n[^2]: {tongue.say(draw, 12)}\n"
    return name, head + text + notes


def _date(draw: random.Random, year: int, month: int, day: int) -> tuple[str, str]:
    """Compose a date in EDTF, one in three uncertain, and as it is printed."""
    full = f"{year}-{month:02}-{day:02}"
    printed = f"{MONTHS[month - 1]} {day}, {year}"
    doubtful = (
        f"{full}?", f"{year}-{month:02}", f"{year}~", f"{year}-{month:02}%", f"../{full}", f"{full}/{full[:-2]}28",
        "XXXX", f"{str(year)[:3]}X",
    )  # fmt: skip
    return (draw.choice(doubtful), f"[{printed}]") if draw.random() < 1 / 3 else (full, printed)


if __name__ == "__main__":
    compose(Path(sys.argv[1]), *map(int, sys.argv[2:4] or ("1000",)))
