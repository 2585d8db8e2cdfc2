from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpuscli.errors import WriteError
from corpuscli.model.edit import Edit, apply_edits
from corpuscli.model.letter import KNOWN_KEYS, Letter, Pairs, Value, plain
from corpuscli.model.span import Span
from corpuscli.store.frontmatter.edits import change_edits
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.writing import rewrite
from corpuscli.store.writing.rewrite import changed, edited
from corpuscli.store.writing.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

TAIL = "---\nDear comrade,\n\n--- not the end\n[^1]: Note."

CASES: list[tuple[str, dict[str, Value | None], str]] = [
    # Nothing to do.
    ("id: a\n", {}, "id: a\n"),
    ("id: a # c\ntags: [x]\n", {"id": "a", "tags": ("x",), "date": None}, "id: a # c\ntags: [x]\n"),
    # Texts.
    ("id:   a   # c\n", {"id": "b"}, "id:   b   # c\n"),
    ("id: 'a'\nx-b: \"c\"\n", {"id": "it's", "x-b": "d"}, "id: 'it''s'\nx-b: \"d\"\n"),
    ("id: 'a'\n", {"id": "tab\there"}, 'id: "tab\\there"\n'),
    ("id:\ndate: # when\n", {"id": "a", "date": "1921"}, "id: a\ndate: 1921 # when\n"),
    ("id: a\ndate: b # c\n", {"id": "", "date": ""}, "id:\ndate: # c\n"),
    ("id: 'a'\n", {"id": ""}, "id: ''\n"),
    ("id: a\n", {"id": "[sic]: no"}, "id: '[sic]: no'\n"),
    ("id: |\n  a\n  b\n\ndate: 1\n", {"id": "c"}, "id: c\ndate: 1\n"),
    ("id: |\n  a\ndate: 1\n", {"id": ""}, "id:\ndate: 1\n"),
    ("id: a\n  b # c\n", {"id": "d"}, "id: d # c\n"),
    ("? id\n: a\n", {"id": "b"}, "? id\n: b\n"),
    ("  id: a\n  date: b\n", {"date": "c", "number": "1"}, "  id: a\n  number: 1\n  date: c\n"),
    # Keys that come, in their order; others at the end.
    ("id: a\ndate: b\n", {"number": "017", "x-y": "no"}, "id: a\nnumber: 017\ndate: b\nx-y: no\n"),
    ("# head\nsenders:\n  - A # s\n# tail\n", {"date": "1", "place": "P"},
        "# head\ndate: 1\nsenders:\n  - A # s\nplace: P\n# tail\n"),
    ("", {"tags": ("a", "b: c"), "id": "x"}, "id: x\ntags:\n  - a\n  - 'b: c'\n"),
    ("# only\n", {"translation": Pairs([("from", "ru")])}, "# only\ntranslation:\n  from: ru\n"),
    ("x-a: 1\n", {"id": "b", "tags": (), "x-c": Pairs()}, "x-a: 1\nid: b\ntags: []\nx-c: {}\n"),
    ("id: a\ndate: |\n  b\n", {"senders": ("",)}, "id: a\ndate: |\n  b\nsenders:\n  - ''\n"),
    # Keys that go.
    ("id: a # c\n# d\ndate: b\n", {"id": None}, "# d\ndate: b\n"),
    ("id: |\n  a\ndate: b\n", {"id": ()}, "id: []\ndate: b\n"),
    ("id: a\ntags:\n# c\n- x\n- y # z\nlicence: l\n", {"tags": None}, "id: a\nlicence: l\n"),
    ("id: a\n", {"id": None, "date": "b"}, "date: b\n"),
    ("summary: |\n  a\n  b\n\nid: c\n", {"summary": None}, "id: c\n"),
    # Lists: what stays keeps its quotes and comments, what comes is written like the rest.
    ("tags:\n- 'a' # one\n- b # two\n", {"tags": ("a", "c")}, "tags:\n- 'a' # one\n- c # two\n"),
    ("tags:\n- 'a' # one\n- b # two\n", {"tags": ("a", "b", "c", "[d]")},
        "tags:\n- 'a' # one\n- b # two\n- c\n- '[d]'\n"),
    ("tags:\n    - 'a' # one\n    - b\n", {"tags": ("z", "a", "b")}, "tags:\n    - z\n    - 'a' # one\n    - b\n"),
    ("tags:\n  - a\n  - b # two\n  - 'c'\n", {"tags": ("a", "c")}, "tags:\n  - a\n  - 'c'\n"),
    ("tags:\n  - a\n  - b\n  - c\n", {"tags": ("x",)}, "tags:\n  - x\n"),
    ("tags:\n  - a\n", {"tags": ("",)}, "tags:\n  - ''\n"),
    ("tags: [a, 'b'] # c\n", {"tags": ("a", "d, e")}, "tags: [a, 'd, e'] # c\n"),
    ("tags: [a, 'b'] # c\n", {"tags": ("a", "b", "c")}, "tags: [a, b, c] # c\n"),
    ("tags: [a] # c\n", {"tags": ()}, "tags: [] # c\n"),
    ("tags: [] # c\n", {"tags": ("a",)}, "tags: [a] # c\n"),
    ("tags: # c\n  - a\n  - b # d\nid: i\n", {"tags": ()}, "tags: [] # c\nid: i\n"),
    ("tags:\n  - |\n    a\n  - b\nid: i\n", {"tags": ("c", "d")}, "tags:\n  - c\n  - d\nid: i\n"),
    ("tags: [a, b] # c\n", {"tags": ("a", "d, e")}, "tags: [a, 'd, e'] # c\n"),
    ("tags:\n- a\n- b # two\n", {"tags": ("a", "c", "d")}, "tags:\n- a\n- c # two\n- d\n"),
    # One kind of value to another.
    ("senders: A # s\nid: i\n", {"senders": ("A", "B")}, "senders: # s\n  - A\n  - B\nid: i\n"),
    ("senders:\nid: i\n", {"senders": ("A",)}, "senders:\n  - A\nid: i\n"),
    ("senders: |\n  A\nid: i\n", {"senders": ("A",)}, "senders:\n  - A\nid: i\n"),
    ("senders:\nid: i\n", {"senders": ()}, "senders: []\nid: i\n"),
    ("id: # s\n  - A\n  - B\ndate: d\n", {"id": "a"}, "id: a # s\ndate: d\n"),
    ("id: [a, b] # s\n", {"id": "a, b"}, "id: a, b # s\n"),
    ("id:\n  - a\ndate: b\n", {"id": ""}, "id:\ndate: b\n"),
    ("translation:\n  from: ru\n", {"translation": Pairs([("from", "de"), ("x", "a: b")])},
        "translation:\n  from: de\n  x: 'a: b'\n"),
    ("translation: {from: ru} # t\n", {"translation": Pairs([("from", "de")])}, "translation: {from: de} # t\n"),
    ("translation:\n- a\nid: b\n", {"translation": Pairs([("from", "de")])}, "translation:\n  from: de\nid: b\n"),
    ("translation: ru # t\n", {"translation": Pairs([("from", "ru")])}, "translation: # t\n  from: ru\n"),
    ("x-a:\n  X: b\n", {"x-a": Pairs([("X", "c"), ("Y", "d")])}, "x-a:\n  X: c\n  Y: d\n"),
    ("x-a: [[b, c]]\n", {"x-a": Pairs([("b", "c")])}, "x-a: {b: c}\n"),
    # Front matter in braces: values change.
    ("{id: , tags: [b]}\n", {"id": "x"}, "{id: x , tags: [b]}\n"),
    ("{id: a, tags: [b]} # c\n", {"id": "x, y", "tags": ("c", "d")}, "{id: 'x, y', tags: [c, d]} # c\n"),
]  # fmt: skip


def _letter(block: str) -> Letter:
    return parse_letter(f"---\n{block}{TAIL}", "a.txt")


@pytest.mark.parametrize(("block", "changes", "expected"), CASES)
def test_a_change_of_keys(block: str, changes: dict[str, Value | None], expected: str) -> None:
    assert changed(_letter(block), changes) == f"---\n{expected}{TAIL}"


@pytest.mark.parametrize(("block", "changes", "expected"), CASES)
def test_the_same_with_a_bom_and_other_line_ends(block: str, changes: dict[str, Value | None], expected: str) -> None:
    if "|" in block:  # a text of several lines reads alike whatever its line ends are; its bytes do not
        return
    source = f"\ufeff---\n{block}{TAIL}".replace("\n", "\r\n")
    wanted = f"\ufeff---\n{expected}{TAIL}".replace("\n", "\r\n")
    assert changed(parse_letter(source, "a.txt"), changes) == wanted


@pytest.mark.parametrize("changes", [{"date": "1"}, {"id": None}])
def test_front_matter_in_braces_takes_no_new_keys(changes: dict[str, Value | None]) -> None:
    for block in ("{id: a, tags: [b]}\n", "# c\n\n{\n  id: a}\n"):
        with pytest.raises(WriteError, match="braces"):
            changed(_letter(block), changes)


def test_front_matter_of_a_strange_layout_takes_no_new_keys() -> None:
    with pytest.raises(WriteError, match="takes no new keys"):
        changed(_letter("? id\n: a\n"), {"date": "1"})


TEXT = st.text(max_size=12, alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["017", "no", "12:30", "558.", "[sic]", "a: b", "a #b", "- x", "-", "'", '"', "''", "\n", "---", "x\n---\ny", "~"]
)
VALUE = TEXT | st.lists(TEXT, max_size=4).map(tuple) | st.lists(st.tuples(st.just("from"), TEXT), max_size=1).map(Pairs)
KEYS = st.sampled_from([*KNOWN_KEYS[:12], "x-a", "x-b"])
LINES = st.sampled_from(
    [
        "{k}: a", "{k}:", "{k}: 'b' # c", '{k}: "d"', "{k}:\n- a\n- 'b' # c", "{k}:\n  - a\n  # x\n  - b",
        "{k}: [a, 'b', \"c\"] # d", "{k}: |\n  a\n  b", "{k}: >-\n  a\n\n  b\n", "{k}: a\n  b", "{k}: {{from: a}}",
        "{k}: # c\n  from: a\n  to: b", "{k}: []", "{k}:\n  a", "'{k}' : a", "{k}:\n  - - a\n    - b", "{k}:\n  - [a]",
    ]
)  # fmt: skip
BLOCK = st.lists(st.tuples(KEYS, LINES), max_size=6, unique_by=lambda pair: pair[0]).flatmap(
    lambda pairs: st.permutations(["# a comment", ""]).map(
        lambda extra: [line.format(k=key) for key, line in pairs] + extra
    )
)


@given(
    BLOCK,
    st.dictionaries(KEYS, st.none() | VALUE, max_size=4),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["\n", "\r\n"]),
)
@example(["id:"], {"id": "a"}, "", "\n")
def test_any_change_is_exact_and_can_be_taken_back(
    block: list[str], changes: dict[str, Value | None], bom: str, ending: str
) -> None:
    source = bom + "".join(f"{line}\n" for line in ["---", *block, TAIL]).replace("\n", ending)
    letter = parse_letter(source, "a.txt")
    after = parse_letter(changed(letter, changes), "a.txt")
    kept = {f.key: plain(f.value) for f in letter.fields} | {k: v and plain(v) for k, v in changes.items()}
    assert {f.key: plain(f.value) for f in after.fields} == {
        k: plain(v) if isinstance(v, tuple) else v for k, v in kept.items() if changes.get(k, 0) is not None
    }
    assert after.body.of(after.source) == letter.body.of(source)
    assert [line for line in source.splitlines() if line.strip().startswith("# a")] == [
        line for line in after.source.splitlines() if line.strip().startswith("# a")
    ]
    # What an edit does not name stands where it stood; undone edits give the old bytes.
    edits, inverse, shift = change_edits(letter, changes), list[Edit](), 0
    for edit in edits:
        at = edit.span.start + shift
        inverse.append(Edit(Span(at, at + len(edit.replacement)), edit.span.of(source)))
        shift += len(edit.replacement) - (edit.span.end - edit.span.start)
    assert apply_edits(after.source, _joined(inverse)) == source
    assert change_edits(after, changes) == []


def _joined(edits: list[Edit]) -> list[Edit]:
    """Join edits that touch: two insertions at one place are one."""
    joined: list[Edit] = []
    for edit in edits:
        if joined and joined[-1].span.end == edit.span.start:
            last = joined.pop()
            joined.append(Edit(Span(last.span.start, edit.span.end), last.replacement + edit.replacement))
        else:
            joined.append(edit)
    return joined


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Edit(Span(4, 4), "x: [\n"), "unreadable: a.txt:4:1"),
        (Edit(Span(4, 4), "x: y\n"), "another key"),
        (Edit(Span(4, 4), "id: y\n"), "stands twice"),
        (Edit(Span(6, 16), ""), "another key|unreadable"),
        (Edit(Span(10, 16), "---\nx"), "where the text begins"),
        (Edit(Span(10, 10), "---\n"), "where the text begins"),
        (Edit(Span(15, 15), "\ud800"), "lone surrogate"),
    ],
)
def test_an_edit_that_reaches_further_is_refused(edit: Edit, said: str) -> None:
    letter = parse_letter("---\nid: a\n---\nText.\n", "a.txt")
    with pytest.raises(WriteError, match=said):
        edited(letter, [edit])


@pytest.mark.parametrize("source", ["---\nid: a\n---", "---\nid: a\n---\n", "---\r\nid: a\r\n---"])
def test_text_may_be_added_where_none_is(source: str) -> None:
    letter = parse_letter(source, "a.txt")
    assert edited(letter, [Edit(Span(len(source), len(source)), "\nText.\n")]) == source + "\nText.\n"


def test_a_text_is_edited_where_it_is_and_nowhere_else() -> None:
    letter = parse_letter("---\nid: a\n---\nText.\n", "a.txt")
    assert edited(letter, [Edit(Span(14, 18), "Word"), Edit(Span(8, 9), "b")], frozenset({"id"})).endswith(
        "b\n---\nWord.\n"
    )


def test_a_key_that_does_not_read_as_intended_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = parse_letter("---\nid: a\n---\nText.\n", "a.txt")
    monkeypatch.setattr(rewrite, "change_edits", lambda *_: [Edit(Span(8, 9), "c")])
    with pytest.raises(WriteError, match="'id' would not read as it should"):
        changed(letter, {"id": "b"})


def test_a_letter_is_rewritten_in_a_transaction(tmp_path: Path) -> None:
    source = "---\nid: a\n---\nText.\n"
    (tmp_path / "a.txt").write_text(source, encoding="utf-8")
    job = Transaction(tmp_path, "test")
    assert rewrite.rewrite(job, parse_letter(source, "a.txt"), [Edit(Span(14, 18), "Word")]).endswith("Word.\n")
    job.commit()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "---\nid: a\n---\nWord.\n"
