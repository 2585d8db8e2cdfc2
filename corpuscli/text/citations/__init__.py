"""Citations of archives and published works, read from any text."""

from corpuscli.text.citations.find import find_citations

__all__ = ["find_citations"]
