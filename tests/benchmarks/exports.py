"""How fast letters leave: ``python -m tests.benchmarks.exports [LETTERS] [SEED] [FORMAT...] [TABLE.csv]``.

Exports a generated corpus of 10,000 letters (or as many as named), one of half and one of a tenth of it in every
format, or in those named, and prints letters a second of CPU time, start included, and the most memory at each size: a
stream takes no more for ten times the letters. Tables with keys say what citations point to; the first of them
(``sqlite, first``) reads the citations, later ones have them from the index. With a table in the form of csv2cmi, and
that program at hand as ``csv2cmi``, both make CMIF of it in the same run; csv2cmi asks the network about each name.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from corpuscli.exports import formats
from tests.benchmarks.corpora import compose
from tests.benchmarks.measuring import CORPUSCLI, Used, run
from tests.editions import PUBLICATION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SETTLED = 3
"""Seconds after which the index trusts the time of a file: else the first export would be measured reading all anew."""
RELATIONAL = ("sqlite", "datapackage", "parquet")


def prepared(place: Path, letters: int, seed: int, home: Mapping[str, str]) -> Path:
    """Generate a corpus that says all that CMIF asks for, with its index."""
    corpus = compose(place / f"{letters}", letters, seed)
    with (corpus / "corpus.yaml").open("a", encoding="utf-8") as file:
        file.write(PUBLICATION)
    run((*CORPUSCLI, "list", "--count"), corpus, home)
    time.sleep(SETTLED)
    run((*CORPUSCLI, "list", "--count"), corpus, home)  # files that young were not trusted, and are read again
    return corpus


def exported(form: str, corpus: Path, home: Mapping[str, str], times: int) -> Used:
    """Export a corpus."""
    out = corpus.parent / f"out.{form}"
    return run((*CORPUSCLI, "export", "--format", form, "-o", str(out)), corpus, home, times)


def say(name: str, letters: int, sizes: Sequence[Used]) -> None:
    """Print one line; the largest size is the last."""
    code = max(used.code for used in sizes)
    memory = " ".join(f"{used.memory:5.1f}" for used in sizes)
    growth = sizes[-1].memory / sizes[0].memory
    print(
        f"{name:16} {letters / sizes[-1].cpu:7.0f} letters/s {sizes[-1].cpu:7.2f} s   {memory} MiB, {growth:.2f} x"
        f"{f'  EXIT {code}' if code else ''}",
        flush=True,
    )


def csv2cmi(table: Path, place: Path, home: Mapping[str, str]) -> None:
    """Make CMIF of a table with csv2cmi, which must be installed, and with ours."""
    with table.open(encoding="utf-8-sig") as file:
        rows = sum(1 for _ in file) - 1
    corpus = place / "table"
    corpus.mkdir()
    (corpus / "corpus.yaml").write_text("title: Table\n" + PUBLICATION, encoding="utf-8")
    added = run((*CORPUSCLI, "add", "--from", str(table)), corpus, home)
    written = exported("cmif", corpus, home, 1)
    print(
        f"\n{table.name}, {rows} rows: corpuscli add {added.cpu:.2f} s (exit {added.code}), export {written.cpu:.2f} s"
    )
    if shutil.which("csv2cmi"):
        for file in (table, table.with_name("csv2cmi.ini")):  # it looks for its settings beside the table
            shutil.copy(file, place)
        theirs = run(("csv2cmi", str(place / table.name)), place)
        print(f"csv2cmi {theirs.cpu:.2f} s, {theirs.memory:.0f} MiB (exit {theirs.code})")
    else:
        print("csv2cmi: not installed")


def main() -> None:
    """Measure and print."""
    asked = sys.argv[1:]
    letters, seed = (int(asked.pop(0)) if asked and asked[0].isdecimal() else known for known in (10_000, 1921))
    known = sorted(formats("letters"), key=lambda form: (form in RELATIONAL, form != "sqlite", form))
    chosen = [form for form in known if form in asked or not set(known) & set(asked)]
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        home = {"XDG_CACHE_HOME": str(place / "cache")}
        sizes = (letters // 10, letters // 2, letters)
        corpora = [prepared(place, count, seed, home) for count in sizes]
        print(f"seed {seed}; letters a second of {letters}, memory of {', '.join(map(str, sizes))} letters")
        for form in chosen:
            if form == "parquet" and find_spec("pyarrow") is None:
                print("parquet: pyarrow is not installed")
                continue
            if form == "sqlite":
                say("sqlite, first", letters, [exported(form, corpus, home, 1) for corpus in corpora])
            say(form, letters, [exported(form, corpus, home, 2) for corpus in corpora])
        for table in asked:
            if table not in known:
                csv2cmi(Path(table), place, home)


if __name__ == "__main__":
    main()
