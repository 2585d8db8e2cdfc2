"""Composes pages of a printed edition from the forms that real ones have, with what a careful editor reads out of each.

The forms and how often they come follow counts on real pages: headers, dates, second date lines, places, source lines,
notes, markers in every gluing, layouts. The sentences are our own, with the numbers that real letters are full of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.benchmarks.composed_words import (
    BODIES,
    FORMS,
    FRAME,
    MONTHS,
    NOTES,
    PEOPLE,
    PLACES,
    PUBLISHED,
    ROMAN,
    SENTENCES,
)


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
    """The letter's own date line, place or address, under the header's date line."""
    roman, place, full = ROMAN[month - 1], random.choice(PLACES), f"{MONTHS[month - 1]} {day}, {year}"
    short = f"{year % 100:02}"
    own = random.choice((f"{day}/{roman}", f"{day}.{roman}. {year}", f"{day}/{roman}-{short}", full))
    address = random.choice(
        (
            "MOSCOW, KREMLIN, CIK SVERDLOV.",
            "MOSCOW TO STALIN, copy TO LENIN.",
            "To comrade Lenin. Kremlin.",
            "ON A DIRECT WIRE.",
        )
    )
    placed = (
        [f"{place} {day}/{month}."],
        [f"{place} {day}/{roman} {short}"],
        [f"From {place.upper()}"],
        [f"From {place}, tov. Stalin. Kremlin."],
        [f"{day}/{month} {short} 10 hours {place}."],
        [f"{place}.", full],
    )
    lines = random.choices(([], [own], [address], *placed), (55, 15, 10, 4, 4, 3, 3, 3, 3))[0]
    if lines in placed:
        gold.place = place
    return lines


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
    fond, delo = random.choice((5, 17, 78, 85, 558)), random.randint(1, 5500)
    sign = random.choices(("On", "Op"), (16, 8))[0]
    dot = random.choice((". ", ". ", ". ", " "))
    archive = random.choices(("RTSKHIDNI. ", "RTSHIDNI; ", "RGASPI. ", "APRF. ", "GARF. "), (80, 4, 6, 6, 4))[0]
    gold.source = f"{archive}F. {fond}. {sign}. {opis}. D{dot}{delo}. L. {leaf.rstrip('.')}"
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
