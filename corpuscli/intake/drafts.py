"""From a reading to a letter that can be written: values supplied, defaults, id; or what is missing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpuscli.errors import DateError, InputError, UsageError
from corpuscli.model.letter import KNOWN_KEYS, REQUIRED_KEYS
from corpuscli.model.reading import ReadField, Reading
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corpuscli.model.letter import Value
    from corpuscli.store.config import Config

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_MAPPINGS = ("translation",)
_ORDER = "or say which comes first: add's --day-first or --month-first, or day_first in corpus.yaml"
_FLAGS = {"senders": "--sender", "recipients": "--recipient", "date": "--date"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter ready to be written.

    Args:
        reading: What was read, completed; its ``id`` among the fields.
        path: Where it will stand, relative to the corpus.
        edited: The file's content as the user changed it; empty where they did not.
    """

    reading: Reading
    path: str
    edited: str = ""

    @property
    def id(self) -> str:
        """The letter's id."""
        return self.reading.get("id")

    @property
    def source(self) -> str:
        """The file's content."""
        if self.edited:
            return self.edited
        from corpuscli.store.frontmatter.render import render_letter

        if self.reading.file and says_the_same(self.reading.file, self.reading, self.path):
            return self.reading.file
        return render_letter(((field.key, field.value) for field in self.reading.fields), self.reading.text)


def says_the_same(source: str, reading: Reading, path: str) -> bool:
    """Tell whether a letter's file says what was read, whatever its comments, quotes and line ends."""
    from corpuscli.store.frontmatter.reader import parse_letter
    from corpuscli.text.footnotes import arranged, notes_of, parts

    try:
        letter = parse_letter(source, path)
    except InputError:
        return False
    fields = {field.key: field.value for field in reading.fields}
    if {field.key: field.value for field in letter.fields} != fields:
        return False
    notes = [(note.label, note.body.of(source)) for note in notes_of(letter)]
    text = letter.text.of(source)
    behind = [span.of(source) for name, span in parts(letter) if name == "text" and span.start > letter.text.end]
    return reading.text in (arranged(text, notes), arranged("\n\n".join([text, *behind]), notes))


def supply(reading: Reading, supplied: Mapping[str, Value], config: Config) -> Reading:
    """Put supplied values over those read, and all keys in their order.

    Raises:
        DateError: A supplied date is none.
        UsageError: A supplied id is none.
    """
    fields = {field.key: field for field in reading.fields}
    values = dict(supplied)
    printed = values.get("date")
    if isinstance(printed, str) and printed:
        values["date"] = edtf_of(printed, config)
        if printed != values["date"]:
            values.setdefault("date_text", printed)
        elif "date_text" not in values and fields.get("date") and fields["date"].span is None:
            fields.pop("date_text", None)
    for key, value in values.items():
        if value in ("", ()):
            fields.pop(key, None)
        else:
            fields[key] = ReadField(key, value)
    if "id" in fields:
        try:
            check_id(str(fields["id"].value))
        except UsageError as problem:
            if "id" in values:
                raise
            raise InputError(str(problem), reading.place) from None
    order = [*KNOWN_KEYS, *(key for key in fields if key not in KNOWN_KEYS)]
    return replace(reading, fields=tuple(fields[key] for key in order if key in fields))


def edtf_of(printed: str, config: Config) -> str:
    """Return a date as EDTF, written so or as it is printed.

    Raises:
        DateError: It is none.
    """
    from corpuscli.text.dates import parse_date

    try:
        return parse_date(printed, config.language or None, day_first=config.day_first, years=config.span).edtf
    except DateError as problem:
        raise DateError(with_order(str(problem))) from None


def with_order(problem: str) -> str:
    """Add to what is wrong with a date how to say once for all which of two numbers is the day."""
    from corpuscli.text.dates.fields import WHICH_DAY

    return f"{problem}, {_ORDER}" if WHICH_DAY in problem else problem


def check_id(given: str) -> None:
    """Refuse what is no id.

    Raises:
        UsageError: It is none.
    """
    if not _ID.fullmatch(given):
        raise UsageError(
            f"id {given!r}: write small letters, digits and hyphens, at most 100, as 1921-03-10-chicherin-stalin"
        )


def missing(reading: Reading) -> tuple[str, ...]:
    """Return the required keys that a reading does not have; the id is derived, so it is never missing."""
    return tuple(key for key in REQUIRED_KEYS if key != "id" and not (reading.get(key) or reading.all(key)))


def refuse_incomplete(reading: Reading) -> None:
    """Refuse a reading that lacks what a letter needs.

    Raises:
        InputError: Names what is missing, why, and how to supply it.
    """
    lacking = missing(reading)
    if not lacking:
        return
    how = " ".join(f"{_FLAGS[key]} ..." for key in lacking)
    why = f" ({'; '.join(map(with_order, reading.warnings))})" if reading.warnings else ""
    raise InputError(f"cannot tell {' and '.join(lacking)}{why}: supply with {how}", reading.place)


def drafted(reading: Reading, free: Callable[[str], str]) -> Draft:
    """Give a reading its id and path.

    Args:
        reading: One that lacks nothing.
        free: Turns a derived id into one that no letter has.
    """
    name = reading.get("id")
    if not name:
        from corpuscli.text.dates import parse_edtf
        from corpuscli.text.ids import derive_id

        name = free(derive_id(parse_edtf(reading.get("date")), reading.all("senders"), reading.all("recipients")))
        reading = replace(reading, fields=(ReadField("id", name), *reading.fields))
    return Draft(reading, f"{name}.txt")


def refuse_shared_id(count: int, supplied: Mapping[str, Value]) -> None:
    """Refuse one id for several letters.

    Raises:
        UsageError: ``id`` is supplied, and more than one letter was read.
    """
    if "id" in supplied and count > 1:
        raise UsageError(f"--id names one letter, but {count} were read: leave it out")
