"""The decorator of all values: the standard library's ``dataclass``, which makes frozen ones in a sixth of the time.

The standard decorator writes and compiles six functions for every frozen class: four million instructions each time,
and a command meets dozens of classes before it begins. Here a frozen class with slots takes its fields and slots from
the standard decorator, shares its other methods with all values, and has its ``__init__`` compiled when the first value
of it is made. ``fields``, ``replace``, ``asdict``, ``match``, copies and pickles work as ever.
"""

from __future__ import annotations

import operator
from dataclasses import MISSING, FrozenInstanceError, fields
from dataclasses import dataclass as standard
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from dataclasses import dataclass
else:

    def dataclass(**asked: bool) -> Callable[[type], type]:
        """Decorate as the standard library's ``dataclass`` does, with its keywords; type checkers see that one."""
        if asked.pop("frozen", False):
            return lambda plain: frozen_value(plain, **asked)
        return standard(**asked)


__all__ = ["dataclass", "frozen_value"]

_ORDER = (operator.lt, operator.le, operator.gt, operator.ge)


def frozen_value(plain: type, *, slots: bool = False, order: bool = False) -> type:
    """Return ``plain`` as a class of frozen values, equal where their fields are; methods that it has stay.

    Args:
        plain: The class; all its fields are arguments of ``__init__`` by position.
        slots: Whether values have room for their fields only; without, a cached property finds room too, and so does
            the hash, which for a register of works is as long to find as for all of its rows.
        order: Whether values are also to be smaller and greater, field by field.
    """
    made = cast("Any", standard(init=False, repr=False, eq=False, slots=slots)(plain))
    known = fields(made)
    assert all(field.init and not field.kw_only for field in known)  # noqa: S101 - those are for the standard
    names = [field.name for field in known if field.compare]
    key: Callable[[Any], Any] = operator.attrgetter(*names) if names else lambda _value: ()
    everything = _getter([field.name for field in known])

    def initialised(self: Any, *given: object, **named: object) -> None:  # noqa: ANN401 - any value at all
        made.__init__ = _compiled(made)
        made.__init__(self, *given, **named)

    def reduced(self: Any) -> tuple[Any, Any]:  # noqa: ANN401 - any value at all
        return made, everything(self)

    def hashed(self: Any) -> int:  # noqa: ANN401 - any value at all
        return hash(key(self))

    def hashed_once(self: Any) -> int:  # noqa: ANN401 - any value at all
        kept: int | None = self.__dict__.get("__hash__")
        if kept is None:
            kept = self.__dict__["__hash__"] = hash(key(self))
        return kept

    def compared(by: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
        return lambda self, other: by(key(self), key(other)) if type(other) is made else NotImplemented

    methods = {
        **_SHARED,
        "__init__": initialised,
        "__reduce__": reduced,
        "__hash__": hashed if slots else hashed_once,
        "__eq__": compared(operator.eq),
    }
    if order:
        methods |= {f"__{by.__name__}__": compared(by) for by in _ORDER}
    for name, method in methods.items():
        if name not in plain.__dict__:
            setattr(made, name, method)
    return cast("type", made)


def _compiled(made: type) -> Callable[..., None]:
    """Write the ``__init__`` that fills every slot in turn, then calls ``__post_init__`` if there is one."""
    known: dict[str, Any] = {"_missing": MISSING, "_put": object.__setattr__}
    head, body = ["self"], list[str]()
    for field in fields(made):
        name, value = field.name, field.name
        if field.default_factory is not MISSING:
            known[f"_make_{name}"] = field.default_factory
            head.append(f"{name}=_missing")
            value = f"_make_{name}() if {name} is _missing else {name}"
        elif field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            head.append(f"{name}=_default_{name}")
        else:
            head.append(name)
        slot = getattr(made, name, None)
        if isinstance(slot, MemberDescriptorType):
            known[f"_put_{name}"] = slot.__set__
            body.append(f"_put_{name}(self, {value})")
        else:
            body.append(f"_put(self, {name!r}, {value})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    exec(f"def __init__({', '.join(head)}):\n " + "\n ".join(body or ["pass"]), known)  # noqa: S102 - our own fields
    return cast("Callable[..., None]", known["__init__"])


def _getter(names: Sequence[str]) -> Callable[[Any], Any]:
    """Return what makes a tuple of some fields: the standard one does of two or more, far faster than a loop."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple([getattr(value, name) for name in names])


def _shown(self: Any) -> str:  # noqa: ANN401 - any value at all
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
    return f"{type(self).__qualname__}({shown})"


def _unchanged(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change {name!r} of a {type(self).__name__}")


_SHARED: dict[str, Callable[..., Any]] = {
    "__repr__": _shown,
    "__setattr__": _unchanged,
    "__delattr__": _unchanged,
}
