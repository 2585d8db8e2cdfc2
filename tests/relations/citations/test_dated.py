"""Letters named by day and persons: what the words name must be so, and nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.model.person import Person
from corpuscli.relations.citations.around import Around
from corpuscli.relations.citations.resolver import resolve
from corpuscli.text.citations import find_citations
from tests.relations.citations.support import letters

if TYPE_CHECKING:
    from corpuscli.relations.citations.letters import Letters

WERNER, HANS = "Lindner, Werner", "Hans Ott"
VIENNA = letters(
    ("citing", f"date: 1894-05-29; place: Wien; senders: ['{WERNER}']; recipients: [{HANS}]"),
    ("same-day", f"date: 1894-05-23; place: Wien; senders: [Karl Roth]; recipients: [{HANS}]"),
    ("shifted", f"date: 1894-07-03; place: Wien; senders: [Karl Roth]; recipients: [{HANS}]"),
    ("to-werner", f"date: 1894-05-12; senders: [{HANS}]; recipients: ['{WERNER}']"),
    ("to-paula", f"date: 1894-05-14; senders: [{HANS}]; recipients: [Paula Ott]"),
    ("to-anna", f"date: 1894-05-14; senders: [{HANS}]; recipients: [Anna Ott]"),
    ("month", "date: 1894-03; senders: [Karl Roth]; recipients: [Emil Braun]"),
    ("earlier", f"date: 1892-07-19; senders: [Karl Roth]; recipients: [{HANS}]"),
    ("firm", "date: 1894-05-02; senders: [Verlag Braun & Söhne]; recipients: [Hans Ott]"),
    ("own-day", f"date: 1894-05-29; senders: [{HANS}]; recipients: ['{WERNER}']"),
    ("december", f"date: 1893-12-28; senders: [{HANS}]; recipients: ['{WERNER}']"),
    people=(Person("ott", HANS, ("Johann Ott", "Hansi")),),
)
RUSSIA = letters(
    ("citing", "date: 1905-03-20; place: London; senders: [A. Reed]; recipients: [P. Orlova]"),
    ("moscow", "date: 1905-03-14; place: Moscow; senders: [P. Orlova]; recipients: [A. Reed]"),
    ("london", "date: 1905-03-15; place: London; senders: [B. Hall]; recipients: [A. Reed]"),
    ("archive", "date: 1905-02-14; senders: [Y. Bakhtin]; recipients: [A. Reed]; source: [GARF. F. 5. Op. 2. D. 3]"),
    ("new", "date: 1905-02-15; place: Moscow; calendar: gregorian; senders: [N. Belova]; recipients: [A. Reed]"),
    ("after", "date: 1919-03-14; place: Moscow; senders: [P. Orlova]; recipients: [A. Reed]"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state", "targets"),
    [
        # who is named is a party, or nothing is
        ("Ewalds Brief vom 23. 5. 1894 enthält den Plan.", "dangling", ()),
        ("Roths Brief vom 23. 5. 1894 enthält den Plan.", "resolved", ("same-day",)),
        ("Roth nennt das Stück in einem Brief vom 23. 5. 1894 an Klara Winter (S. 138).", "dangling", ()),
        ("Aus seinem Brief vom 23. 5. 1894 an Klara Winter lässt es sich erschließen.", "dangling", ()),
        ("In einem Brief vom 23. 5. 1894 bat Ewald Ott um Verse.", "dangling", ()),
        ("In einem Brief vom 23. 5. 1894 bat Karl Roth ihn um Verse.", "resolved", ("same-day",)),
        ("Im Brief vom 23. 5. 1894 schreibt Ewald an Lindner.", "dangling", ()),
        ("Otto Ewald hatte in seinem Brief vom 23. 5. 1894 Ott gebeten, zu kürzen.", "dangling", ()),
        ("Davon erfuhr Wilhelm Sand, der in einem Brief vom 23. 5. 1894 an Minister Kern schrieb.", "dangling", ()),
        ("Vgl. den Brief Karl Roths an Hans Ott vom 23. 5. 1894.", "resolved", ("same-day",)),
        ("Vgl. den Brief von Paula Roth an Hans Ott vom 23. 5. 1894.", "dangling", ()),
        ("Vgl. die Karte vom 23. 5. 1894 Karl Roths an Hans Ott.", "resolved", ("same-day",)),
        ("Roth's letter to Ott of 23 May 1894", "resolved", ("same-day",)),
        ("Roth's letter of 23 May 1894 to Miss Winter", "dangling", ()),
        ("lettre de Karl Roth à Hans Ott du 23 mai 1894", "resolved", ("same-day",)),
        ("lettre de Karl Roth à Klara Winter du 23 mai 1894", "dangling", ()),
        # forenames and variants tell apart
        ("Vgl. den Brief Otts an Paula vom 14. 5. 1894.", "resolved", ("to-paula",)),
        ("Vgl. den Brief Johann Otts an Anna Ott vom 14. 5. 1894.", "resolved", ("to-anna",)),
        ("Vgl. den Brief Otts vom 14. 5. 1894.", "ambiguous", ("to-anna", "to-paula")),
        # your letter and mine
        ("Ich danke für Ihren Brief vom 12. Mai.", "resolved", ("to-werner",)),
        ("Ihr letzter freundlicher Brief vom 23. Mai ist da.", "dangling", ()),
        ("Ich danke für Ihren Brief vom 28. Dezember.", "resolved", ("december",)),
        ("Ihr an meinen Herrn Dr. Kern gerichtetes Schreiben vom 12. Mai", "dangling", ()),
        ("Mein Brief vom 12. Mai wird Sie erreicht haben.", "dangling", ()),
        # nobody is named
        ("Der Brief vom 12. 5. 1894 spricht dagegen.", "resolved", ("to-werner",)),
        ("Er wurde durch ein Schreiben vom 23. 5. 1894 beurlaubt.", "ambiguous", ("same-day",)),
        ("Vgl. auch das Schreiben vom 23. 5. 1894.", "resolved", ("same-day",)),
        ("Vgl. dazu seinen Brief vom 23. 5. 1894.", "ambiguous", ("same-day",)),
        ("Was Roth dazu meinte, zeigt sein Brief vom 23. 5. 1894.", "resolved", ("same-day",)),
        ("Schluss des Briefes vom 29. 5. 1894.", "ambiguous", ("own-day",)),
        # no Old Style in Vienna, nor a month for a day
        ("Brief vom 21. 6. 1894, abgedruckt an anderem Ort.", "dangling", ()),
        ("Brief vom 5. 3. 1894, abgedruckt an anderem Ort.", "dangling", ()),
        ("Brief Roths an Braun vom 5. 3. 1894", "resolved", ("month",)),
        # years of two digits lie before the letter
        ("In Roths Brief vom 19. Juli 92, den ich habe.", "resolved", ("earlier",)),
        ("Schreiben von Braun vom 2. 5. 1894", "resolved", ("firm",)),
    ],
)
def test_in_vienna(text: str, state: str, targets: tuple[str, ...]) -> None:
    assert _resolved(text, VIENNA) == (state, targets)


@pytest.mark.parametrize(
    ("text", "state", "targets"),
    [
        ("Your letter of March 1 came today.", "resolved", ("moscow",)),
        ("Your letter of March 14 came today.", "resolved", ("moscow",)),
        ("Hall's letter of March 2, 1905", "dangling", ()),
        ("Письмо Бахтина от 1 февраля 1905 г. у меня", "resolved", ("archive",)),
        ("Bakhtin's letter of February 1, 1905", "resolved", ("archive",)),
        ("Belova's letter of February 2, 1905", "dangling", ()),
        ("письмо Холла от 2 марта 1905", "dangling", ()),
        ("Orlova's letter of March 1, 1919", "dangling", ()),
    ],
)
def test_old_style_is_of_russia_only(text: str, state: str, targets: tuple[str, ...]) -> None:
    assert _resolved(text, RUSSIA) == (state, targets)


def test_a_corpus_in_russian_is_dated_by_the_old_style() -> None:
    known = letters(("citing", "date: 1905-04-20"), ("one", "date: 1905-03-15; senders: [B. Hall]"))
    assert _resolved("Hall's letter of March 2, 1905", known) == ("dangling", ())
    known.old_style = True
    assert _resolved("Hall's letter of March 2, 1905", known) == ("resolved", ("one",))


def test_a_note_of_a_letter_named_by_its_day_is_none_of_the_citing_letter() -> None:
    note, letter = find_citations("Vgl. Anm. 2 zum Brief Roths an Ott vom 23. 5. 1894.")
    assert resolve(note, "citing", VIENNA).state == "dangling"
    assert resolve(letter, "citing", VIENNA).targets == ("same-day",)


def _resolved(text: str, known: Letters) -> tuple[str, tuple[str, ...]]:
    (citation,) = find_citations(text)
    around = Around.of(text, citation.span.start, citation.span.end)
    found = resolve(citation, "citing", known, around)
    return found.state, found.targets
