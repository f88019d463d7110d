"""Notes printed to a terminal and to a pipe."""

import io
from collections.abc import Mapping

import pytest
from rich.console import Console

from studyapp.core.notes import Section
from studyapp.core.pack import Skill, Source
from studyapp.core.text import Lang
from studyapp.typeset.page import Manner, typeset
from studyapp.typeset.printout import STYLES, print_sections
from studyapp.typeset.roles import ROLES
from tests.typeset.sample import SECTION, SKILL, SOURCES

SAMPLE = (SECTION, SOURCES, SKILL)


def printed(
    *sections: tuple[Section, Mapping[str, Source], Skill],
    width: int = 72,
    terminal: bool = False,
    manner: Manner = Manner.ONE,
) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=terminal,
        color_system="standard" if terminal else "auto",
    )
    print_sections(sections, console, Lang.VI, manner)
    return file.getvalue()


@pytest.mark.parametrize("manner", Manner)
def test_a_pipe_gets_the_page_and_nothing_else(manner: Manner) -> None:
    page = typeset(SECTION, SOURCES, SKILL, lang=Lang.VI, width=96, manner=manner)

    assert printed(SAMPLE, width=96, manner=manner) == "".join(
        f"{line.plain}\n" for line in page.lines
    )


def test_a_very_wide_console_is_not_filled() -> None:
    assert max(map(len, printed(SAMPLE, width=300).splitlines())) <= 100


def test_a_console_too_narrow_for_any_page_still_gets_one() -> None:
    page = typeset(SECTION, SOURCES, SKILL, lang=Lang.VI, width=9)

    assert printed(SAMPLE, width=9).splitlines() == [line.plain for line in page.lines]


def test_sections_stand_apart() -> None:
    alone = printed(SAMPLE)

    assert printed(SAMPLE, SAMPLE) == f"{alone}\n\n{alone}"


def test_a_terminal_gets_styles_but_no_links_and_no_other_control() -> None:
    text = printed(SAMPLE, terminal=True)

    assert "\x1b[1m" in text
    assert "\x1b]" not in text
    assert text.replace("\x1b[", "").replace("\n", "").isprintable()


def test_every_role_has_a_style() -> None:
    assert set(STYLES) == set(ROLES)
