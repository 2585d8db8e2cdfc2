from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpuscli.exports.fitting import cells
from corpuscli.exports.narrowing import LEAST, cut_excerpt, narrow
from corpuscli.model.finding import Excerpt
from corpuscli.text.visible import visible
from tests.linting.samples import ALL, PLAIN

EXCERPTS = st.builds(
    lambda before, within, behind: Excerpt(before + within + behind, len(before), len(within)),
    st.text("ab Ч中é\u202e", max_size=30), st.text("xЧ中\x1b", min_size=1, max_size=30), st.text("ab Ч中", max_size=30),
)  # fmt: skip


@given(EXCERPTS, st.integers(LEAST, 60))
def test_what_is_accused_stays_in_sight(excerpt: Excerpt, room: int) -> None:
    cut = cut_excerpt(excerpt, room)
    assert sum(cells(visible(one)) for one in cut.words) <= room
    shown = cut.words[cut.before : cut.before + cut.length]
    assert shown
    assert excerpt.words[excerpt.before : excerpt.before + excerpt.length].startswith(shown)
    assert cut.words.strip("…") in excerpt.words
    assert cut_excerpt(cut, room) == cut


def test_without_a_terminal_nothing_is_cut() -> None:
    assert narrow(ALL, 0) is ALL


def test_each_finding_is_cut_to_the_terminal() -> None:
    (one,) = narrow(replace(ALL, findings=(PLAIN,)), 24).findings
    assert one.excerpt == Excerpt("…legation [^1] has…", 9, 1)
