from __future__ import annotations

import pytest

from corpuscli.relations.citations.known import Letters
from corpuscli.relations.citations.resolver import resolve
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.text.citations import find_citations


def letters(*written: tuple[str, str]) -> Letters:
    """Know some letters, each of an id and its front matter."""
    found = Letters()
    for name, front in written:
        lines = front.replace("; ", "\n")
        found.add(parse_letter(f"---\nid: {name}\n{lines}\n---\nText[^2].\n\n[^2]: A note.\n", f"{name}.txt"))
    return found


CORPUS = letters(
    ("citing", "date: 1921-03-12; senders: [I. V. Stalin]; recipients: [G. V. Chicherin]; edition: E; number: 35"),
    ("leaf", "date: 1921-03-10; senders: [G. V. Chicherin]; recipients: [I. V. Stalin]; source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]"),  # noqa: E501 - one letter a line
    ("leaves", "date: 1921; senders: [A]; recipients: [B]; source: [RGASPI. F. 5. Op. 2. D. 315. L. 33-35]"),
    ("numbered", "date: 1920-03-09; senders: [V. I. Lenin]; recipients: [I. V. Stalin]; edition: E; number: 34."),
    ("elsewhere", "date: 1920; senders: [V. I. Lenin]; recipients: [B]; edition: F; number: 34"),
    ("twice-a", "date: 1920; senders: [A]; recipients: [B]; edition: E; number: 36"),
    ("twice-b", "date: 1920; senders: [A]; recipients: [B]; edition: E; number: 36"),
    ("old", "date: 1917-03-22; senders: [V. I. Lenin]; recipients: [A. M. Kollontai]"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "state", "targets"),
    [
        ("RGASPI. F. 5. Op. 2. D. 315. L. 34", "resolved", ("leaf", "leaves")),
        ("RTSKHIDNI. F. 5. On. 2. D. 315. L. 35", "resolved", ("leaves",)),
        ("RGASPI. F. 5. Op. 2. D. 315. L. 36", "resolved", ()),
        ("RGASPI. F. 5. Op. 2. D. 315", "resolved", ("leaf", "leaves")),
        ("RGASPI. F. 5. Op. 2. D. 316. L. 34", "resolved", ()),
        ("see doc. No. 34", "resolved", ("numbered",)),
        ("see doc. No. 36", "ambiguous", ("twice-a", "twice-b")),
        ("see doc. No. 99", "dangling", ()),
        ("see note 2", "resolved", ()),
        ("see note 3", "dangling", ()),
        ("Thank you for your letter of March 10.", "resolved", ("leaf",)),
        ("Thank you for your letter of March 11.", "dangling", ()),
        ("Lenin's letter dated 9 March 1920", "resolved", ("numbered",)),
        ("Lenin's letter dated 9 March 1917", "resolved", ("old",)),
        ("Stalin I.V. Op. T. 5. S. 424", "resolved", ()),
    ],
)
def test_a_citation_points_to(text: str, state: str, targets: tuple[str, ...]) -> None:
    (citation,) = find_citations(text)
    found = resolve(citation, "citing", CORPUS)
    assert (found.state, found.targets) == (state, targets)


def test_a_letter_does_not_point_to_itself() -> None:
    (citation,) = find_citations("RGASPI. F. 5. Op. 2. D. 315. L. 34")
    assert resolve(citation, "leaf", CORPUS).targets == ("leaves",)
