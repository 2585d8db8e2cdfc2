"""Small corpora for tests of the index, whose letters differ in all that a question may ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from corpuscli.querying.ask import Question, from_index
from corpuscli.store.corpus import open_corpus

if TYPE_CHECKING:
    from corpuscli.querying.ask import Answer
    from corpuscli.store.corpus import Corpus

DATES = ("1921-03-10", "1921-03", "1921?", "1920~", "1918-01%", "../1921-05", "1921/..", "XXXX", "192X", "nonsense")
NAMES = ("G. V. Chicherin", "Чичерин", "I. V. Stalin", "J. V. STALIN", "Unknown", "Politburo")


@dataclass(frozen=True)
class Spec:
    """What a letter of a generated corpus says."""

    date: str
    sender: str
    recipient: str
    place: str
    words: int
    broken: bool = False
    source: str = ""

    def file(self, stem: str) -> str:
        """Write the letter."""
        if self.broken:
            return "no front matter"
        place = f"place: {self.place}\n" if self.place else ""
        place += f"source:\n  - {self.source}\n" if self.source else ""
        parties = f"senders:\n  - {self.sender}\nrecipients:\n  - {self.recipient}\n"
        text = f"{'word ' * self.words}{self.place} of {self.sender}"
        return f"---\nid: {stem}\ndate: {self.date}\n{parties}{place}---\n{text}\n"


SPECS = st.builds(
    Spec,
    st.sampled_from(DATES),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(("", "Moscow", "Zürich")),
    st.integers(0, 4),
    st.sampled_from((False, False, False, True)),
    st.sampled_from(("", "RTSKHIDNI. F. 5. Op. 2. D. 31-33. L. 3", "ГАНО. Ф. 5. Оп. 2. Д. 9", "in private hands")),
)


def made(folder: str, specs: list[Spec]) -> Corpus:
    root = Path(folder)
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    (root / "archives.yaml").write_text("NOVO:\n  names: [ГАНО]\n", encoding="utf-8")
    for number, spec in enumerate(specs):
        (root / f"letter-{number}.txt").write_text(spec.file(f"letter-{number}"), encoding="utf-8")
    return open_corpus(root)


def indexed(corpus: Corpus) -> Answer:
    answer = from_index(corpus, Question())
    assert answer is not None
    return answer
