"""TEI P5: one teiCorpus, or one file a letter; ``add --from`` gives the letters back byte for byte."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.tei.document import DECLARATION, document
from corpuscli.exports.tei.header import CALENDAR_DESC
from corpuscli.exports.xml import TEI, Xml
from corpuscli.store.outside_folder import filling

if TYPE_CHECKING:
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


def save(volume: Volume, path: str) -> None:
    """Fill a folder with one file a letter, in folders as the corpus has them.

    Raises:
        WriteError: It cannot be written; what stood there stands as it was.
    """
    with filling(path) as folder:
        for letter in volume.letters:
            name = letter.path.rpartition(".")[0] if letter.path.endswith(".txt") else letter.path
            folder.whole(f"{name}.xml", DECLARATION + document(letter, volume, alone=True))


def _header(xml: Xml, volume: Volume) -> str:
    title = volume.title or "Letters"
    publisher = xml.element("publisher", volume.publication.get("publisher") or title)
    return (
        f"<teiHeader><fileDesc><titleStmt>{xml.element('title', title)}</titleStmt>"
        f"<publicationStmt>{publisher}</publicationStmt>"
        "<sourceDesc><p>Letters kept with corpuscli.</p></sourceDesc></fileDesc>"
        f"<profileDesc>{CALENDAR_DESC}</profileDesc></teiHeader>"
    )
