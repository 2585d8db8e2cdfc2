from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import QueryError
from corpuscli.model.person import Person
from corpuscli.querying.facts import Facts
from corpuscli.querying.language import Parser
from corpuscli.querying.questions import Days
from corpuscli.querying.tree import Leaf, Many, Node, Verdict
from corpuscli.store.frontmatter.reader import parse_letter

HEAD = """---
id: 1921-03-10-chicherin-stalin
date: {date}
senders:
  - G. V. Chicherin
recipients:
  - I. V. Stalin
  - Politburo
place: Moskau
language: de-AT
type: telegram
tags:
  - turkey
source:
  - RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34
x-box: 7
---
Peace with the Turks, für immer (Stalin I.V. Op. T. 5. S. 424).
"""
PEOPLE = (Person("chicherin", "G. V. Chicherin", ("Ornatsky",)),)


def judged(query: str, when: str = "1921-03-10") -> Verdict:
    facts = Facts(parse_letter(HEAD.format(date=when), "1921-03-10-chicherin-stalin.txt"))
    return Parser(query, PEOPLE, (), {"peace": "from:chicherin peace"}).parse().judge(facts)


@pytest.mark.parametrize(
    "query",
    [
        "", "from:chicherin", "from:Чичерин", "sender:Tchitcherin", "from:ornatsky", "to:stalin", "person:politburo",
        "from:~Chicherim", "place:moskau", "type:telegram", "tag:turkey", "date:1921", "date:1921-03..1921-04",
        "since:1921", "until:1921-03", "before:1922", "after:1920", "words:>5", "words:<=13", "archive:RGASPI",
        "archive:rtskhidni", "fond:5", "opis:2", "delo:315", "cites:RGASPI/5/2", "cites:stalin-sochineniia",
        "src:/F\\. 5/", "has:x-box", "language:de", "language:DE-at", "missing:edition",
        "not:type:letter", "-type:letter", "not type:letter", "peace",
        "PEACE turks", "fur",
        '"with the turks"', "from:stalin or to:stalin", "(from:x or to:stalin) peace", "not:(from:x or from:y)",
        "from:chicherin and to:stalin", "@peace", "undated:no", "match:/t.rks/", "not:not:peace",
        'from:"G. V. Chicherin"',
    ],
)  # fmt: skip
def test_the_letter_answers(query: str) -> None:
    assert judged(query).must


@pytest.mark.parametrize(
    "query",
    [
        "from:stalin", "to:chicherin", "from:lenin or from:trotsky", "date:1922", "before:1921", "after:1921",
        "words:>500",
        "fond:55", "cites:RGASPI/55", "not:peace", "has:edition", "type:tele", "not:(from:chicherin or from:y)", "war",
        "undated:yes", "from:L.B.Chicherin", "language:d", "language:de-a", "language:de-DE", "language:at",
    ],
)  # fmt: skip
def test_the_letter_does_not_answer(query: str) -> None:
    assert not judged(query).may


@pytest.mark.parametrize(
    ("query", "offset", "said"),
    [
        ("form:stalin or frm:x", 15, "unknown field 'frm'; did you mean form or from?"),
        ("(from:x", 0, "not closed"),
        ("from:x)", 6, "closes that was not opened"),
        ("from:x or", 7, "between two questions"),
        ("or from:x", 0, "between two questions"),
        ("date:nonsense", 5, "no date"),
        ("words:many", 6, "compare a number"),
        ("src:/(/", 4, "no regular expression"),
        ("from:", 0, "what should from be"),
        ("@war", 0, "unknown saved query"),
        ("from:x not", 10, "missing here"),
        ("has:plce", 4, "did you mean place"),
        ("not:", 0, "missing here"),
        ('peace not:""', 6, "missing here"),
        ('peace "with the', 6, "not closed"),
        ('from:"G. V. Chicherin', 5, "not closed"),
        ("undated:maybe", 8, "yes or no"),
        ("(" * 50 + "a" + ")" * 50, 40, "deeper than"),
    ],
)
def test_an_error_shows_its_place(query: str, offset: int, said: str) -> None:
    with pytest.raises(QueryError) as raised:
        judged(query)
    assert said in raised.value.message
    assert raised.value.offset in (offset, 0)
    assert str(raised.value).endswith(f"\n  {query}\n  {' ' * raised.value.offset}^")


DATES = st.sampled_from(
    ["1921-03-10", "1921-03", "1921?", "1920~", "1918-01%", "../1921-05", "1921/..", "XXXX", "192X"]
)
SPANS = st.tuples(st.dates(date(1915, 1, 1), date(1925, 1, 1)), st.dates(date(1915, 1, 1), date(1925, 1, 1)))


def trees() -> st.SearchStrategy[Node]:
    leaf = SPANS.map(lambda span: Leaf(Days(min(span), max(span), "date:x")))
    many = lambda kids: st.tuples(st.lists(kids, max_size=3), st.booleans())  # noqa: E731 - a strategy of strategies
    return st.recursive(leaf, lambda kids: many(kids).map(lambda made: Many(tuple(made[0]), made[1])), max_leaves=5)


@given(trees(), DATES)
def test_the_laws_of_may_and_must(tree: Node, when: str) -> None:
    facts = Facts(parse_letter(HEAD.format(date=when), "a.txt"))
    verdict, opposite = tree.judge(facts), tree.negative().judge(facts)
    assert verdict.may or not verdict.must
    assert tree.negative().negative().judge(facts) == verdict
    if when != "XXXX":
        assert opposite.may == (not verdict.must)
        assert opposite.must == (not verdict.may)


@given(SPANS)
def test_an_undated_letter_matches_neither(span: tuple[date, date]) -> None:
    facts = Facts(parse_letter(HEAD.format(date="XXXX"), "a.txt"))
    leaf = Leaf(Days(min(span), max(span), "date:x"))
    assert leaf.judge(facts) == leaf.negative().judge(facts) == (False, False)


@given(st.text('abc:()"/ @-~ornt.', max_size=30))
def test_any_query_is_read_or_refused_with_a_place(query: str) -> None:
    try:
        tree = Parser(query).parse()
    except QueryError as problem:
        place = problem.offset
    else:
        place = 0
        assert str(tree) is not None
    assert 0 <= place <= len(query)
