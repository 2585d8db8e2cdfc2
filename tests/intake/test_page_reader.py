"""The reader of pages as a whole: the seed page, and that nothing is lost unsaid."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.intake.page.reader import read_page

if TYPE_CHECKING:
    from corpuscli.model.reading import Reading

SEED = Path(__file__).parents[1] / "fixtures" / "chicherin-stalin-1921-03-10.txt"
SHARED = Path(__file__).parents[2].parent / "shared" / "examples" / "pages"


def untiled(page: str, readings: list[Reading]) -> list[int]:
    """Offsets of ink that no reading speaks of."""
    spoken: set[int] = set()
    for one in readings:
        fields = (field.span for field in one.fields if field.span)
        spans = [*one.text_spans, *(m.span for m in one.markers), *(gap.span for gap in one.dropped), *fields]
        spoken.update(at for span in spans for at in range(span.start, span.end))
    return [at for at, mark in enumerate(page) if not mark.isspace() and at not in spoken]


def lost_words(page: str, reading: Reading) -> Counter[str]:
    """Words of the page that are claimed for the text and do not stand in it."""
    claimed = " ".join(page[span.start : span.end] for span in reading.text_spans)
    return _words(claimed) - _words(reading.text)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub(r"\[\^[^\]\s]+\]:?", " ", text)))


def overlaps(reading: Reading) -> bool:
    """Whether two stretches of text, markers and dropped share a place."""
    spans = [*reading.text_spans, *(m.span for m in reading.markers), *(gap.span for gap in reading.dropped)]
    spans.sort()
    return any(before.end > after.start for before, after in itertools.pairwise(spans))


def test_the_seed_page() -> None:
    page = SEED.read_bytes().decode()
    (reading,) = read_page(page)
    assert {field.key: field.value for field in reading.fields} == {
        "date": "1921-03-10",
        "date_text": "March 10, 1921",
        "senders": ("G. V. Chicherin",),
        "recipients": ("I. V. Stalin",),
        "source": ("RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34",),
        "form": "Typewritten text",
        "edition": "Bolshevik leadership Correspondence. 1912-1927. Collection of documents 1996",
    }
    assert reading.warnings == ()
    start, end = page.index("Comrade Stalin."), page.index("\n\nRTSKHIDNI. F. 5.")
    note = page[page.index("oneWe") + len("one") :]
    assert reading.text == page[start:end].replace("delegation 1 ", "delegation[^1] ") + "\n\n[^1]: " + note


def test_the_seed_page_is_spoken_of_to_the_last_mark() -> None:
    page = SEED.read_bytes().decode()
    readings = read_page(page)
    assert untiled(page, readings) == []
    assert not overlaps(readings[0])


@pytest.mark.skipif(not SHARED.exists(), reason="the example pages lie outside the project")
def test_the_example_pages_are_spoken_of_to_the_last_mark() -> None:
    for path in SHARED.glob("*.txt"):
        page = path.read_bytes().decode()
        readings = read_page(page)
        assert untiled(page, readings) == [], path.name
        assert not any(map(overlaps, readings)), path.name


LINES = st.sampled_from(
    """\xa0
Bolshevik Leaders correspondence
Marx-Engels | Lenin | Stalin | Home Page
Collection of documents 1996.
Compiled by: A. B.
No. 5
7.
A. B. Ivanov to C. D. Petrov
Telegram to A. B. Ivanov C. D. Petrov
Moscow to LENIN, STALIN.
March 10, 1921
Kharkiv 31/7.
27/II
Comrade Petrov.
The train 1 left . We have 12 guns 2 .
*
Ivanov 3 .
RTSKHIDNI. F. 5. On. 1/S. D 13. L. 2. Typewritten text.
Autograph.
Published: Pravda. 1936. No. 7. S. 3.
Notes:
1 We are talking about it.
2On the letterhead.
oneWe
two. See note 1
To: I. V. Stalin
\ufeff
\u200b
— [..] (
1921""".splitlines()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_no_page_loses_a_mark(lines: list[str], end: str) -> None:
    page = end.join(lines)
    readings = read_page(page)
    if readings:
        assert untiled(page, readings) == []
        assert not any(map(overlaps, readings))
        assert not any(lost_words(page, one) for one in readings)


def test_a_lost_word_is_noticed() -> None:
    """Planted faults: a word taken out of the text, a stretch that nobody speaks of, one that two claim."""
    page = SEED.read_bytes().decode()
    (sound,) = read_page(page)
    assert not lost_words(page, sound)
    assert lost_words(page, replace(sound, text=sound.text.replace("delegation", "", 1))) == {"delegation": 1}
    silent = replace(sound, dropped=sound.dropped[1:])
    lost = sound.dropped[0].span
    assert [min(untiled(page, [silent])), max(untiled(page, [silent]))] == [lost.start, lost.end - 1]
    assert overlaps(replace(sound, text_spans=(*sound.text_spans, sound.markers[0].span)))


def test_a_letter_without_text_is_told() -> None:
    told, full = (
        [one.warnings for one in read_page(f"G. V. Chicherin to I. V. Stalin\nMarch 3, 1921\n{text}")]
        for text in ("", "Dear comrade, all is well.\n")
    )
    assert told == [("no text under the heading",)]
    assert full == [()]
