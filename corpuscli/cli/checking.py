"""Whether what a person saved in an editor is still the letter that it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError, UsageError
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.letter import Letter
    from corpuscli.store.config import Config


@dataclass(frozen=True, slots=True)
class Check:
    """A check of what is saved.

    Args:
        before: The letter's file before it was edited; what stands there already is not refused.
        path: The letter's file, as messages name it.
        config: The corpus's own keys.
    """

    before: str
    path: str
    config: Config

    def __call__(self, source: str) -> None:
        """Refuse what cannot stand in the letter's file.

        Raises:
            InputError: It is no letter, or lacks what every letter needs.
            DateError: Its date is none.
            UsageError: It has another id, a key that no letter may have, or a language that is none.
        """
        from corpuscli.model.letter import REQUIRED_KEYS
        from corpuscli.store.frontmatter.reader import parse_letter
        from corpuscli.text.dates.edtf import parse_edtf

        before, saved = parse_letter(self.before, self.path), parse_letter(source, self.path)
        if saved.id != before.id:
            raise UsageError(f"the id was changed to {saved.id!r}: use corpuscli rename {before.id} {saved.id}")
        lacking = [key for key in REQUIRED_KEYS if not (saved.get(key) or saved.all(key))]
        if lacking:
            raise InputError(f"every letter needs {' and '.join(lacking)}", self.path)
        parse_edtf(saved.get("date"))
        self._check_new(before, saved)

    def _check_new(self, before: Letter, saved: Letter) -> None:
        """Refuse keys and a language as ``set`` does, where the person has just written them."""
        from corpuscli.intake.given import check_key, check_value

        for field in saved.fields:
            standing = before.field(field.key)
            if standing is None:
                check_key(field.key, self.config.fields)
            if isinstance(field.value, str) and (standing is None or field.value != standing.value):
                check_value(field.key, field.value)
