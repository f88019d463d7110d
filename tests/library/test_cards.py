"""Cards that hang together, and what is said of those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from studyapp.library.load import load_pack
from tests.library.packs import put, write_pack

if TYPE_CHECKING:
    from pathlib import Path


def cloze(en: str, vi: str) -> dict[str, Any]:
    text = {"en": en, "vi": vi}
    return {"type": "cloze", "id": "fc-rebase", "skill": "branching", "text": text}


def told(root: Path, *cards: dict[str, Any]) -> list[tuple[str, str]]:
    put(write_pack(root), "cards/all.yaml", {"cards": list(cards)})
    return [(found.code, found.message) for found in load_pack(root).diagnostics]


def test_a_sound_card_is_kept(tmp_path: Path) -> None:
    assert told(tmp_path, cloze("[[1: Rebase]] replays", "[[1: Rebase]] phát lại")) == []
    pack = load_pack(tmp_path).pack
    assert pack is not None
    assert [card.id for card in pack.cards] == ["fc-rebase"]


@pytest.mark.parametrize(
    ("en", "vi", "blank"),
    [
        ("[[1: Rebase]] replays [[2: commits]]", "[[1: Rebase]] phát lại", "2"),
        ("Rebase replays", "[[1: Rebase]] phát lại", "1"),
        ("Rebase replays", "Rebase phát lại", "any"),
    ],
)
def test_a_cloze_has_the_same_blanks_in_both_languages(
    tmp_path: Path, en: str, vi: str, blank: str
) -> None:
    message = f"card `fc-rebase` has not blank {blank} in both languages"
    assert told(tmp_path, cloze(en, vi)) == [("P0317", message)]
    pack = load_pack(tmp_path).pack
    assert pack is not None
    assert pack.cards == ()


def test_a_card_names_a_skill_and_a_page_that_there_are(tmp_path: Path) -> None:
    card = cloze("[[1: Rebase]] replays", "[[1: Rebase]] phát lại")
    assert told(tmp_path, card | {"skill": "branchng", "pair": "rebas"}) == [
        ("P0302", "unknown skill `branchng`"),
        ("P0302", "unknown section `rebas`"),
    ]
