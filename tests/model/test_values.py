"""A value is what the standard library's dataclass makes of the same class, in all that can be seen of it."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.model.values import frozen_value

standard = dataclasses.dataclass(frozen=True, slots=True, order=True)


def _plain() -> type:
    class Value:
        """Fields of every kind."""

        number: int
        text: str = "none"
        parts: tuple[int, ...] = dataclasses.field(default_factory=tuple)
        aside: int = dataclasses.field(default=0, compare=False, repr=False)

        def double(self) -> int:
            """Do something with a field."""
            return self.number * 2

    Value.__qualname__ = "Value"
    return Value


class _Checked:
    """A class that looks at what it is given, and says itself how it is shown."""

    number: int

    def __post_init__(self) -> None:
        """Refuse what is below nothing."""
        if self.number < 0:
            raise ValueError(self.number)

    def __repr__(self) -> str:
        """Show nothing."""
        return "hidden"


Standard: Any = standard(_plain())
Value: Any = frozen_value(_plain(), slots=True, order=True)
Roomy: Any = frozen_value(_plain())
Checked: Any = frozen_value(_Checked, slots=True)

ARGUMENTS = st.tuples(
    st.integers(0, 3),
    st.sampled_from(["a", "b"]),
    st.lists(st.integers(0, 1), max_size=2).map(tuple),
    st.integers(0, 1),
)


@given(ARGUMENTS, ARGUMENTS)
def test_equal_ordered_hashed_and_shown_as_the_standard_ones(left: tuple[Any, ...], right: tuple[Any, ...]) -> None:
    ours, theirs = (Value(*left), Value(*right)), (Standard(*left), Standard(*right))
    for compare in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
        assert getattr(ours[0], compare)(ours[1]) == getattr(theirs[0], compare)(theirs[1]), compare
    assert (hash(ours[0]) == hash(ours[1])) or ours[0] != ours[1]
    assert repr(ours[0]) == repr(theirs[0])
    assert dataclasses.asdict(ours[0]) == dataclasses.asdict(theirs[0])


@given(ARGUMENTS, st.integers())
def test_copied_pickled_and_replaced_as_the_standard_ones(given: tuple[Any, ...], number: int) -> None:
    value = Value(*given)
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301 - our own
        assert dataclasses.astuple(again) == given
    assert dataclasses.astuple(dataclasses.replace(value, number=number)) == (number, *given[1:])


def test_defaults_keywords_and_positions() -> None:
    assert dataclasses.astuple(Value(1)) == (1, "none", (), 0)
    assert dataclasses.astuple(Value(text="x", number=2)) == (2, "x", (), 0)
    assert Value(1, aside=3).aside == 3
    assert Value(4).double() == 8
    match Value(1, "x"):
        case Value(number, text):
            assert (number, text) == (1, "x")
    with pytest.raises(TypeError, match="number"):
        Value(text="x")
    with pytest.raises(TypeError, match="other"):
        Value(1, other=2)


def test_no_field_can_be_changed_or_taken_away_or_added() -> None:
    value = Value(1)
    for change in (
        lambda: setattr(value, "number", 2),
        lambda: setattr(value, "new", 2),
        lambda: delattr(value, "text"),
    ):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert not hasattr(value, "__dict__")


def test_without_slots_there_is_room_for_what_is_remembered() -> None:
    value = Roomy(1, parts=(2,))
    value.__dict__["remembered"] = 3
    assert value.remembered == 3
    assert dataclasses.astuple(value) == (1, "none", (2,), 0)
    assert value == Roomy(1, parts=(2,))
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.number = 2


def test_two_classes_with_the_same_fields_are_not_equal() -> None:
    assert Value(1) != Standard(1)
    assert Value(1).__lt__(Standard(1)) is NotImplemented


def test_what_a_class_defines_itself_stays() -> None:
    assert repr(Checked(1)) == "hidden"
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_a_value_with_room_finds_its_hash_once() -> None:
    class Counted:
        found = 0

        def __hash__(self) -> int:
            Counted.found += 1
            return 7

    value = Roomy(1, "a", (Counted(),))
    assert hash(value) == hash(value)
    assert Counted.found == 1
    assert "__hash__" not in copy.copy(value).__dict__
    assert dataclasses.asdict(Roomy(1)) == dataclasses.asdict(Standard(1))
