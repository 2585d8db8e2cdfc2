"""accepted.yaml: repeated passages kept on purpose, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import ConfigError
from corpuscli.model.values import dataclass
from corpuscli.store.files import read_text
from corpuscli.store.frontmatter.scalars import scalar
from corpuscli.store.shapes import Shaper
from corpuscli.store.yamltree import compose
from corpuscli.text.repeats.acceptance import Acceptance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpuscli.store.corpus import Corpus
    from corpuscli.store.writing.transaction import Transaction

ACCEPTED_NAME = "accepted.yaml"
KEYS = ("reason", "text")
_HEAD = "# Repeated passages that are kept on purpose; take one out, and corpuscli dedupe tells of it again.\n"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A passage that may stand again.

    Args:
        id: Names the passage.
        reason: Why it is kept.
        text: Its words; they tell it again when its edges have moved.
    """

    id: str
    reason: str
    text: str = ""


def accepted(corpus: Corpus) -> tuple[Accepted, ...]:
    """Read the corpus's accepted passages, in the order of the file; none where there is no file.

    Raises:
        ConfigError: It cannot be read, has an unknown key, or an entry without a reason.
    """
    source = _source(corpus)
    return _parsed(source, corpus.shown(ACCEPTED_NAME)) if source else ()  # PyYAML would be loaded to read nothing


def acceptance(entries: Iterable[Accepted]) -> Acceptance:
    """Return what tells accepted passages."""
    return Acceptance((entry.id, entry.text) for entry in entries)


def accept(job: Transaction, corpus: Corpus, entries: Iterable[Accepted]) -> None:
    """Put further accepted passages into a transaction; those that are known stay as they are.

    Raises:
        ConfigError: The file cannot be read.
    """
    old = _source(corpus)
    known = {entry.id for entry in _parsed(old or "", corpus.shown(ACCEPTED_NAME))}
    new = _HEAD if old is None else old
    new += "" if new.endswith("\n") or not new else "\n"
    for entry in entries:
        if entry.id not in known:
            new += f"'{entry.id}':\n  reason: {scalar(entry.reason)}\n  text: {scalar(entry.text)}\n"
    if old is None:
        job.create(ACCEPTED_NAME, new.encode("utf-8"))
    else:
        job.replace(ACCEPTED_NAME, old.encode("utf-8"), new.encode("utf-8"))


def _source(corpus: Corpus) -> str | None:
    path = corpus.root / ACCEPTED_NAME
    return read_text(str(path), corpus.shown(ACCEPTED_NAME)) if path.exists() else None


def _parsed(source: str, path: str) -> tuple[Accepted, ...]:
    root = compose(source, path, error=ConfigError)
    if root is None:
        return ()
    read = Shaper(source, path)
    found: list[Accepted] = []
    for name, (key, node) in read.pairs(root, None).items():
        values = {part: read.text(value) for part, (_, value) in read.pairs(node, KEYS).items()}
        if not values.get("reason"):
            raise read.fail(key, f"say why {name} is kept: reason: ...")
        found.append(Accepted(name, values["reason"], values.get("text", "")))
    return tuple(found)
