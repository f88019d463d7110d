"""The computer's clocks."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC

from studyapp.clock import SystemClock, boot_id, since_boot
from studyapp.core.exams.clock import elapsed

SAY = "from studyapp.clock import boot_id, since_boot; print(boot_id(), since_boot())"


def test_the_moment_is_one_of_utc_and_a_stamp_says_the_same() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert abs(clock.stamp().wall - clock.now().timestamp() * 1000) < 10_000


def test_stamps_follow_one_another() -> None:
    clock = SystemClock()
    first, second = clock.stamp(), clock.stamp()
    assert 0 <= elapsed(first, second) < 10_000
    assert second.boot >= first.boot > 0


def test_another_run_of_the_program_knows_the_same_start_of_the_computer() -> None:
    before = since_boot()
    said = subprocess.run(
        [sys.executable, "-c", SAY], capture_output=True, text=True, check=True, env=os.environ
    ).stdout.split()
    assert said[0] == boot_id()
    assert before <= int(said[1]) <= since_boot()


def test_the_name_of_a_start_is_kept_as_a_digest_only() -> None:
    assert len(boot_id()) == 12
    assert int(boot_id(), 16) >= 0
