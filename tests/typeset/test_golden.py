"""The sample section, letter by letter."""

from collections.abc import Callable

import pytest

from studyapp.core.text import Lang
from studyapp.typeset.page import Manner, typeset
from tests.typeset.sample import SECTION, SKILL, SOURCES

Golden = Callable[[str, str], None]


def dump(lang: Lang, width: int, manner: Manner, *peeked: str) -> str:
    page = typeset(
        SECTION, SOURCES, SKILL, lang=lang, width=width, manner=manner, peeked=frozenset(peeked)
    )
    return "".join(f"{line.plain}\n" for line in page.lines)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [116, 52, 40])
@pytest.mark.parametrize("manner", [Manner.ONE, Manner.STACKED])
def test_page_looks_as_agreed(lang: Lang, width: int, manner: Manner, golden: Golden) -> None:
    golden(f"{manner.value}-{width}-{lang}", dump(lang, width, manner))


@pytest.mark.parametrize("lang", Lang)
def test_two_columns_look_as_agreed(lang: Lang, golden: Golden) -> None:
    golden(f"beside-116-{lang}", dump(lang, 116, Manner.BESIDE))


@pytest.mark.parametrize("width", [52, 40])
def test_columns_that_would_be_too_narrow_are_stacked(width: int) -> None:
    assert dump(Lang.EN, width, Manner.BESIDE) == dump(Lang.EN, width, Manner.STACKED)


def test_a_peek_at_every_block_looks_like_stacked_languages() -> None:
    everything = [block.id for block in SECTION.blocks]
    everything += [SECTION.id, f"{SECTION.id}:takeaway", f"{SECTION.id}:sources"]

    assert dump(Lang.VI, 88, Manner.ONE, *everything) == dump(Lang.VI, 88, Manner.STACKED)
