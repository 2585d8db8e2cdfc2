"""Concordance, graph and comparison: what they gather, and that every format takes hostile names."""

from __future__ import annotations

import json
import re
from io import StringIO

import pytest
from lxml import etree

from corpuscli.errors import InputError, UnknownNameError
from corpuscli.exports import formats, load
from corpuscli.exports.graphs import mermaid
from corpuscli.model.graph import Edge, Graph, Node
from corpuscli.relations.citations.facts import Cited, facts_of
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.xref.compare import compare, read_rows
from corpuscli.xref.concordance import LEVELS, concordance
from corpuscli.xref.graph import graph
from corpuscli.xref.run import table


def cited(text: str, source: str = "RGASPI. F. 5. Op. 2. D. 315. L. 34", name: str = "a") -> list[Cited]:
    """Read the citations of a letter."""
    letter = parse_letter(f"---\nid: {name}\nsource: ['{source}']\n---\n{text}\n", f"{name}.txt")
    return list(facts_of(letter).cited)


SOME = [
    *cited("RTsKhIDNI, f. 5, op. 2, d. 315, ll. 7, 35; f. 17, op. 3, d. 10. Stalin, Sochineniia, vol. 5, p. 424."),
    *cited("RGASPI, f. 5, op. 2, d. 4. Stalin, Sochineniia, vol. 13, pp. 7, 10.", "GANO. F. 1. Op. 2. D. 3", "b"),
]


def rows(level: str) -> list[list[object]]:
    """Gather by a level, each row as its values."""
    return [list(row.values()) for row in concordance(SOME, level).rows]


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        (
            "archive",
            [["archive:GANO", 1, ["1"], ["b"], []], ["archive:RGASPI", 4, ["5", "17"], ["a"], ["a", "b"]]],
        ),
        (
            "opis",
            [
                ["archive:GANO/1/2", 1, ["3"], ["b"], []],
                ["archive:RGASPI/5/2", 3, ["4", "315"], ["a"], ["a", "b"]],
                ["archive:RGASPI/17/3", 1, ["10"], [], ["a"]],
            ],
        ),
        (
            "delo",
            [
                ["archive:GANO/1/2/3", 1, [], ["b"], []],
                ["archive:RGASPI/5/2/4", 1, [], [], ["b"]],
                ["archive:RGASPI/5/2/315", 2, ["7", "34", "35"], ["a"], ["a"]],
                ["archive:RGASPI/17/3/10", 1, [], [], ["a"]],
            ],
        ),
        ("work", [["work:stalin-sochineniia", 2, ["vol=5", "vol=13"], [], ["a", "b"]]]),
        (
            "page",
            [
                ["work:stalin-sochineniia;vol=5", 1, ["424"], [], ["a"]],
                ["work:stalin-sochineniia;vol=13", 1, ["7", "10"], [], ["b"]],
            ],
        ),
    ],
)
def test_citations_are_gathered_by(level: str, wanted: list[list[object]]) -> None:
    assert rows(level) == wanted


def test_no_other_level_is_known() -> None:
    with pytest.raises(UnknownNameError, match="did you mean delo"):
        concordance(SOME, "dela")
    assert all(concordance([], level).columns[0] == "id" for level in LEVELS)


def test_the_graph_has_letters_files_and_volumes() -> None:
    made = graph([*SOME, *cited("See RGASPI, f. 17, op. 3, d. 10, l. 5.")])
    assert [(node.id, node.kind) for node in made.nodes] == [
        ("a", "letter"),
        ("archive:RGASPI/5/2/315", "archive"),
        ("archive:RGASPI/17/3/10", "archive"),
        ("work:stalin-sochineniia;vol=5", "work"),
        ("b", "letter"),
        ("archive:GANO/1/2/3", "archive"),
        ("archive:RGASPI/5/2/4", "archive"),
        ("work:stalin-sochineniia;vol=13", "work"),
    ]
    edges = [(edge.source, edge.target, edge.kind, edge.weight) for edge in made.edges]
    assert ("a", "archive:RGASPI/17/3/10", "cites", 2) in edges
    assert ("b", "archive:GANO/1/2/3", "kept", 1) in edges


def test_what_is_named_but_not_there_is_a_node() -> None:
    made = graph(cited("Ibid., l. 4; see note 5.", "nothing"))
    assert [(node.label, node.kind) for node in made.nodes] == [
        ("a", "letter"),
        ("Ibid., l. 4", "missing"),
        ("note 5", "missing"),
    ]


HOSTILE = "\"]\\N --> x; <script>&'|}{\x1b[31m\u202e\n%% end"
HOSTILE_GRAPH = Graph(
    (Node("a", HOSTILE, "letter"), Node(HOSTILE, HOSTILE, "missing")), (Edge("a", HOSTILE, HOSTILE, 2),), HOSTILE
)


def written(name: str, made: Graph) -> str:
    """Write a graph in a format."""
    out = StringIO()
    load("graphs", name).write(made, out)
    return out.getvalue()


@pytest.mark.parametrize("name", formats("graphs"))
def test_hostile_names_stay_names(name: str) -> None:
    text = written(name, HOSTILE_GRAPH)
    assert "\x1b" not in text
    if name in ("svg", "graphml"):
        root = etree.fromstring(text.encode())
        assert "script" not in {etree.QName(one).localname for one in root.iter("*")}
    elif name == "json":
        assert json.loads(text)["nodes"][1]["id"] == HOSTILE
    elif name == "dot":
        bare = re.sub(r'"(?:[^"\\]|\\.)*"', "S", text)
        line = r"  S \[label=S, shape=\w+\];|  S -> S \[label=S, penwidth=2\];|  rankdir=LR;|digraph S \{|\}"
        assert all(re.fullmatch(line, one) for one in bare.splitlines())
    else:
        lines = re.sub(r"#\d+;", "", text).splitlines()
        assert len(lines) == 4
        assert [one.count('"') for one in lines] == [0, 2, 2, 2]


def test_a_large_graph_is_laid_out_by_springs() -> None:
    nodes = tuple(Node(f"l{number}", f"letter number {number}", "letter") for number in range(1002))
    edges = tuple(Edge("l0", f"l{number}", "cites", 1) for number in range(1, 1002))
    large, small = written("dot", Graph(nodes, edges)), written("dot", Graph(nodes, edges[:1000]))
    assert "layout=sfdp" in large
    assert 'tooltip="cites"' in large
    assert "rankdir=LR" in small
    assert "tooltip" not in small


def test_mermaid_draws_no_more_than_github_does() -> None:
    nodes = tuple(Node(f"l{number}", f"letter number {number}", "letter") for number in range(2000))
    edges = tuple(Edge("l0", f"l{number}", "cites", number) for number in range(1, 2000))
    text = written("mermaid", Graph(nodes, edges))
    drawn = len(mermaid.drawn(Graph(nodes, edges)))
    assert len(text) <= mermaid.MOST_LETTERS
    assert 0 < drawn <= mermaid.MOST_EDGES
    assert text.count("-->") == drawn
    assert "1999x" in text


def test_a_comparison_tells_what_was_gained_lost_and_changed() -> None:
    old = list(table(None, cited("GANO, f. 1, op. 2, d. 3. RGASPI, f. 5, op. 2, d. 4. RGVA, f. 1, op. 2, d. 3.")).rows)
    new = list(
        table(None, cited("Words. GANO, f. 1, op. 2, d. 3. RGASPI, f. 5, op. 2, d. 4. RGAE, f. 1, op. 2, d. 3.")).rows
    )
    new[1] = {**new[1], "state": "resolved"}
    found = compare(old, new)
    assert [(row["change"], str(row["raw"])[:4]) for row in found.rows] == [
        ("changed", "GANO"),
        ("lost", "RGVA"),
        ("gained", "RGAE"),
    ]
    assert found.rows[0]["before"] == "archive:GANO/1/2/3 (unresolved)"
    assert found.summary() == "1 gained, 1 lost, 1 changed"
    assert compare(new, new).rows == ()


@pytest.mark.parametrize("line", ["{", "[]", '{"letter": "a"}', "[" * 100_000])
def test_what_is_no_older_run_is_shown_with_its_place(line: str) -> None:
    with pytest.raises(InputError, match="jsonl") as raised:
        read_rows(f"\n{line}\n", "old.jsonl")
    assert raised.value.line == 2
