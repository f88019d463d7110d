"""What the tests on a real terminal share."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.pty.program import PROGRAM, Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the built-in pack already, as after the first start."""
    folder = tmp_path_factory.mktemp("cache")
    subprocess.run(
        [*PROGRAM, "notes", "2.2.1"],
        env=os.environ | Program(folder, folder).env,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return folder


@pytest.fixture
def program(tmp_path: Path, cache: Path) -> Program:
    return Program(tmp_path, cache)
