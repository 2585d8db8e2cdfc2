from __future__ import annotations

from io import StringIO

from corpuscli.exports import formats, load
from corpuscli.model.repeat import Place, Repeat

PLACES = tuple(Place(f"l{n}", f"letters/l{n}.txt", 90, 120, 9, 4, "text") for n in range(15))
SAID = ("He said <b>no</b>\nand went.", *["He said <b>yes</b>\nand went."] * 14)
ROWS = [Repeat("0123456789abcdef", kind, 6, 90, PLACES, SAID) for kind in ("across", "boilerplate", "letter")]


def plain(words: str, _style: str) -> str:
    return words


def written(name: str) -> str:
    out = StringIO()
    load("repeats", name).write(ROWS, out, plain)
    return out.getvalue()


def test_formats_of_repeats() -> None:
    assert formats("repeats") == ("full", "github", "html", "sarif")
    assert all(written(name) for name in formats("repeats"))


def test_the_page_is_escaped_and_marks_what_differs() -> None:
    page = written("html")
    assert "<b>no" not in page
    assert "<del>&lt;b&gt;no&lt;/b&gt;</del> <ins>&lt;b&gt;yes&lt;/b&gt;</ins>" in page
    assert page.count("<article>") == 3 * 12
    assert "letters/l14.txt:9:4" in page


def test_annotations_end_where_the_copy_ends() -> None:
    first = written("github").splitlines()[0]
    assert first.startswith("::warning file=letters/l1.txt,line=9,endLine=10,title=R102 repeated-across::")


def test_people_see_words_that_differ() -> None:
    assert "[-<b>no</b>-] {+<b>yes</b>+}" in written("full")
