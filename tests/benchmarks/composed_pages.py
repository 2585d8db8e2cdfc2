"""Composes pages of a printed edition from the forms that real ones have, with what a careful editor reads out of each.

The forms and how often they come follow counts on real pages: headers, dates, second date lines, places, source lines,
notes, markers in every gluing, layouts. The sentences are our own, with the numbers that real letters are full of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

PEOPLE = (
    "I. V. Stalin", "V. I. Lenin", "G. K. Ordzhonikidze", "S. M. Kirov", "L. D. Trotsky", "F. E. Dzerzhinsky", "A. I. Rykov",
    "K. E. Voroshilov", "G. V. Chicherin", "V. M. Molotov", "A. S. Yenukidze", "M. I. Kalinin", "V. A. Antonov-Ovseenko",
    "Ya. M. Sverdlov", "G. E. Zinoviev", "L. B. Kamenev", "N. I. Bukharin", "S. S. Kamenev", "E. D. Stasova", "M. P. Tomsky",
    "B. I. Magidov", "Yu. L. Pyatakov", "V. R. Menzhinsky", "P. A. Dzhaparidze", "N. N. Krestinsky", "L. P. Serebryakov",
)  # fmt: skip
BODIES = (
    "Politburo of the Central Committee of the RCP (b)", "Central Committee of the RCP(b)", "Council of People's Commissars",
    "Revolutionary Military Council of the Southern Front", "Caucasian Bureau of the Central Committee",
    "Members of the Politburo",
)  # fmt: skip
PLACES = (
    "Kharkiv",
    "Tashkent",
    "Baku",
    "Tiflis",
    "Rostov-on-Don",
    "Tsaritsyn",
    "Vladikavkaz",
    "Sochi",
    "Samara",
    "Petrograd",
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SENTENCES = (
    "The grain question| has been discussed twice in the bureau", "We sent 3 trains with bread to Petrograd| on Friday",
    "The commission| asks for 40,000 rubles and about 12 wagons", "I consider this decision| premature and harmful",
    "The comrades from the provincial committee| insist on an answer by 6 o'clock", "Nothing new| from the front",
    "Of the 5 regiments promised| only 2 have arrived so far", "It is necessary to replace the commander| without delay",
    "Your telegram| No. 7 reached me only yesterday", "The mood of the workers| is better than in 1919",
    "Order No. 118| has not been carried out", "They have 30 versts left to the river| and no fuel",
    "I ask the Central Committee| to confirm this in writing", "The newspaper| printed it on page 4 without our consent",
    "In my opinion the treaty| should be signed at once", "He left for the south| on May 4 with the staff",
    "The harvest| will be poor, at most 2 million poods", "We talked for two hours and agreed on one thing only",
    "Vladimir Ilyich| is against the proposal", "The secretary| has fallen ill again",
    "Point 3 of the resolution| was crossed out", "The delegation| declared that it had no mandate",
    "All of this must be kept secret until the congress", "As for the Georgians|, they will wait",
)  # fmt: skip
NOTES = (
    "We are talking about the resolution of the plenum of 12 June", "On the letterhead: People's Commissariat of Nationalities",
    "The telegram was sent by direct wire", "Not found in the archive", "See the letter of the same day (RTSKHIDNI. F. 5. Op. 1. D. 7. L. 2)",
    "In the upper left corner there is a note: Read. 5 copies", "This refers to the conference of the front in 1919",
    "Published with cuts in Lenin Collected Works. T. 51. S. 204", "Unclear", "The text is corrected in the author's hand",
)  # fmt: skip
FRAME = (
    "Bolshevik Leaders correspondence\n\nMarx-Engels |\xa0 Lenin \xa0| Stalin |\xa0 Home Page\n\n"
    "\xa0 Bolshevik leadership Correspondence. 1912-1927\nCollection of documents 1996.\n\n"
    "Compiled by: A.V.Kvashonkin, L.P.Kosheleva, L.A.Rogovaya, O.V.Khlevnyuk.\n\n"
)
EDITION = "Bolshevik leadership Correspondence. 1912-1927. Collection of documents 1996"
FORMS = (
    "Autograph", "Autographs", "Typewritten text", "Certified typewritten copy", "Uncertified typewritten copy",
    "Handwritten text", "Handwritten text on a telegraph form", "Typewritten text. The signature is an autograph", "Copy",
)  # fmt: skip
PUBLISHED = (
    '"Proletarian Revolution". 1936. No. 7. S. 167', '"Izvestia of the Central Committee of the CPSU". 1989. No. 6. S. 140-141',
    "Lenin Miscellany. XXXVI. P. 102", "The Trotsky Papers. T. 1. P. 248",
)  # fmt: skip


@dataclass(slots=True)
class Gold:
    """What a careful editor reads out of one letter."""

    number: str = ""
    senders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    source: str = ""
    form: str = ""
    published: str = ""
    markers: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Page:
    """A page and its letters."""

    text: str = ""
    letters: list[Gold] = field(default_factory=list[Gold])


def compose(seed: int) -> Page:
    """Compose one page; the same seed gives the same page."""
    random = Random(seed)
    page = Page()
    layout = "\n" if random.random() < 0.16 else "\n\n"
    letters = random.choices((1, 2, 3), (85, 12, 3))[0]
    blocks: list[str] = []
    for _ in range(letters):
        gold, lines = _letter(random)
        page.letters.append(gold)
        blocks += lines
    head = FRAME + ("Stalin Correspondences\n\n" if random.random() < 0.3 else "")
    if layout == "\n":
        head = head.replace("Bolshevik Leaders correspondence\n\n", "").replace("\n\n", "\n").replace("\xa0", "")
    page.text = head + layout.join(blocks) + ("\n" if random.random() < 0.5 else "")
    return page


def _letter(random: Random) -> tuple[Gold, list[str]]:
    gold, lines = Gold(), list[str]()
    people = random.sample(PEOPLE, 6)
    senders = people[: random.choices((1, 2, 3), (82, 12, 6))[0]]
    recipients = people[3 : 3 + random.choices((1, 2, 3), (76, 16, 8))[0]]
    if random.random() < 0.12:
        recipients = [*recipients[:-1], random.choice(BODIES)]
    gold.senders, gold.recipients = tuple(senders), tuple(recipients)
    if random.random() < 0.55:
        gold.number = str(random.randint(1, 250))
        lines.append(random.choices(("No. {}", "Number {}"), (29, 1))[0].format(gold.number))
    header = _header(random, senders, recipients)
    if random.random() < 0.08:
        header = header.replace(". ", ".")
        gold.senders = tuple(name.replace(". ", ".") for name in senders)
        gold.recipients = tuple(name.replace(". ", ".") for name in recipients)
    lines.append(header)
    year, month, day = random.randint(1913, 1927), random.randint(1, 12), random.randint(1, 28)
    printed, gold.date = _date(random, year, month, day)
    lines.append(printed)
    lines += _second(random, gold, year, month, day)
    _body(random, gold, lines, senders)
    _source(random, gold, lines)
    _notes(random, gold, lines)
    return gold, lines


def _header(random: Random, senders: list[str], recipients: list[str]) -> str:
    a, b = (_listed(random, side) for side in (senders, recipients))
    form = random.choices(
        (
            "Telegram from {} to {}",
            "{} - {}",
            "{} to {}",
            "{} — {}",
            "Telegram of {} to {}",
            "Telegram to {} {}",
            "Telegram from {} {}",
            "{} to {}.",
        ),
        (15, 14, 12, 9, 3, 1, 1, 1),
    )[0]
    if (form in ("Telegram to {} {}", "Telegram from {} {}")) and (
        len(senders) > 1 or len(recipients) > 1 or recipients[0] in BODIES
    ):
        form = "Telegram from {} to {}"
    return form.format(a, b)


def _listed(random: Random, names: list[str]) -> str:
    if len(names) > 1 and random.random() < 0.5:
        return ", ".join(names[:-1]) + " and " + names[-1]
    return ", ".join(names)


def _date(random: Random, year: int, month: int, day: int) -> tuple[str, str]:
    name, full = MONTHS[month - 1], f"{year}-{month:02}-{day:02}"
    forms = (
        (f"{name} {day}, {year}", full, 32),
        (f"{name} {day} [{year}]", full + "?", 10),
        (f"[later {name} {day}, {year}]", f"{full}/..", 3),
        (f"[previously {name} {day}, {year}]", f"../{full}", 3),
        (f"[late {name} {year}]", f"{year}-{month:02}%", 2),
        (f"[{name} {year}]", f"{year}-{month:02}?", 2),
        (f"[{name} {day}, {year}]", full + "?", 1),
        (f"[{name} {day}] {year}", full + "?", 1),
        (f"{name} {year}", f"{year}-{month:02}", 1),
        (f"{name} {day}-{day + 1}, {year}", f"{full}/{year}-{month:02}-{day + 1:02}", 1),
    )
    return random.choices([(printed, edtf) for printed, edtf, _ in forms], [often for *_, often in forms])[0]


def _second(random: Random, gold: Gold, year: int, month: int, day: int) -> list[str]:
    roman, place = ROMAN[month - 1], random.choice(PLACES)
    own = random.choice(
        (
            f"{day}/{roman}",
            f"{day}.{roman}. {year}",
            f"{day}/{roman}-{year % 100:02}",
            f"{day}/{roman} .",
            f"{MONTHS[month - 1]} {day}, {year}",
        )
    )
    form = random.choices(
        ("none", "own", "place date", "from", "date place", "place line", "address"), (55, 15, 8, 6, 3, 3, 10)
    )[0]
    if form == "none":
        return []
    if form == "own":
        return [own]
    if form == "address":
        return [
            random.choice(
                (
                    "MOSCOW, KREMLIN, CIK SVERDLOV.",
                    "MOSCOW TO STALIN, copy TO LENIN.",
                    "To comrade Lenin. Kremlin.",
                    "ON A DIRECT WIRE.",
                )
            )
        ]
    gold.place = place
    if form == "place date":
        return [f"{place} {day}/{month}." if random.random() < 0.5 else f"{place} {day}/{roman} {year % 100:02}"]
    if form == "from":
        return [f"From {place.upper()}" if random.random() < 0.5 else f"From {place}, tov. Stalin. Kremlin."]
    if form == "date place":
        return [f"{day}/{month} {year % 100:02} 10 hours {place}."]
    return [f"{place}.", f"{MONTHS[month - 1]} {day}, {year}"]


def _body(random: Random, gold: Gold, lines: list[str], senders: list[str]) -> None:
    count = random.choices((0, 1, 2, 3, 5, 8), (18, 25, 22, 15, 12, 8))[0]
    sentences = [random.choice(SENTENCES) for _ in range(max(count + 2, random.randint(3, 12)))]
    places = sorted(random.sample(range(len(sentences)), count))
    found: list[str] = []
    marked: list[str] = []
    for at, sentence in enumerate(sentences):
        if at not in places:
            marked.append(sentence.replace("|", "") + ".")
            continue
        number = places.index(at) + 1
        text, label = _marked(random, sentence, number)
        marked.append(text)
        if label:
            found.append(label)
    if random.random() < 0.6:
        lines.append(
            random.choice(("Comrade Stalin.", "Dear comrade,", "Dear Koba!", "Vladimir Ilyich!", "Dear Sergo."))
        )
    cut = random.randint(1, len(marked))
    lines += [" ".join(part) for part in (marked[:cut], marked[cut:]) if part]
    if random.random() < 0.75:
        surname = senders[0].split()[-1]
        sign = random.choice(("{}.", "With communist greetings, {}.", "Yours {}", "With communist greetings [{}]."))
        line = sign.format(surname if len(senders) == 1 else ", ".join(name.split()[-1] for name in senders))
        if count and random.random() < 0.15:
            line = line.rstrip(".") + f" {count + 1} ."
            found.append(str(count + 1))
            count += 1
        lines.append(line)
    gold.markers = tuple(found)
    gold.notes = tuple(str(n + 1) for n in range(count))


def _marked(random: Random, sentence: str, number: int) -> tuple[str, str]:
    n, label = str(number), str(number)
    noun, sentence = sentence, sentence.replace("|", "")
    forms = [
        ("{s} {n} .", 33),
        ("{s} {n}", 8),
        ("{s} {n}.", 6),
        ("{s}.{n} .", 4),
        ("{s}{n}", 3),
        ("{s} .", 8),
        ("{s} {n} ,", 2),
        ("middle", 3),
    ]
    if number == 1:
        forms.append(("{s}! one", 1))
    form = random.choices([f for f, _ in forms], [w for _, w in forms])[0]
    if form == "middle":
        return (noun if "|" in noun else noun + "|").replace("|", f" {n}").replace(" ,", ",") + ".", label
    return form.format(s=sentence, n=n), "" if form == "{s} ." else label


def _source(random: Random, gold: Gold, lines: list[str]) -> None:
    opis = random.choice((str(random.randint(1, 120)), f"{random.randint(1, 3)}/S"))
    leaf = random.choice(("{0}", "{0}-{1}", "{0}, {1}", "{0} ob.", "{0}-{1} ob."))
    first = random.randint(1, 200)
    leaf = leaf.format(first, first + 2)
    text = f"F. {random.choice((5, 17, 78, 85, 558))}. {random.choices(('On', 'Op'), (16, 8))[0]}. {opis}. D{random.choice(('. ', '. ', '. ', ' '))}{random.randint(1, 5500)}. L. {leaf.rstrip('.')}"
    gold.source = (
        random.choices(("RTSKHIDNI. ", "RTSHIDNI; ", "RGASPI. ", "APRF. ", "GARF. "), (80, 4, 6, 6, 4))[0] + text
    )
    gold.form = random.choice(FORMS)
    line = f"{gold.source}. {gold.form}."
    if random.random() < 0.2:
        gold.published = random.choice(PUBLISHED)
        line += f" {gold.published}."
    if random.random() < 0.06:
        line = line.rstrip(".")
    lines.append(line)


def _notes(random: Random, gold: Gold, lines: list[str]) -> None:
    if not gold.notes:
        return
    if random.random() < 0.92:
        lines.append("Notes:")
    for label in gold.notes:
        text = random.choice(NOTES)
        word = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")[int(label) - 1]
        form = random.choices(
            ("{n} {t}.", "{n}{t}.", "{n} . {t}.", "{n}. {t}.", "{w}{t}.", "{w}. {t}."), (50, 15, 15, 10, 5, 5)
        )[0]
        lines.append(form.format(n=label, w=word, t=text))
