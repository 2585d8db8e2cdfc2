"""A run of rules over letters as they pass on their way into the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.linting.outcome import gist, load_outcome
from corpuscli.linting.version import version_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.linting.choice import Choice
    from corpuscli.linting.parallel import Graded, Onlooker
    from corpuscli.linting.run import Run
    from corpuscli.store.corpus import Corpus

SAMPLE = """---
id: 1921-03-10-sender-recipient
date: 1921-03-10
date_text: March 10, 1921
senders:
  - A. B. Sender
recipients:
  - C. D. Recipient
place: Moscow
source:
  - RGASPI. F. 5. Op. 2. D. 315. L. 36
language: en
---
Dear comrade,

the talks go on.[^1]

[^1]: See RGASPI. F. 5. Op. 2. D. 315. L. 37.
"""
"""A letter as most are."""


class Passing:
    """What an index asks of lint while it reads letters; see ``Looking``.

    Where it reads a whole corpus, what letters give is taken up while others are still read, so that nothing has to be
    read back in the end.

    Args:
        corpus: The corpus.
        choice: Which rules run, beside what corpus.yaml says.

    Attributes:
        version: See ``version_of``; that of now.
    """

    def __init__(self, corpus: Corpus, choice: Choice) -> None:
        self.version = version_of(corpus, choice)
        self._corpus, self._choice = corpus, choice
        self._run: Run | None = None
        self._last = ""
        self._held = False

    def warm(self) -> None:
        """Look at a letter that nobody has written: what rules need is loaded and compiled."""
        from corpuscli.linting.parallel import desk_of
        from corpuscli.store.frontmatter.reader import parse_letter

        desk_of(*self._asked()).outcomes_of([("", parse_letter(SAMPLE, ""), b"-")])

    def ready(self, whole: bool) -> Onlooker:  # noqa: FBT001 - as Looking calls it
        """Build a desk, here and now, at which letters are looked at while the index reads them."""
        from corpuscli.linting.parallel import Onlooker, desk_of
        from corpuscli.linting.run import Run

        asked = self._asked()
        self._run, self._last = Run(desk_of(*asked)) if whole else None, ""
        return Onlooker(*asked)

    def _asked(self) -> tuple[str, Graded, str]:
        """Return root, rules and version, as a desk is built from them."""
        from corpuscli.linting.choice import choose
        from corpuscli.linting.loader import load_rules
        from corpuscli.linting.parallel import grades
        from corpuscli.store.corpus import open_corpus

        root = self._corpus.root
        rules = choose(load_rules(), open_corpus(root).config.lint, self._choice)
        return str(root), grades(rules), self.version

    def holds(self) -> bool:
        """Tell whether the version still is that of program and settings."""
        self._held = version_of(self._corpus, self._choice) == self.version
        return self._held

    def taken(self, facts: Iterable[tuple[str, bytes]]) -> None:
        """Take up what letters give, as long as they come as they stand in the corpus, and each gives something.

        Lists of folders put a file before or behind a folder of its name; lists of paths may do the reverse.
        """
        for path, fact in facts:
            place = path.replace("/", "\0")
            if not fact or place < self._last:
                self._run = None
            if self._run is None:
                return
            self._last = place
            traces = gist(fact)
            if traces is None:
                self._run.take(load_outcome(fact))
            else:
                self._run.hear(path, traces)

    def whole(self) -> Run | None:
        """Return the run that has taken up a whole corpus under settings that held, if any."""
        return self._run if self._held else None
