"""What the tests on a real terminal share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.pty.program import Program

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path, cache: Path) -> Program:
    return Program(tmp_path, cache)
