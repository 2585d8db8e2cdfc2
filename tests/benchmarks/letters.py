"""Corpora for benchmarks: letters of some 2.4 KB, composed from a seed, no two alike.

Each has front matter of ten keys, paragraphs of composed words, one or two notes and 0.9 archival citations a KB.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SYLLABLES = ("ba", "de", "ri", "so", "mu", "ka", "len", "tor", "vi", "ga", "pro", "nes", "ti", "mar", "chi", "sta")
SURNAMES = (
    "Karov", "Lenskij", "Mirbach", "Orlova", "Adlerberg", "Bauer", "Cassirer", "Durnovo", "Ehrenfels", "Franko",
    "Gorskij", "Hansen", "Iljin", "Jansson", "Kessler", "Lindqvist", "Neumann", "Petrov", "Rubin", "Sorel",
)  # fmt: skip
"""So many that hardly anyone writes to a namesake of the same addressee on the same day: such letters are compared."""
PEOPLE = [f"{first}. {second}. {name}" for first in "ADK" for second in "IN" for name in SURNAMES]
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
PLACES = ("Moscow", "Petrograd", "Tiflis", "Berlin", "Wien", "Baku")


def compose(folder: Path, count: int, seed: int = 1) -> Path:
    """Write a corpus of ``count`` letters into ``folder/letters`` and return its root."""
    random_ = random.Random(seed)
    words = sorted({"".join(random_.choices(SYLLABLES, k=random_.randint(1, 4))) for _ in range(6000)})
    root = folder / "letters"
    root.mkdir(parents=True)
    (root / "corpus.yaml").write_text("title: Benchmark\n", encoding="utf-8")
    for number in range(count):
        shelf = root / f"{number // 1000:03}"
        shelf.mkdir(exist_ok=True)
        name = f"{1900 + number % 27}-{number % 12 + 1:02}-{number % 28 + 1:02}-letter-{number:06}"
        (shelf / f"{name}.txt").write_text(letter(name, random_, words), encoding="utf-8", newline="\n")
    return root


def letter(name: str, random_: random.Random, words: list[str]) -> str:
    """Compose one letter."""
    sender, recipient = random_.sample(PEOPLE, 2)
    year, month, day = name[:10].split("-")
    printed = f"{MONTHS[int(month) - 1]} {int(day)}, {year}"
    paragraphs = [sentence(random_, words, random_.randint(40, 110)) for _ in range(3)]
    paragraphs[1] += "[^1]"
    return (
        f"---\nid: {name}\ndate: {name[:10]}\ndate_text: {printed}\nsenders:\n  - {sender}\n"
        f"recipients:\n  - {recipient}\nplace: {random_.choice(PLACES)}\nsource:\n  - {citation(random_)}\n"
        f"form: Typewritten text\nedition: Benchmark. Collection of documents 1996\nlanguage: en\n---\n"
        "Dear comrade,\n\n"
        + "\n\n".join(paragraphs)
        + f"\n\n{sender}\n\n[^1]: {sentence(random_, words, 30)} ({citation(random_)}).\n"
    )


def sentence(random_: random.Random, words: list[str], count: int) -> str:
    """Compose some sentences."""
    chosen = random_.choices(words, k=count)
    text = " ".join(word + (". " if n % 13 == 12 else "") for n, word in enumerate(chosen))
    return text.replace(".  ", ". ").strip().capitalize() + "."


def citation(random_: random.Random) -> str:
    """Compose an archival citation."""
    fond, opis, delo, leaf = (random_.randint(1, most) for most in (600, 9, 900, 200))
    return f"RGASPI. F. {fond}. Op. {opis}. D. {delo}. L. {leaf}"
