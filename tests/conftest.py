"""What the tests share: a small pack, folders of their own, and golden screens."""

from __future__ import annotations

from datetime import UTC, datetime
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from studyapp.core.text import Lang
from studyapp.files import Folders
from studyapp.library.builtin import builtin_pack
from studyapp.library.compiled import CompiledPack
from studyapp.library.scaffold import new_pack
from tests.joining import close_histories, joined

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from textual.app import App
    from textual.pilot import Pilot

    from studyapp.study.study import Study

    GoldenScreens = Callable[..., Awaitable[None]]


settings.register_profile("wide")
settings.register_profile("fixed", derandomize=True)
settings.load_profile("fixed")  # other examples each time: --hypothesis-profile=wide

CHECKED = datetime(2026, 11, 22, tzinfo=UTC).date()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def histories() -> Iterator[None]:
    """Let no history stay open after a test."""
    yield
    close_histories()


@pytest.fixture(scope="session")
def caches(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of caches: one for all workers, as what is compiled once serves every test."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "caches"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def cache(caches: Path) -> Path:
    """The same with the built-in pack in it, as after the first start."""
    with (caches / "lock").open("w") as lock:
        flock(lock, LOCK_EX)
        CompiledPack(builtin_pack(), caches / "studyapp").close()
    return caches


@pytest.fixture
def builtin(cache: Path) -> Path:
    """The built-in pack, compiled already in the folder of `folders`."""
    return builtin_pack()


@pytest.fixture
def folders(tmp_path: Path, caches: Path) -> Folders:
    """Folders of which no other test sees more than the cache."""
    return Folders(tmp_path / "config", tmp_path / "data", caches / "studyapp")


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pack with a block of every kind; not to be written to."""

    root = tmp_path_factory.mktemp("packs") / "small"
    new_pack(root, CHECKED)
    return root


@pytest.fixture
def study(pack: Path, folders: Folders) -> Study:
    """One learner's work with the small pack."""
    return joined(pack, folders)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name, beside the test."""
    folder = Path(str(request.path)).parent / "golden"

    def compare(name: str, text: str) -> None:
        file = folder / f"{name}.txt"
        if request.config.getoption("--golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8"), f"{file} differs; --golden writes it anew"

    return compare


SIZES = ((120, 40), (80, 24), (60, 20))


@pytest.fixture
def golden_screens(golden: Callable[[str, str], None]) -> GoldenScreens:
    """Compare a screen with its golden files at every size in both languages.

    The window changes around the program, which is led there once: what it shows must not depend
    on how it came to that size and language. ``pause`` is for what follows in its own time, in
    seconds.
    """

    async def compare(pilot: Pilot[None], name: str, pause: float | None = None) -> None:
        for columns, rows in SIZES:
            await pilot.resize_terminal(columns, rows)
            for lang in Lang:
                if pilot.app.lang is not lang:  # type: ignore[attr-defined]
                    await pilot.press("f2")
                await pilot.pause()
                await pilot.app.workers.wait_for_complete()
                await pilot.pause(pause)
                golden(f"{name}-{lang}-{columns}x{rows}", screen_text(pilot.app))

    return compare


def screen_text(app: App[Any]) -> str:
    """What a screen shows: its plain text, then the words that are set off by weight or line."""
    strips = app.screen._compositor.render_strips(app.size)
    shown, marked = [], []
    for y, strip in enumerate(strips):
        segments = [segment for segment in strip if not segment.control]
        shown.append("".join(segment.text for segment in segments).rstrip())
        for segment in segments:
            style = segment.style
            manners = [m for m in ("bold", "italic", "underline") if style and getattr(style, m)]
            if manners and segment.text.strip():
                marked.append(f"{y:>2} {'+'.join(manners)}: {segment.text.strip()}")
    return "\n".join([*shown, "---", *marked]) + "\n"
