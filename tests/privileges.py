"""Programs run without root's right to read and write what the file modes forbid."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence

import pytest


def bound_by_modes(argv: Sequence[str]) -> list[str]:
    """The command that runs ``argv`` under the file modes; skips the test where that cannot be."""
    if os.geteuid() != 0:
        return list(argv)
    if (setpriv := shutil.which("setpriv")) is None:
        pytest.skip("root reads everything, and there is no setpriv")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search", *argv]
