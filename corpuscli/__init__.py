"""corpuscli keeps a corpus of historical letters as plain text files with YAML front matter.

The library, for notebooks and scripts::

    import corpuscli

    corpus = corpuscli.open_corpus("letters")
    corpuscli.query(corpus, "from:chicherin", since="1921")      # a list of dictionaries, one a letter
    corpuscli.parse_date("27/II 1915").edtf                      # '1915-02-27'
    [c.ids for c in corpuscli.find_citations("RGASPI. F. 5. Op. 2. D. 315")]

Importing it imports no other package; what a function needs is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.errors import CorpusError, DateError
    from corpuscli.intake.page.reader import read_page
    from corpuscli.linting.api import lint
    from corpuscli.model.date import Date
    from corpuscli.querying.api import query
    from corpuscli.store.corpus import Corpus, open_corpus
    from corpuscli.text.citations.find import find_citations
    from corpuscli.text.dates.printed import parse_date
    from corpuscli.text.repeats.find import find_repeats

__version__ = "0.1.0"

__all__ = [
    "Corpus",
    "CorpusError",
    "Date",
    "DateError",
    "find_citations",
    "find_repeats",
    "lint",
    "open_corpus",
    "parse_date",
    "query",
    "read_page",
]

_HOME = {
    "Corpus": "store.corpus",
    "CorpusError": "errors",
    "Date": "model.date",
    "DateError": "errors",
    "find_citations": "text.citations.find",
    "find_repeats": "text.repeats.find",
    "lint": "linting.api",
    "open_corpus": "store.corpus",
    "parse_date": "text.dates.printed",
    "query": "querying.api",
    "read_page": "intake.page.reader",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
