"""people.yaml: the register of persons and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import ConfigError
from corpuscli.model.person import Person
from corpuscli.store.shapes import Shaper
from corpuscli.store.yamltree import compose

if TYPE_CHECKING:
    from corpuscli.store.node import Node

KEYS = ("name", "variants", "refs", "body")


def parse_people(source: str, path: str) -> tuple[Person, ...]:
    """Read people.yaml: ``key: {name, variants, refs, body}``, in the order of the file.

    An entry without a name, or with an empty one, is called by its key.

    Raises:
        ConfigError: Not YAML, an unknown key, or a value of the wrong shape.
    """
    root = compose(source, path, error=ConfigError)
    if root is None:
        return ()
    read = Shaper(source, path)
    return tuple(_person(read, key, node) for key, (_, node) in read.pairs(root, None).items())


def _person(read: Shaper, key: str, node: Node) -> Person:
    parts = {name: value for name, (_, value) in read.pairs(node, KEYS).items()}
    return Person(
        key=key,
        name=(read.text(parts["name"]) if "name" in parts else "") or key,
        variants=read.texts(parts["variants"]) if "variants" in parts else (),
        refs=read.texts(parts["refs"]) if "refs" in parts else (),
        body=read.flag(parts["body"]) if "body" in parts else False,
    )
