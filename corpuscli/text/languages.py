"""Tags of languages (BCP 47): whether one is well formed, and its shortest form.

Source: RFC 5646, sections 2.1 and 2.2.1.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = (
    r"[a-z]{2,3}(?:-[A-Za-z]{3})?(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"  # language, script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz]-[a-z0-9-]+)?(?:-x-[A-Za-z0-9-]+)?"  # variants, extensions
)
_CODE = 3
"""Letters of a code of ISO 639-2 or -3."""


@lru_cache(maxsize=1024)
def fault(tag: str) -> str:
    """Return what is wrong with a tag, "" where nothing is.

    >>> fault("de-AT"), fault("deu")
    ('', "the language 'deu' is written 'de'")
    >>> fault("English")
    "'English' is no language tag (BCP 47: de, ru, en, zh-Hant ...)"
    """
    right = shortest(tag)
    if right:
        return f"the language {tag!r} is written {right!r}"
    return "" if _well_formed(tag) else f"{tag!r} is no language tag (BCP 47: de, ru, en, zh-Hant ...)"


def shortest(tag: str) -> str:
    """Return a tag with the two letters that it should begin with, "" where it does not begin with three that have two.

    >>> shortest("ger-AT"), shortest("de")
    ('de-AT', '')
    """
    from corpuscli.data.languages import TWO_LETTERS

    first = tag.split("-", maxsplit=1)[0]
    short = TWO_LETTERS.get(first.lower(), "")
    return short and short + tag[len(first) :]


def _well_formed(tag: str) -> bool:
    from corpuscli.data.languages import NONE

    first = tag.split("-", maxsplit=1)[0]
    return re.fullmatch(_TAG, tag) is not None and (len(first) != _CODE or first not in NONE)
