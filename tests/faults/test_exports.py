"""Exports that cannot be finished: a clear line, exit 2, and no half file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = ("tei", "cmif", "csl", "bibtex", "ris", "csv", "jsonl", "sqlite")
FOLDERS = ("tei/", "datapackage")
CONFIG = """title: T
bibliography: works.json
publication:
  publisher: P
  editor: E
  licence: https://creativecommons.org/licenses/by/4.0/
  url: https://example.org/letters.xml
  uuid: 7d9a1b2c-0000-4000-8000-000000000000
  date: 2026-11-25
"""
HEAD = (
    "---\nid: {id}\ndate: 1921-03-10\nsenders:\n  - A. Karov\nrecipients:\n  - B. Lenskij\nsource:\n  - {source}\n---\n"
)
CAPPED = """import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))
from corpuscli.__main__ import main
sys.exit(main())
"""
HEARING = """import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from corpuscli.__main__ import main
sys.exit(main())
"""
"""Hears an interrupt also where the tests run behind a shell, which has its jobs pass over it."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty letters, more than the disk of the tests takes in any format."""
    root = tmp_path_factory.mktemp("corpus") / "letters"
    root.mkdir()
    root.joinpath("corpus.yaml").write_text(CONFIG)
    root.joinpath("works.json").write_text("[]")
    for number in range(40):
        name, source = f"1921-03-10-a-{number:02}", f"RGASPI. F. {number}. Op. {'2' * 200}. D. 1"
        root.joinpath(f"{name}.txt").write_text(HEAD.format(id=name, source=source) + "Gold was sold. " * 60)
    return root


POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
"""Runs a command of an administrator's as one who must obey the modes of files, as all others must."""
_ON_SMALL = 'mount -t tmpfs -o size=64k small "$0" && "$@" && exit; code=$?; ls -A "$0" >&2; exit $code'
SMALL_DISK = ("unshare", "--mount", "sh", "-c", _ON_SMALL)
"""Runs a command while a disk of 64 KiB lies in a folder; tells what is there when the command failed."""


def works(*command: str) -> bool:
    """Tell whether a program is there, and may do what it does."""
    try:
        return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def started(corpus: Path, *words: str, code: str = "", under: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    program = ["-c", code] if code else ["-m", "corpuscli"]
    unmeasured = {key: value for key, value in os.environ.items() if "COVERAGE" not in key}  # it needs disk too
    return subprocess.Popen(
        [*under, sys.executable, *program, "export", "--corpus", str(corpus), "--format", *words],
        env={**unmeasured, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ran(corpus: Path, *words: str, code: str = "", under: tuple[str, ...] = ()) -> tuple[int, str]:
    running = started(corpus, *words, code=code, under=under)
    _, said = running.communicate()
    return running.returncode, said


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on files there")
@pytest.mark.parametrize("form", [*FILES, *FOLDERS])
def test_a_full_disk(form: str, corpus: Path, tmp_path: Path) -> None:
    target = tmp_path / ("out/" if form in FOLDERS else "out")
    if form in FILES:
        target.write_text("old")
    code, said = ran(corpus, form.rstrip("/"), "-o", f"{target}/" if form == "tei/" else str(target), code=CAPPED)
    if form == "tei/":  # each of its files is small
        assert code == 0
        return
    assert code == 2, said
    assert said.count("\n") == 1
    assert "nothing was written" in said
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == ([("out", "old")] if form in FILES else [])


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device")  # noqa: PTH110 - it is no file
@pytest.mark.parametrize("form", [form for form in FILES if form != "sqlite"])
def test_a_device_that_is_full(form: str, corpus: Path) -> None:
    code, said = ran(corpus, form, "-o", "/dev/full")
    assert (code, said) == (2, "/dev/full: No space left on device: nothing was written\n")


@pytest.mark.parametrize("form", ["tei/", "cmif", "sqlite", "datapackage", "parquet"])
def test_a_small_disk(form: str, corpus: Path, tmp_path: Path) -> None:
    if not works(*SMALL_DISK, str(tmp_path)):
        pytest.skip("no disk may be mounted here")
    target = f"{tmp_path / 'out'}{'/' if form == 'tei/' else ''}"
    code, said = ran(corpus, form.rstrip("/"), "-o", target, under=(*SMALL_DISK, str(tmp_path)))
    if form in ("cmif", "parquet"):  # small enough
        assert (code, said.count("nothing was written")) == (0, 0)
        return
    assert code == 2
    assert "nothing was written" in said
    assert said.count("\n") == 1, "one line, and nothing is left on the disk"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders have no modes there")
@pytest.mark.parametrize("form", [*FILES, *FOLDERS])
def test_a_folder_that_takes_no_file(form: str, corpus: Path, tmp_path: Path) -> None:
    under = POWERLESS if os.geteuid() == 0 else ()
    if under and not works(*under):
        pytest.skip("an administrator may write anywhere")
    tmp_path.chmod(0o500)
    target = f"{tmp_path / 'out'}{'/' if form in FOLDERS else ''}"
    code, said = ran(corpus, form.rstrip("/"), "-o", target, under=under)
    tmp_path.chmod(0o700)
    assert (code, said.count("\n")) == (2, 1)
    assert "nothing was written" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["tei", "sqlite", "datapackage"])
def test_interrupted(form: str, corpus: Path, tmp_path: Path) -> None:
    place = tmp_path / "place"
    held = corpus.parent / f"held-{form}"
    held.mkdir()
    held.joinpath("corpus.yaml").write_text(CONFIG.replace("bibliography: works.json\n", ""))
    for path in corpus.glob("*.txt"):
        held.joinpath(path.name).write_text(path.read_text() + "Gold[^1] is sold.\n" * 40_000)
    place.mkdir()
    running = started(held, form, "-o", str(place / "out"), code=HEARING)
    while not any(place.iterdir()) and running.poll() is None:
        time.sleep(0.01)
    assert running.poll() is None, "it ended before it could be interrupted"
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    assert (running.returncode, list(place.iterdir())) == (130, []), said


@pytest.mark.parametrize("form", [*FILES, *FOLDERS])
def test_an_empty_answer_is_no_fault(form: str, corpus: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "out") + ("/" if form in FOLDERS else "")
    code, said = ran(corpus, form.rstrip("/"), "--since", "1930", "-o", place)
    assert (code, said) == (0, "no letter answers\n")
    assert os.path.exists(place)  # noqa: PTH110 - a stroke at the end counts


def test_nothing_of_the_corpus_is_written_over(corpus: Path) -> None:
    before = {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()}
    for form, name in (
        ("tei", "1921-03-10-a-00.txt"),
        ("sqlite", "corpus.yaml"),
        ("csv", "a.txt"),
        ("csl", "works.json"),
    ):
        code, said = ran(corpus, form, "-o", str(corpus / name))
        assert (code, said.count("\n")) == (2, 1)
        assert "name another" in said
    assert {path: path.read_bytes() for path in corpus.rglob("*") if path.is_file()} == before
