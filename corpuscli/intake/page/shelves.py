"""Source lines without fond and opis: ``BArch, R 43 I/132, Bl. 201. Durchschlag``, ``Quelle: FDH, Hs-30885,99``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.data.pages import value_of
from corpuscli.intake.page.sources import SourceLine, form_and_published, is_form, parse_source
from corpuscli.text.later import later

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_LONGEST = 200
_LABEL = later(r"(?P<label>[^\W\d_][\w /-]{1,30}?)\s?:\s*(?=\S)")
_HOLDER = later(
    r"[A-ZÄÖÜÉ]\w*[A-ZÄÖÜ]\w*\b|[A-ZÄÖÜÉ][^.;:]{0,60}(?:[Aa]rchiv|[Bb]ibliothe|[Ll]ibrary|[Mm]useum|[Pp]apers|Nachla|Fond)"
)
_PIECE = later(r"[A-ZА-Я]{1,4}[.-]?\s?\d{1,5}[a-z]?(?:[/.]\d+)*")
"""The number of a piece among papers that the whole edition is made from: ``T 382``."""
_MARK = later(r"(?:(?<!\w)[^\W\d_]{1,6}\.?[ :-]{0,3}|/)\d|\d\s?[A-Z]{2}\s?\d")
"""What a shelfmark has: a few letters and a number, or a number, letters and a number."""
_STEP = r"(?:fonds?|cartons?|dossier|liasse|papers|papiers|folder|series|files?|sheets?|opis|delo|list|cote)"
_PROSE = later(rf"(?<!\w)(?!{_STEP}\b)[a-zäöüßéèà]{{4,}}(?!\w|\.)")
"""Words of a sentence, which the steps of a shelfmark's path are not."""
_SAYS = later(
    r"(?<!\w)(?:has|have|had|is|are|was|were|will|hat|haben|hatten?|ist|sind|war|waren|wird|werden|est|sont|ont|était)(?!\w)"
)
"""A verb, which no shelfmark has."""
_SIGNED = later(r"(?:[A-ZА-ЯЁ.'’-]+\s)*[A-ZА-ЯЁ'’-]{4,}\s?\d{1,2}\s?\.?|[^\W\d_]{3,}\s?\d\s?\.?")
"""A signature in capitals with its marker: ``TROTSKY 2 .``."""
_PROSE_WORDS = 3
"""From so many words on, a line is rather a sentence."""
_FORM_WORDS = 12


def parse_shelf(line: Line, *, sure: bool, wrapped: bool = False) -> SourceLine | None:
    """Read a line that tells where a letter is kept by a shelfmark of any holder.

    Args:
        line: The line.
        sure: Whether it stands where source lines do, so that it needs neither label nor description.
        wrapped: Whether it stood in brackets, so that any holder's name will do.

    >>> from corpuscli.intake.page.lines import Line
    >>> found = parse_shelf(Line("BArch, R 43 I/132, Bl. 201. Masch. Durchschlag.", 0), sure=False)
    >>> found.sources[0].text, found.form.text
    ('BArch, R 43 I/132, Bl. 201', 'Masch. Durchschlag')
    >>> parse_shelf(Line("RVS has 3 divisions and no boots.", 0), sure=True) is None
    True
    """
    if len(line.text) > _LONGEST:
        return None
    bare = _unlabelled(line)
    known = parse_source(bare) if bare is not line else None
    if known:
        return known
    cut = _form_begins(bare)
    cited = bare.part(0, cut).without_tail(".;,")
    named = bare is not line or _HOLDER.match(cited.text) is not None
    named = named or (cut is not None and _PIECE.fullmatch(cited.text) is not None)
    told = bare is not line or cut is not None or sure
    if not (named or wrapped or (sure and cut is not None)) or not told or _SIGNED.fullmatch(line.text):
        return None
    if not _is_shelfmark(cited.text) and not (cut is not None and _is_holder(cited.text)):
        return None
    form, published = form_and_published(bare.part(cut)) if cut is not None else (None, ())
    return SourceLine((cited,), form, published)


def parse_form(line: Line) -> SourceLine | None:
    """Read a line that describes the paper and says no more.

    >>> from corpuscli.intake.page.lines import Line
    >>> parse_form(Line("Typewritten text.", 0)).form.text, parse_form(Line("The original is lost to us.", 0))
    ('Typewritten text', None)
    """
    if len(line.text.split()) > _FORM_WORDS or not line.text[0].isupper() or not is_form(line.text):
        return None
    form, published = form_and_published(line)
    return SourceLine(form=form) if form and not published else None


def _unlabelled(line: Line) -> Line:
    found = _LABEL.match(line.text)
    return line.part(found.end()) if found and value_of("label", found["label"]) == "source" else line


def _form_begins(line: Line) -> int | None:
    """Return where a sentence begins that describes the paper, so that a citation stands before it."""
    found = next((stop for stop in _STOP.finditer(line.text) if is_form(line.text[stop.end() :])), None)
    return found.end() if found else None


_STOP = later(r"(?<=[\w)])\.\s+(?=[A-ZА-ЯÉÄÖÜ\d])")


def _is_holder(cited: str) -> bool:
    """Whether a description of the paper stands after the name of a holder that gives no shelfmark."""
    prose = sum(1 for _ in _PROSE.finditer(cited))
    return _HOUSE.search(cited) is not None and prose < _PROSE_WORDS and _SAYS.search(cited) is None


_HOUSE = later(
    r"\b(?:archiv\w*|bibliothe\w*|library|museum|nachlass|nachlaß|fondazione|stiftung|collection|papers|fonds)\b",
    re.IGNORECASE,
)


def _is_shelfmark(cited: str) -> bool:
    prose = sum(1 for _ in _PROSE.finditer(cited))
    return _MARK.search(cited) is not None and prose < _PROSE_WORDS and _SAYS.search(cited) is None
