"""Letters that cite, about 0.9 times a KB, of any length: the text that the reader of citations is timed on."""

from __future__ import annotations

import random

from tests.benchmarks.composed_citations import compose

PROSE = {
    "latin": """In the meantime our position at the front has not changed. The commander asks for two divisions, and for
boots; I told him that boots come first. Yesterday, on March 5, the committee met at last: 12 for, 3 against. Of
the 150 wagons that left Rostov only 97 came, and the rest of the grain is still lying on the platform under the snow.
Please tell Lenin that I do not intend to answer the note of the British mission before the question of the straits
is decided. It seems to me that Litvinov exaggerates. On the whole people are tired, but they do not grumble; """,
    "cyrillic": """Между тем положение наше на фронте не изменилось. Командующий просит две дивизии и сапоги; я сказал,
что сапоги важнее. Вчера, 5 марта, комитет наконец собрался: 12 за, 3 против. Из 150 вагонов, вышедших из Ростова,
пришло только 97, а остальной хлеб все еще стоит на путях под снегом. Скажите Ленину, что я не намерен отвечать
на ноту английской миссии, пока не решен вопрос о проливах. Мне кажется, что Литвинов преувеличивает. В общем люди
устали, но не ропщут; """,
}
PROSE["translated"] = PROSE["latin"]
A_KB = 0.9


def cited_text(seed: int, dress: str, size: int) -> str:
    """Return at least ``size`` bytes of letters in one dress."""
    draw, prose = random.Random(seed), PROSE[dress]
    parts: list[str] = []
    length = cited = 0
    while length < size:
        [context] = compose(draw.randrange(10**9), 1, (dress,))
        parts.append(context.text)
        length += len(context.text.encode())
        cited += len(context.wanted)
        while cited / A_KB * 1000 > length:
            start = draw.randrange(len(prose) - 60)
            parts.append(prose[start : start + draw.randrange(60, 600)])
            length += len(parts[-1].encode())
    return "".join(parts)


def legal_text(seed: int, size: int) -> str:
    """Return opinions of a court that cite reports, for readers of such citations."""
    draw = random.Random(seed)
    parts: list[str] = []
    while sum(map(len, parts)) < size:
        start = draw.randrange(len(PROSE["latin"]) - 60)
        parts.append(PROSE["latin"][start:])
        parts.append(
            f"See Smith v. Jones, {draw.randint(1, 500)} U.S. {draw.randint(1, 900)} ({draw.randint(1900, 1990)}). "
        )
    return "".join(parts)
