"""Names: keys, surnames, slugs and bodies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.data.names import NameWords, Spelling, name_words, spellings
from corpuscli.text.names import fold, is_body, slug, surname


@pytest.mark.parametrize("row", spellings(), ids=lambda row: f"{row.kind}-{row.source}")
def test_every_spelling_folds_as_its_example_says(row: Spelling) -> None:
    assert fold(row.example) == fold(row.same_as)
    assert row.kind == "sound" or row.source in row.example.lower()


@pytest.mark.parametrize("row", name_words(), ids=lambda row: f"{row.kind}-{row.forms[0]}")
def test_every_row_of_words_shows_itself(row: NameWords) -> None:
    for example in row.examples:
        assert is_body(example) == (row.kind == "body")
        assert row.kind == "body" or surname(example) in {"Stalin", "Schnitzler", "Сталин", "Marx", "Smith"} | {
            "Hofmannsthal",
            "Gogh",
        }


SAME = [
    ("Chicherin", "Tchitcherin", "Чичерин", "Tschitscherin", "Čičerin", "ЧИЧЕРИН", "Tchitchérine", "[Chicherin]"),
    ("I. V. Stalin", "I.V. Stalin", "I.V.STALIN", "J. V. Stalin", "Stalin I. V.", "Stalin, I. V.", "И. В. Сталин"),
    ("Ya. M. Sverdlov", "Я.М. Свердлов", "Ia. M. Sverdlov", "Sverdlov, Ya. M."),
    ("A. S. Yenukidze", "A.S. Enukidze", "А. С. Енукидзе"),
    ("Spandaryan", "Spandarian", "Спандарян"),
    ("G. E. Zinoviev", "Г. Е. Зиновьев", "G. E. Zinov'ev", "G. E. Zinowjew", "Zinovieff, G. E."),
    ("Trotsky", "Trotskii", "Trotskij", "Trotzki", "Троцкий", "TROTSKY"),
    ("Lunacharsky", "Lunatscharski", "Луначарский"),
    ("Antonov-Ovseenko", "Antonov - Ovseenko", "Антонов-Овсеенко", "Antonov Ovseyenko"),
    ("Alekseyev", "Alekseev", "Алексеев", "Alexejew"),
    ("Dostoyevsky", "Dostoevskii", "Достоевский"),
    ("Nikolayev", "Nikolaev", "Николаев", "Nikolajew"),
    ("Mikoyan", "Mikoian", "Микоян"),
    ("Dvořák", "DVORAK"),
    ("Joffe", "Ioffe", "Иоффе"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_one_name_has_one_key(names: tuple[str, ...]) -> None:
    assert {name: fold(name) for name in names} == dict.fromkeys(names, fold(names[0]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L. B. Kamenev", "S. S. Kamenev"),
        ("Lenin", "Lenina"),
        ("Meier", "Meer"),
        ("A. I. Rykov", "A. I. Rykova"),
        ("V. R. Menzhinsky", "R. V. Menzhinsky"),
        ("Marx", "Mars"),
        ("Hofmann", "Hoffmann"),
        ("Meyer", "Meer"),
        ("Bayer", "Baer"),
        ("Heine", "Hein"),
        ("Martine Aubry", "Martin Aubry"),
    ],
)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=30))
def test_keys_are_stable(name: str) -> None:
    assert fold(name) == fold(name.upper()) or not name.isascii()
    assert fold(f" {name} ") == fold(name)


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("G. V. Chicherin", "Chicherin"),
        ("A.S. Yenukidze", "Yenukidze"),
        ("STALIN", "STALIN"),
        ("V. A. Antonov-Ovseenko", "Antonov-Ovseenko"),
        ("Schnitzler, Arthur", "Schnitzler"),
        ("John Smith, Jr.", "Smith"),
        ("Hugo von Hofmannsthal", "Hofmannsthal"),
        ("Marie von Ebner-Eschenbach", "Ebner-Eschenbach"),
        ("Сталин И. В.", "Сталин"),
        ("Сталин Иосиф Виссарионович", "Сталин"),
        ("Иосиф Виссарионович Сталин", "Сталин"),
        ("Ya. M. Sverdlov", "Sverdlov"),
        ("I. V. Stalin (Koba)", "Stalin"),
        ("[Ch]icherin", "Chicherin"),
        ("Unknown", "Unknown"),
        ("Li", "Li"),
        ("D'Annunzio", "D'Annunzio"),
        ("O. D.", "D"),
        ("", ""),
    ],
)
def test_surname(name: str, last: str) -> None:
    assert surname(name) == last


@pytest.mark.parametrize(
    ("text", "ascii_part"),
    [
        ("Чичерин", "chicherin"),
        ("Щербаков", "shcherbakov"),
        ("Müller", "muller"),
        ("Łódź", "lodz"),
        ("O'Neill", "oneill"),
        ("RCP (b)", "rcp-b"),
        ("Соловьёв", "solovev"),
        ("Ĳssel", "ijssel"),
        ("李", ""),
    ],
)
def test_slug(text: str, ascii_part: str) -> None:
    assert slug(text) == ascii_part


@given(st.text(max_size=40))
def test_slugs_are_made_of_id_characters(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Central Committee of the RCP(b)", True),
        ("Politburo of the CC", True),
        ("Редакция «Правды»", True),
        ("S. Fischer Verlag", True),
        ("I. V. Stalin", False),
        ("Clara Zetkin", False),
        ("", False),
    ],
)
def test_bodies(name: str, *, body: bool) -> None:
    assert is_body(name) == body
