"""Words of plots: their legends, and what they show for who cannot see them."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

SPOT: Final = Text("{name}: {across} · {up}", "{name}: {across} · {up}")
PART: Final = Text.once("{name} {amount}")
SPARE: Final = Text("enough, {amount} to spare", "đủ, còn dư {amount}")
SHORT: Final = Text("too little by {amount}", "thiếu {amount}")

RUNS: Final = Text(
    "{name} goes from {first} at {start} to {last} at {end}.",
    "{name} đi từ {first} (tại {start}) đến {last} (tại {end}).",
)
STAYS: Final = Text("{name} stays at {first}.", "{name} giữ nguyên {first}.")
REACHES: Final = Text("{name} reaches “{level}” at {across}.", "{name} đạt “{level}” tại {across}.")
MISSES: Final = Text("{name} never reaches “{level}”.", "{name} không bao giờ đạt “{level}”.")
SPOT_SAID: Final = Text("{name}: {up} at {across}.", "{name}: {up} tại {across}.")
TOTAL: Final = Text("{name}: {parts}, together {total}.", "{name}: {parts}, tổng cộng {total}.")
LIMIT_SAID: Final = Text("{name}, {amount}: {verdict}.", "{name}, {amount}: {verdict}.")
