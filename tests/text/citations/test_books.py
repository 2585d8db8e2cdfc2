"""Books that no register knows, numbers of volumes and documents, and what goes on or leans on what stands before."""

from __future__ import annotations

import pytest

from corpuscli.text.citations import find_citations


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Carr E. H. A History of Soviet Russia. London, 1954. P. 118", "carr-a-history-of;year=1954;pages=118"),
        ("E. H. Carr, Revolution, vol. 3 (London: Macmillan, 1953), p. 7", "carr-revolution;vol=3;year=1953;pages=7"),
        ("Троцкий Л. Д. Моя жизнь. Берлин, 1930. Т. 2. С. 215", "trotskiy-moya-zhizn;vol=2;year=1930;pages=215"),
        ("О’Нил Т. Э. Инженер: жизнь. М., 1993. С. 198–201", "onil-inzhener-zhizn;year=1993;pages=198-201"),
        ("Карр Э. История. — М.: Наука, 1990. — С. 5", "karr-istoriya;year=1990;pages=5"),
        ("Карр Э. История. М., 1990. Кн. 2. Т. 1–2. С. 5", "karr-istoriya;vol=2;year=1990;pages=5"),
        ("R. W. Hill, The Plan, 3 vols. (London, 1980), 2: 15", "hill-the-plan-3;vol=2;year=1980;pages=15"),
        ("Anna Hill, The Plan (Cambridge, MA: Harvard UP, 1980), 15–8", "hill-the-plan;year=1980;pages=15-18"),
        ("Anna Hill, The Plan (New Haven and London, 1980), p. 15", "hill-the-plan;year=1980;pages=15"),
        ("Moshe Lewin, Making (New York, 1985), pp. 12–3", "lewin-making;year=1985;pages=12-13"),
    ],
)
@pytest.mark.parametrize(
    "before", ["", "See ", "Cp. ", "Vgl. auch ", "quoted in ", "RGASPI. F. 5. Op. 1. D. 2; ", "It is so. "]
)
def test_a_book_that_no_register_knows_is_read_when_it_is_cited_whole(before: str, text: str, id_: str) -> None:
    found = find_citations(f"{before}{text}.")[-1]
    assert (found.raw, found.ids, found.state) == (text, (f"work:{id_}",), "unresolved")


def test_an_ibid_leans_on_a_book_that_no_register_knows() -> None:
    found = find_citations("Stalin, PSS, see\nLewin M. Making. London, 1985. P. 3; Ibid., p. 9.")
    assert [one.ids for one in found] == [
        ("work:lewin-making;year=1985;pages=3",),
        ("work:lewin-making;year=1985;pages=9",),
    ]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Arthur Schnitzler: Jugend in Wien. Wien: Molden 1968, S. 5", "schnitzler-jugend-in-wien;year=1968;pages=5"),
        (
            "R. Beer-Hofmann: Daten. Hg. v. E. Weber. Tübingen: Niemeyer 1999, Bd. 1, S. 5",
            "beer-hofmann-daten-hg-v;vol=1;year=1999;pages=5",
        ),
        ("Karl Barth, Der Römerbrief, München 1922, S. 12", "barth-der-romerbrief;year=1922;pages=12"),
        (
            "Ernst Nolte, Der Bürgerkrieg 1917–1945, Frankfurt a. M. 1987, S. 33",
            "nolte-der-burgerkrieg-1917;year=1987;pages=33",
        ),
        (
            "R. Service, Lenin: A Political Life, vol. 3, London 1995, p. 12",
            "service-lenin-a-political;vol=3;year=1995;pages=12",
        ),
        ("Pierre Broué, Trotsky, Paris, Fayard, 1988, p. 345", "broue-trotsky;year=1988;pages=345"),
        ("А. Ю. Ватлин, Коминтерн: Идеи, М., 2009, с. 12", "vatlin-komintern-idei;year=2009;pages=12"),
        ("О. В. Хлевнюк. Хозяин. М.: РОССПЭН, 2010. С. 5", "khlevnyuk-khozyain;year=2010;pages=5"),
    ],
)
@pytest.mark.parametrize("before", ["", "See ", "Vgl. auch ", "RGASPI. F. 5. Op. 1. D. 2; "])
def test_so_is_one_with_commas_or_a_colon(before: str, text: str, id_: str) -> None:
    found = find_citations(f"{before}{text}.")[-1]
    assert (found.raw, found.ids, found.state) == (text, (f"work:{id_}",), "unresolved")


def test_a_collection_without_an_author_may_begin_a_note() -> None:
    [found] = find_citations("Внешняя политика СССР. Сборник документов. М., 1944. Т. 1. С. 12.")
    assert found.fields["title"] == "Внешняя политика СССР. Сборник документов"
    [found] = find_citations("Опубл.: Сборник документов. М., 1944. Т. 1. С. 12.")
    assert found.fields["title"] == "Сборник документов"


@pytest.mark.parametrize(
    "text",
    [
        "Mercure de France, Jg. 10, Nr. 51, März 1894, S. 243–246.",
        "Felix Salten: Die kleine Veronika. In: Die Rundschau, Jg. 13, Nr. 12, Dezember 1902, S. 5.",
        "Karl Barth kam, wie er sagte, nach München 1922, S. 12.",
        "He wrote to Karl Barth, who had gone to Basel 1935, p. 5.",
        "He met Carr E. H. in London, 1954. P. 5 is lost.",
        "Stalin I. V. spoke. Then we went to Moscow, 1921. P. 3 is missing.",
        "Carr E. H. A History of Soviet Russia. London, 1954.",
        "We lived in Berlin, 1921. S. 5 ist fort.",
        "I saw John Smith, Director (Moscow, 1921), p. 5.",
        "E. H. Carr, Revolution. London, 1953), p. 7",
        "He spoke with Lenin, Trotsky and others. All left in time (Moscow, 1921), p. 5.",
    ],
)
def test_what_is_no_whole_book_is_none(text: str) -> None:
    assert find_citations(text) == []


def test_a_volume_behind_a_comma_is_of_the_same_work() -> None:
    found = find_citations("Ленин В. И. Полн. собр. соч. Т. 44. С. 407, Т. 45. С. 34.")
    assert [one.ids[0] for one in found] == ["work:lenin-pss;vol=44;pages=407", "work:lenin-pss;vol=45;pages=34"]


@pytest.mark.parametrize(("roman", "number"), [("VII", 7), ("VI", 6), ("VIII", 8), ("V", 5), ("XII", 12)])
def test_no_roman_number_is_a_mark_of_volume_with_a_smaller_one(roman: str, number: int) -> None:
    assert find_citations(f"Sochineniia, {roman}: 498.")[0].ids == (f"work:stalin-sochineniia;vol={number};pages=498",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("См. письмо от 1 августа 1925 г. (№ 9).", "9"),
        ("See his letter of March 5, 1921 (No. 12).", "12"),
        ("telegram from 5 March (no. 7)", "7"),
    ],
)
def test_a_number_behind_a_letter_of_a_day_is_its_documents(text: str, number: str) -> None:
    assert [one.fields["number"] for one in find_citations(text) if one.kind == "document"] == [(number,)]


def test_whole_marks_behind_a_full_stop_go_on_with_the_archive() -> None:
    found = find_citations("РГВА. Ф. 1. Оп. 2. Д. 3. Л. 4. Ф. 5. Оп. 6. Д. 7. Л. 8.")
    assert [one.ids for one in found] == [("archive:RGVA/1/2/3/4",), ("archive:RGVA/5/6/7/8",)]


def test_what_stands_alone_behind_a_paragraph_goes_on_with_nothing() -> None:
    found = find_citations("РГВА. Ф. 1. Оп. 2. Д. 3. Л. 4.\nФ. 5. Оп. 6. Д. 7. Л. 8.")
    assert found[1].fields["archive"] is None


def test_a_collection_without_an_author_is_a_book() -> None:
    [found] = find_citations("См.: Кронштадт 1921. Документы. М.: Демократия, 1997. С. 76.")
    assert found.raw == "Кронштадт 1921. Документы. М.: Демократия, 1997. С. 76"
    assert found.ids == ("work:kronshtadt-1921-dokumenty;year=1997;pages=76",)


def test_fronts_and_backs_of_western_leaves() -> None:
    [found] = find_citations("BArch, R 1501/20010, Bl. 33r–34v, 40 f.")
    assert found.fields["listy"] == ("33-34ob", "40-41")
