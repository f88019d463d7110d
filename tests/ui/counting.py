"""How often functions are called meanwhile."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


@contextmanager
def counted(
    *functions: Callable[..., object], but_in: Callable[..., object] | None = None
) -> Iterator[Counter[str]]:
    """The calls of some functions in this thread by their names, but for those in another."""
    names = {function.__code__: function.__name__ for function in functions}
    left_out = None if but_in is None else but_in.__code__
    calls = Counter[str]()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event != "call" or frame.f_code not in names:
            return
        caller: FrameType | None = frame
        while caller is not None and caller.f_code is not left_out:
            caller = caller.f_back
        calls[names[frame.f_code]] += caller is None

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(before)
