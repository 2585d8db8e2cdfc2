"""What other programs take for like questions, where they are installed; each gets the letters in its own form."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

from corpuscli.errors import InputError
from corpuscli.store.corpus import open_corpus
from tests.benchmarks.measuring import Used, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from corpuscli.model.letter import Letter
    from tests.benchmarks.bench import Bench

KEYS = ("id", "date", "senders", "recipients", "place", "type")
NAME = "Karov"
PATIENCE = 1_000
"""Letters up to which papis is asked: it takes a twentieth of a second for each."""


def peers(bench: Bench) -> None:
    """Print what each peer that is installed takes to prepare the letters, and to answer.

    Args:
        bench: The letters.
    """
    found = {name: shutil.which(name) for name in ("rg", "mlr", "recsel", "notmuch", "papis", "sqlite-utils")}
    print("peers: " + ", ".join(f"{name} {'installed' if path else 'not installed'}" for name, path in found.items()))
    place = bench.cache / "peers"
    place.mkdir(parents=True)
    try:
        _ask_all(found, bench, place)
    finally:
        shutil.rmtree(place)


def _ask_all(found: Mapping[str, str | None], bench: Bench, place: Path) -> None:
    corpus = bench.corpus
    table, records = place / "letters.csv", place / "letters.rec"
    _write(corpus, table, records)
    if found["rg"]:
        _say("rg: files whose sender is Karov", run(("rg", "-l", f"^  - .*{NAME}", str(corpus)), place, times=3))
        _say("rg: files that say kamuka", run(("rg", "-il", r"\bkamuka\b", str(corpus)), place, times=3))
    if found["mlr"]:
        asked = f'$senders =~ "{NAME}" && $date >= "1921"'
        _say(
            "miller: filter a table of six columns", run(("mlr", "--csv", "filter", asked, str(table)), place, times=3)
        )
    if found["recsel"]:
        _say("recutils: recsel", run(("recsel", "-e", f'senders ~ "{NAME}"', str(records)), place, times=1))
    if found["sqlite-utils"]:
        _sqlite_utils(table, place)
    if found["notmuch"]:
        _notmuch(corpus, place)
    if found["papis"] and bench.letters <= PATIENCE:
        _papis(corpus, place)


def _sqlite_utils(table: Path, place: Path) -> None:
    database = str(place / "letters.db")
    _say("sqlite-utils: insert", run(("sqlite-utils", "insert", database, "letters", str(table), "--csv"), place))
    asked = "select * from letters where senders like :name and date >= '1921'"
    command = ("sqlite-utils", "query", database, asked, "-p", "name", f"%{NAME}%", "--csv")
    _say("sqlite-utils: query", run(command, place, times=3))


def _notmuch(corpus: Path, place: Path) -> None:
    mail = place / "mail"
    for number, letter in enumerate(_letters(corpus)):
        folder = mail / f"{number // 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        sender = "; ".join(letter.all("senders"))
        head = f"From: {sender} <a@b>\nTo: c@d\nMessage-Id: <{letter.id}@e>\nSubject: {letter.id}\n"
        kind = "Content-Type: text/plain; charset=utf-8\n"
        (folder / letter.id).write_text(f"{head}{kind}\n{letter.body.of(letter.source)}", encoding="utf-8")
    settings = place / "notmuch"
    settings.write_text(f"[database]\npath={mail}\n[user]\nname=x\nprimary_email=a@b\n", encoding="utf-8")
    home = {"NOTMUCH_CONFIG": str(settings)}
    _say("notmuch: new", run(("notmuch", "new"), place, home))
    _say("notmuch: new, nothing changed", run(("notmuch", "new"), place, home, times=3))
    asked = ("notmuch", "search", "--limit=20", "--sort=newest-first", "kamuka")
    _say("notmuch: search, first 20", run(asked, place, home, times=3))


def _papis(corpus: Path, place: Path) -> None:
    library = place / "papis"
    for letter in _letters(corpus):
        folder = library / letter.id
        folder.mkdir(parents=True)
        lines = [f"{key}: '{'; '.join(letter.all(key))}'" for key in KEYS]
        (folder / "info.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    home = {"XDG_CONFIG_HOME": str(place / "config"), "XDG_CACHE_HOME": str(place / "papis-cache")}
    asked = ("papis", "-l", str(library), "list", "--all", f"senders:{NAME}")
    _say("papis: list, first", run(asked, place, home))
    _say("papis: list, warm", run(asked, place, home, times=2))


def _write(corpus: Path, table: Path, records: Path) -> None:
    with table.open("w", encoding="utf-8", newline="") as rows, records.open("w", encoding="utf-8") as blocks:
        writer = csv.writer(rows)
        writer.writerow(KEYS)
        for letter in _letters(corpus):
            values = ["; ".join(letter.all(key)) for key in KEYS]
            writer.writerow(values)
            blocks.write("".join(f"{key}: {value}\n" for key, value in zip(KEYS, values, strict=True)) + "\n")


def _letters(corpus: Path) -> Iterable[Letter]:
    return (letter for letter in open_corpus(corpus).letters() if not isinstance(letter, InputError))


def _say(name: str, used: Used) -> None:
    failed = f"  EXIT {used.code}" if used.code else ""
    print(f"{name:42} {used.cpu:8.3f} s, {used.memory:.0f} MiB{failed}", flush=True)
