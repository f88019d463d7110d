"""Folding: letters lose case and marks and keep their places."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.fold import fold


def test_vietnamese_is_found_without_marks() -> None:
    assert fold("Triển khai Đường dẫn ƯỚC LƯỢNG") == "trien khai duong dan uoc luong"


@given(st.text())
def test_places_stay_true(written: str) -> None:
    assert len(fold(written)) == len(written)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ÁÀĐƯ"))
def test_folding_twice_changes_nothing(written: str) -> None:
    folded = fold(unicodedata.normalize("NFC", written))
    assert fold(folded) == folded
    assert folded.isascii()
