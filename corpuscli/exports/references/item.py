"""A letter or a work, as a bibliography knows it: the value that CSL-JSON, BibTeX, RIS and the styles are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.exports.references.names import Name
    from corpuscli.model.citation import Citation
    from corpuscli.model.date import Date

LETTER, BOOK, JOURNAL, NEWSPAPER = "letter", "book", "journal", "newspaper"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where a letter is kept.

    Args:
        raw: The citation in the words of the page.
        citation: What was read in it; None where no archive was recognised.
    """

    raw: str
    citation: Citation | None = None

    @property
    def archive(self) -> str:
        """Who keeps it today; the name that is cited where no register knows it, nothing where none is."""
        known = self.citation is not None and self.citation.state == "resolved"
        return self.part("archive" if known else "archive_as_cited")

    @property
    def russian(self) -> bool:
        """Whether it is a shelfmark of archive, fond and opis."""
        return bool(self.archive and self.part("opis"))

    def part(self, key: str) -> str:
        """Return a locator (archive, fond, opis, delo, listy), several joined with a comma."""
        value = self.citation.fields.get(key) if self.citation else None
        return ", ".join(value) if isinstance(value, tuple) else value or ""


@dataclass(frozen=True, slots=True)
class Item:
    """What a reference says; an empty value is not known.

    Args:
        id: The letter's id, or the work's canonical id without pages.
        kind: letter, book, journal or newspaper.
        title: As given; letters mostly have none.
        authors: Who wrote it.
        recipients: To whom.
        date: When; None where nothing can be read.
        date_text: The date as printed.
        genre: letter, telegram, note ...
        place: Where it was written.
        shelves: Where it is kept.
        form: Physical description.
        container: The edition of a letter.
        number: Its number there; of a journal the issue.
        volume: Of a work.
        published: Earlier publications.
        language: BCP 47.
        url: Where it can be read.
        retrieved: When it was, as YYYY-MM-DD.
        summary: What it says.
        tags: Keywords.
    """

    id: str
    kind: str = LETTER
    title: str = ""
    authors: tuple[Name, ...] = ()
    recipients: tuple[Name, ...] = ()
    date: Date | None = None
    date_text: str = ""
    genre: str = ""
    place: str = ""
    shelves: tuple[Shelf, ...] = ()
    form: str = ""
    container: str = ""
    number: str = ""
    volume: str = ""
    published: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    retrieved: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()

    @property
    def headline(self) -> str:
        """The title, or what kind of letter it is, and to whom."""
        if self.title or self.kind != LETTER:
            return self.title
        to = " and ".join(name.straight for name in self.recipients)
        genre = self.genre or "letter"
        return f"{genre[:1].upper()}{genre[1:]}{f' to {to}' if to else ''}"


HELD = (
    "id", "number", "title", "type", "date", "date_text", "senders", "recipients", "place", "source", "form",
    "published", "edition", "language", "url", "retrieved", "tags", "summary",
)  # fmt: skip
"""The keys of a letter that an item holds."""
