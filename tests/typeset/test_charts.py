"""Charts of days and shares: what is drawn where, and what is said of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text import Lang, Text
from studyapp.typeset.charts import Bar, Column, forecast_in_words, set_bars, set_forecast
from studyapp.typeset.heatmap import heatmap_in_words, set_heatmap

TODAY = date(2026, 11, 19)
"""A Thursday."""


def back(days: int) -> date:
    return TODAY - timedelta(days=days)


def ahead(*parts: tuple[int, int, int]) -> list[Column]:
    return [Column(TODAY + timedelta(days=at), part) for at, part in enumerate(parts)]


def heatmap(reviews: dict[date, int], width: int = 16, lang: Lang = Lang.EN) -> list[str]:
    return [line.words for line in set_heatmap(reviews, TODAY, lang, width)]


def test_days_are_shaded_by_their_share_of_the_busiest_one() -> None:
    reviews = {TODAY: 3, back(1): 40, back(7): 20, back(13): 1}
    assert heatmap(reviews) == [
        "   Oct     Nov",
        "Mo · · · · · · ·",
        "Tu · · · · · · ·",
        "We · · · · · · █",
        "Th · · · · · ▒ ░",
        "Fr · · · · ░ ·",
        "Sa · · · · · ·",
        "Su · · · · · ·",
        "   · none",
        "   ░ 1–10",
        "   ▒ 11–20",
        "   ▓ 21–30",
        "   █ 31–40",
    ]


def test_months_and_weekdays_are_named_in_vietnamese() -> None:
    drawn = heatmap({TODAY: 1}, lang=Lang.VI)
    assert drawn[0] == "   Th10    Th11"
    assert [line[:2] for line in drawn[1:8]] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]


def test_few_reviews_leave_out_shades_that_stand_for_none() -> None:
    assert heatmap({TODAY: 2}, width=60)[-1] == "   · none  ▒ 1  █ 2"


def test_a_heatmap_is_said_in_words() -> None:
    reviews = {TODAY: 3, back(1): 40, back(300): 99}
    assert heatmap_in_words(reviews, TODAY, 60).en == (
        "In these 26 weeks: 43 reviews, on 2 of the days; the most were 40, on 18 Nov. Today: 3."
    )
    assert heatmap_in_words({}, TODAY, 16).vi == "Chưa có lượt ôn nào trong 7 tuần này."


def test_bars_are_as_long_as_their_shares_and_mark_the_aim() -> None:
    bars = (
        Bar(Text("week", "tuần"), 0.5, Text.once("50%"), 0.9),
        Bar(Text("month", "tháng"), None, Text.once("–"), 0.9),
    )
    assert [line.words for line in set_bars(bars, Lang.EN, 22)] == [
        "week   █████░░░░│  50%",
        "month  ░░░░░░░░░│  –",
    ]


def test_days_ahead_stand_on_each_other_and_the_legend_counts_them() -> None:
    drawn = [line.words for line in set_forecast(ahead((6, 0, 0), (2, 2, 2)), Lang.EN, 36)]
    assert drawn == [
        "cards a day",
        " 6 ┤██░░",
        "   │██░░",
        "   │██▒▒",
        "   │██▒▒",
        "   │████",
        "   │████",
        "   └────",
        "    19 Nov",
        "    ██ due 8",
        "    ▒▒ once more before the exam 2",
        "    ░░ new 2",
    ]


@pytest.mark.parametrize(
    ("days", "unit"), [(30, "cards a day"), (100, "cards a week"), (366, "cards in four weeks")]
)
def test_many_days_are_counted_together(days: int, unit: str) -> None:
    drawn = [line.words for line in set_forecast(ahead(*[(1, 0, 0)] * days), Lang.EN, 56)]
    assert drawn[0] == unit
    assert f"due {days}" in drawn[-1]


def test_a_little_among_much_is_seen() -> None:
    drawn = [line.words for line in set_forecast(ahead((600, 0, 0), (1, 0, 0)), Lang.EN, 56)]
    assert drawn[6].endswith("████")


def test_the_days_ahead_are_said_in_words() -> None:
    assert forecast_in_words(ahead((6, 0, 0), (2, 2, 3))).en == (
        "From 19 Nov to 20 Nov: 13 cards; the busiest day is 20 Nov with 7."
    )
    assert forecast_in_words(ahead((0, 0, 0))).vi == "Không có thẻ nào sắp tới."
    assert set_forecast(ahead((0, 0, 0)), Lang.EN, 40) == []


@given(
    days=st.lists(st.tuples(*[st.integers(0, 10_000)] * 3), min_size=1, max_size=370),
    width=st.integers(30, 100),
    lang=st.sampled_from(list(Lang)),
)
def test_no_chart_is_wider_than_its_room(
    days: list[tuple[int, int, int]], width: int, lang: Lang
) -> None:
    columns = ahead(*days)
    reviews = {back(at): sum(parts) for at, parts in enumerate(days)}
    total = sum(column.total for column in columns)
    said = Text.once(f"{total}")
    bars = [Bar(Text.once(f"{at}"), at / 3, said, 1.0) for at in range(4)]
    for lines in (
        set_forecast(columns, lang, width),
        set_heatmap(reviews, TODAY, lang, width),
        set_bars(bars, lang, width),
    ):
        assert all(line.cells <= width for line in lines)
