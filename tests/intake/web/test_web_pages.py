"""Saved web pages: what a site puts around a letter is gone, what it says of it is kept."""

from __future__ import annotations

import pytest

from corpuscli.intake.files import readings_of
from corpuscli.intake.web.page import page_text


def words(body: str) -> str:
    """The words of a page with this body, its blank lines left out."""
    text, _ = page_text(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode(), "page.html")
    return "\n".join(line for line in text.split("\n") if line)


@pytest.mark.parametrize(
    "around",
    [
        "<div class='cookie-consent'>We use cookies.</div>",
        "<div id='siteNotice'>Help us!</div>",
        "<ul class='main-menu'><li>Home</li></ul>",
        "<div role='contentinfo'>Imprint</div>",
        "<p style='color: red; display: none'>Gone.</p>",
        "<p hidden>Gone.</p>",
        "<section id='comments'><p>Great letter!</p></section>",
        "<span class='mw-editsection'>[edit]</span>",
    ],
)
def test_what_a_site_puts_around_a_letter_is_gone(around: str) -> None:
    assert words(f"{around}<p>The ship is in.</p>{around}") == "The ship is in."


@pytest.mark.parametrize(
    "within",
    ["<div class='letter-text'>{}</div>", "<div class='notes'>{}</div>", "<section class='metadata'>{}</section>"],
)
def test_what_only_looks_like_it_is_kept(within: str) -> None:
    assert words(within.format("<p>The ship is in.</p>")) == "The ship is in."


@pytest.mark.parametrize("layout", ["content-with-sidebar", "right-sidebar", "site-footer-fixed", "page has-banner"])
def test_what_holds_most_of_a_page_is_kept_whatever_it_is_called(layout: str) -> None:
    script = f"<script>{'x = 1; ' * 99}</script>"
    page = f"{script}<div class='{layout}'><div class='sidebar'>Home</div><p>The ship is in with all hands.</p></div>"
    assert words(page) == "The ship is in with all hands."


def test_what_footnotes_lead_into_is_kept_whatever_it_is_called() -> None:
    page = "<p>Come<a href='#n1'>1</a>.</p><div class='page-footer'><p id='n1'>By train.</p></div>"
    assert words(page) == "Come[1].\n[1] By train."


def test_the_page_is_what_its_markup_calls_so_if_most_words_stand_there() -> None:
    letter = "<main><p>The ship is in with all hands and most of the dogs.</p></main>"
    assert words(f"<p>Polar Letters</p>{letter}") == "The ship is in with all hands and most of the dogs."
    assert words(f"<main><p>Polar</p></main><div>{'The ship is in. ' * 9}</div>").startswith("Polar\nThe ship")


@pytest.mark.parametrize(
    "record",
    [
        "<table><tr><th>Sender</th><td>H. Pascoe</td></tr><tr><th>Date</th><td>May 4</td></tr></table>",
        "<table><tr><td>Sender</td><td>H. Pascoe</td></tr><tr><td>Date</td><td>May 4</td></tr></table>",
        "<dl><dt>Sender</dt><dd>H. Pascoe</dd><dt>Date</dt><dd>May 4</dd></dl>",
        "<div><div>Sender</div><div>H. Pascoe</div></div><div><div>Date:</div><div>May 4</div></div>",
        "<p><b>Sender</b><span> H. Pascoe</span></p><p><b>Date:</b> <span>May 4</span></p>",
    ],
)
def test_what_a_page_names_of_a_letter_becomes_labels(record: str) -> None:
    assert [" ".join(line.split()) for line in words(record).split("\n")] == ["Sender: H. Pascoe", "Date: May 4"]


def test_a_table_of_other_things_has_no_labels() -> None:
    assert ":" not in words(
        "<table><tr><td>Rye</td><td>4 poods</td></tr><tr><td>Oats</td><td>2 poods</td></tr></table>"
    )


@pytest.mark.parametrize(
    "note",
    [
        "sea<a href='#s1'><sup>1</sup></a><span class='sidenote' id='s1'><sup>1</sup> The Barents Sea.</span>.",
        "sea<sup><a href='#'>1</a></sup><span class='footnote-tip'>The Barents Sea.</span>.",
        "sea<sup title='The Barents Sea.'>1</sup>.",
        "sea<a class='fn' href='#' data-toggle='tooltip' title='The Barents Sea.'><sup>1</sup></a>.",
    ],
)
def test_a_note_within_a_sentence_is_set_under_the_text(note: str) -> None:
    assert words(f"<p>We saw the {note} Now home.</p>") == "We saw the sea[1]. Now home.\nNotes\n[1] The Barents Sea."


def test_a_note_that_a_list_has_too_is_said_once() -> None:
    tip = "<sup><a href='#'>1</a></sup><span class='footnote-tip'>The Barents Sea.</span>"
    listed = "<ol class='footnotes'><li><p>The Barents Sea. <a href='#r1'>↑</a></p></li></ol>"
    assert words(f"<p>The sea{tip}.</p>{listed}") == "The sea[1].\n[1] The Barents Sea."


def test_a_tip_of_a_word_is_no_note() -> None:
    assert words("<p>Mr <abbr title='Thomas'>Thos.</abbr> came on the 1<sup title='st'>st</sup>.</p>").startswith(
        "Mr Thos."
    )


def test_lists_of_notes_count_what_they_do_not_say() -> None:
    notes = "<ol class='references'><li>One.</li><li value='7'>Seven.</li></ol>"
    assert words(notes) == "[1] One.\n[7] Seven."
    assert words("<ol><li>Rye.</li><li>Oats.</li></ol>") == "Rye.\nOats."


def test_soft_hyphens_are_no_words_and_asterisks_have_no_brackets() -> None:
    assert words("<p>Tas&shy;mania<sup>*</sup></p>") == "Tasmania*"


def test_a_letter_of_a_wiki_is_read_whole() -> None:
    page = """<html lang="en"><body><div class="notice">Help us!</div>
    <h1>Letter from Hugh Pascoe to Ivar Lund, 2 October 1909</h1>
    <table class="infobox"><tr><th colspan="2">Letter</th></tr><tr><th>Author</th><td>Hugh Pascoe</td></tr>
    <tr><th>Addressee</th><td>Ivar Lund</td></tr><tr><th>Place</th><td>Hobart, Tasmania</td></tr>
    <tr><th>Repository</th><td>Mitchell Library, MLMSS 2281, Box 4</td></tr><tr><th>Language</th><td>English</td></tr>
    <tr><th>Form</th><td>Autograph letter, signed</td></tr></table>
    <p>This letter was found in 1978.</p><h2>Text</h2><p>My dear Lund,</p>
    <p>We are back<sup><a href="#n1">[1]</a></sup>, and the dogs with us.<sup><a href="#n1">[1]</a></sup></p>
    <p>Ever yours, Hugh Pascoe</p><h2>Notes</h2><ol class="references"><li id="n1">All but two.</li></ol>
    <h2>See also</h2><p>Letter from Hugh Pascoe to Otto Reiss, 3 October 1909</p></body></html>"""
    [reading] = readings_of(page.encode(), "page.html")
    fields = {field.key: field.value for field in reading.fields}
    assert (fields["senders"], fields["recipients"]) == (("Hugh Pascoe",), ("Ivar Lund",))
    assert (fields["date"], fields["place"]) == ("1909-10-02", "Hobart, Tasmania")
    assert (fields["source"], fields["form"]) == (("Mitchell Library, MLMSS 2281, Box 4",), "Autograph letter, signed")
    assert reading.text == (
        "My dear Lund,\n\nWe are back[^1], and the dogs with us.[^1]\n\nEver yours, Hugh Pascoe\n\n[^1]: All but two."
    )


def test_what_is_said_of_the_day_above_the_header_is_the_letters() -> None:
    page = (
        "<body><h1>Letter to Maxim Gorky</h1><p>Written: Written on February 7, 1912 in Paris</p>"
        "<p>V. I. Lenin to A. M. Gorky</p><p>Dear A. M., your book came and I read it.</p><p>Yours, Lenin</p></body>"
    )
    [reading] = readings_of(page.encode(), "page.html")
    fields = {field.key: field.value for field in reading.fields}
    assert (fields["date"], fields["place"], fields["senders"]) == ("1912-02-07", "Paris", ("V. I. Lenin",))
