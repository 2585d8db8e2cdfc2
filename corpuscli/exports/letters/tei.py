"""TEI P5: one teiCorpus, or one file a letter; ``add --from`` gives the letters back byte for byte."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.tei.document import DECLARATION, document
from corpuscli.exports.tei.header import CALENDAR_DESC
from corpuscli.exports.xml import TEI, Xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpuscli.exports.volume import Volume


def write(volume: Volume, out: TextIO) -> None:
    """Write a teiCorpus; without a letter a TEI that says so, for a teiCorpus must hold one."""
    letters = iter(volume.letters)
    first = next(letters, None)
    xml = Xml(volume.losses)
    head = _header(xml, volume)
    if first is None:
        out.write(f'{DECLARATION}<TEI xmlns="{TEI}">{head}<text><body><p>No letter.</p></body></text></TEI>\n')
        return
    out.write(f'{DECLARATION}<teiCorpus xmlns="{TEI}">{head}\n')
    out.writelines(document(letter, volume) for letter in chain((first,), letters))
    out.write("</teiCorpus>\n")


def single(volume: Volume) -> Iterator[tuple[str, str]]:
    """Yield each letter's id and its file."""
    for letter in volume.letters:
        yield letter.id, DECLARATION + document(letter, volume, alone=True)


def _header(xml: Xml, volume: Volume) -> str:
    title = volume.title or "Letters"
    publisher = xml.element("publisher", volume.publication.get("publisher") or title)
    return (
        f"<teiHeader><fileDesc><titleStmt>{xml.element('title', title)}</titleStmt>"
        f"<publicationStmt>{publisher}</publicationStmt>"
        "<sourceDesc><p>Letters kept with corpuscli.</p></sourceDesc></fileDesc>"
        f"<profileDesc>{CALENDAR_DESC}</profileDesc></teiHeader>"
    )
