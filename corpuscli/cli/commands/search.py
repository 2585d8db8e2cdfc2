"""``corpuscli search``: full text with snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpuscli.cli.completion import queries
from corpuscli.cli.console import open_console
from corpuscli.cli.filters import Filters
from corpuscli.cli.options import Shared

if TYPE_CHECKING:
    from corpuscli.cli.console import Console
    from corpuscli.querying.search import Found, Hit

COLUMNS = ("id", "date", "senders", "recipients", "hits", "snippets")
NARROWEST = 30
"""Code points of a snippet at least, however narrow the terminal is."""
NEXT_LINE = "\n      "
MARGIN = 12
"""Cells of the terminal that are left for the blanks before a snippet, and for marks in it."""


def command(
    shared: Shared,
    filters: Filters,
    *,
    text: Annotated[str, typer.Argument(metavar="TEXT", help='Words, "a phrase", begin*, -without, or, NOT.')],
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]", shell_complete=queries, help="As from:stalin date:1921.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="Letters at most; 0 for all.")] = 20,
    regex: Annotated[bool, typer.Option("--regex", help="TEXT is a regular expression.")] = False,
    context: Annotated[
        int, typer.Option("--context", "-C", metavar="N", min=0, help="Show N lines before and behind each place.")
    ] = 0,
) -> int:
    """Search the text and notes of letters; the best answers come first.

    All words must stand in a letter, in any order, as whole words (list --match also finds a part of one); case and
    accents do not matter. "a phrase" asks for words side by side, begin* for the beginning of a word, -word or NOT word
    for letters without it, 'or' between two for one of them. Each
    letter is shown with the places where the words stand; places in notes are named. QUERY and the filters choose the
    letters, as for list. --regex reads TEXT as a regular expression (Python's; case does not matter): every letter is
    read, in the order of dates, and an expression that takes too long is refused.

    Examples:
      $ corpuscli search "turkish deleg*"
      $ corpuscli search '"Turkish delegation" -peace' from:chicherin --format json
      $ corpuscli search --regex "turk(ish|ey)" -C 1
    """
    from corpuscli.exports import table_writer
    from corpuscli.model.table import Table
    from corpuscli.querying.flags import question
    from corpuscli.querying.search import Frame, search, search_pattern
    from corpuscli.store.corpus import open_corpus

    console = open_console(shared)
    write = table_writer(shared.format) if shared.format else None
    corpus = open_corpus(shared.corpus)
    look = search_pattern if regex else search
    frame = Frame(context=context)
    if write is None and console.width:
        frame = Frame(max(NARROWEST, min(frame.width, console.width - MARGIN)), context)
    found = look(corpus, text, question(corpus, filters.asked(query)), limit=limit, frame=frame)
    if write is not None:
        whole = shared.format in ("json", "jsonl")
        write(
            Table(COLUMNS, (hit.row() if whole else hit.cells() for hit in found.hits), numeric=frozenset(["hits"])),
            console.out,
        )
    else:
        _show(console, found)
    _sum_up(console, found, limit, "" if regex else text)
    return 2 if found.unread else 0


def _show(console: Console, found: Found) -> None:
    for number, hit in enumerate(found.hits):
        if number:
            console.print()
        _show_hit(console, hit)


def _show_hit(console: Console, hit: Hit) -> None:
    from corpuscli.exports.cells import cell
    from corpuscli.exports.fitting import cells
    from corpuscli.text.visible import visible

    record = hit.record
    parties = " → ".join(cell(record.get(key)) or "?" for key in ("senders", "recipients"))
    head = f"{record['id']}  {cell(record.get('date'))}  {parties}"
    console.print(console.paint(visible(head), "bold"))
    for place in hit.places:
        where = f"{record['path']}:{place.line}:{place.column}"
        words = "".join(_painted(console, visible(text), hit=marked) for text, marked in place.pieces)
        note = f"note {place.part.removeprefix('note:')}: " if place.part != "text" else ""
        for line in place.before:
            console.print(console.paint(f"  {visible(line)}", "dim"))
        fits = not console.width or cells(f"  {where}  {note}{place.marked()}") <= console.width
        console.print(f"  {console.paint(visible(where), 'dim')}{'  ' if fits else NEXT_LINE}{visible(note)}{words}")
        for line in place.after:
            console.print(console.paint(f"  {visible(line)}", "dim"))
    more = hit.count - sum(1 for place in hit.places for _, marked in place.pieces if marked)
    if more > 0:
        console.print(console.paint(f"  and {more} more", "dim"))


def _painted(console: Console, text: str, *, hit: bool) -> str:
    if not hit:
        return text
    return console.paint(text, "warning") if console.colored else f"[{text}]"


def _sum_up(console: Console, found: Found, limit: int, text: str) -> None:
    if not found.count:
        from shlex import quote

        from corpuscli.querying.language import filters_in

        hint = "; begin* finds words that begin so, fewer words find more" if text else ""
        for asked in filters_in(text):
            hint = f"; {asked} chooses letters: put it behind TEXT, or ask corpuscli list {quote(asked)}"
        console.say(f"no letter says this{hint}")
    elif not found.ranked:
        console.say(
            "so many letters say this that they are not ranked: these are the first by date; say more words, or"
            " --limit 0 for all"
        )
    elif limit and found.count > limit:
        console.say(f"{limit} of {found.count} letters; --limit 0 shows all")
    for problem in found.unread:
        console.complain(str(problem))
