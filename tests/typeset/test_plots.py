"""Plots: what is drawn where, what stands beside it, and what is said of it in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text import Lang, Text
from studyapp.typeset.curves import set_curves
from studyapp.typeset.plots import (
    Amount,
    Axis,
    Curve,
    CurvePlot,
    Level,
    Spot,
    StackPlot,
    curves_in_words,
    stack_in_words,
)
from studyapp.typeset.stacks import set_stack

VOLUME = Axis(Text("M tokens", "triệu token"), lambda value: f"{value:g}")
COST = Axis(Text("USD a month", "USD mỗi tháng"), lambda value: f"{value:g}")

BY_TOKEN = Curve(Text("by the token", "theo token"), ((0, 0), (10, 100)))
FLAT = Curve(Text("provisioned", "mua trước"), ((0, 40), (10, 40)))
BREAK_EVEN = CurvePlot(
    across=VOLUME,
    up=COST,
    curves=(BY_TOKEN, FLAT),
    spots=(Spot(Text("break-even", "hòa vốn"), 4, 40),),
)


def drawn(plot: CurvePlot, width: int = 40, height: int = 11) -> list[str]:
    return [line.words for line in set_curves(plot, Lang.EN, width, height)]


def stacked(plot: StackPlot, width: int, lang: Lang = Lang.EN) -> list[str]:
    return [line.words for line in set_stack(plot, lang, width)]


def test_curves_cross_at_the_mark_and_a_line_leads_down_from_it() -> None:
    assert drawn(BREAK_EVEN) == [
        "USD a month",
        "100 ┤                                ▄▄▀",
        "    │                             ▄▀▀",
        "    │                          ▄▀▀",
        "    │                      ▄▄▀▀",
        "    │                   ▄▄▀",
        " 50 ┤                ▄▀▀",
        "    │o o o o o o o▄X▀o o o o o o o o o o",
        "    │         ▄▄▀▀ :",
        "    │      ▄▄▀     :",
        "    │   ▄▄▀        :",
        "  0 ┤▄▀▀           :",
        "    └┴────────────────┴────────────────┴",
        "     0                5               10",
        "     M tokens",
        "▀▀ by the token",
        "oo provisioned",
        "X  break-even: 4 · 40",
    ]


def test_words_tell_where_curves_run_and_where_they_cross() -> None:
    assert curves_in_words(BREAK_EVEN) == Text(
        "by the token goes from 0 at 0 to 100 at 10. provisioned stays at 40. break-even: 40 at 4.",
        "theo token đi từ 0 (tại 0) đến 100 (tại 10). mua trước giữ nguyên 40. hòa vốn: 40 tại 4.",
    )


def test_a_height_worth_reaching_is_labelled_and_told_reached_or_not() -> None:
    plot = CurvePlot(
        across=VOLUME,
        up=COST,
        curves=(BY_TOKEN, FLAT),
        levels=(Level(Text("the claim", "lời quảng cáo"), 80),),
    )

    assert " 80 ┤ · · · · · · · · · · · · ·▄▀▀· · ·" in drawn(plot)
    assert curves_in_words(plot).en.endswith(
        "by the token reaches “the claim” at 8. provisioned never reaches “the claim”."
    )


def test_losses_lie_below_a_line_at_zero() -> None:
    plot = CurvePlot(
        across=VOLUME, up=COST, curves=(Curve(Text.once("saving"), ((0, -50), (10, 50))),)
    )
    rows = drawn(plot)

    zero = next(at for at, row in enumerate(rows) if row.startswith("  0 ┤"))
    assert "· · ·" in rows[zero]
    assert rows[1].startswith(" 50 ┤")
    assert rows[11].startswith("-50 ┤")


def test_a_steep_curve_has_no_gaps() -> None:
    steep = Curve(Text.once("steep"), ((0, 0), (4.9, 0), (5.1, 100), (10, 100)))
    rows = drawn(CurvePlot(across=VOLUME, up=COST, curves=(steep,)))[1:12]

    assert all(any(glyph in row for glyph in "▄▀█") for row in rows)


def test_a_height_is_reached_where_a_curve_begins_if_it_begins_there() -> None:
    assert FLAT.reaches(40) == 0
    assert FLAT.reaches(41) is None
    assert BY_TOKEN.reaches(40) == 4


def test_two_marks_in_one_place_stand_side_by_side() -> None:
    plot = CurvePlot(
        across=VOLUME,
        up=COST,
        curves=(BY_TOKEN,),
        spots=(Spot(Text.once("one"), 4, 40, "@"), Spot(Text.once("other"), 4, 40, "#")),
    )

    assert any("@#" in row for row in drawn(plot))


def test_a_curve_that_stays_at_zero_can_be_drawn() -> None:
    plot = CurvePlot(across=VOLUME, up=COST, curves=(Curve(Text.once("none"), ((0, 0), (1, 0))),))

    assert any("▄" * 20 in row or "▀" * 20 in row for row in drawn(plot))


@pytest.mark.parametrize("lang", list(Lang))
def test_names_are_in_the_language_asked_for(lang: Lang) -> None:
    words = "\n".join(line.words for line in set_curves(BREAK_EVEN, lang, 40, 8))

    assert COST.name[lang] in words
    assert FLAT.name[lang] in words
    assert FLAT.name[lang.other] not in words


NUMBERS = st.floats(-1e15, 1e15, allow_subnormal=False)


@given(
    ups=st.lists(NUMBERS, min_size=2, max_size=8),
    others=st.lists(NUMBERS, min_size=2, max_size=8),
    level=NUMBERS,
    width=st.integers(40, 100),
    height=st.integers(4, 30),
)
def test_any_curves_keep_within_width_and_height(
    ups: list[float], others: list[float], level: float, width: int, height: int
) -> None:
    plot = CurvePlot(
        across=VOLUME,
        up=Axis(COST.name, "{:.3g}".format),
        curves=tuple(
            Curve(Text.once(name), tuple((float(x), y) for x, y in enumerate(points)))
            for name, points in (("one", ups), ("two", others))
        ),
        levels=(Level(Text.once("level"), level),),
        spots=(Spot(Text.once("spot"), 0.5, level),),
    )
    lines = set_curves(plot, Lang.EN, width, height)

    assert max(line.cells for line in lines) <= width
    assert sum("┤" in line.words or "│" in line.words for line in lines) == height


NEED = StackPlot(
    name=Text("needed", "cần"),
    show=lambda amount: f"{amount:g} GiB",
    parts=(Amount(Text("weights", "trọng số"), 60), Amount(Text.once("KV cache"), 20)),
    limits=(
        Amount(Text.once("small"), 40),
        Amount(Text.once("exact"), 80),
        Amount(Text.once("huge"), 4000),
    ),
)


def test_parts_end_to_end_and_limits_on_the_same_scale() -> None:
    assert stacked(NEED, 60) == [
        "needed",
        "       ███████████████▒▒▒▒▒                       80 GiB",
        "small  ─────────┤                                 40 GiB ✗",
        "exact  ───────────────────┤                       80 GiB ✓",
        "huge   ────────────────────────────────────────>  4000 GiB ✓",
        "       ██ weights 60 GiB   ▒▒ KV cache 20 GiB",
    ]


def test_a_limit_says_by_sign_and_words_whether_it_is_enough() -> None:
    signs = [row.rsplit(" ", 1)[1] for row in stacked(NEED, 60)[2:5]]

    assert signs == ["✗", "✓", "✓"]
    assert stack_in_words(NEED) == Text(
        "needed: weights 60 GiB + KV cache 20 GiB, together 80 GiB. "
        "small, 40 GiB: too little by 40 GiB. exact, 80 GiB: enough, 0 GiB to spare. "
        "huge, 4000 GiB: enough, 3920 GiB to spare.",
        "cần: trọng số 60 GiB + KV cache 20 GiB, tổng cộng 80 GiB. small, 40 GiB: thiếu 40 GiB. "
        "exact, 80 GiB: đủ, còn dư 0 GiB. huge, 4000 GiB: đủ, còn dư 3920 GiB.",
    )


def test_a_part_too_small_for_a_cell_is_still_seen() -> None:
    plot = StackPlot(
        name=Text.once("need"),
        show="{:g}".format,
        parts=(Amount(Text.once("much"), 1000), Amount(Text.once("little"), 1)),
    )

    assert "█▒" in stacked(plot, 60)[1]


@given(
    parts=st.lists(st.floats(0.001, 1e9), min_size=1, max_size=3),
    limits=st.lists(st.floats(0, 1e12), max_size=4),
    width=st.integers(40, 100),
)
def test_any_stack_keeps_within_the_width(
    parts: list[float], limits: list[float], width: int
) -> None:
    plot = StackPlot(
        name=Text.once("need"),
        show="{:.4g} GiB".format,
        parts=tuple(Amount(Text.once(f"part {at}"), each) for at, each in enumerate(parts)),
        limits=tuple(Amount(Text.once(f"limit {at}"), each) for at, each in enumerate(limits)),
    )

    assert max(line.cells for line in set_stack(plot, Lang.EN, width)) <= width
