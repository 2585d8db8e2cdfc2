"""Which letters are the same, and which only look so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpuscli.relations.sameness import Facts, same_letter

ONE = Facts(
    "one",
    "1921-03-10",
    ("G. V. Chicherin",),
    ("I. V. Stalin",),
    ("RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34",),
    "The Turkish delegation declared that it had a mandate to conclude a written agreement.",
)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"senders": ("Chicherin",), "recipients": ("J. V. Stalin",)},
        {"source": ("RGASPI. F. 5. On. 2. D 315. L. 34.",), "text": ""},
        {"source": (), "text": ONE.text.replace("written", "writen")},
        {"text": "The Turkish delegation stated that it had the mandate to conclude a written agreement with us."},
        {"source": (), "text": "Other.", "names": frozenset(["number 5 of Letters"])},
    ],
)
def test_the_same_letter(change: dict[str, object]) -> None:
    other = replace(ONE, id="other", **change)
    assert same_letter(replace(ONE, names=frozenset(["number 5 of Letters"])), other)


@pytest.mark.parametrize(
    "change",
    [
        {"date": "1921-03-11"},
        {"senders": ("I. V. Stalin",)},
        {"recipients": ()},
        {"source": ("RTSKHIDNI. F. 5. Op. 2. D. 315. L. 35",), "text": "Quite another matter concerns me today."},
        {"text": "Quite another matter concerns our comrades today, namely the grain."},
        {"source": ("RTSKHIDNI. F. 5. Op. 2. D. 315",), "text": ""},
        {"source": (), "text": ""},
        {"source": ("Cambridge, University Library, B 5b",), "text": "Short."},
    ],
)
def test_another_letter(change: dict[str, object]) -> None:
    assert same_letter(ONE, replace(ONE, id="other", **change)) == ""


def test_undated_letters_are_the_same_by_their_place_in_the_edition_only() -> None:
    undated = replace(ONE, date="XXXX")
    assert same_letter(undated, undated) == ""
    named = replace(undated, names=frozenset(["number 5 of Letters"]))
    assert same_letter(named, named)


def test_empty_texts_are_never_alike() -> None:
    bare = replace(ONE, source=(), text="")
    assert same_letter(bare, bare) == ""
