"""``python -m tests.pty.failing`` is the program with a fault behind F2, in every place.

The fault comes just after some answers were given, before any of them is on the disk.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from studyapp import cli
from studyapp.core.history.events import Reviewed
from studyapp.ui import app
from studyapp.ui.app import StudyApp

ANSWERS = 20


class Failing(StudyApp):
    """Fails when told to."""

    CSS_PATH = str(Path(app.__file__).with_name("studyapp.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "fail", priority=True)]

    def action_fail(self) -> None:
        learning = self.study.learning
        for item in learning.items[:ANSWERS]:
            learning.store.submit([Reviewed(item=item.key, rating=3)])
        raise RuntimeError("boom")


if __name__ == "__main__":
    app.StudyApp = Failing  # type: ignore[misc]
    sys.exit(cli.main([]))
