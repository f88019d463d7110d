"""Start an installed studyapp on a pty, away from the checkout, and read its first screens."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.terminal import Terminal

command, content = sys.argv[1], Path(sys.argv[2])
where = subprocess.run(  # noqa: S603
    [Path(command).with_name("python"), "-c",
     "from studyapp.library.builtin import content_folder; print(content_folder())"],
    capture_output=True, text=True, check=True,
).stdout.strip()  # fmt: skip
shipped = {str(path.relative_to(where)) for path in Path(where).rglob("*.*") if path.is_file()}
written = {str(path.relative_to(content)) for path in content.rglob("*.*") if path.is_file()}
if "_content" not in where or shipped != written:
    sys.exit(f"the wheel's content in {where} differs from {content}: {shipped ^ written}")
with Terminal([command, "--lang", "vi"], columns=80, rows=24) as terminal:
    terminal.wait_for("Bắt đầu đọc", timeout=30)
    terminal.send("1")
    terminal.wait_for("Điều cần nhớ")
    terminal.send("qq")
    code = terminal.wait()
if code:
    sys.exit(f"studyapp ended with {code}")
print(f"started from {where}: {len(shipped)} files of content")  # noqa: T201
