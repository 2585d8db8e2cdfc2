"""Finds the rules by walking the package ``linting.rules``; a malformed one is refused with its file and line."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from corpuscli.errors import InputError
from corpuscli.linting import rules
from corpuscli.linting.rule import HEADINGS, Rule
from corpuscli.model.problem import Fixable, Severity

if TYPE_CHECKING:
    from types import ModuleType

_NAME = re.compile(r"[a-z]{1,2}\d{3}_[a-z0-9_]+\.py")
_HOOKS = (("check",), ("collect", "across"), ("unread",), ("unused",))


@cache
def load_rules() -> tuple[Rule, ...]:
    """Import every rule, in the order of codes.

    Raises:
        InputError: A module that is no rule as it should be; knows file and line.
    """
    files = sorted(path for path in Path(rules.__path__[0]).iterdir() if path.suffix == ".py" and path.name[0] != "_")
    found = [_load(path) for path in files]
    for kind in ("code", "name"):
        seen: dict[str, Rule] = {}
        for rule, path in zip(found, files, strict=True):
            other = seen.setdefault(getattr(rule, kind), rule)
            if other is not rule:
                raise InputError(f"{other.code} {other.name} has the same {kind}", str(path), 1)
    return tuple(found)


def codes() -> tuple[str, ...]:
    """Return the codes of all rules, as their files are called, without reading one."""
    return tuple(sorted(path.stem.partition("_")[0].upper() for path in Path(rules.__path__[0]).glob("[a-z]*_*.py")))


def _load(path: Path) -> Rule:
    if _NAME.fullmatch(path.name) is None:
        raise InputError("a rule's file is named <code>_<name>.py, as m103_glued_marker.py", str(path), 1)
    return read_rule(import_module(f"{rules.__name__}.{path.stem}"), path)


def read_rule(module: ModuleType, path: Path) -> Rule:
    """Make a rule of a module and the name of its file.

    Raises:
        InputError: The module is malformed; knows file and line.
    """
    has: dict[str, Any] = vars(module)
    manual = module.__doc__ or ""
    _check_manual(manual, path)
    severity, fixable = has.get("SEVERITY", ""), has.get("FIXABLE", "no")
    if severity not in get_args(Severity):
        raise _refused(path, "SEVERITY", f"SEVERITY is one of {', '.join(get_args(Severity))}")
    if fixable not in get_args(Fixable):
        raise _refused(path, "FIXABLE", f"FIXABLE is one of {', '.join(get_args(Fixable))}")
    hooks = [group for group in _HOOKS if all(callable(has.get(hook)) for hook in group)]
    if len(hooks) != 1:
        wanted = ", or ".join(" and ".join(group) for group in _HOOKS)
        raise _refused(path, "def ", f"a rule has exactly one of: {wanted}")
    code, _, name = path.stem.partition("_")
    return Rule(
        code=code.upper(),
        name=name.replace("_", "-"),
        severity=severity,
        default=has.get("DEFAULT", True),
        fixable=fixable,
        manual=manual,
        needs=has.get("NEEDS", ()),
        **{hook: has[hook] for hook in hooks[0]},
    )


def _check_manual(manual: str, path: Path) -> None:
    summary = manual.partition("\n")[0]
    if not summary.endswith("."):
        raise InputError("a rule's docstring begins with one sentence that sums it up", str(path), 1)
    place = 0
    for heading in HEADINGS:
        found = manual.find(f"\n{heading}:\n", place)
        if found < 0:
            line = manual[:place].count("\n") + 1
            raise InputError(
                f"the docstring lacks the heading '{heading}:', or has it in another place", str(path), line
            )
        place = found + 1


def _refused(path: Path, word: str, message: str) -> InputError:
    lines = path.read_text(encoding="utf-8").splitlines()
    return InputError(message, str(path), next((n for n, line in enumerate(lines, 1) if line.startswith(word)), 1))
