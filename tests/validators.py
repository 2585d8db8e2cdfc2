"""Whether what is exported is what the formats' own validators and readers take.

``python -m tests.validators [EDITION or CORPUS...]`` exports whole corpora in every format and prints a line a check;
the exit code is 1 where one failed. An edition is one of those beside the project (schnitzler, tillich, dehmel,
spener), which is added first; without an argument all of them are checked, and this repository's own letters.

RelaxNG (lxml) and JSON Schema are checked here; other programs are run where they are installed: ``jing`` (Debian),
``node-schematron`` (npm, with slimdom-sax-parser beside it), ``frictionless``, ``sqlite-utils``, ``datasette`` (PyPI),
and ``python3`` with duckdb. A check whose program is not installed is said to be not run.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from tests.editions import EDITIONS, HOME, PUBLICATION, corpus_of, corpuscli

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMAS = HOME.parent / "shared" / "schemas"
_ABSENT = 77
"""What a program returns that is not at hand."""
_DUCKDB = f"""import sys
try:
    import duckdb
except ImportError:
    sys.exit({_ABSENT})
print(*(duckdb.read_parquet(table).shape[0] for table in sys.argv[1:]), "rows")
"""


class Check(NamedTuple):
    """What a validator says.

    Args:
        what: The format and its validator.
        passed: Whether it takes it; None where it is not at hand.
        said: How many letters, rows or faults there are, and the first fault.
    """

    what: str
    passed: bool | None
    said: str = ""


def checks(corpus: Path, schemas: Path, place: Path) -> Iterator[Check]:
    """Export a corpus and yield what each validator says.

    Args:
        corpus: The corpus; nothing is written into it.
        schemas: The folder with the formats' schemas.
        place: An empty folder.
    """
    copy = place / "letters"
    shutil.copytree(corpus, copy, ignore=shutil.ignore_patterns(".corpuscli"))
    settings = (copy / "corpus.yaml").read_text(encoding="utf-8")
    if "\npublication:" not in settings:
        (copy / "corpus.yaml").write_text(settings + PUBLICATION, encoding="utf-8")
    yield from _tei(copy, schemas, place)
    yield from _cmif(copy, schemas, place)
    yield _csl(copy, schemas, place)
    yield from _tables(copy, place)


def export(corpus: Path, form: str, target: str) -> None:
    """Export all letters.

    Raises:
        RuntimeError: It does not go, with what was said.
    """
    ran = corpuscli("export", "--corpus", str(corpus), "--format", form, "-o", target)
    if ran.returncode:
        raise RuntimeError(ran.stderr)


def _tei(corpus: Path, schemas: Path, place: Path) -> Iterator[Check]:
    schema = schemas / "tei" / "tei_all-4.9.0a.rng"
    rules = etree.RelaxNG(etree.parse(schema))
    export(corpus, "tei", f"{place / 'tei'}/")
    files = sorted((place / "tei").rglob("*.xml"))
    yield _valid("TEI, a file a letter: RelaxNG", rules, files)
    export(corpus, "tei", str(place / "corpus.xml"))
    yield _valid("TEI, a teiCorpus: RelaxNG", rules, [place / "corpus.xml"])
    yield _program("TEI, a teiCorpus", "jing", "-i", str(schema), str(place / "corpus.xml"))


def _cmif(corpus: Path, schemas: Path, place: Path) -> Iterator[Check]:
    export(corpus, "cmif", str(place / "cmif.xml"))
    schema = schemas / "cmif" / "cmi-customization.rng"
    yield _valid("CMIF: RelaxNG", etree.RelaxNG(etree.parse(schema)), [place / "cmif.xml"])
    yield _program("CMIF", "jing", "-i", str(schema), str(place / "cmif.xml"))
    yield _program("CMIF: cmif.sch", "node-schematron", str(schemas / "cmif" / "cmif.sch"), str(place / "cmif.xml"))


def _valid(what: str, rules: etree.RelaxNG, files: list[Path]) -> Check:
    faults = [f"{file.name}: {rules.error_log[0]}" for file in files if not rules.validate(etree.parse(file))]
    return Check(what, not faults, f"{len(files)} files, {len(faults)} faulty {faults[:1] or ''}")


def _csl(corpus: Path, schemas: Path, place: Path) -> Check:
    from jsonschema import Draft7Validator

    export(corpus, "csl", str(place / "csl.json"))
    items = json.loads((place / "csl.json").read_text(encoding="utf-8"))
    schema = json.loads((schemas / "csl" / "csl-data.json").read_text(encoding="utf-8"))
    faults = [fault.message for fault in Draft7Validator(schema).iter_errors(items)]
    return Check("CSL-JSON: csl-data.json", not faults, f"{len(items)} items, {len(faults)} faults {faults[:1] or ''}")


def _tables(corpus: Path, place: Path) -> Iterator[Check]:
    database = str(place / "letters.db")
    export(corpus, "sqlite", database)
    export(corpus, "datapackage", str(place / "package"))
    yield _program("Data Package", "frictionless", "validate", str(place / "package" / "datapackage.json"))
    yield _program("SQLite", "sqlite-utils", "rows", database, "letters_by_year")
    asked = "/letters/letters.json?_size=1&_facet=sender&_facet=recipient&_facet=year"
    yield _program("SQLite, facets", "datasette", database, "--get", asked)
    try:
        export(corpus, "parquet", str(place / "parquet"))
    except RuntimeError as problem:
        yield Check("Parquet", None, str(problem).strip())
        return
    tables = map(str, sorted((place / "parquet").iterdir()))
    yield _program("Parquet: duckdb", "python3", "-c", _DUCKDB, *tables)


def _program(what: str, *command: str) -> Check:
    if not shutil.which(command[0]):
        return Check(f"{what}: {command[0]}", None, "not installed")
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    said = (ran.stdout + ran.stderr).strip()
    passed = None if ran.returncode == _ABSENT else ran.returncode == 0
    return Check(f"{what}: {command[0]}", passed, said[-160:])


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Check and print."""
    failed = False
    for name in sys.argv[1:] or [*EDITIONS, str(HOME / "letters")]:
        _say(f"\n{Path(name).name}")
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / "checked").mkdir()
            for check in checks(corpus_of(name, place), SCHEMAS, place / "checked"):
                failed |= check.passed is False
                state = {True: "valid", False: "NOT VALID", None: "not run"}[check.passed]
                _say(f"{state:9} {check.what:40} {' '.join(check.said.split())[:200]}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
