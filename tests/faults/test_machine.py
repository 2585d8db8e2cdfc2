"""Random commands on a corpus against a model: what stands, and what undo takes back, is what the model says."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.faults.running import Ran, run

MEMORY = Path("/dev", "shm")
NAMES = st.sampled_from(["a", "b", "c", "d"])
WORDS = st.sampled_from(["Moscow", "Kiev", "no", "12:30", "[sic]", "a: b", "it's"])
Letters = dict[str, bytes]


def letter(name: str, text: str) -> bytes:
    return f"---\nid: {name} # as it is\ndate: 1921\nsenders: [A]\nrecipients: ['B']\n---\n{text}\n".encode()


class Store(RuleBasedStateMachine):
    """The corpus, the letters that should stand there, and the states that undo leads back to."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.root = self.place / "letters"
        self.model: Letters = {}
        self.past: list[tuple[Letters, Letters]] = []
        """Of every command the files that it changed, as they were before and after."""
        self.patch = pytest.MonkeyPatch()

    @initialize()
    def begin(self) -> None:
        """Make a corpus without letters."""
        self.root.mkdir()
        (self.root / "corpus.yaml").write_text("title: x\n")
        self.patch.chdir(self.place)
        self.patch.setenv("XDG_CACHE_HOME", str(self.place / "cache"))
        self.patch.delenv("CORPUSCLI_CORPUS", raising=False)

    def teardown(self) -> None:
        """Leave nothing."""
        self.patch.undo()
        shutil.rmtree(self.place)

    def seen(self) -> Letters:
        """Return the letters that stand there."""
        return {path.stem: path.read_bytes() for path in self.root.glob("*.txt")}

    def ran(self, *words: str) -> Ran:
        """Run a command, which must be sound."""
        done = run(*words)
        assert done.is_sound(), done
        return done

    def command(self, *words: str, code: int = 0, new: Letters | None = None) -> None:
        """Run a command that must answer so, and must leave so much; the letters that it changed are remembered."""
        done = self.ran(*words)
        assert done.code == code, done
        now = self.seen() if new is None else new
        names = {name for name in {*self.model, *now} if self.model.get(name) != now.get(name)}
        if names:
            self.past.append(tuple({n: s[n] for n in names if n in s} for s in (self.model, now)))
        self.model = now

    @rule(name=NAMES, text=st.sampled_from(["One.", "Two ,he said.", "Three words oneWe.", ""]))
    def add(self, name: str, text: str) -> None:
        """Add a letter; an id is never given twice."""
        if name in self.model:
            self.command("add", "-", "--sender", "A", "--recipient", "B", "--date", "1921", "--id", name, code=2)
            return
        (self.place / "page").write_text(f"{name} {text} {name * 9}\n")
        self.command("add", "page", "--sender", "A", "--recipient", "B", "--date", "1921", "--id", name, "--force")
        assert text.encode() in self.model[name]

    @precondition(lambda self: self.model)
    @rule(word=WORDS)
    def set_all(self, word: str) -> None:
        """Change a key of every letter; no text changes."""
        before = self.model
        self.command("set", f"place={word}", "--all")
        assert self.model.keys() == before.keys()
        for name, data in self.model.items():
            assert data.split(b"\n---\n", 1)[1] == before[name].split(b"\n---\n", 1)[1]
            assert self.ran("list", "--template", "$place", "--match", name).out or name

    @precondition(lambda self: self.model)
    @rule()
    def fix_twice(self) -> None:
        """Mend what can be mended; the second run changes nothing."""
        done = self.ran("lint", "--fix")
        self.command("lint", "--fix", "--exit-zero", new=self._noted(done))
        assert self.ran("lint", "--fix", "--exit-zero").err.count("mended") == 0

    def _noted(self, done: Ran) -> Letters:
        """Remember what the first of two runs has changed; the second must leave it."""
        now = self.seen()
        names = [name for name, data in now.items() if self.model[name] != data]
        assert bool(names) == ("mended" in done.err)
        if names:
            self.past.append(({n: self.model[n] for n in names}, {n: now[n] for n in names}))
            self.model = now
        return now

    @precondition(lambda self: self.model)
    @rule(data=st.data(), to=NAMES)
    def rename(self, data: st.DataObject, to: str) -> None:
        """Rename a letter; never onto another."""
        name = data.draw(st.sampled_from(sorted(self.model)))
        if to in self.model:
            self.ran("rename", name, to)
            assert self.seen() == self.model
            return
        renamed = self.model[name].replace(f"id: {name}".encode(), f"id: {to}".encode(), 1)
        rest = {key: value for key, value in self.model.items() if key != name}
        self.command("rename", name, to, new=rest | {to: renamed})

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Take a letter away."""
        name = data.draw(st.sampled_from(sorted(self.model)))
        self.command("remove", name, new={key: value for key, value in self.model.items() if key != name})

    @rule()
    def undo(self) -> None:
        """Take back the last command, unless a file has changed since."""
        done = self.ran("undo")
        if not self.past:
            assert (done.code, "nothing to undo" in done.err) == (2, True)
            return
        before, after = self.past[-1]
        if any(self.model.get(name) != after.get(name) for name in {*before, *after}):
            assert (done.code, "has changed since" in done.err) == (2, True)
            return
        self.past.pop()
        assert done.code == 0
        self.model = {name: data for name, data in self.model.items() if name not in after} | before

    @rule()
    def forget(self) -> None:
        """Drop all records."""
        assert self.ran("undo", "--forget").code == 0
        self.past = []

    @rule(name=NAMES, text=st.sampled_from(["Mine.", "Other."]))
    def somebody_else_writes(self, name: str, text: str) -> None:
        """An editor writes a letter."""
        self.model = self.model | {name: letter(name, text)}
        (self.root / f"{name}.txt").write_bytes(self.model[name])

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def somebody_else_removes(self, data: st.DataObject) -> None:
        """Somebody takes a letter away."""
        name = data.draw(st.sampled_from(sorted(self.model)))
        self.model = {key: value for key, value in self.model.items() if key != name}
        (self.root / f"{name}.txt").unlink()

    @invariant()
    def what_stands_is_what_should(self) -> None:
        """Compare all with the model, also what commands say of it."""
        if not self.root.exists():
            return
        assert self.seen() == self.model
        assert self.ran("list", "--format", "ids").out.split() == sorted(self.model)
        assert len(self.ran("undo", "--list", "--format", "jsonl").out.splitlines()) == len(self.past)
        assert {p.name for p in self.root.iterdir() if p.suffix != ".txt"} <= {"corpus.yaml", ".corpuscli"}


TestStore = Store.TestCase
TestStore.settings = settings(
    max_examples=400 if os.environ.get("CORPUSCLI_ALL_FAULTS") else 12, stateful_step_count=20, deadline=None
)
