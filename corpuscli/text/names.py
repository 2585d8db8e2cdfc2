"""Names of persons and bodies: keys to match them by, and the parts ids are made of."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from corpuscli.data.names import name_words, spellings


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return the key by which a name is matched: two spellings of one name have one key.

    Case, accents, brackets, stops and blanks fold away; so do the transliterations of Russian names in English,
    German, French and scholarly use. Initials come first: ``Stalin I. V.`` is ``I.V. Stalin``.

    >>> fold("G.V. TCHITCHERIN") == fold("Чичерин Г. В.") == fold("G. W. Tschitscherin")
    True
    >>> fold("L. B. Kamenev") == fold("S. S. Kamenev")
    False
    """
    words = _initials_first(_latin(name).translate(_UNBRACKETED))
    return _sounds().sub(_same_sound, " ".join(words))


def surname(name: str) -> str:
    """Return a person's surname as printed, without initials, titles and particles; "" where there is none.

    >>> surname("J. V. Stalin"), surname("Schnitzler, Arthur"), surname("Hugo von Hofmannsthal")
    ('Stalin', 'Schnitzler', 'Hofmannsthal')
    """
    plain = re.sub(r"\([^)]*\)", " ", name).translate(_NO_BRACKETS)
    before, comma, after = plain.partition(",")
    words: list[str] = _NAME_WORD.findall(before)
    if comma and not _in_kind("suffix", after):
        return _last(words)
    full = [word for word in words if not _is_initial(word)]
    if len(full) > 1 and len(full) == len(words) and _lower(words[-1]).endswith(_words("patronymic")):
        return words[0]
    return _last(words)


def forenames(name: str) -> list[str]:
    """Return a person's forenames and initials as printed, without titles and particles.

    >>> forenames("Schnitzler, Arthur"), forenames("J. V. Stalin"), forenames("Comrade Stalin")
    (['Arthur'], ['J', 'V'], [])
    """
    plain = re.sub(r"\([^)]*\)", " ", name).translate(_NO_BRACKETS)
    family, words = surname(name), [word.rstrip(".") for word in _NAME_WORD.findall(plain)]
    words = [word for word in words if not any(_in_kind(kind, word) for kind in ("suffix", "title", "particle", "kin"))]
    if family in words:
        place = words.index(family) if "," in plain else len(words) - 1 - words[::-1].index(family)
        del words[place]
    return words


def slug(text: str) -> str:
    """Return ``text`` in ``[a-z0-9-]``, for ids: transliterated, without accents, hyphens between words.

    >>> slug("Антонов-Овсеенко"), slug("Politburo of the CC"), slug("Größe")
    ('antonov-ovseenko', 'politburo-of-the-cc', 'grosse')
    """
    return "-".join(re.findall(r"[a-z0-9]+", _latin(text).translate(_UNBRACKETED)))


def is_body(name: str) -> bool:
    """Tell whether a name is a committee's, an army's, a firm's ... and no person's.

    >>> is_body("Politburo of the Central Committee of the RCP (b)"), is_body("V. I. Lenin")
    (True, False)
    """
    words = [_lower(word) for word in _NAME_WORD.findall(name)]
    return any(word in _set("body") for word in words)


_NAME_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*\.?")
_NO_BRACKETS = dict.fromkeys(map(ord, "[]"))
_UNBRACKETED = dict.fromkeys(map(ord, "[]'’ʹʼ`´"))
_SURROUND = re.compile(r"[^\w,]+")


def _lower(word: str) -> str:
    return word.rstrip(".").casefold()


def _last(words: list[str]) -> str:
    """Return the last word that is neither initial, title, suffix nor particle, else the last word of all."""
    for word in reversed(words):
        if not (_is_initial(word) or any(_in_kind(kind, word) for kind in ("suffix", "title", "particle"))):
            return word.rstrip(".")
    return words[-1].rstrip(".") if words else ""


def _is_initial(word: str) -> bool:
    """Tell whether a word is an initial: one letter, or up to three with a full stop, as ``Ya.``."""
    bare = word.rstrip(".")
    return len(bare) == 1 or (len(bare) <= 3 and word.endswith(".") and bare[:1].isupper() and not bare[1:].isupper())  # noqa: PLR2004 - "Dzh."


def _in_kind(kind: str, word: str) -> bool:
    """Tell whether a word is of a kind of ``name_words.tsv``."""
    return _lower(word.strip()) in _set(kind)


@cache
def _set(kind: str) -> frozenset[str]:
    return frozenset(_words(kind))


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(form.casefold() for row in name_words() if row.kind == kind for form in row.forms)


def _latin(text: str) -> str:
    """Return ``text`` in small Latin letters without accents."""
    text = unicodedata.normalize("NFC", text).casefold().translate(_letters())
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text).translate(_letters())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def _letters() -> dict[int, str]:
    return {ord(row.source): row.target for row in spellings() if row.kind == "letter"}


def _initials_first(text: str) -> list[str]:
    """Return the words of a folded name, initials before the surname; "Surname, Names" is turned round."""
    before, comma, after = text.partition(",")
    words = _SURROUND.sub(" ", before).split()
    if comma:
        return [*_SURROUND.sub(" ", after.replace(",", " ")).split(), *words]
    turn = len(words)
    while turn and len(words[turn - 1]) <= 2 and re.search(rf"\b{words[turn - 1]}\.", text):  # noqa: PLR2004 - "ya."
        turn -= 1
    return [*words[turn:], *words[:turn]] if turn else words


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    return tuple((row.source, row.target) for row in spellings() if row.kind == "sound")


@cache
def _sounds() -> re.Pattern[str]:
    return re.compile("|".join(f"({source})" for source, _ in _rules()))


def _same_sound(found: re.Match[str]) -> str:
    """Return the one spelling of the sound that was found."""
    return _rules()[(found.lastindex or 1) - 1][1]
