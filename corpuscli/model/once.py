"""A property that is worked out when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Once(Generic[T]):
    """What ``functools.cached_property`` is from Python 3.12 on.

    That of 3.11 takes a lock, at twice the cost of all else that it does, and lint asks for ten such properties of
    every letter.

    >>> class Text:
    ...     @Once
    ...     def words(self) -> list[str]:
    ...         return ["dear", "comrade"]
    >>> text = Text()
    >>> text.words is text.words
    True
    """

    def __init__(self, find: Callable[..., T]) -> None:
        self._find, self._name, self.__doc__ = find, "", find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn where the value is kept: in the object's own dictionary, which Python asks before this class."""
        del owner
        self._name = name

    @overload
    def __get__(self, asked: None, owner: type) -> Self: ...
    @overload
    def __get__(self, asked: object, owner: type | None = None) -> T: ...
    def __get__(self, asked: object, owner: type | None = None) -> T | Self:
        """Find the value and keep it."""
        if asked is None:
            return self
        found = asked.__dict__[self._name] = self._find(asked)
        return found
