"""Whether whole corpora come back: ``python -m tests.roundtrips [EDITION or CORPUS...]``.

Exports a corpus in each format that ``add --from`` reads, adds that to an empty corpus, and compares letter by letter.
Without an argument the four editions beside the project are taken, and this repository's own letters. What differs is
counted; what a format cannot hold is said, and the exit code is 1 where anything else differs.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.errors import DateError
from corpuscli.relations.citations.facts import facts_of
from corpuscli.store.corpus import Corpus
from corpuscli.text.dates import parse_edtf
from corpuscli.text.footnotes import notes_of
from tests.editions import EDITIONS, HOME, PUBLICATION, corpus_of, corpuscli

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpuscli.model.letter import Letter

FORMATS = {"tei": "letters.xml", "tei/": "letters/", "jsonl": "letters.jsonl", "csv": "letters.csv", "cmif": "cmif.xml"}
EXACT = ("tei", "tei/", "jsonl")
"""Formats that give back every byte."""
KEYS = {
    "names": ("senders", "recipients"), "dates": ("date_text", "date_received", "calendar"),
    "places": ("place", "place_received"), "sources": ("source", "published", "form"), "editions": ("edition",),
    "numbers": ("number",), "addresses": ("url",), "languages": ("language",),
}  # fmt: skip
CMIF_LACKS = {
    "sources": "CMIF says who, when and where, and not what is kept where",
    "text": "CMIF holds no text", "notes": "CMIF holds no text", "references": "they stand in sources, text and notes",
    "other keys": "CMIF has no place for them",
    "dates": "CMIF has no calendar, and a date as printed only beside one that is known",
    "doubt": "CMIF writes a date with its first and last day; of marks of doubt it has one",
}  # fmt: skip
"""What CMIF cannot give back, and why; names, days, places, editions, numbers and addresses it must."""


def facets(letter: Letter) -> Iterator[tuple[str, object]]:
    """Yield what a letter says, facet by facet."""
    for facet, keys in KEYS.items():
        yield facet, tuple(letter.all(key) for key in keys)
    date = letter.get("date")
    try:
        found = parse_edtf(date)
        yield "days", (found.earliest, found.latest)
    except DateError:
        yield "days", date
    yield "doubt", date
    known = {"id", "date", *(key for keys in KEYS.values() for key in keys)}
    yield "other keys", {field.key: field.value for field in letter.fields if field.key not in known}
    yield "text", letter.text.of(letter.source).rstrip()
    yield "notes", tuple((note.label, note.body.of(letter.source)) for note in notes_of(letter))
    yield "references", {id_ for one in facts_of(letter).cited for id_ in one.citation.ids}


def read(corpus: Path) -> dict[str, Letter]:
    """Return the letters of a corpus by their ids.

    Raises:
        InputError: One cannot be read.
    """
    it = Corpus(corpus)
    return {letter.id: letter for letter in map(it.read, it.letter_paths())}


def returned(corpus: Path, form: str, place: Path) -> tuple[Path, str]:
    """Export a corpus and add it to an empty one; return that, and what was said against it."""
    folder = place / form.rstrip("/").replace("/", "") / ("many" if form.endswith("/") else "one")
    again = folder / "again"
    again.mkdir(parents=True)
    for register in ("corpus.yaml", "people.yaml"):
        if (corpus / register).exists():
            shutil.copy(corpus / register, again)
    target = str(folder / FORMATS[form]) + ("/" if form.endswith("/") else "")
    sent = corpuscli("export", "--corpus", str(corpus), "--format", form.rstrip("/"), "-o", target)
    back = corpuscli("add", "--corpus", str(again), "--from", target, "--force")
    wrong = [ran.stderr.strip().splitlines()[-1] for ran in (sent, back) if ran.returncode]
    return again, "; ".join(wrong)


def differences(before: Mapping[str, Letter], after: Mapping[str, Letter]) -> Counter[str]:
    """Count in how many letters each facet differs."""
    found: Counter[str] = Counter(dict.fromkeys(("lost", "new"), 0))
    found["lost"], found["new"] = len(before.keys() - after.keys()), len(after.keys() - before.keys())
    for name in before.keys() & after.keys():
        one, other = before[name], after[name]
        found["bytes"] += one.source != other.source
        if one.source != other.source:
            others = dict(facets(other))
            found.update(facet for facet, said in facets(one) if said != others[facet])
    return +found


def say(line: str) -> None:
    """Print a line at once: a large edition takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def compare(corpus: Path, place: Path) -> bool:
    """Compare a corpus with what comes back of it in every format, print it, and tell whether all is as it must be."""
    before = read(corpus)
    say(f"\n{corpus.name}: {len(before)} letters")
    sound = True
    for form in FORMATS:
        again, wrong = returned(corpus, form, place)
        found = differences(before, read(again))
        same = len(before) - found["bytes"] - found["lost"]
        allowed = {} if form != "cmif" else CMIF_LACKS
        sure = not wrong and all(facet in allowed or facet == "bytes" for facet in found)
        sure = sure and (form not in EXACT or not found)
        sound &= sure
        say(f"  {'equal' if sure else 'NOT EQUAL':9} {form:6} {same} byte for byte; {wrong or 'all came back'}")
        for facet, count in found.items():
            if facet != "bytes":
                say(f"            {count:6} {facet}: {allowed.get(facet, 'DIFFERS')}")
        shutil.rmtree(again)
    return sound


def main() -> int:
    """Compare and print."""
    sound = True
    for name in sys.argv[1:] or [*EDITIONS, str(HOME / "letters")]:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            corpus = place / "corpus" / Path(name).name
            made = corpus_of(name, place)
            shutil.copytree(made, corpus, ignore=shutil.ignore_patterns(".corpuscli"))
            settings = corpus / "corpus.yaml"
            if "\npublication:" not in settings.read_text(encoding="utf-8"):
                settings.write_text(settings.read_text(encoding="utf-8") + PUBLICATION, encoding="utf-8")
            sound &= compare(corpus, place)
    return int(not sound)


if __name__ == "__main__":
    sys.exit(main())
