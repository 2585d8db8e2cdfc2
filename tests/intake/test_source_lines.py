"""Lines under a letter that say where it is kept, what the paper is, and where it was published."""

from __future__ import annotations

import pytest

from corpuscli.intake.page.reader import read_page

PAGE = """No. 5

A. A. Ioffe to G. V. Chicherin

March 3, 1921

Dear comrade, the delegation 1 declared that it would stay until the end of the talks.

A. Ioffe

{}

Notes:

1 See document 4.
"""
LINES = [
    (
        "RTSKHIDNI. F. 17. On. 84. D. 64. L. 5. Certified typewritten copy. Published in part: Pravda. 1988. June 3.",
        "RTSKHIDNI. F. 17. On. 84. D. 64. L. 5",
        "Certified typewritten copy",
        "Pravda. 1988. June 3",
    ),
    (
        "RTSKHIDNI. F. 76. On. 3. D. 149. L. 12-12 vol. Autograph.",
        "RTSKHIDNI. F. 76. On. 3. D. 149. L. 12-12 vol",
        "Autograph",
        "",
    ),
    (
        "RTSKHIDNI. F. 17. Op. 3. D. 24, l. 1; Ibid. F. 5. Op. 1. D. 3. L. 2. Copy.",
        "RTSKHIDNI. F. 17. Op. 3. D. 24, l. 1; Ibid. F. 5. Op. 1. D. 3. L. 2",
        "Copy",
        "",
    ),
    (
        "ЦПА ИМЛ, ф. 2, оп. 1, ед. хр. 1234, л. 1–2. Подлинник.",
        "ЦПА ИМЛ, ф. 2, оп. 1, ед. хр. 1234, л. 1–2",
        "Подлинник",
        "",
    ),
    (
        "Hoover Institution Archives, Nicolaevsky Collection, Box 12, Folder 5. Typescript.",
        "Hoover Institution Archives, Nicolaevsky Collection, Box 12, Folder 5",
        "Typescript",
        "",
    ),
    ("PRO, FO 371/3986/1234. Copy.", "PRO, FO 371/3986/1234", "Copy", ""),
    ("TNA, CAB 24/97/30", "TNA, CAB 24/97/30", "", ""),
    (
        "PA AA, R 12345, Bl. 12–14. Maschinenschriftliche Ausfertigung.",
        "PA AA, R 12345, Bl. 12–14",
        "Maschinenschriftliche Ausfertigung",
        "",
    ),
    (
        "GStA PK, I. HA, Rep. 92, NL Althoff, A I Nr. 5, Bl. 3r–4v. Eigenhändig.",
        "GStA PK, I. HA, Rep. 92, NL Althoff, A I Nr. 5, Bl. 3r–4v",
        "Eigenhändig",
        "",
    ),
    ("AN, F7 13506, dossier 3. Copie dactylographiée.", "AN, F7 13506, dossier 3", "Copie dactylographiée", ""),
    (
        "РЦХИДНИ. Ф. 17. Оп. 3. Д. 154. Л. 2 об. Заверенная машинописная копия. Опубликовано: Коммунист. 1990. № 4.",
        "РЦХИДНИ. Ф. 17. Оп. 3. Д. 154. Л. 2 об",
        "Заверенная машинописная копия",
        "Коммунист. 1990. № 4",
    ),
    (
        "АП РФ. Ф. 3. Оп. 60. Д. 25. Лл. 10–13. Подлинник. Машинопись. Подпись — факсимиле.",
        "АП РФ. Ф. 3. Оп. 60. Д. 25. Лл. 10–13",
        "Подлинник. Машинопись. Подпись — факсимиле",
        "",
    ),
    (
        "RTSKHIDNI. F. 558. On. 1. D. 5388. L. 200-201. Autograph. Published: Letters to Molotov. M., 1995. S. 55.",
        "RTSKHIDNI. F. 558. On. 1. D. 5388. L. 200-201",
        "Autograph",
        "Letters to Molotov. M., 1995. S. 55",
    ),
    (
        'RTSKHIDNI. F. 2. On. 1. D. 2. L. 1. Typewritten text, the signature is an autograph. "Lenin". S. 214.',
        "RTSKHIDNI. F. 2. On. 1. D. 2. L. 1",
        "Typewritten text, the signature is an autograph",
        '"Lenin". S. 214',
    ),
    (
        "GARF. F. R-5446. Op. 2a. D. 1. L. 3, 3ob. Handwritten text. First published.",
        "GARF. F. R-5446. Op. 2a. D. 1. L. 3, 3ob",
        "Handwritten text",
        "First published",
    ),
    (
        "RGASPI. F. 17. Op. 163. D. 1023. L. 71. Original. Typewritten. Signed by Stalin.",
        "RGASPI. F. 17. Op. 163. D. 1023. L. 71",
        "Original. Typewritten. Signed by Stalin",
        "",
    ),
    (
        "CPA IML, f. 461, d. 30221. Photocopy of the autograph.",
        "CPA IML, f. 461, d. 30221",
        "Photocopy of the autograph",
        "",
    ),
    (
        "IISH, Amsterdam, Trotsky/ILO Papers, inv. nr. 345. Carbon copy.",
        "IISH, Amsterdam, Trotsky/ILO Papers, inv. nr. 345",
        "Carbon copy",
        "",
    ),
    (
        "Source: Houghton Library, bMS Russ 13.1 (7740). Typescript copy.",
        "Houghton Library, bMS Russ 13.1 (7740)",
        "Typescript copy",
        "",
    ),
    (
        "АВПР, ф. 04, оп. 13, п. 70, д. 987, л. 12-12 об. Копия. ДВП СССР. Т. IV. М., 1960. С. 23.",
        "АВПР, ф. 04, оп. 13, п. 70, д. 987, л. 12-12 об",
        "Копия",
        "ДВП СССР. Т. IV. М., 1960. С. 23",
    ),
    (
        "RGVA, fond 33987, opis' 2, delo 89, list 45. Telegram form.",
        "RGVA, fond 33987, opis' 2, delo 89, list 45",
        "Telegram form",
        "",
    ),
    (
        "Handschrift: Goethe-Museum, Archiv, GSA 71/222. 2 Bl., eigenhändig. Erstdruck: Briefe, Bd. 3, S. 12.",
        "Goethe-Museum, Archiv, GSA 71/222",
        "2 Bl., eigenhändig",
        "Briefe, Bd. 3, S. 12",
    ),
    ("RGASPI, 558/11/734/12. Autograph.", "RGASPI, 558/11/734/12", "Autograph", ""),
    ("BL, Add MS 51090, ff. 12-13.", "BL, Add MS 51090, ff. 12-13", "", ""),
]


@pytest.mark.parametrize(("line", "source", "form", "published"), LINES)
def test_a_source_line_is_parted_as_an_editor_would(line: str, source: str, form: str, published: str) -> None:
    (reading,) = read_page(PAGE.format(line))
    assert "; ".join(reading.all("source")).rstrip(".") == source
    assert (reading.get("form") or "", "; ".join(reading.all("published"))) == (form, published)
