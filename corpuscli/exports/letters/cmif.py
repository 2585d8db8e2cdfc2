"""CMIF, the Correspondence Metadata Interchange Format: who wrote to whom, when and where, for correspSearch."""

from __future__ import annotations

import re
from shutil import copyfileobj
from typing import TYPE_CHECKING, TextIO

from corpuscli.errors import UsageError
from corpuscli.exports.authority import KNOWN, is_known
from corpuscli.exports.editions import Editions
from corpuscli.exports.tei.rest import LANGUAGE as LANGUAGE_CODE
from corpuscli.exports.xml import TEI, Xml, actions, uri
from corpuscli.intake.tei.letters import LANGUAGE, OWN
from corpuscli.store.outside import spooled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.exports.volume import Volume
    from corpuscli.model.letter import Letter

_NEEDED = ("publisher", "editor", "licence", "url", "uuid", "date")
HELD = frozenset((
    "id", "number", "senders", "recipients", "date", "date_text", "date_received", "place", "place_received", "url",
    "edition",
))  # fmt: skip
"""The keys that have a place in CMIF."""
_UUID = re.compile(r"(?:[A-Za-z_][\w.-]*)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FREE = re.compile(r"https?://creativecommons\.org/(?:licenses/by/4\.0|publicdomain/zero/1\.0)/?(?:\w+(?:\.\w+)?)?")


def write(volume: Volume, out: TextIO) -> None:
    """Write one file of all letters; what correspSearch would not like is counted among the doubts.

    Raises:
        UsageError: corpus.yaml does not say what CMIF demands.
    """
    said = volume.publication
    _check(said)
    if not _FREE.fullmatch(said["licence"]):
        volume.doubts["licence that is neither CC BY 4.0 nor CC0"] += 1
    xml = Xml(volume.losses)
    identity = f"uuid-{said['uuid']}" if said["uuid"][:1].isdigit() else said["uuid"]
    title = volume.title or "Letters"
    editions = Editions(identity, title)
    with spooled() as entries:
        entries.writelines(_entry(xml, letter, volume, editions) for letter in volume.letters)
        sources = "".join(
            xml.element("bibl", words, {"type": kind, "xml:id": name}) for name, kind, words in editions.all()
        )
        out.write(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{TEI}"><teiHeader><fileDesc>'
            f"<titleStmt>{xml.element('title', title)}{xml.element('editor', said['editor'])}</titleStmt>"
            f"<publicationStmt>{xml.element('publisher', said['publisher'])}"
            + xml.element("idno", said["url"], {"type": "url"})
            + xml.element("date", "", {"when": said["date"]})
            + f"<availability>{xml.element('licence', said['licence'], {'target': said['licence']})}</availability>"
            f"</publicationStmt><sourceDesc>{sources}</sourceDesc></fileDesc><profileDesc>\n"
        )
        entries.seek(0)
        copyfileobj(entries, out)
    out.write("</profileDesc></teiHeader><text><body><p/></body></text></TEI>\n")


def _check(said: Mapping[str, str]) -> None:
    lacking = [key for key in _NEEDED if not said.get(key)]
    if lacking:
        raise UsageError(f"CMIF needs {', '.join(lacking)}: write them under 'publication:' in corpus.yaml")
    wrong = {
        "uuid": _UUID.fullmatch(said["uuid"]) or "write one UUID for ever, as 7d9a1b2c-0000-4000-8000-000000000000",
        "date": _DAY.fullmatch(said["date"]) or "write the day of the last change as YYYY-MM-DD",
        "url": uri(said["url"]) or "write the address where the file will be, https://...",
        "licence": uri(said["licence"]) or "write its address, as https://creativecommons.org/licenses/by/4.0/",
    }
    for key, how in wrong.items():
        if isinstance(how, str) and how != said[key]:
            raise UsageError(f"corpus.yaml: publication: {key} {said[key]!r}: {how}")


def _entry(xml: Xml, letter: Letter, volume: Volume, editions: Editions) -> str:
    spoken = letter.get("language") if LANGUAGE_CODE.fullmatch(letter.get("language")) else ""
    held = HELD | {"language"} if spoken else HELD
    volume.losses.update(field.key for field in letter.fields if field.key not in held)
    if len(letter.body):
        volume.losses["text and notes"] += 1
    written = actions(xml, letter, volume.register)
    if letter.get("date_text") and "<date" not in written:
        volume.losses["date_text (of an undated letter)"] += 1
    _doubt(letter, volume)
    ends = {
        "key": letter.get("number") or letter.id,
        "n": OWN + letter.id,
        "ref": uri(letter.get("url")),
        "source": f"#{editions.source(letter.get('edition'), online=bool(uri(letter.get('url'))))}",
    }
    shown = "".join(f' {key}="{xml.text(value)}"' for key, value in ends.items() if value)
    more = f'<note><ref type="{LANGUAGE}" target="{spoken}"/></note>' if spoken else ""
    return f"<correspDesc{shown}>{written}{more}</correspDesc>\n"


def _doubt(letter: Letter, volume: Volume) -> None:
    """Count what correspSearch could not find a letter by."""
    for name in (*letter.all("senders"), *letter.all("recipients")):
        people = volume.register.resolve(name)
        if name != "Unknown" and not any(is_known(ref) for person in people[:1] for ref in person.refs):
            volume.doubts[f"name without a reference in people.yaml to {', '.join(KNOWN)}"] += 1
    if letter.get("date") in ("", "XXXX"):
        volume.doubts["letter without a date"] += 1
    if not uri(letter.get("url")):
        volume.doubts["letter without a web address (url)"] += 1
