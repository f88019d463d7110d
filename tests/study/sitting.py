"""A program that sits an exam until it is killed, and tells each answer that is on the disk.

``python -m tests.study.sitting PACK DATA MODE``; it goes on with the exam that runs, or starts one.
A line has the place, the option that is picked there now, and the milliseconds left.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, cast

from studyapp.core.exams.blueprint import terms_of_own
from studyapp.files import Folders
from tests.joining import joined

if TYPE_CHECKING:
    from studyapp.core.exams.acts import ExamMode

QUESTIONS = 6
MINUTES = 60


async def sit(pack: Path, data: Path, mode: ExamMode) -> None:
    """Sit the exam; never ends."""
    study = joined(pack, Folders(data / "config", data, data / "cache"))
    chance, examining = Random(os.getpid()), study.examining
    sitting = await examining.resume()
    if sitting is None and examining.exam is not None:
        terms = terms_of_own(examining.exam, QUESTIONS, MINUTES, mode=mode)
        sitting = await examining.start(terms)
    assert sitting is not None
    while True:
        await sitting.jump(chance.randrange(QUESTIONS))
        await sitting.pick(chance.choice("abcd"))
        await sitting.beat()
        (picked,) = sitting.attempt.draft.chosen or ("-",)
        os.write(1, f"{sitting.attempt.place} {picked} {sitting.attempt.remaining}\n".encode())


if __name__ == "__main__":
    asyncio.run(sit(Path(sys.argv[1]), Path(sys.argv[2]), cast("ExamMode", sys.argv[3])))
