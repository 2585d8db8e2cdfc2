"""Whether what a person saved in an editor is still the letter that it was."""

from __future__ import annotations

from corpuscli.errors import InputError, UsageError


def check_saved(source: str, path: str, letter: str) -> None:
    """Refuse what cannot stand in a letter's file.

    Args:
        source: What was saved.
        path: The letter's file, as messages name it.
        letter: The letter's id.

    Raises:
        InputError: It is no letter, or lacks what every letter needs.
        DateError: Its date is none.
        UsageError: It has another id.
    """
    from corpuscli.model.letter import REQUIRED_KEYS
    from corpuscli.store.frontmatter.reader import parse_letter
    from corpuscli.text.dates.edtf import parse_edtf

    saved = parse_letter(source, path)
    if saved.id != letter:
        raise UsageError(f"the id was changed to {saved.id!r}: use corpuscli rename {letter} {saved.id}")
    lacking = [key for key in REQUIRED_KEYS if not (saved.get(key) or saved.all(key))]
    if lacking:
        raise InputError(f"every letter needs {' and '.join(lacking)}", path)
    parse_edtf(saved.get("date"))
