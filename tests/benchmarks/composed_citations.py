"""Citations composed from a seed, each in its context with what a reader should say of it.

The forms are those of scholars' notes; the numbers, names and words around them are drawn. ``compose(seed, count)`` is
the set kept apart: the reader was never changed to please one seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

KNOWN = {
    "latin": {"RGASPI": "RGASPI", "GARF": "GARF", "GA RF": "GARF", "RTsKhIDNI": "RGASPI", "TsPA IML": "RGASPI"}
    | {"TsGAOR": "GARF", "RGVA": "RGVA", "RGAE": "RGAE", "APRF": "APRF", "TsA FSB": "TSAFSB", "RGALI": "RGALI"}
    | {"TsKhSD": "RGANI", "TsGASA": "RGVA", "RGIA": "RGIA", "State Archive of the Russian Federation": "GARF"},
    "cyrillic": {"РГАСПИ": "RGASPI", "ГАРФ": "GARF", "ГА РФ": "GARF", "РЦХИДНИ": "RGASPI", "ЦПА ИМЛ": "RGASPI"}
    | {"ЦГАОР СССР": "GARF", "РГВА": "RGVA", "АП РФ": "APRF", "ЦА ФСБ РФ": "TSAFSB", "ЦХСД": "RGANI"}
    | {"РГАЛИ": "RGALI", "ГУ ОГАЧО": "OGACHO", "РО ИРЛИ": "ROIRLI"},
    "translated": {"RTSKHIDNI": "RGASPI", "RTSHIDNI": "RGASPI", "TSGAOR": "GARF", "TSPA IML": "RGASPI"}
    | {"RGASPI": "RGASPI", "TSA FSB": "TSAFSB", "TSGASA": "RGVA", "TSKHSD": "RGANI", "AVP RF": "AVPRF"},
}
UNKNOWN = {
    "latin": {"GANO": "GANO", "MSP": "MSP", "TsDNIVO": "TSDNIVO", "OGASPI": "OGASPI"},
    "cyrillic": {"ГАНО": "GANO", "ЦДНИВО": "TSDNIVO", "ГАСПИТО": "GASPITO", "КГАСПИ": "KGASPI"},
    "translated": {"GANO": "GANO", "TSDNIVO": "TSDNIVO"},
}
WORKS = {
    "latin": (
        ("V. I. Lenin, Polnoe sobranie sochinenii, vol. {v}, p. {p}", {"work": "lenin-pss", "vol": "v", "pages": "p"}),
        ("PSS, {V}: {p}", {"work": "lenin-pss", "vol": "v", "pages": "p"}),
        ("Sochineniia, {V}: {p}", {"work": "stalin-sochineniia", "vol": "v", "pages": "p"}),
        ("Stalin, Works, vol. {v}, pp. {r}", {"work": "stalin-works-en", "vol": "v", "pages": "r"}),
        (
            "Izvestiia TsK KPSS, no. {n} ({y}): {p}",
            {"work": "izvestiia-tsk-kpss", "no": "n", "year": "y", "pages": "p"},
        ),
        (
            "Izvestiia TsK KPSS, {y}, no. {n}, p. {p}",
            {"work": "izvestiia-tsk-kpss", "no": "n", "year": "y", "pages": "p"},
        ),
        ("Istochnik, no. {n} ({y}), pp. {r}", {"work": "istochnik", "no": "n", "year": "y", "pages": "r"}),
        ("Pravda, {d} March {z}", {"work": "pravda", "date": "z-03-d"}),
        (
            "Kvashonkin et al., Bol’shevistskoe rukovodstvo, p. {p}",
            {"work": "bolshevistskoe-rukovodstvo", "pages": "p"},
        ),
        ("The Trotsky Papers, vol. 1, pp. {r}", {"work": "trotsky-papers", "vol": "1", "pages": "r"}),
    ),
    "cyrillic": (
        ("Ленин В.И. Полн. собр. соч. Т. {v}. С. {r}", {"work": "lenin-pss", "vol": "v", "pages": "r"}),
        ("Ленин В. И. ПСС. Т. {v}. С. {p}", {"work": "lenin-pss", "vol": "v", "pages": "p"}),
        ("Сталин И.В. Соч. Т. {v}. С. {p}", {"work": "stalin-sochineniia", "vol": "v", "pages": "p"}),
        ("Известия ЦК КПСС. {y}. № {n}. С. {r}", {"work": "izvestiia-tsk-kpss", "no": "n", "year": "y", "pages": "r"}),
        (
            "Исторический архив. {y}. № {n}. С. {p}",
            {"work": "istoricheskii-arkhiv", "no": "n", "year": "y", "pages": "p"},
        ),
        ("Правда. {z}. {d} марта", {"work": "pravda", "date": "z-03-d"}),
        ("Ленинский сборник. Т. {V}. С. {p}", {"work": "leninskii-sbornik", "vol": "v", "pages": "p"}),
        (
            "Декреты Советской власти. Т. {V}. М., {y}. С. {p}",
            {"work": "dekrety", "vol": "v", "year": "y", "pages": "p"},
        ),
    ),
    "translated": (
        ("Stalin I.V. Op. T. {v}. S. {p}", {"work": "stalin-sochineniia", "vol": "v", "pages": "p"}),
        ("Lenin V.I. Complete coll. op. T. {v}. S. {p}", {"work": "lenin-pss", "vol": "v", "pages": "p"}),
        (
            '"Proletarian Revolution". {y}. No. {n}. S. {p}',
            {"work": "proletarskaia-revoliutsiia", "no": "n", "year": "y", "pages": "p"},
        ),
        ("Leninsky collection. T. {V}. S. {p}", {"work": "leninskii-sbornik", "vol": "v", "pages": "p"}),
    ),
}
WORDS = {
    "latin": "the delegation declared that no bread had come since the bridge was closed and winter is near",
    "cyrillic": "делегация заявила что хлеба нет с тех пор как мост закрыт и зима уже близко товарищи ждут",
    "translated": "we are talking about the delegation which declared that bread was not brought to the front",
}
DRESS = {
    "latin": (("f.", "op.", "d.", "l.", "ll."), ", ", "ob.", "Ibid."),
    "cyrillic": (("Ф.", "Оп.", "Д.", "Л.", "Л."), ". ", "об.", "Там же."),
    "translated": (("F.", "Op.", "D.", "L.", "L."), ". ", "ob.", "Ibid."),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A citation that a reader should find, with its fields."""

    start: int
    end: int
    kind: str
    form: str
    fields: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """A text with all the citations it holds; what lies in ``either`` may be read as one or not."""

    text: str
    wanted: tuple[Wanted, ...]
    either: tuple[tuple[int, int], ...] = ()


def compose(seed: int, count: int, dresses: tuple[str, ...] = tuple(WORDS)) -> list[Context]:
    """Compose texts of one to three citations each."""
    draw = random.Random(seed)
    return [_context(draw, draw.choice(dresses)) for _ in range(count)]


def _context(draw: random.Random, dress: str) -> Context:
    text, wanted = f"{draw.randint(1, 99)}. {_words(draw, dress)}: ", []
    kind = draw.random()
    if kind < 0.05:
        parts = [_leaves(draw, dress, {"archive": None, "fond": None, "opis": None, "delo": []}, "ibid")]
    elif kind < 0.75:
        parts = _archival(draw, dress)
    else:
        parts = [_work(draw, dress)]
    for number, (raw, form, fields) in enumerate(parts):
        if number:
            text += (
                "; "
                if form == "continued"
                else f". {_words(draw, dress).capitalize()} ("
                if draw.random() < 0.3
                else ". "
            )
        start = len(text)
        text += raw
        wanted.append(Wanted(start, len(text), "work" if "work" in fields else "archive", form, fields))
    return Context(text + draw.choice((". ", ".\n", f". {_words(draw, dress).capitalize()}.")), tuple(wanted))


def _words(draw: random.Random, dress: str) -> str:
    return " ".join(draw.choices(WORDS[dress].split(), k=draw.randint(4, 14)))


Part = tuple[str, str, dict[str, object]]


def _archival(draw: random.Random, dress: str) -> list[Part]:
    names = UNKNOWN if draw.random() < 0.12 else KNOWN
    cited = draw.choice(list(names[dress]))
    fields: dict[str, object] = {"archive": names[dress][cited], "archive_as_cited": cited}
    marks, separator, *_ = DRESS[dress]
    if draw.random() < 0.15 and dress != "translated":
        separator = " "
    tight = dress == "cyrillic" and draw.random() < 0.4
    prefix = draw.choice(("Р-", "Р") if dress == "cyrillic" else ("R-", "P-"))
    fond = str(draw.randint(1, 9999))
    prefixed = fields["archive"] == "GARF" and draw.random() < 0.7
    fields["fond"] = f"R-{fond}" if prefixed else fond
    fields["opis"] = str(draw.randint(1, 170))
    opis = "On." if dress == "translated" and draw.random() < 0.4 else marks[1]
    gap = "" if tight else " "
    head = f"{marks[0]}{gap}{prefix if prefixed else ''}{fond}{separator}{opis}{gap}{fields['opis']}{separator}"
    tail, end = _file(draw, dress, separator, gap)
    start = cited + ("." if dress != "latin" and draw.random() < 0.8 else "," if dress == "latin" else "") + " "
    parts: list[Part] = [(start + head + tail, "full", fields | end)]
    if draw.random() < 0.25:
        tail, end = _file(draw, dress, separator, gap)
        parts.append((tail, "continued", fields | end | {"archive_as_cited": None}))
    if draw.random() < 0.25:
        parts.append(_leaves(draw, dress, parts[-1][2], "ibid"))
    return parts


def _file(draw: random.Random, dress: str, separator: str, gap: str) -> tuple[str, dict[str, object]]:
    marks = DRESS[dress][0]
    files = sorted(draw.sample(range(1, 9000), 2 if draw.random() < 0.1 else 1))
    raw = f"{marks[2]}{gap}{', '.join(map(str, files))}"
    if draw.random() < 0.1:
        return raw, {"delo": [str(one) for one in files], "listy": []}
    leaves, listy = _listed(draw, dress)
    mark = marks[4] if len(listy) > 1 or "-" in listy[0] else marks[3]
    return f"{raw}{separator}{mark}{gap}{leaves}", {"delo": [str(one) for one in files], "listy": listy}


def _listed(draw: random.Random, dress: str) -> tuple[str, list[str]]:
    first = draw.randint(11, 400)
    verso = DRESS[dress][2]
    choice = draw.random()
    if choice < 0.4:
        return str(first), [str(first)]
    if choice < 0.6:
        last = first + draw.randint(1, 30)
        return f"{first}{draw.choice('-–')}{last}", [f"{first}-{last}"]
    if choice < 0.7 and first % 10 < 8:
        last = first + draw.randint(1, 9 - first % 10)
        return f"{first}–{last % 10}", [f"{first}-{last}"]
    if choice < 0.85:
        return f"{first} {verso}", [f"{first}ob"]
    second = first + draw.randint(1, 50)
    return f"{first}, {second}", [str(first), str(second)]


def _leaves(draw: random.Random, dress: str, parent: dict[str, object], form: str) -> Part:
    leaves, listy = _listed(draw, dress)
    ibid = DRESS[dress][3] + ("," if dress == "latin" else "")
    mark = DRESS[dress][0][3]
    return f"{ibid} {mark} {leaves}", form, parent | {"listy": listy, "archive_as_cited": None}


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def _work(draw: random.Random, dress: str) -> Part:
    form, keys = draw.choice(WORKS[dress])
    volume, page = draw.randint(1, 16), draw.randint(11, 500)
    values = {"v": str(volume), "V": _ROMAN[volume - 1], "p": str(page), "r": f"{page}-{page + draw.randint(1, 20)}"}
    values |= {"n": str(draw.randint(1, 12)), "y": str(draw.randint(1960, 1999)), "z": str(draw.randint(1918, 1939))}
    values["d"] = str(draw.randint(10, 30))
    fields: dict[str, object] = {}
    for key, name in keys.items():
        fields[key] = (
            "-".join(values.get(part, part) for part in name.split("-")) if key == "date" else values.get(name, name)
        )
    return form.format(**values), "full", fields


NEGATIVES = (
    "L. D. Trotsky, S. S. Kamenev, D. Z. Manuilsky and F. E. Dzerzhinsky",
    "On May 12, 1920, the army crossed the river",
    "On 12 May the fleet left",
    "Chopin, Op. 10 No. 3, and Schubert, D. 810",
    "Beethoven, Op. 27, No. 2",
    "ул. Воровского, д. 52, кв. 3",
    "Москва, Тверская ул., д. 5, корп. 2",
    "ст. 58-8, 58-11 УК РСФСР",
    "В деле 214 л., на обороте надпись",
    "тов. Ленину, т. Троцкому, т. 5 человек",
    "Issue No. 169/S of the ledger",
    "Moscow: Pravda, 1938, with maps",
    "T. Lenin and T. Stalin spoke at 5 p.m.",
    "РГАСПИ хранит документы 1917-1953 гг.",
    "the reading room of GARF opened in 1992",
    "p. 25 of the ledger",
    "Ф. И. Шаляпин и Л. В. Собинов, 1921 г.",
    "D. 5 Wagons, L. 6 wagons",
    "5 ф. хлеба, 12 п. муки",
    "The Lenin collection of 1924 was shown",
    "Правда, что он ушел 5 мая",
    "Ibid is Latin for the same place, 1921",
    "Там же был и Сталин, 5 человек",
    "F. 5, the fond of the chancery",
    "Please note 5 errors",
    "the letter of credit for 500 roubles",
    "the doctor, No. 5 ward",
    "Vol. 5 was lost; p. 12 was torn",
    "Works by Stalin, 1921",
    "at 5 o'clock, Op Den, 3",
)
"""Texts that hold no citation."""
