"""The command table: one line per command; its module is imported when it is called."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A command: its name, what it does in one line, and the heading it stands under in ``--help``.

    The module is ``corpuscli.cli.commands.<name>``; it holds one function, ``command``.
    """

    name: str
    summary: str
    heading: str


COMMANDS = (
    Entry("init", "Make a corpus: corpus.yaml and people.yaml, explained", "Begin"),
    Entry("add", "Add letters: typed in, or read from pages of editions", "Begin"),
    Entry("list", "List letters by sender, recipient, date ...", "Ask"),
    Entry("search", "Search text and notes, best answers first", "Ask"),
    Entry("stats", "Count letters: timelines, who wrote to whom, gaps", "Ask"),
    Entry("show", "Print one letter", "Ask"),
    Entry("xref", "Find what letters cite, and what it points to", "Ask"),
    Entry("export", "Write letters as TEI, CMIF, CSV, JSON lines, BibTeX ...", "Ask"),
    Entry("lint", "Look for what is wrong, for people and for CI", "Keep sound"),
    Entry("dedupe", "Find passages that stand twice, and remove the copies", "Keep sound"),
    Entry("rules", "List the rules of lint, or explain one", "Keep sound"),
    Entry("schema", "Print the front matter's JSON Schema, for editors", "Keep sound"),
    Entry("people", "The register: letters per person, unknown names, merge, rename, add", "Change"),
    Entry("edit", "Open a letter in your editor, with a check on save", "Change"),
    Entry("set", "Change front matter of every letter that answers", "Change"),
    Entry("rename", "Give a letter another id", "Change"),
    Entry("remove", "Take letters out of the corpus", "Change"),
    Entry("undo", "Take back the last writing command, byte for byte", "Change"),
)
