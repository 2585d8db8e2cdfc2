"""The unified diff of two versions of a file."""

from __future__ import annotations


def unified(path: str, old: str, new: str) -> str:
    r"""Return what ``diff -u`` would print; "" where nothing differs.

    >>> print(unified("a.txt", "one\ntwo\n", "one\n"), end="")
    --- a/a.txt
    +++ b/a.txt
    @@ -1,2 +1 @@
     one
    -two
    """
    from difflib import unified_diff

    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
