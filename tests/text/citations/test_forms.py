from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.text.citations import find_citations
from corpuscli.text.citations.numbers import arabic, members

SHARED = Path(__file__).parents[3] / ".." / "shared" / "examples" / "citations"

FORMS = [
    ("(RTSKHIDNI. F. 17. On. 84. D. 12. L. 5 ob.)", "archive:RGASPI/17/84/12/5ob", "resolved"),
    ("RTSHIDNI; F. 5. On. 2. D 13. L. 3", "archive:RGASPI/5/2/13/3", "resolved"),
    ("ГА РФ. Ф. А-513. Оп. 1. Д. 7", "archive:GARF/A-513/1/7", "resolved"),
    ("GARF, f. P-130, op. 3, d. 4, ll. 5, 7-9", "archive:GARF/R-130/3/4/5,7-9", "resolved"),
    ("ЦПА ИМЛ, ф. 85, оп. 8, д. 1, лл. 1–2 об.", "archive:RGASPI/85/8/1/1-2ob", "resolved"),
    ("РГВА. Ф. 25899. Оп. 3. Д. 3. С. 12", "archive:RGVA/25899/3/3/12", "resolved"),
    ("AVPRF, f. 04, op. 39, p. 232, d. 52987, l. 6", "archive:AVPRF/04/39/52987/6", "resolved"),
    ("ГАСО. Фонд 7. Опись 1. Дело 15. Лист 2", "archive:GASO/7/1/15/2", "unresolved"),
    ("ПермГАСПИ. Ф.641/1. Оп.1. Д.11", "archive:PERMGASPI/641/1/1/11", "resolved"),
    ("RGASPI 17.2.10.5", "archive:RGASPI/17/2/10/5", "resolved"),
    ("Ф. Р-12 оп. 1, д. 3 / ГА Курской обл", "archive:GAKURSKOYOBL/R-12/1/3", "unresolved"),
    ("f. 71, op. 35, d. 9, l. 4", "archive:?/71/35/9/4", "unresolved"),
    ("РГВА. Ф. 4. Оп. 18. Д. 56. Л. 1–4 с об.", "archive:RGVA/4/18/56/1-4ob", "resolved"),
    ("RTSKHIDNI F. 85. Op. 27. D. 93. L. 1 - 2 vol.", "archive:RGASPI/85/27/93/1-2ob", "resolved"),
    ("RTSKHIDNI. F. 76. On. 3. D. 345. L. 1-1 rev.", "archive:RGASPI/76/3/345/1-1ob", "resolved"),
    ("RGASPI 17/3/793", "archive:RGASPI/17/3/793", "resolved"),
    ("РГАЭ. Ф. 3429. Оп. 1. Д. 127. Л. 51 и об.", "archive:RGAE/3429/1/127/51,51ob", "resolved"),
    ("RGASPI, F. 495, Op. 293, D. 14, Bl. 96–98", "archive:RGASPI/495/293/14/96-98", "resolved"),
    ("GARF, fond 374, opis’ 28, delo 4055, listy 24–36", "archive:GARF/374/28/4055/24-36", "resolved"),
    ("ЦДАГО України. Ф. 1. Оп. 20. Спр. 1476. Арк. 12", "archive:TSDAGOUKRAINI/1/20/1476/12", "unresolved"),
    (
        "Derzhavnyi arkhiv Kyivs'koi oblasti, f. 1, op. 2, spr. 3",
        "archive:DERZHAVNYIARKHIVKYIVSKOIOBLASTI/1/2/3",
        "unresolved",
    ),
    ("РГАСПИ 558/11/769/23-25", "archive:RGASPI/558/11/769/23-25", "resolved"),
    ("TsGAOR SSSR, f. 130, op. 6, d. 142, l. 3", "archive:GARF/130/6/142/3", "resolved"),
    ("ЦПА ИМЛ при ЦК КПСС, ф. 5, оп. 1, д. 1154, л. 2", "archive:RGASPI/5/1/1154/2", "resolved"),
    ("Центральный архив ФСБ РФ. Ф. 1. Оп. 4. Д. 57", "archive:TSAFSB/1/4/57", "resolved"),
    ("State Archive of the Russian Federation (GARF), f. 1235, op. 1, d. 5", "archive:GARF/1235/1/5", "resolved"),
    ("РГАСПИ (Москва). Ф. 17. Оп. 3. Д. 5", "archive:RGASPI/17/3/5", "resolved"),
    ("RGVA (hereafter the military archive), f. 4, op. 3, d. 5", "archive:RGVA/4/3/5", "resolved"),
    ("ГАНИ УР. Ф. П-16. Оп. 1. Д. 1050. Л. 5", "archive:GANIUR/P-16/1/1050/5", "unresolved"),
    ("ЦДНИ Самарской области. Ф. 1. Оп. 1. Д. 20", "archive:TSDNISAMARSKOYOBLASTI/1/1/20", "unresolved"),
    ("TsDAHOU, f. 1, op. 20, spr. 6390, ark. 12–15", "archive:TSDAHOU/1/20/6390/12-15", "unresolved"),
    ("Party Archive of Georgia, f. 14, op. 2, d. 5", "archive:PARTYARCHIVEOFGEORGIA/14/2/5", "unresolved"),
    ("РГВА. Ф. 25883. Оп. 3. Д. 1. Т. 2. Л. 7", "archive:RGVA/25883/3/1;vol=2/7", "resolved"),
    ("GARF, f. 8131, op. 37, d. 58, ch. III", "archive:GARF/8131/37/58;vol=3", "resolved"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 42 (ч. 2). Л. 1", "archive:RGASPI/17/3/42;vol=2/1", "resolved"),
    ("ГА РФ. Ф. Р-1318. Оп. 1. Д. 1(1). Л. 6", "archive:GARF/R-1318/1/1;vol=1/6", "resolved"),
    ("ГАРФ. Ф. Р-5446сч. Оп. 56а. Д. 12. Л. 3", "archive:GARF/R-5446сч/56а/12/3", "resolved"),
    ("ГАРФ. Ф. 5446. Оп. 1 (с). Д. 12. Л. 3", "archive:GARF/5446/1/12/3", "resolved"),
    ("RGASPI, f. 17, op. 3, d. 42 (protocol no. 4), l. 1", "archive:RGASPI/17/3/42/1", "resolved"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 42. Лист 4 оборот", "archive:RGASPI/17/3/42/4ob", "resolved"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 42. Л. 1 (об.), 3", "archive:RGASPI/17/3/42/1ob,3", "resolved"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 42. Л. 4–5 (с оборотами), 7", "archive:RGASPI/17/3/42/4-5ob,7", "resolved"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. 42. Л. [4]", "archive:RGASPI/17/3/42/4", "resolved"),
    ("ГА РФ. Ф. Р-5446. Оп. 5 «а». Д. 12. Л. 3", "archive:GARF/R-5446/5а/12/3", "resolved"),
    ("RGASPI, f. 17, op. 3, d. 42, ll. 1 & 2", "archive:RGASPI/17/3/42/1,2", "resolved"),
    ("RGASPI, Moscow, f. 17, op. 3, d. 42, l. 1", "archive:RGASPI/17/3/42/1", "resolved"),
    ("RGASPI, Moscow (former RTsKhIDNI), f. 17, op. 3, d. 42, l. 1", "archive:RGASPI/17/3/42/1", "resolved"),
    (
        "Державний архів Київської області, ф. 1, оп. 2, спр. 4, арк. 5",
        "archive:DERZHAVNIYARKHIVKIIVSKOIOBLASTI/1/2/4/5",
        "unresolved",
    ),
    ("OR RGB. F. 573. Karton 3. Ed. khr. 4", "archive:ORRGB/573/-/4", "resolved"),
    ("ОР РГБ. Ф. 91/IV. Картон 2. Ед. хр. 8. Л. 1", "archive:ORRGB/91/IV/-/8/1", "resolved"),
    ("RGVA, f. 104, op. 2, d. 6, ll. 48–9 ob.", "archive:RGVA/104/2/6/48-49ob", "resolved"),
    ("Ф.9 оп.2, д.31 л.4 / ГАСПИ ТО", "archive:GASPITO/9/2/31/4", "unresolved"),
    (
        "Archives of the Institute of the History of Art, f. 2, op. 1, d. 9",
        "archive:ARCHIVESOFTHEINSTITUTEOFTHEHISTORYOFART/2/1/9",
        "unresolved",
    ),
    ("Архив Музея изящных искусств, ф. 2, оп. 1, д. 9", "archive:ARKHIVMUZEYAIZYASHCHNYKHISKUSSTV/2/1/9", "unresolved"),
    ("CGAOR, f. 130, op. 6, d. 14, l. 2", "archive:GARF/130/6/14/2", "resolved"),
    ("RCChIDNI, f. 17, op. 3, d. 5", "archive:RGASPI/17/3/5", "resolved"),
]

MALFORMED = [
    ("RGASPI. F. 17. Op. . D. 5. L. 3", "archive:RGASPI/17/-/5/3"),
    ("РГАСПИ. Ф. 17. Оп. ?. Д. 5. Л. 7", "archive:RGASPI/17/-/5/7"),
    ("РГАСПИ. Ф. ?. Оп. 3. Д. 5. Л. 7", "archive:RGASPI/-/3/5/7"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. [нрзб]. Л. 7", "archive:RGASPI/17/3/-/7"),
    ("РГАСПИ. Ф. 17. Оп. 3. Д. б/н. Л. 7", "archive:RGASPI/17/3/-/7"),
    ("RGASPI. F. 17. Op. 3. D. 1O5. L. 7", "archive:RGASPI/17/3/-/7"),
    ("RGASPI. F. 17. Op. 3. D. 1. L. 34-31", "archive:RGASPI/17/3/1/34-31"),
    ("Lenin V.I. Poln. sobr. soch. T. 51. S. 310-299", "work:lenin-pss;vol=51;pages=310-299"),
]

WORKS = [
    ("Istochnik, no. 5 (1995): 3; no. 7 (1996), pp. 5–6", ["no=5;year=1995;pages=3", "no=7;year=1996;pages=5-6"]),
    ("Источник. 1995. № 5. С. 3; 1996. № 1. С. 4", ["no=5;year=1995;pages=3", "no=1;year=1996;pages=4"]),
]

NONE = [
    "L. D. Trotsky to S. S. Kamenev and D. Z. Manuilsky",
    "On May 4, 1918, the fleet left.",
    "Beethoven, Op. 3 No. 11, and Schubert, D. 960",
    "ул. Ленина, д. 23, кв. 5",
    "ст. 58-10 УК РСФСР",
    "the fond was 214 л.",
    "No. 169/s to No. 170",
    "RGASPI holds the papers of 1921.",
    "D. 5 and L. 6 stand alone",
    "the archive (RGASPI), f. 5 in the list",
    "L. 5 vol. 3",
    "17/3/793 without a name",
    "Op. ?. D. 5",
    "Толстой Л. Н. Полн. собр. соч. Т. 60. С. 5",
    "Chekhov A. P. Poln. sobr. soch. T. 5. S. 12",
    "L. N. Tolstoi, PSS, vol. 60, p. 5",
]


@pytest.mark.parametrize(("text", "id_", "state"), FORMS)
def test_every_form_is_read_with_its_exact_span(text: str, id_: str, state: str) -> None:
    raw = text.strip("()")
    for context in (text, f"See {text}.", f"Words before: {text}. Words after."):
        [found] = find_citations(context)
        assert found.raw.rstrip(".") == raw.rstrip(".")
        assert found.span.of(context) == found.raw
        assert (found.ids, found.state) == ((id_,), state)


@pytest.mark.parametrize(("text", "id_"), MALFORMED)
def test_what_cannot_be_read_is_said_to_be_malformed(text: str, id_: str) -> None:
    [found] = find_citations(f"See {text}.")
    assert (found.raw, found.ids, found.state) == (text, (id_,), "malformed")


def test_initials_behind_a_citation_are_no_locators() -> None:
    for name in ("L. M. Kaganovich", "L. Trotsky", "L. [Trotsky]", "L. — Trotsky"):
        [found] = find_citations(f"RGASPI, f. 17, op. 3, d. 5, l. 2. {name}")
        assert (found.ids, found.state) == (("archive:RGASPI/17/3/5/2",), "resolved")


@pytest.mark.parametrize(("text", "wanted"), WORKS)
def test_later_issues_are_of_the_same_journal(text: str, wanted: list[str]) -> None:
    found = find_citations(text)
    assert [one.ids for one in found] == [(f"work:istochnik;{locators}",) for locators in wanted]
    assert [one.form for one in found] == ["full", *["continued"] * (len(wanted) - 1)]


@pytest.mark.parametrize("text", NONE)
def test_look_alikes_are_none(text: str) -> None:
    assert find_citations(text) == []


def test_what_was_read_in_spite_of_the_words_is_said() -> None:
    [found] = find_citations("RTSKHIDNI. F. 5 On. 1. D 2436. L. 33")
    assert found.repairs == ("on-for-op", "lost-full-stop")


def test_parents_are_inherited() -> None:
    found = find_citations(
        "RGASPI, f. 17, op. 2, d. 1, l. 5; d. 3, ll. 7-8; op. 3, d. 9; f. 85, op. 1, d. 2. Ibid., l. 6"
    )
    assert [c.ids[0] for c in found] == [
        "archive:RGASPI/17/2/1/5",
        "archive:RGASPI/17/2/3/7-8",
        "archive:RGASPI/17/3/9",
        "archive:RGASPI/85/1/2",
        "archive:RGASPI/85/1/2/6",
    ]
    assert [c.form for c in found] == ["full", "continued", "continued", "continued", "ibid"]


def test_a_file_that_cannot_be_read_is_not_dropped() -> None:
    _, lost = find_citations("GARF, f. 1, op. 2, d. 3, l. 1; d. ?, l. 5.")
    assert (lost.raw, lost.form, lost.state) == ("d. ?, l. 5", "continued", "malformed")
    assert lost.ids == ("archive:GARF/1/2/3/5",)


def test_an_ibid_of_leaves_is_of_the_same_volume() -> None:
    found = find_citations("РГВА. Ф. 4. Оп. 3. Д. 1. Т. 2. Л. 7. Там же. Л. 9. Там же. Д. 5. Л. 1.")
    assert [one.ids[0] for one in found[1:]] == ["archive:RGVA/4/3/1;vol=2/9", "archive:RGVA/4/3/5/1"]


@pytest.mark.parametrize("opis", ["Opisʹ 3", "Opis’ 3", "op. 3", "perechenʹ 3"])
def test_an_ibid_begins_with_any_mark(opis: str) -> None:
    found = find_citations(f"RGASPI. F. 17. Op. 1. D. 1. Ibid. {opis}. D. 5. L. 1")[-1]
    assert found.ids == ("archive:RGASPI/17/3/5/1",)


def test_an_ibid_without_antecedent_dangles() -> None:
    [found] = find_citations("Там же. Ф. 81. Оп. 3. Д. 133. Л. 93")
    assert (found.ids, found.state, found.form) == (("archive:?/81/3/133/93",), "dangling", "ibid")


def test_an_ibid_of_pages_is_of_the_file_whose_leaves_are_called_so() -> None:
    found = find_citations("ГАРФ. Ф. 5. Оп. 1. Д. 8. С. 12–14.\n2 Там же. С. 21.")
    assert (found[1].ids, found[1].form) == (("archive:GARF/5/1/8/21",), "ibid")
    found = find_citations("ГАРФ. Ф. 5. Оп. 1. Д. 8. Л. 12–14.\n2 Там же. С. 21.")
    assert (found[1].kind, found[1].state) == ("work", "dangling")


def test_an_ibid_of_a_work() -> None:
    found = find_citations("Известия ЦК КПСС. 1990. № 11. С. 124. Там же. С. 126–128.")
    assert found[1].ids == ("work:izvestiia-tsk-kpss;no=11;year=1990;pages=126-128",)


def test_several_files_have_an_id_each() -> None:
    [found] = find_citations("RGASPI, F.558, Op.3, Dd.87, 88")
    assert found.ids == ("archive:RGASPI/558/3/87", "archive:RGASPI/558/3/88")


@given(st.text("FfОоOop.DdLlФф0123456789 ,;-/RP", max_size=60))
def test_anything_is_read_without_overlap(text: str) -> None:
    end = 0
    for found in find_citations(text):
        assert found.span.start >= end
        assert found.span.of(text) == found.raw
        end = found.span.end


@given(st.integers(1, 48))
def test_roman_volumes(number: int) -> None:
    tens, ones = divmod(number, 10)
    roman = ("", "X", "XX", "XXX", "XL")[tens] + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
    assert arabic(roman) == str(number)


def test_elided_ranges_are_expanded() -> None:
    assert members("23-4") == ("23-24",)
    assert members("5754–5, 198-201") == ("5754-5755", "198-201")


def _gold() -> list[dict[str, object]]:
    path = SHARED / "gold.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


@pytest.mark.skipif(not SHARED.exists(), reason="the gold examples are not at ../shared")
def test_the_gold_examples() -> None:
    right = 0
    rows = _gold()
    for row in rows:
        found = {(c.span.start, c.span.end): c for c in find_citations(str(row["context"]))}
        one = found.get((row["start"], row["end"]))
        right += one is not None and list(one.ids) == row["canonical"]
    assert right / len(rows) > 0.95


@pytest.mark.skipif(not SHARED.exists(), reason="the gold examples are not at ../shared")
def test_the_gold_look_alikes() -> None:
    for line in (SHARED / "negatives.jsonl").read_text(encoding="utf-8").splitlines():
        assert find_citations(json.loads(line)["text"]) == []
