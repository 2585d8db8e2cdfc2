"""What a file system can hold where a letter should be, by name; each with the path that messages name.

Where nothing is to be complained of, there is no path: the name is none of a letter, or the letter can be read.
"""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LETTER = b"---\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\nx\n"


def folder(root: Path) -> None:
    (root / "folder.txt").mkdir()


def fifo(root: Path) -> None:
    os.mkfifo(root / "fifo.txt")


def unix_socket(root: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(root)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket.txt")
    finally:
        os.fchdir(here)
        os.close(here)


def link_to(target: str) -> Callable[[Path], None]:
    return lambda root: (root / "link.txt").symlink_to(target)


def loop(root: Path) -> None:
    (root / "a.txt").symlink_to("b.txt")
    (root / "b.txt").symlink_to("a.txt")


def folder_loop(root: Path) -> None:
    (root / "sub").mkdir()
    (root / "sub/again").symlink_to("..")


def named(name: bytes, data: bytes = b"no letter\n") -> Callable[[Path], None]:
    def make(root: Path) -> None:
        handle = os.open(os.fsencode(root) + b"/" + name, os.O_WRONLY | os.O_CREAT)
        os.write(handle, data)
        os.close(handle)

    return make


def _unreadable(root: Path) -> None:
    named(b"shut.txt", LETTER)(root)
    (root / "shut.txt").chmod(0)


def _large(root: Path) -> None:
    with (root / "large.txt").open("wb") as file:
        file.write(LETTER)
        file.truncate(100 * 1024 * 1024)


def _closed_folder(root: Path) -> None:
    (root / "sub").mkdir()
    named(b"sub/a.txt")(root)
    (root / "sub").chmod(0)


def _deep(root: Path) -> None:
    here = root
    for _ in range(200):
        here = here / "deeper"
        here.mkdir()
    (here / "bad.txt").write_bytes(b"no letter")


def _outside(root: Path) -> None:
    (root.parent / "secret.txt").write_bytes(LETTER)
    link_to("../secret.txt")(root)


def _two(*names: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        for name in names:
            (root / name).write_bytes(LETTER)

    return make


PLACES: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder named as a letter": (folder, ""),
    "FIFO": (fifo, "fifo.txt"),
    "socket": (unix_socket, "socket.txt"),
    "link to a device without end": (link_to("/dev/zero"), "link.txt"),
    "link to a device": (link_to("/dev/null"), "link.txt"),
    "link to nothing": (link_to("nothing.txt"), "link.txt"),
    "link to a folder": (link_to("."), "link.txt"),
    "link to a file of the system": (link_to("/etc/passwd"), "link.txt"),
    "link to a letter outside": (_outside, "link.txt"),
    "link to /proc": (link_to("/proc/self/environ"), "link.txt"),
    "link to itself": (link_to("link.txt"), "link.txt"),
    "links in a ring": (loop, "a.txt"),
    "folder that holds itself": (folder_loop, ""),
    "newline in the name": (named(b"a\nb.txt"), "a\\nb.txt"),
    "escape bytes in the name": (named(b"\x1b[2J.txt"), "\\x1b[2J.txt"),
    "bell in the name": (named(b"\x07.txt"), "\\x07.txt"),
    "bidi override in the name": (named("a\u202etxt.txt".encode()), "a\\u202etxt.txt"),
    "bytes that are no UTF-8 in the name": (named(b"\xff\xfe.txt"), "\\udcff\\udcfe.txt"),
    "dash before the name": (named(b"-rf.txt"), "-rf.txt"),
    "dashes before the name": (named(b"--corpus=x.txt"), "--corpus=x.txt"),
    "blanks in the name": (named(b" a b .txt"), " a b .txt"),
    "quotes in the name": (named(b"'\"$(x)`.txt"), "'\"$(x)`.txt"),
    "annotation in the name": (named(b"::error::x.txt"), "::error::x.txt"),
    "markup in the name": (named(b"<b>&amp;.txt"), "<b>&amp;.txt"),
    "name of 255 bytes": (named(b"n" * 251 + b".txt"), "n" * 251 + ".txt"),
    "name that is all suffix": (named(b".txt"), ""),
    "name that begins with an underscore": (named(b"_a.txt"), ""),
    "suffix in capitals": (named(b"a.TXT"), ""),
    "our own temporary file": (named(b".corpuscli-000001-0.tmp"), ""),
    "editor's copy": (named(b"a.txt~"), ""),
    "names that differ in case": (_two("a.txt", "A.txt"), ""),
    "names that differ in normal form": (_two("\u00e9.txt", "e\u0301.txt"), ""),
    "one name, two suffixes": (_two("a.txt", "a.md"), ""),
    "folders 200 deep": (_deep, "deeper/bad.txt"),
    "100 MB": (_large, "large.txt"),
    "file that may not be read": (_unreadable, "shut.txt"),
    "folder that may not be listed": (_closed_folder, "sub"),
}
SHUT = {"file that may not be read", "folder that may not be listed"}
"""What keeps everybody out but the administrator."""
