"""corpus.yaml: what this corpus is, and its own rules."""

from __future__ import annotations

from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.errors import ConfigError
from corpuscli.model.values import dataclass
from corpuscli.store.shapes import Shaper
from corpuscli.store.yamltree import compose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.store.node import Node

KEYS = ("title", "language", "span", "day_first", "fields", "bibliography", "lint", "queries", "publication")
LINT_KEYS = ("select", "ignore", "severity")
SEVERITIES = ("error", "warning", "hint")


@dataclass(frozen=True, slots=True)
class LintConfig:
    """The part ``lint``: codes or families to run or leave out, and severities of their own.

    Args:
        select: What runs.
        ignore: What does not.
        severity: Severities by code, name or family.
        places: Where each of these words stands: path, line and column, as errors say them.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, tuple[str, int, int]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Config:
    """What corpus.yaml says.

    Args:
        title: The corpus's name.
        language: BCP 47, the language of letters that name none.
        span: First and last year that dates may have.
        day_first: Whether 3/4/21 is 3 April; None when the corpus does not say.
        fields: Keys of its own that letters may have.
        bibliography: A BibTeX or CSL-JSON file, relative to the corpus.
        lint: What lint does differently here.
        queries: Saved queries by name.
        publication: publisher, editor, licence, url, uuid: what CMIF and TEI say about the corpus.
    """

    title: str = ""
    language: str = ""
    span: tuple[int, int] | None = None
    day_first: bool | None = None
    fields: tuple[str, ...] = ()
    bibliography: str = ""
    lint: LintConfig = field(default_factory=LintConfig)
    queries: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    publication: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def parse_config(source: str, path: str) -> Config:
    """Read corpus.yaml.

    Raises:
        ConfigError: Not YAML, an unknown key (with the nearest known one), or a value of the wrong shape.
    """
    root = compose(source, path, error=ConfigError)
    if root is None:
        return Config()
    read = Shaper(source, path)
    found = {key: value for key, (_, value) in read.pairs(root, KEYS).items()}

    def text(key: str) -> str:
        return read.text(found[key]) if key in found else ""

    def mapping(key: str) -> Mapping[str, str]:
        return read.mapping(found[key]) if key in found else MappingProxyType({})

    return Config(
        title=text("title"),
        language=text("language"),
        bibliography=text("bibliography"),
        queries=mapping("queries"),
        publication=mapping("publication"),
        span=read.years(found["span"]) if "span" in found else None,
        day_first=read.flag(found["day_first"]) if text("day_first") else None,
        fields=read.texts(found["fields"]) if "fields" in found else (),
        lint=_lint(read, found["lint"]) if "lint" in found else LintConfig(),
    )


def _lint(read: Shaper, node: Node) -> LintConfig:
    parts = read.pairs(node, LINT_KEYS)
    severity: dict[str, str] = {}
    places: dict[str, tuple[str, int, int]] = {}
    if "severity" in parts:
        for name, (key, value) in read.pairs(parts["severity"][1], None).items():
            if read.text(value) not in SEVERITIES:
                raise read.fail(value, f"a severity is one of {', '.join(SEVERITIES)}")
            severity[name] = value.value
            places[name] = read.place(key)
    lists = {key: read.texts(parts[key][1]) if key in parts else () for key in ("select", "ignore")}
    for listed in (parts[key][1] for key in lists if key in parts):
        words = listed.value if listed.kind == "list" else (listed,)
        places.update((word.value, read.place(word)) for word in words)
    return LintConfig(lists["select"], lists["ignore"], MappingProxyType(severity), MappingProxyType(places))
