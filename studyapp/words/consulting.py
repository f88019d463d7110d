"""Words of the advisor on the command line, beside those of its answers."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

DECISIONS: Final = Text("What the advisor answers", "Tư vấn những gì")
FACTS: Final = Text("Facts", "Dữ kiện")
NO_FACTS: Final = Text("nothing is stated", "chưa có dữ kiện nào")
TRAITS: Final = Text("Facts one can state", "Các dữ kiện có thể nhập")
OPTIONS: Final = Text("Options", "Các lựa chọn")
FOR_EXAMPLE: Final = Text("for example {examples}", "ví dụ {examples}")
ASSUMED: Final = Text("{fact}, assumed while nothing is stated", "{fact}, giả định khi chưa nhập")
COMPUTED: Final = Text(
    "computed from {traits} while nothing is stated", "tính từ {traits} khi chưa nhập"
)
RULED_OUT: Final = Text("✗ Ruled out: {options}", "✗ Bị loại: {options}")
AND_FACTS: Final = Text.once("{words} [{facts}]")
ASK_NEXT: Final = Text("Worth asking next: {trait}. {asks}", "Nên hỏi tiếp: {trait}. {asks}")

# asking one by one
HOW_TO: Final = Text(
    "Type the number of an answer, or a value. Empty: skip. u: undo. q: stop and see the advice.",
    "Gõ số của câu trả lời, hoặc một giá trị. Để trống: bỏ qua. u: hoàn tác. q: dừng, xem tư vấn.",
)
UNKNOWN: Final = Text("Unknown", "Chưa biết")
OTHER_NUMBER: Final = Text(
    "or another number with its unit, such as {example}",
    "hoặc một số khác kèm đơn vị, ví dụ {example}",
)
SO_FAR: Final = Text("So far, {layer}", "Tới lúc này, {layer}")
NOTHING_LEFT: Final = Text("Nothing else is worth asking.", "Không còn gì đáng hỏi thêm.")
NOTHING_TO_UNDO: Final = Text("Nothing to undo.", "Không có gì để hoàn tác.")
TAKEN_BACK: Final = Text("Taken back: {trait}.", "Đã hoàn tác: {trait}.")
NOT_UNDERSTOOD: Final = Text("⚠ `{said}` is none of these.", "⚠ `{said}` không có ở trên.")
