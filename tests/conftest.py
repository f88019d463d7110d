"""What the tests share: a small pack, folders of their own, and golden screens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.files import Folders
from studyapp.library.scaffold import new_pack
from tests.joining import close_histories, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import App

    from studyapp.study.study import Study


CHECKED = datetime(2026, 11, 22, tzinfo=UTC).date()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew")


@pytest.fixture(autouse=True)
def histories() -> Iterator[None]:
    """Let no history stay open after a test."""
    yield
    close_histories()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders that no other test sees."""
    return Folders(tmp_path / "config", tmp_path / "data", tmp_path / "cache")


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
