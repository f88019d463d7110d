"""The trials, at about a tenth of their full size."""

from __future__ import annotations

import pytest

from tests.store.trials import kills, powers


@pytest.mark.parametrize("damage", [False, True])
def test_no_kill_loses_what_was_acknowledged(damage: bool) -> None:
    count = kills(20, seed=11, damage=damage)
    assert count.acknowledged > 100
    assert (count.lost, count.extra <= 1) == (0, True)


@pytest.mark.parametrize("keep", ["both", "database", "journal"])
def test_no_power_cut_loses_what_was_acknowledged(keep: str) -> None:
    count = powers(100, seed=12, keep=keep)
    assert count.acknowledged > 1_000
    assert (count.lost, count.extra <= 3) == (0, True)


def test_the_power_cuts_find_a_database_that_syncs_too_little() -> None:
    assert powers(60, seed=13, keep="database", database="OFF").lost > 0
    assert powers(200, seed=13, keep="database", database="NORMAL").lost > 0


def test_the_power_cuts_find_a_journal_that_does_not_sync() -> None:
    assert powers(60, seed=14, keep="journal", journal=True).lost > 0
