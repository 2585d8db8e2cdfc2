"""Where each key of a letter goes, asked of the exporters: a letter is exported twice, with one key in other words.

``python -m tests.readme`` writes the answer into README.md as a table.
"""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

from lxml import etree

from corpuscli.data.keys import key_rows
from corpuscli.exports import load
from corpuscli.exports.volume import Volume
from corpuscli.model.letter import Pairs, plain
from corpuscli.relations.people.register import Register
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.frontmatter.render import render_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corpuscli.model.letter import Letter, Value

FULL: dict[str, Value] = {
    "id": "1921-a-b", "number": "12", "title": "Gold", "type": "telegram", "date": "1921-03-10", "date_text": "March",
    "date_received": "1921-03-12", "calendar": "julian", "senders": ("A. Karov",), "recipients": ("B. Lenskij",),
    "place": "Moscow", "place_received": "Baku", "source": ("RGASPI. F. 5. Op. 2. D. 315. L. 34",), "form": "Copy",
    "published": ("Works",), "edition": "Letters", "language": "en",
    "translation": Pairs((("from", "ru"), ("method", "human"))), "url": "https://example.org/1",
    "retrieved": "2026-11-25", "tags": ("gold",), "summary": "Of gold", "related": ("1921-b-a",),
    "licence": "https://example.org/licence", "status": "draft", "lint_ignore": ("E101 kept",),
}  # fmt: skip
"""A letter with every key."""
OTHER: dict[str, Value] = {
    "id": "1922-z-z", "number": "13", "title": "Arms", "type": "note", "date": "1922-04-11", "date_text": "April",
    "date_received": "1922-04-13", "calendar": "gregorian", "senders": ("Z. Orlova",), "recipients": ("Y. Yurenev",),
    "place": "Tiflis", "place_received": "Wien", "source": ("GARF. F. 1. Op. 3. D. 4. L. 7",), "form": "Autograph",
    "published": ("Poems",), "edition": "Papers", "language": "ru",
    "translation": Pairs((("from", "de"), ("method", "machine"))), "url": "https://example.org/2",
    "retrieved": "2025-01-01", "tags": ("arms",), "summary": "Of arms", "related": ("1922-c-d",),
    "licence": "https://example.org/other", "status": "done", "lint_ignore": ("E102 kept",),
}  # fmt: skip
"""The same letter in other words: what differs in the output is where a key goes."""
SAID = {
    "publisher": "P", "editor": "E", "url": "https://example.org/cmif.xml", "date": "2026-11-25",
    "licence": "https://creativecommons.org/licenses/by/4.0/", "uuid": "7d9a1b2c-0000-4000-8000-000000000000",
}  # fmt: skip
_SHOWN = ("type", "level")
"""Attributes without which a path says too little."""
_STEP = re.compile(r"^\{[^}]*\}")


def mapping_table() -> str:
    """Return the table, in Markdown."""
    heads = ("front matter", "TEI", "CMIF", "CSL-JSON", "Dublin Core")
    rows = [(f"`{name}`", *(_cell(places(one, name)) for one in PLACES)) for name in NAMES]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ("---",) * len(heads), *rows)) + "\n"


def _cell(found: list[str]) -> str:
    return ", ".join(f"`{place}`" for place in found)


def places(of: Callable[[Letter], Iterator[tuple[str, str]]], name: str) -> list[str]:
    """Return where a key's words stand, in the order of the output; of an element and its attributes the element."""
    before, after = list(of(_letter())), set(of(_changed(name)))
    found = dict.fromkeys(path for path, value in before if (path, value) not in after)
    return [path for path in found if path.partition("/@")[0] == path or path.partition("/@")[0] not in found]


def _changed(name: str) -> Letter:
    if name == "(text)":
        return _letter(text="They buy.")
    return _letter(note="To them.") if name == "(notes)" else _letter({**FULL, name: OTHER[name]})


def _letter(fields: Mapping[str, Value] = FULL, text: str = "We sell.", note: str = "To whom?") -> Letter:
    return parse_letter(render_letter(fields.items(), f"{text}[^1]\n\n[^1]: {note}"), "1921-a-b.txt")


def _written(form: str, letter: Letter) -> str:
    out = io.StringIO()
    load("letters", form).write(Volume([letter], Register(()), "T", SAID), out)
    return out.getvalue()


def _xml(form: str, root: str, letter: Letter) -> Iterator[tuple[str, str]]:
    tree = etree.fromstring(_written(form, letter).encode())
    top = next(tree.iter(f"{{*}}{root}"))
    for element in top.iter("{*}*"):
        steps = [element, *element.iterancestors()]
        path = "/".join(map(_step, reversed(steps[: steps.index(top)]))) or "."
        path = re.sub("^teiHeader/(?:fileDesc/|profileDesc/)?", "", path)
        if "xenoData" in path:
            yield from ((f"xenoData ({key})", str(value)) for key, value in _foreign(element))
            continue
        if (element.text or "").strip():
            yield path, str(element.text)
        for key, value in element.attrib.items():
            if key not in _SHOWN or path == "text":
                yield f"{path}/@{key}".removeprefix("./"), str(value)


def _foreign(element: etree._Element) -> Iterator[tuple[str, object]]:
    yield from json.loads(element.text)["keys"].items()


def _step(element: etree._Element) -> str:
    kind = next((f'[@{key}="{element.get(key)}"]' for key in _SHOWN if element.get(key)), "")
    name = _STEP.sub("", str(element.tag))
    return name if name == "text" else name + kind


def _tei(letter: Letter) -> Iterator[tuple[str, str]]:
    return _xml("tei", "TEI", letter)


def _cmif(letter: Letter) -> Iterator[tuple[str, str]]:
    return _xml("cmif", "correspDesc", letter)


def _csl(letter: Letter) -> Iterator[tuple[str, str]]:
    [item] = [one for one in json.loads(_written("csl", letter)) if one["type"] == "personal_communication"]
    yield from ((key, json.dumps(value)) for key, value in item.items())


def _dublin_core(letter: Letter) -> Iterator[tuple[str, str]]:
    out = io.StringIO()
    record = {field.key: plain(field.value) for field in letter.fields}
    load("shown", "html").write({**record, "text": "", "notes": []}, out)
    yield from re.findall('<meta name="DCTERMS.([^"]*)" content="([^"]*)"', out.getvalue())


PLACES = (_tei, _cmif, _csl, _dublin_core)
NAMES = (*(row.key for row in key_rows()), "(text)", "(notes)")
