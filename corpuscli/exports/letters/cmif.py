"""CMIF, the Correspondence Metadata Interchange Format: who wrote to whom, when and where, for correspSearch."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UsageError
from corpuscli.exports.xml import TEI, Xml, actions, uri

if TYPE_CHECKING:
    from corpuscli.exports.volume import Volume

_NEEDED = ("publisher", "editor", "licence", "url", "uuid", "date")
_HELD = (
    "id", "number", "senders", "recipients", "date", "date_text", "date_received", "place", "place_received", "url",
)  # fmt: skip


def write(volume: Volume, out: TextIO) -> None:
    """Write one file of all letters.

    Raises:
        UsageError: No letter, or corpus.yaml does not say what CMIF demands.
    """
    said = volume.publication
    lacking = [key for key in _NEEDED if not said.get(key)]
    if lacking:
        raise UsageError(f"CMIF needs {', '.join(lacking)}: write them under 'publication:' in corpus.yaml")
    letters = iter(volume.letters)
    first = next(letters, None)
    if first is None:
        raise UsageError("no letter to export: CMIF has no form for none")
    xml = Xml(volume.losses)
    identity = f"uuid-{said['uuid']}" if said["uuid"][:1].isdigit() else said["uuid"]
    title, editor, publisher = (xml.text(words) for words in (volume.title, said["editor"], said["publisher"]))
    licence = xml.element("licence", said["licence"], {"target": uri(said["licence"])})
    out.write(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{TEI}"><teiHeader><fileDesc>'
        f"<titleStmt><title>{title}</title><editor>{editor}</editor></titleStmt>"
        f"<publicationStmt><publisher>{publisher}</publisher>"
        + xml.element("idno", said["url"], {"type": "url"})
        + xml.element("date", "", {"when": said["date"]})
        + f"<availability>{licence}</availability></publicationStmt>"
        f'<sourceDesc><bibl type="online" xml:id="{xml.text(identity)}">{title}</bibl></sourceDesc>'
        "</fileDesc><profileDesc>\n"
    )
    for letter in chain((first,), letters):
        ends = {"key": letter.get("number") or letter.id, "ref": uri(letter.get("url")), "source": f"#{identity}"}
        shown = "".join(f' {key}="{xml.text(value)}"' for key, value in ends.items() if value)
        out.write(f"<correspDesc{shown}>{actions(xml, letter, volume.register)}</correspDesc>\n")
        volume.losses.update(field.key for field in letter.fields if field.key not in _HELD)
    out.write("</profileDesc></teiHeader><text><body><p/></body></text></TEI>\n")
