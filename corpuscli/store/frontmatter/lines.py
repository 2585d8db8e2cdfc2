"""Lines of a source: where they begin, end, and how."""

from __future__ import annotations


def start(source: str, offset: int) -> int:
    """Return where the line that holds ``offset`` begins."""
    return source.rfind("\n", 0, offset) + 1


def content_end(source: str, offset: int) -> int:
    """Return where the line that holds ``offset`` ends, before its line end."""
    end = source.find("\n", offset)
    end = len(source) if end < 0 else end
    return end - 1 if source[end - 1 : end] == "\r" and end > offset else end


def after(source: str, offset: int) -> int:
    """Return where the line after ``offset`` begins; ``offset`` itself when a line end stands before it."""
    if source[offset - 1 : offset] == "\n":
        return offset
    end = source.find("\n", offset)
    return len(source) if end < 0 else end + 1


def ending(source: str) -> str:
    r"""Return the file's line end, as its first line has it: ``\n`` or ``\r\n``."""
    end = source.find("\n")
    return "\r\n" if end > 0 and source[end - 1] == "\r" else "\n"
