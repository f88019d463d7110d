"""The built-in pack, read once for whatever is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.library.builtin import builtin_pack
from studyapp.library.load import load_pack

if TYPE_CHECKING:
    from studyapp.core.pack import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    loaded = load_pack(builtin_pack()).pack
    assert loaded is not None
    return loaded
