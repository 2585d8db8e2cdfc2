"""Asks git which files changed, with everything off that would run a program of the repository's choice."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_QUIET = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.quotePath=false")


def changed_since(root: Path, ref: str) -> frozenset[str]:
    """Return what differs from a commit in the working tree, and what git does not know yet.

    Args:
        root: The corpus; only files under it count.
        ref: A commit, branch or tag.

    Returns:
        Paths relative to ``root``, with ``/``; files that are gone are left out.

    Raises:
        UsageError: There is no git, no repository, or no such commit.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").strip()
    if not commit:
        raise UsageError(f"--changed-since {ref!r}: git knows no such commit")
    differing = ("diff", "--name-only", "--no-ext-diff", "--no-textconv", "--diff-filter=d", "--relative", "-z")
    names = _git(root, *differing, commit, "--") + _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(name for name in names.split("\0") if name)


def _git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_EXTERNAL_DIFF": "", "GIT_PAGER": "cat"}
    environment.pop("GIT_EXTERNAL_DIFF")
    try:
        done = subprocess.run(
            ["git", *_QUIET, *arguments], cwd=root, env=environment, capture_output=True, check=False, encoding="utf-8",
            errors="surrogateescape",
        )  # fmt: skip
    except OSError:
        raise UsageError("--changed-since needs git, which is not installed") from None
    if done.returncode and arguments[0] != "rev-parse":
        raise UsageError(f"--changed-since: git: {done.stderr.strip()}")
    if "not a git repository" in done.stderr:
        raise UsageError("--changed-since: the corpus is in no git repository")
    return done.stdout
