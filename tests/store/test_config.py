from __future__ import annotations

import pytest

from corpuscli.errors import ConfigError
from corpuscli.linting.choice import Choice, choose
from corpuscli.linting.loader import load_rules
from corpuscli.store.config import parse_config
from corpuscli.store.making import CONFIG, PEOPLE
from corpuscli.store.registers import parse_people


def test_a_new_corpus_says_nothing_yet() -> None:
    config = parse_config(CONFIG, "corpus.yaml")
    assert (config.title, config.span, config.day_first, config.fields, dict(config.queries)) == (
        "",
        None,
        None,
        (),
        {},
    )
    assert parse_people(PEOPLE, "people.yaml") == ()


def test_every_commented_example_is_valid() -> None:
    said = "\n".join(line.removeprefix("# ") for line in CONFIG.splitlines() if ":" in line or line.startswith("#   "))
    keys = [line for line in said.splitlines() if line.split(":")[0].strip() in _EXAMPLES or line.startswith(" ")]
    config = parse_config("\n".join(keys) + "\n", "corpus.yaml")
    assert config.span == (1912, 1927)
    assert config.day_first is True
    assert config.fields == ("box", "colour")
    assert config.bibliography == "works.bib"
    assert config.lint.ignore == ("broken-hyphenation",)
    assert choose(load_rules(), config.lint, Choice())
    assert config.lint.severity == {"glued-marker": "warning"}
    assert config.queries == {"telegrams": "type:telegram date:1920"}


_EXAMPLES = {"span", "day_first", "fields", "bibliography", "lint", "queries"}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("langauge: ru\n", "c.yaml:1:1: unknown key 'langauge'; did you mean language?"),
        ("zzz: 1\n", "c.yaml:1:1: unknown key 'zzz'; known are title,"),
        ("title: [a]\n", "c.yaml:1:8: one text is wanted here"),
        ("fields: {a: b}\n", "c.yaml:1:9: a list is wanted here"),
        ("span: [1912]\n", "c.yaml:1:7: span is two years"),
        ("span: [1927, 1912]\n", "c.yaml:1:7: span ends before it begins"),
        ("day_first: perhaps\n", "c.yaml:1:12: true or false is wanted here"),
        ("lint:\n  severity: {a: loud}\n", "c.yaml:2:17: a severity is one of error, warning, hint"),
        ("lint: x\n", "c.yaml:1:7: lines of 'key: value' are wanted here"),
        ("title: a: b\n", "c.yaml:1:9: not YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(source: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        parse_config(source, "c.yaml")
    assert str(raised.value).startswith(said)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("lint:\n  ignore: [M103, hyphenation]\n", "c.yaml:2:18: unknown rule 'hyphenation'; did you mean broken-hyph"),
        ("lint:\n  select: M999\n", "c.yaml:2:11: unknown rule 'M999'"),
        ("lint:\n  severity:\n    M10: error\n    gleud-marker: error\n", "c.yaml:4:5: unknown rule 'gleud-marker'"),
    ],
)
def test_a_rule_that_is_not_there_is_said_with_its_place(source: str, said: str) -> None:
    with pytest.raises(ConfigError) as raised:
        choose(load_rules(), parse_config(source, "c.yaml").lint, Choice())
    assert str(raised.value).startswith(said)


def test_people_are_read_in_order() -> None:
    people = parse_people(
        "chicherin:\n  name: G. V. Chicherin\n  variants: [Tchitcherin]\n  refs: [https://example.org/1]\n"
        "cc:\n  body: true\n",
        "people.yaml",
    )
    assert [(p.key, p.names, p.refs, p.body) for p in people] == [
        ("chicherin", ("G. V. Chicherin", "Tchitcherin"), ("https://example.org/1",), False),
        ("cc", ("cc",), (), True),
    ]


def test_an_unknown_key_of_a_person_is_refused() -> None:
    with pytest.raises(ConfigError, match="did you mean variants"):
        parse_people("a:\n  variant: [b]\n", "people.yaml")
