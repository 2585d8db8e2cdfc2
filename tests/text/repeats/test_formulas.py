"""What editions print again and again is no copy: heads of paper round short letters, numbers of one journal."""

from __future__ import annotations

from corpuscli.model.span import Span
from corpuscli.text.repeats.find import find_repeats
from corpuscli.text.repeats.texts import Text
from tests.benchmarks.reuse_prose import Prose

CITED = "In: Wiener Zeitung, Nr. {}, {}. 7. 1895, S. 8. Felix Salten: Die Münchener Kunstausstellungen. Im Glaspalast."


def test_short_letters_on_paper_with_a_long_head_are_two() -> None:
    language = Prose(12)
    head, foot = language.sentences(30), language.sentences(30)
    texts = [f"{head} {language.sentence(8, 10)} {foot}" for _ in range(2)]
    texts += [f"{head} {language.sentences(120)} {foot}" for _ in range(20)]
    assert {passage.kind for passage in find_repeats(texts)} == {"boilerplate"}
    assert {passage.kind for passage in find_repeats(texts[:2])} == {"letter"}


def test_a_note_that_cites_two_numbers_of_a_journal_repeats_nothing() -> None:
    note = f"{CITED.format(5200, 6)} Auch anderswo erschien damals etwas davon. {CITED.format(5215, 24)}"
    said = "Ein Brief. " + note
    [passage] = find_repeats([Text(said, (Span(0, 10), Span(11, len(said))), ("text", "note:1"))], within=12)
    assert passage.kind == "boilerplate"
    [passage] = find_repeats([note], within=12)
    assert passage.kind == "within"


SAILING = "{} Fahrt. Abfahrt von {} {}. März 1905. Häfen: {}, Algier, Tunis, Palermo, Neapel, Genua. Dauer {} Tage."
SAILINGS = (
    ("Erste", "Hamburg", 4, "Dover, Lissabon", 24),
    ("Zweite", "Triest", 17, "Messina, Ajaccio", 14),
    ("Dritte", "Venedig", 29, "Korfu, Syrakus, Malta", 16),
)


def test_entries_of_a_list_are_no_copies() -> None:
    entries = [SAILING.format(*entry) for entry in SAILINGS]
    found = find_repeats(["\n".join(entries)], within=12)
    assert {passage.kind for passage in found} == {"boilerplate"}
    twice = find_repeats([f"{' '.join(entries)} Und noch einmal dasselbe: {' '.join(entries)}"], within=12)
    assert [len(passage.copies) for passage in twice if passage.kind == "within"] == [2]


def test_the_same_letter_is_shown_where_it_stands_and_not_by_its_note() -> None:
    language = Prose(13)
    note = language.sentences(90)
    texts = [f"{said} {language.sentence(4, 5)}" for said in [language.sentences(40)] * 2]
    marked = [
        Text(
            f"{said}\n{note}", (Span(0, len(said)), Span(len(said) + 1, len(said) + 1 + len(note))), ("text", "note:1")
        )
        for said in texts
    ]
    letters = [passage for passage in find_repeats(marked) if passage.kind == "letter"]
    assert [copy.span.start for passage in letters for copy in passage.copies] == [0, 0]
