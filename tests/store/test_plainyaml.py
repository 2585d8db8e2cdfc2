from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.errors import FrontMatterError, InputError
from corpuscli.store.frontmatter.fields import read_fields
from corpuscli.store.frontmatter.reader import field_of
from corpuscli.store.plainyaml import read_plain, read_values
from corpuscli.store.yamltree import compose_fully

PIECES = [
    *(
        "id",
        "date",
        "x-own",
        ":",
        ": ",
        " ",
        "  ",
        "- ",
        "-",
        "\n",
        "\n",
        "\r\n",
        "#",
        " # c",
        "'",
        '"',
        "[a]",
        "{",
        "&x",
    ),
    *(
        "*y",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "Г. В.",
        "1921-03-10",
        "12:30",
        "558.",
        "a, b",
        "\t",
        "\x85",
        "\u2028",
        "\r",
    ),
    *("\xa0", "\ufeff", "key: value\n", "list:\n  - a\n  - b\n", "list:\n- a\n", "e:\n", "# c\n", "q: 'x y'\n"),
    *('q: "x"\n', "https://a/b#c", "m:\n  k: v\n", "  k: v\n", "  k:\n", "    - v\n", "  - v\n", "    d: e\n"),
]


@settings(max_examples=2500)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_short_way_reads_what_the_long_way_reads(source: str) -> None:
    short = read_plain(source, 0, len(source))
    if short is not None:
        assert short == compose_fully(source, "f", 0, len(source), FrontMatterError)


@settings(max_examples=2500)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_values_alone_are_those_that_have_places(source: str) -> None:
    values = read_values(source, 0, len(source))
    if values is not None:
        read = compose_fully(source, "f", 0, len(source), FrontMatterError)
        assert read is not None
        assert list(values.items()) == [(key.value, node.plain()) for key, node in read.value]


@settings(max_examples=2500)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_fields_of_a_letter_are_those_of_the_long_way(block: str) -> None:
    source = f"---\n{block}---\nText.\n"
    fields = read_fields(source, 4, 4 + len(block))
    if fields is not None:
        read = compose_fully(source, "f", 4, 4 + len(block), FrontMatterError)
        assert read is not None
        assert fields == tuple(field_of(key, node) for key, node in read.value)


def test_front_matter_as_add_writes_it_takes_the_shortest_way() -> None:
    source = "id: a\nsenders:\n  - A\n  - 'B: C'\nplace:\ntags: [x, y]\n"
    assert read_fields(source, 0, len(source)) is not None
    assert read_values(source, 0, len(source)) == {
        "id": "a", "senders": ("A", "B: C"), "place": "", "tags": ("x", "y"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("block", "quoted"),
    [
        ("a:   b  \nc: 'd e' \r\n", "b|'d e'"),
        ("a:\n# between\n\n-  x \n- y\nb:  \n", "-  x \n- y|"),
        ("a: [ b,c ]\nd:\n", "[ b,c ]|"),
    ],
)
def test_fields_have_the_places_of_what_they_say(block: str, quoted: str) -> None:
    fields = read_fields(block, 0, len(block))
    assert fields is not None
    assert "|".join(field.span.of(block) for field in fields) == quoted
    members = [item.of(block) for field in fields for item in field.items]
    assert members == [text for field in fields if isinstance(field.value, tuple) for text in field.value]


@pytest.mark.parametrize("block", ["a:\n  - b\n - c\n", "- b\n", "a:\n  -\n", "a: b\na:\n", "a: [b, [c]]\n", "# c\n"])
def test_fields_of_another_kind_are_left_to_the_long_way(block: str) -> None:
    assert read_fields(block, 0, len(block)) is None


@pytest.mark.parametrize(
    "source",
    [
        "a: b\n",
        "senders:\n  - G. V. Chicherin\n  - I. V. Stalin\ndate: 1921-03-10\n",
        "a:\n# between\n\n- x\n",
        "a: 'quoted: it is'\nb: \"and # so\"\n",
        "time: 12:30\nurl: https://example.org/#x\n",
        "span: [1912, 1927]\n",
        "a: b\r\nc:\r\n  - d\r\n",
        "a:\n  name: A. B.\n  variants: [B, C]\n\nb:\n  name: C\n  variants:\n    - D\n  same: x\n",
        "lint:\n  severity:\n    T101: error\n",
    ],
)
def test_plain_front_matter_takes_the_short_way(source: str) -> None:
    assert read_plain(source, 0, len(source)) is not None


@pytest.mark.parametrize(
    "source",
    [
        "",
        "a: [b: c]\n",
        "a: [[b]]\n",
        "a: []\n",
        "a: b: c\n",
        "a: b\n  c\n",
        "a: b\na: c\n",
        "a: |\n  b\n",
        "- a\n",
        "a: b",
        " a: b\n",
        "a:\n  b: c\n d: e\n",
        "a: b\n  c: d\n",
        "a:\n  b: c\n  b: d\n",
        "a:\n  b: c\n  - d\n",
        "a:\n  b:\n    c:\n      d: e\n",
    ],
)
def test_all_else_is_left_to_the_long_way(source: str) -> None:
    assert read_plain(source, 0, len(source)) is None


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_the_long_way_answers_or_refuses(source: str) -> None:
    problem = _refusal(source)
    assert problem is None or (problem.line >= 1 and problem.column >= 1)


def _refusal(source: str) -> InputError | None:
    try:
        compose_fully(source, "f", 0, len(source), FrontMatterError)
    except InputError as problem:
        return problem
    return None
