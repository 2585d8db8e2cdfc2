"""Citations in the words of a style, one file per style; each is read back to the same fields.

A style is a module with ``render(citation, names) -> str`` and ``parse(text, registers) -> Citation | None``.
"""
