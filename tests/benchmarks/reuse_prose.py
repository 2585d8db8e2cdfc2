"""Prose for benchmarks of repeats: words as frequent as natural ones, in habitual company, and what letters share.

Nothing is taken from a real text. The tenth part of the words makes half of what is said (Zipf), and every word has
companions that it calls for: so short runs of words recur as they do in natural prose, long ones by planting alone.
"""

from __future__ import annotations

import random
from bisect import bisect
from itertools import accumulate

ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "tr", "ch", "sh", "gr", "kl", "")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou", "ie")
CODAS = ("", "", "", "n", "r", "s", "l", "t", "m", "nd", "rt", "ng", "st", "ck")
FUNCTION = (
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on", "not",
    "he", "his", "but", "at", "are", "this", "have", "from", "or", "had", "an", "they", "which", "one", "you", "were",
    "all", "her", "she", "there", "would", "their", "we", "him", "been", "has", "when", "who", "will", "no", "more",
    "if", "out", "so", "up", "said", "what", "its", "about", "than", "into", "them", "can", "only", "other", "time",
    "new", "some", "could", "these", "two", "may", "first", "then", "do", "any", "like", "my", "now", "over", "such",
    "our", "man", "me", "even",
)  # fmt: skip
WORDS = 20_000
COMPANIONS = 6
CALLED = 0.35
"""How often a word is followed by one of its companions."""


class Prose:
    """A language of its own, drawn from a seed.

    Args:
        seed: Of the vocabulary and of all that is said.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        words = dict.fromkeys(FUNCTION)
        while len(words) < WORDS:
            words.setdefault(self._coin())
        coined = [word for word in words if word not in FUNCTION]
        coined.sort(key=lambda word: len(word) + self.random.gauss(0, 4))  # frequent words are short
        self.words = [*FUNCTION, *coined]
        self._sums = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self._companions: dict[str, list[str]] = {}

    def _coin(self) -> str:
        syllables = self.random.choices((1, 2, 3, 4), (25, 45, 22, 8))[0]
        choice = self.random.choice
        return "".join(choice(ONSETS) + choice(VOWELS) + choice(CODAS) for _ in range(syllables))

    def word(self, after: str = "") -> str:
        """Say one word."""
        if after and self.random.random() < CALLED:
            known = self._companions.get(after)
            if known is None:
                known = self._companions[after] = [self.word() for _ in range(COMPANIONS)]
            return known[min(int(self.random.expovariate(0.7)), COMPANIONS - 1)]
        return self.words[bisect(self._sums, self.random.random() * self._sums[-1])]

    def sentence(self, least: int = 6, most: int = 30) -> str:
        """Say one sentence, with commas."""
        said: list[str] = []
        for number in range(self.random.randint(least, most)):
            word = self.word(said[-1].rstrip(",") if said else "")
            said.append(word + ("," if number > 2 and self.random.random() < 0.07 else ""))
        text = " ".join(said).rstrip(",")
        return text[0].upper() + text[1:] + self.random.choices(".?!", (90, 5, 5))[0]

    def sentences(self, words: int) -> str:
        """Say sentences of about that many words."""
        said: list[str] = []
        while sum(one.count(" ") + 1 for one in said) < words:
            said.append(self.sentence())
        return " ".join(said)

    def name(self) -> str:
        """Name a person."""
        initials = self.random.sample("ABDEFGIKLMNPSTV", 2)
        return f"{initials[0]}. {initials[1]}. {self._coin().capitalize()}ov"

    def titled(self, words: int) -> str:
        """Say a title: words that begin with capitals."""
        return " ".join(self.word().capitalize() for _ in range(words))

    def locator(self) -> str:
        """Cite a leaf in an archive."""
        draw = self.random.randint
        return f"RGASPI. F. {draw(1, 600)}. Op. {draw(1, 9)}. D. {draw(1, 900)}. L. {draw(1, 200)}"

    def work(self) -> str:
        """Cite a printed work."""
        draw = self.random.randint
        return (
            f"{self.name()}, {self.titled(draw(4, 9))}, vol. {draw(1, 30)}, {self.titled(1)}, {draw(1920, 1990)}, "
            f"pp. {draw(1, 400)}-{draw(401, 800)}"
        )


def garbled(text: str, share: float, random_: random.Random) -> str:
    """Return text as a bad reader of print gives it: that share of its characters changed, lost, doubled or parted."""
    alike = dict(zip("ecnuiloh", "ceunl10b", strict=True)) | {"m": "rn", "a": "o", "t": "f"}
    out: list[str] = []
    for character in text:
        if random_.random() >= share or character == "\n":
            out.append(character)
            continue
        kind = random_.random()
        if kind < 0.7:
            out.append(alike.get(character, random_.choice("aeinorst")))
        elif kind < 0.85:
            out.append(character + random_.choice("aeinorst .'"))
    return "".join(out)


def reworded(prose: Prose, text: str, share: float) -> str:
    """Return text with that share of its words replaced, left out, or followed by one more."""
    out: list[str] = []
    for word in text.split(" "):
        if prose.random.random() >= share:
            out.append(word)
            continue
        kind = prose.random.random()
        if kind < 0.7:
            out.append(prose.word())
        elif kind < 0.85:
            out += [word, prose.word()]
    return " ".join(out)
