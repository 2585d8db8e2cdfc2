"""Who is named in TEI and CMIF files, with the authority references that a letter's front matter has no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.intake.files import files_of, read_source
from corpuscli.intake.tei.actions import PARTIES
from corpuscli.intake.tei.parsing import every, name, parse_xml, words
from corpuscli.model.person import Person
from corpuscli.text.names import is_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corpuscli.intake.tei.parsing import Element
    from corpuscli.store.corpus import Corpus

_URI = ("http://", "https://")
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def read_named(path: str, corpus: Corpus, complain: Callable[[str], None]) -> Iterator[Person]:
    """Read the parties of letters that have an authority reference, as often as they are named.

    Args:
        path: A TEI or CMIF file, or a folder of them.
        corpus: Its own files are passed over.
        complain: Is told of each file that cannot be read, which is passed over.

    Yields:
        Persons and bodies without a key, as printed, with their references.

    Raises:
        InputError: The folder cannot be listed, or holds nothing that can be read.
    """
    for file in files_of(path, corpus)[0]:
        try:
            data, shown = read_source(file)
            yield from named_in(parse_xml(data, shown))
        except InputError as problem:
            complain(str(problem))


def named_in(root: Element) -> Iterator[Person]:
    """Yield the parties of a file's letters that have an authority reference.

    A reference is a URI, or points to a ``person`` or ``org`` of the same file whose ``idno`` are URIs.
    """
    about = {f"#{entry.get(_ID)}": _numbers(entry) for entry in root.iter("{*}person", "{*}org") if entry.get(_ID)}
    for action in root.iter("{*}correspAction"):
        for child in action:
            printed = words(child)
            refs = tuple(_refs(child.get("ref", ""), about)) if name(child) in PARTIES else ()
            if printed and refs:
                yield Person("", printed, refs=refs, body=name(child) == "orgName" or is_body(printed))


def _refs(pointers: str, about: Mapping[str, list[str]]) -> Iterator[str]:
    for pointer in pointers.split():
        yield from [pointer] if pointer.startswith(_URI) else about.get(pointer, ())


def _numbers(entry: Element) -> list[str]:
    return [words(number) for number in every(entry, "idno") if words(number).startswith(_URI)]
