"""What adding asks of the corpus: the index as it stands, and no walk where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli.app import run
from corpuscli.errors import SameLetterError
from corpuscli.intake.adding import Adder, Manner, Plan
from corpuscli.intake.files import readings_of
from corpuscli.model.reading import ReadField, Reading
from corpuscli.store.corpus import Corpus, open_corpus
from corpuscli.store.index.index import open_index

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpuscli.intake.drafts import Draft
    from corpuscli.intake.refreshing import Refreshed
    from corpuscli.model.letter import Value


@pytest.fixture(name="corpus")
def _corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "letters" / "1921").mkdir(parents=True)
    (tmp_path / "letters" / "corpus.yaml").touch()
    return open_corpus(tmp_path / "letters")


def _reading(day: int = 10, text: str = "Dear comrade, we are well.", **more: Value) -> Reading:
    keys: dict[str, Value] = {"date": f"1921-03-{day}", "senders": ("A",), "recipients": ("B",), **more}
    return Reading(tuple(ReadField(key, value) for key, value in keys.items()), text)


def _add(corpus: Corpus, *readings: Reading, manner: Manner | None = None) -> Plan:
    adder = Adder(corpus, manner or Manner())
    planned = adder.plan(readings)
    adder.write(planned.drafts, planned.updates)
    return planned


def _ids(planned: Plan) -> list[str]:
    return [draft.id for draft in planned.drafts]


def _forbid_walks(monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(*_: object) -> None:
        pytest.fail("the corpus is walked")

    monkeypatch.setattr("corpuscli.store.index.refresh.stamps", walk)
    monkeypatch.setattr(Corpus, "letter_paths", walk)


def test_with_an_index_nothing_is_walked(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ids(_add(corpus, _reading())) == ["1921-03-10-a-b"]
    _forbid_walks(monkeypatch)
    assert _ids(_add(corpus, _reading(text="Another thing altogether: send bread."))) == ["1921-03-10-a-b-2"]
    assert [type(problem) for problem in _add(corpus, _reading()).refused] == [SameLetterError]


def test_what_was_added_is_in_the_index(corpus: Corpus) -> None:
    _add(corpus, _reading(), _reading(11))
    index = open_index(corpus, words=True)
    assert [row.id for row in index.rows(index.everything())] == ["1921-03-10-a-b", "1921-03-11-a-b"]
    assert index.search("well", None, 0).total == 2
    index.close()


def test_a_file_that_somebody_else_has_put_there_is_seen(corpus: Corpus) -> None:
    _add(corpus, _reading())
    path = corpus.root / "1921-03-10-a-b.txt"
    path.rename(corpus.root / "1921" / "old.txt")
    _add(corpus, _reading(12))
    assert [problem.args for problem in _add(corpus, _reading()).refused]
    (corpus.root / "1921" / "old.txt").unlink()
    assert _ids(_add(corpus, _reading())) == ["1921-03-10-a-b"]


@pytest.mark.parametrize("again", [Manner(skip_existing=True), Manner(update=True)], ids=["skip", "update"])
def test_an_import_can_be_run_again(corpus: Corpus, again: Manner) -> None:
    bare = _reading(text="", place="London")
    undated = _reading(date="XXXX", number="7", edition="Letters", text="")
    first = _add(corpus, bare, bare, undated, undated, _reading())
    assert len(first.drafts) == 5
    second = _add(corpus, bare, bare, undated, _reading(), bare, manner=again)
    assert (len(second.skipped), len(second.drafts), second.refused) == (4, 1, [])


def test_update_keeps_what_the_page_does_not_say(corpus: Corpus) -> None:
    words = "Dear comrade, the delegation has left for Kars today with all its papers and both its secretaries"
    _add(corpus, _reading(text=f"{words}.", tags=("gold",), form="Autograph"))
    planned = _add(corpus, _reading(text=f"{words}!", form="Typewritten text"), manner=Manner(update=True))
    assert [update.path for update in planned.updates] == ["1921-03-10-a-b.txt"]
    letter = corpus.read("1921-03-10-a-b.txt")
    assert (letter.get("form"), letter.all("tags")) == ("Typewritten text", ("gold",))
    assert letter.source.endswith(f"---\n{words}!\n")
    again = _reading(id="1921-03-10-a-b", place="London")
    assert len(_add(corpus, again, manner=Manner(update=True)).updates) == 1
    other = _reading(11, id="1921-03-10-a-b")
    assert [str(one) for one in _add(corpus, other).refused] == [
        "id 1921-03-10-a-b: another letter has this id; give it another with --id"
    ]


def test_without_a_place_for_the_index_it_is_made_in_memory(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(corpus.root / "corpus.yaml"))
    _add(corpus, _reading())
    assert _add(corpus, _reading()).refused


def test_what_came_in_before_an_interruption_is_told(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = corpus.root.parent / "table.csv"
    rows = [f"1921-03-10,A,B,RGASPI. F. 2. Op. 1. D. {number}\n" for number in range(300)]
    table.write_text("date,senders,recipients,source\n" + "".join(rows), encoding="utf-8")
    write, written = Adder.write, list[int]()

    def stops(adder: Adder, drafts: Sequence[Draft], updates: Sequence[Refreshed]) -> None:
        if written:
            raise KeyboardInterrupt
        write(adder, drafts, updates)
        written.append(len(drafts))

    monkeypatch.setattr(Adder, "write", stops)
    assert run(["add", "--corpus", str(corpus.root), "--from", str(table)]) == 130
    assert f"Added {written[0]} letters before it stopped." in capsys.readouterr().err
    monkeypatch.setattr(Adder, "write", write)
    assert run(["add", "--corpus", str(corpus.root), "--from", str(table), "--skip-existing"]) == 0
    assert sum(path.suffix == ".txt" for path in corpus.root.iterdir()) == len(rows)


def test_what_is_refused_names_the_line_where_its_letter_begins(corpus: Corpus) -> None:
    page = "№ 1\nCHICHERIN TO STALIN\nMarch 1921\nOne.\n\n№ 2\nCHICHERIN TO STALIN\nMay 41, 1921\nTwo.\n"
    second = list(readings_of(page.encode(), "page"))[1]
    assert (second.line, second.place) == (6, "page:6")
    assert "May 1921 has 31 days" in second.warnings[0]
    bare = replace(second, fields=(), warnings=())
    refused = _add(corpus, bare, replace(bare, line=0), replace(bare, origin="")).refused
    refused_bare = "cannot tell date and senders and recipients: supply with --date ... --sender ... --recipient ..."
    assert [str(one).partition(" cannot tell")[0] for one in refused] == ["page:6:", "page:", refused_bare]
