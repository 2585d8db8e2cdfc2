"""Lint for notebooks and scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.linting.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.model.finding import Finding
    from corpuscli.store.corpus import Corpus


def lint(
    corpus: Corpus, *, select: Iterable[str] = (), ignore: Iterable[str] = (), hints: bool = False
) -> list[Finding]:
    """Look for what is wrong in the letters of a corpus, as ``corpuscli lint`` does.

    Args:
        corpus: The corpus, from ``open_corpus``; its settings are read as they stand now.
        select: Codes, names or families of rules that run, in place of those that corpus.yaml selects.
        ignore: Those that do not.
        hints: Whether rules that only hint run, too.

    Returns:
        The findings in the order of files and lines: ``code``, ``name``, ``severity``, ``message``, ``where`` (``path``
        relative to the corpus, ``line`` and ``column`` from 1), ``fixable``, ``fingerprint``, ``related``.

    Raises:
        UnknownNameError: There is no rule of that code, name or family.
        InputError: A folder of the corpus cannot be listed, or its settings cannot be read.
    """
    from corpuscli.linting.known import lint_corpus

    return list(lint_corpus(corpus, Choice(tuple(select), tuple(ignore), hints)).findings)
