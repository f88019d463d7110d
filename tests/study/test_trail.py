"""The trail: back undoes jumps, forth undoes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.ports import Bookmark
from studyapp.study.trail import Trail

places = st.builds(Bookmark, st.sampled_from("abc"), st.just("x"), st.integers(0, 3))


def test_an_empty_trail_leads_nowhere() -> None:
    trail, here = Trail(), Bookmark("a", "x", 0)
    assert trail.back(here) is None
    assert trail.forth(here) is None
    assert not trail.leads_back


@given(st.lists(places, min_size=2, max_size=8))
def test_back_walks_every_jump_and_forth_walks_it_again(walk: list[Bookmark]) -> None:
    trail = Trail()
    for place in walk[:-1]:
        trail.jump(place)
    here, back = walk[-1], []
    while (before := trail.back(here)) is not None:
        here = before
        back.append(here)
    assert back == walk[-2::-1]
    forth = []
    while (after := trail.forth(here)) is not None:
        here = after
        forth.append(here)
    assert forth == walk[1:]


@given(places, places, places)
def test_a_new_jump_forgets_what_lay_ahead(a: Bookmark, b: Bookmark, c: Bookmark) -> None:
    trail = Trail()
    trail.jump(a)
    trail.back(b)
    trail.jump(c)
    assert trail.forth(a) is None
