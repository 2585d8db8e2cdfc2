"""The front matter's schema takes what letters are and refuses what lint refuses."""

from __future__ import annotations

import json

import jsonschema
import pytest

from corpuscli.data.keys import key_rows
from corpuscli.exports.schema import front_matter_schema
from corpuscli.model.letter import KNOWN_KEYS, LIST_KEYS, REQUIRED_KEYS

LETTER: dict[str, object] = {
    "id": "1921-03-10-chicherin-stalin", "date": "1921-03-10", "senders": ["G. V. Chicherin"],
    "recipients": ["I. V. Stalin"],
}  # fmt: skip
SCHEMA = json.loads(front_matter_schema(key_rows(), REQUIRED_KEYS, ("shelf",)))


def valid(**more: object) -> bool:
    validator = jsonschema.Draft7Validator(SCHEMA)
    return validator.is_valid({**LETTER, **more})


def test_it_is_a_schema_and_knows_every_key() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {*KNOWN_KEYS, "shelf"}
    assert all(SCHEMA["properties"][key]["type"] == "array" for key in LIST_KEYS)


@pytest.mark.parametrize(
    "more",
    [
        {}, {"shelf": "A"}, {"x-own": ["anything"]}, {"number": 17},
        {"translation": {"from": "ru", "method": "machine"}}, {"calendar": "julian"},
        {"language": "de-AT"}, {"url": "https://example.org/1"}, {"tags": []},
    ],
)  # fmt: skip
def test_what_letters_say_is_valid(more: dict[str, object]) -> None:
    assert valid(**more)


@pytest.mark.parametrize(
    "more",
    [
        {"sender": "Stalin"}, {"senders": "Stalin"}, {"calendar": "old"}, {"language": "in German"}, {"url": "www"},
        {"title": []},
    ],
)  # fmt: skip
def test_what_lint_refuses_is_not(more: dict[str, object]) -> None:
    assert not valid(**more)


@pytest.mark.parametrize("key", REQUIRED_KEYS)
def test_required_keys_are_required(key: str) -> None:
    rest = {name: value for name, value in LETTER.items() if name != key}
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(rest)
