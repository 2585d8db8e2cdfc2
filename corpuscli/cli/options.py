"""Options that several commands share: a dataclass of them expands into a command's signature.

This module, filters and arranged do not postpone their annotations: to read them back from text, as typer must, costs
every start a tenth of a bare Python's.
"""

import dataclasses
import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

import typer

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """What every command takes."""

    corpus: Annotated[
        str | None,
        typer.Option("--corpus", metavar="DIR", help="The corpus; else CORPUSCLI_CORPUS, else the nearest upwards."),
    ] = None
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="How to print the answer.")] = ""
    color: Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")] = "auto"
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")] = False
    debug: Annotated[bool, typer.Option("--debug", hidden=True, help="Show the traceback of a bug.")] = False


def expand(command: Callable[..., int]) -> Callable[..., int]:
    """Return ``command`` with every parameter that is a dataclass replaced by that dataclass's fields.

    The command line sees single options; the command receives whole values. Field names must differ across the
    dataclasses of one command.
    """
    plain: list[inspect.Parameter] = []
    groups: dict[str, type[Any]] = {}
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        kind = parameter.annotation
        if not dataclasses.is_dataclass(kind):
            plain.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        assert isinstance(kind, type)  # noqa: S101 - tells the type checkers what is_dataclass has found
        groups[parameter.name] = kind
        plain += _fields(kind)

    @functools.wraps(command)
    def gathered(**given: Any) -> int:  # noqa: ANN401 - whatever the options' types are
        for name, kind in groups.items():
            given[name] = kind(**{field.name: given.pop(field.name) for field in dataclasses.fields(kind)})
        return command(**given)

    shown: Any = gathered
    shown.__signature__ = inspect.Signature(plain)
    shown.__annotations__ = {parameter.name: parameter.annotation for parameter in plain}
    return gathered


def _fields(kind: type[Any]) -> list[inspect.Parameter]:
    fields = dataclasses.fields(kind)
    postponed = any(isinstance(field.type, str) for field in fields)
    hints = get_type_hints(kind, include_extras=True) if postponed else {field.name: field.type for field in fields}
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default if field.default is not dataclasses.MISSING else inspect.Parameter.empty,
            annotation=hints[field.name],
        )
        for field in fields
    ]
