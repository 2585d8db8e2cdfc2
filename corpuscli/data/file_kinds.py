"""Files that people offer as pages and that hold no plain text: how their bytes begin, and what to do with them.

Sources: the signatures of PDF (ISO 32000-1, 7.5.2), PNG (ISO/IEC 15948, 5.2), JPEG (ISO/IEC 10918-1, B.1), TIFF 6.0
(section 2), ZIP (APPNOTE.TXT, 4.3.7; docx and odt are ZIP), RTF 1.9.1, MS-CFB 2.2 (doc, xls), DjVu 3,
gzip (RFC 1952).
"""

from __future__ import annotations

_WORD = "save it as plain text (UTF-8) or as a web page (.html)"
_IMAGE = "let a program for OCR make a .txt of it"

FILE_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "copy its text into a .txt, or let pdftotext make one"),
    (b"\x89PNG", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"II*\0", "a TIFF image", _IMAGE),
    (b"MM\0*", "a TIFF image", _IMAGE),
    (b"AT&TFORM", "a DjVu file", "copy its text into a .txt, or let djvutxt make one"),
    (b"{\\rtf", "an RTF file", _WORD),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", _WORD + "; a table as CSV"),
    (b"PK\x03\x04", "a docx, odt, xlsx or zip file", _WORD + "; a table as CSV; unpack a zip"),
    (b"\x1f\x8b", "a gzip file", "unpack it"),
)
"""How the file begins, what it is, and what to do."""


def file_kind(data: bytes) -> str:
    r"""Return what a file is and what to do with it, "" where it may be text.

    >>> file_kind(b"\x1f\x8b\x08"), file_kind(b"Pkarte")
    ('a gzip file, not text: unpack it', '')
    """
    return next((f"{what}, not text: {how}" for start, what, how in FILE_KINDS if data.startswith(start)), "")
