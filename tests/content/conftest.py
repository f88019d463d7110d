"""The built-in pack, read once for whatever is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.library.builtin import builtin_pack
from studyapp.library.load import load_pack

if TYPE_CHECKING:
    from studyapp.core.pack import Pack
    from studyapp.library.load import Loaded


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    return load_pack(builtin_pack())


@pytest.fixture(scope="session")
def pack(loaded: Loaded) -> Pack:
    assert loaded.pack is not None
    return loaded.pack
