"""What a rule is, and the manual in its docstring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.span import Span
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from corpuscli.errors import InputError
    from corpuscli.linting.look import Look
    from corpuscli.model.problem import Fixable, Problem, Severity

HEADINGS = ("What it does", "Why it is bad", "Example", "Use instead", "Fix safety")
"""The headings of every rule's manual, in this order."""
HIDDEN = "\0hidden"
"""In ``needs``, stands for any code point of ``Look.odd``: most letters have none."""
HEAD = (0, 3)
"""The place of what a letter says as a whole: its first line."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What one letter has to say to a rule that looks across letters.

    Nearly all facts are counted and forgotten, so that nobody asks where they stand: see ``Field``.

    Args:
        key: Facts with the same key belong together.
        place: Where the letter says it, as two offsets.
        wanted: The letter does not say that ``key`` is there, but that it wants it to be.
        form: How the letter spells it, for rules that only care where letters differ in that.
    """

    key: str
    place: tuple[int, int] = HEAD
    wanted: bool = False
    form: str = ""

    @property
    def span(self) -> Span:
        """Where the letter says it."""
        return Span(*self.place)


if TYPE_CHECKING:
    Group = tuple[tuple[Look, Fact], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; it has one of ``check``, ``collect`` with ``across``, ``unread`` or ``unused``.

    Args:
        code: As ``M103``: the family's letter or letters, and three digits.
        name: As ``glued-marker``.
        severity: What its findings are unless corpus.yaml says otherwise.
        default: Whether it runs unless it is deselected.
        fixable: Whether its findings can be mended by program, and how safely.
        manual: Its docstring.
        needs: Keys of the front matter, or ``HIDDEN``; a letter that has none of them is not shown to the rule.
        check: Yields the problems of one letter.
        collect: Yields what one letter says to ``across``.
        across: Yields problems, with the look they belong to, for the letters whose facts share a key.
        unread: Gives the message for a letter that cannot be read.
        unused: Gives the message for a suppression that suppresses nothing.
    """

    code: str
    name: str
    severity: Severity
    default: bool
    fixable: Fixable
    manual: str
    needs: tuple[str, ...] = ()
    check: Callable[[Look], Iterable[Problem]] | None = None
    collect: Callable[[Look], Iterable[Fact]] | None = None
    across: Callable[[Group], Iterable[tuple[Look, Problem]]] | None = None
    unread: Callable[[InputError], str] | None = None
    unused: Callable[[str], str] | None = None

    @property
    def summary(self) -> str:
        """The manual's first line."""
        return self.manual.partition("\n")[0]

    def sections(self) -> Iterator[tuple[str, str]]:
        """Yield the manual's headings and what stands under each, dedented."""
        from textwrap import dedent

        heading, lines = "", list[str]()
        for line in (*self.manual.splitlines()[1:], "\0:"):
            if line.endswith(":") and not line.startswith(" "):
                if heading:
                    yield heading, dedent("\n".join(lines)).strip("\n")
                heading, lines = line[:-1], []
            else:
                lines.append(line)
