"""The program: finds the command in the table, runs it, turns every error into one line and an exit code."""

from __future__ import annotations

import contextlib
import inspect
import os
import signal
import sys
import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.core import TyperGroup
from typer.main import get_command

from corpuscli import __version__
from corpuscli.cli.options import expand
from corpuscli.cli.table import COMMANDS
from corpuscli.errors import CorpusError, QueryError, StoppedError, UnknownNameError
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from typer._click import Command, Context, HelpFormatter

NAME = "corpuscli"
FINDINGS, BUG, INTERRUPTED, PIPE_GONE = 1, 3, 130, 141
_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Commands(TyperGroup):
    """The group of all commands; a command's module is imported when it is asked for."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - the interface of the base class
        """Name all commands in the order of the table."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - as above
        """Build one command."""
        if cmd_name not in self.commands and any(entry.name == cmd_name for entry in COMMANDS):
            module = import_module(f"corpuscli.cli.commands.{cmd_name}")
            self.commands[cmd_name] = build(cmd_name, module.command)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find the command that the first argument names.

        Raises:
            UnknownNameError: There is none, with the nearest.
        """
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            from corpuscli.text.nearest import nearest

            near = nearest(name, self.list_commands(ctx))
            raise UnknownNameError("command", name, near, "" if near else f" ({NAME} --help lists all)")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the table, heading by heading, without importing a command."""
        for heading in dict.fromkeys(entry.heading for entry in COMMANDS):
            with formatter.section(heading):
                formatter.write_dl([(entry.name, entry.summary) for entry in COMMANDS if entry.heading == heading])


def build(name: str, function: Callable[..., int]) -> Command:
    """Turn a command's function into what parses its arguments."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    help_text = (inspect.getdoc(function) or "").replace("Examples:\n", "\b\nExamples:\n")
    app.command(name, help=help_text, context_settings=_SETTINGS)(expand(function))
    with warnings.catch_warnings():
        # typer's own ``autocompletion`` drops what does not begin as typed: surnames, words escaped for bash
        warnings.filterwarnings("ignore", "In Typer, only the parameter 'autocompletion'", DeprecationWarning)
        return get_command(app)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"{NAME} {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Keep a corpus of historical letters: add, lint, deduplicate, cross-reference, list."""


def _program() -> Command:
    app = typer.Typer(cls=Commands, rich_markup_mode=None, no_args_is_help=True, context_settings=_SETTINGS)
    app.callback()(_root)
    return get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: What follows the program's name.

    Returns:
        The exit code of DESIGN section 4. Nothing is raised, and no traceback shown without ``--debug``.
    """
    _prepare()
    try:
        code = _dispatch(list(arguments))
    except CorpusError as problem:
        code = _complain(str(problem), problem.exit_code, lines=isinstance(problem, QueryError))
    except StoppedError as stop:
        code = _complain(str(stop), stop.exit_code)
    except NoArgsIsHelpError as problem:
        code = _complain(problem.format_message(), problem.exit_code, lines=True)
    except ClickException as problem:
        code = _complain(f"{problem.format_message()} (see {_asked(problem)} --help)", problem.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_GONE
    except OSError as problem:
        code = _complain(_os_reason(problem), CorpusError.exit_code)
    except Exception as problem:  # noqa: BLE001 - the one place where a bug becomes exit 3
        code = _bug(problem, arguments)
    return _finish(code)


def _dispatch(arguments: list[str]) -> int:
    program: Any = _program()
    program._main_shell_completion({}, NAME, None)  # noqa: SLF001 - typer's own main() swallows broken pipes
    try:
        with program.make_context(NAME, arguments) as context:
            return int(program.invoke(context) or 0)
    except typer.Exit as leave:
        return leave.exit_code


def _prepare() -> None:
    """Write UTF-8 and plain line feeds whatever the locale says; let a termination unwind."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:  # closed by the caller: no file of ours may take its number
            handle = os.open(os.devnull, os.O_RDONLY)
            setattr(sys, name, os.fdopen(handle, "w" if number else "r", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # a closed stream, or one that a test has put there
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")  # type: ignore[union-attr] # as above
    with contextlib.suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGTERM, _terminated)


def _terminated(_number: int, _frame: object) -> None:
    raise StoppedError("terminated")


def _complain(line: str, code: int, *, lines: bool = False) -> int:
    with contextlib.suppress(OSError, AttributeError, ValueError):
        sys.stderr.write(visible(line, lines=lines) + "\n")
    return code


def _asked(problem: ClickException) -> str:
    """The command whose help lists what may be said: ``corpuscli dedupe`` for an option of dedupe."""
    context = getattr(problem, "ctx", None)
    return context.command_path if context else NAME


def _os_reason(problem: OSError) -> str:
    """The layers below name their files in errors of their own; what has no name here is what we print to."""
    if isinstance(problem, FileNotFoundError) and not problem.filename:  # nothing else asks for what has no name
        return "the working folder is gone: go to one that is there"
    return f"{problem.filename or 'standard output'}: {problem.strerror or problem}"


def _bug(problem: Exception, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(problem)
    line = f"a bug in {NAME} {__version__}: {type(problem).__name__}: {problem} (run again with --debug, and report it)"
    return _complain(line, BUG)


def _finish(code: int) -> int:
    """Flush; where the reader or the disk has gone, say so by the exit code and keep Python from saying it again."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            code = PIPE_GONE
            _silence(stream)
        except OSError as problem:
            _silence(stream)
            if stream is sys.stdout and code in (0, FINDINGS):
                code = _complain(_os_reason(problem), CorpusError.exit_code)
    return code


def _silence(stream: Any) -> None:  # noqa: ANN401 - any stream at all
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
