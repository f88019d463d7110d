"""Words of the screen of calculators, beside those all calculators share."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

OPEN: Final = Text("Calculator: {name}", "Máy tính: {name}")
PLACE: Final = Text("Calculator {at}/{all}", "Máy tính {at}/{all}")
PLOT_SAYS: Final = Text("The plot in words: {said}", "Biểu đồ bằng lời: {said}")
TYPE_VALUE: Final = Text("Type a value, or choose below…", "Gõ một giá trị, hoặc chọn bên dưới…")
LEFT_OPEN: Final = Text("not stated", "bỏ trống")
REFUSED: Final = Text("⚠ {why}", "⚠ {why}")
NOTHING_LIKE_IT: Final = Text(
    "Nothing offered is like this; Enter counts with it as typed.",
    "Không có giá trị gợi ý nào giống; nhấn Enter để tính đúng như đã gõ.",
)
DATED: Final = Text("{said} · as of {date}", "{said} · tính đến {date}")
EXAMPLE_PRICE: Final = Text("{said}, example, not a quote", "{said}, giá ví dụ, không phải báo giá")
SHAPE: Final = Text(
    "{parameters} parameters, {layers} layers, {heads} KV heads of {dimension}",
    "{parameters} tham số, {layers} lớp, {heads} KV head cỡ {dimension}",
)
INSTANCE: Final = Text.once("{count} × {accelerator}, {gib} GiB")
TOKEN_PRICE: Final = Text(
    "{input} USD in, {output} USD out per million tokens",
    "{input} USD vào, {output} USD ra cho mỗi triệu token",
)
UNIT_PRICE: Final = Text("{usd} USD per model unit and hour", "{usd} USD mỗi model unit mỗi giờ")
CACHE: Final = Text(
    "write {write}, read {read} × plain input", "ghi {write}, đọc {read} × giá input"
)
BURNDOWN: Final = Text(
    "an output token counts {burndown} against the quota",
    "một token đầu ra tính thành {burndown} vào quota",
)
NOT_KNOWN: Final = Text("not known", "chưa rõ")
