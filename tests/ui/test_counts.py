"""What makes the program quick, guarded by counts, which no busy machine can change."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from studyapp.words.progress import SAVING

if TYPE_CHECKING:
    from studyapp.files import Folders
    from studyapp.study.study import Study
    from tests.terminal import Terminal

posix = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")

CHECKOUT = Path(__file__).resolve().parents[2]
SLOW = {"pydantic", "yaml", "markdown_it", "pygments", "rich.markdown", "importlib.metadata"}
"""What is not needed before the first screen and takes long to load."""
OURS = 90
"""Modules that the program may load beyond what any Textual app does."""
LOADED = """
import pathlib, sys
from textual.app import App

told, display = pathlib.Path(sys.argv[-1]), App._display

def tell(app, screen, frame):
    display(app, screen, frame)
    strips = screen._compositor.render_strips() if screen.is_running else ()
    if not told.exists() and any("Start reading" in strip.text for strip in strips):
        told.write_text("\\n".join(sys.modules))

App._display = tell
"""
STUDY = "from studyapp.cli import main; main(sys.argv[1:-1])"
BARE = "from tests.bench.floor import Floor; Floor([['Start reading']]).run()"

PLACES = {
    "home": [],
    "notes": ["1"],
    "both languages": ["1", "b"],
    "links": ["1", "end", "enter"],
    "advisor": ["3"],
    "scenarios": ["3", "s"],
    "search": ["slash"],
    "cards": ["2"],
    "quiz": ["4"],
    "progress": ["o"],
    "glossary": ["9"],
    "settings": ["s"],
    "keys": ["s", "3"],
    "help": ["question_mark"],
}


def start(folder: Path, *argv: str) -> Terminal:
    """Run Python on a terminal until it shows the first screen, away from the learner's folders."""
    from tests.terminal import Terminal

    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME")
    env = {name: os.fspath(folder / name) for name in names} | {"LC_ALL": "C.UTF-8"}
    terminal = Terminal([sys.executable, *argv], env=env, cwd=CHECKOUT)
    terminal.wait_for("Start reading", 60)
    terminal.wait_quiet()
    return terminal


def modules(folder: Path, program: str, *argv: str) -> set[str]:
    """The modules that a program has loaded when its first screen is shown."""
    told = folder / "modules"
    told.unlink(missing_ok=True)
    with start(folder, "-c", LOADED + program, *argv, os.fspath(told)) as terminal:
        terminal.send("\x11")
        terminal.wait()
    return set(told.read_text().splitlines())


@posix
def test_a_warm_start_loads_little_more_than_textual(pack: Path, tmp_path: Path) -> None:
    options = ("--pack", os.fspath(pack))
    assert "yaml" in modules(tmp_path, STUDY, *options)  # the first start compiles the pack
    loaded = modules(tmp_path, STUDY, *options)
    assert sorted(loaded & SLOW) == []
    extra = loaded - modules(tmp_path, BARE)
    assert len(extra) <= OURS, sorted(extra)


@posix
@pytest.mark.parametrize(("place", "keys"), [("Start reading", ""), (" 1/", "1")])
def test_another_language_is_drawn_in_one_frame(
    place: str, keys: str, pack: Path, tmp_path: Path
) -> None:
    from tests.display import HOLD

    with start(tmp_path, "-m", "studyapp", "--pack", os.fspath(pack)) as terminal:
        terminal.wait_for("Next: ")  # which is a frame of its own, once the history is read
        terminal.send(keys)
        terminal.wait_for(place)
        for lang in ("VI", "EN", "VI"):
            terminal.wait_quiet(0.3)
            before = len(terminal.raw)
            terminal.send("l")
            terminal.wait_for(f" {lang} ")
            terminal.wait_quiet(0.3)
            printed = terminal.raw[before:]
            assert printed.count(HOLD) == 1
            assert len(printed) <= 20_000


@posix
def test_an_answer_is_explained_in_one_frame(tmp_path: Path) -> None:
    from tests.display import HOLD
    from tests.terminal import KEYS
    from tests.ui.quiz_bank import quiz_pack

    pack = tmp_path / "pack"
    pack.mkdir()
    with start(tmp_path, "-m", "studyapp", "--pack", os.fspath(quiz_pack(pack))) as terminal:
        seen = (("4", "best mix"), ("6", "1.1 Branching"), ("2", "1/2"), ("a", "Your answer: A"))
        for key, shown in seen:
            terminal.send(key)
            terminal.wait_for(shown)
        terminal.send(KEYS["enter"])
        terminal.wait_for("How sure?")
        terminal.wait_quiet(0.5)
        before = len(terminal.raw)
        terminal.send("3")
        terminal.wait_for("Enter: next")
        terminal.wait_quiet(0.3)
        printed = terminal.raw[before:]
        was_slow = SAVING.en.encode() in printed  # which is told in a frame before
        assert printed.count(HOLD) == 1 + was_slow


@pytest.mark.parametrize("place", list(PLACES))
async def test_few_widgets_make_a_screen(place: str, study: Study, folders: Folders) -> None:
    app = StudyApp(study, folders, Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        for key in PLACES[place]:
            await pilot.press(key)
            await pilot.pause()
        assert len(app.screen.query("*")) <= 12
