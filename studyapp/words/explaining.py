"""What is said after an answer to a question."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

RIGHT: Final = Text("✓ Right.", "✓ Đúng.")
WRONG: Final = Text("✗ Wrong.", "✗ Sai.")
CHOSE: Final = Text(
    "You chose {chosen}; the answer is {key}.", "Bạn chọn {chosen}; đáp án là {key}."
)
CHOSE_NOTHING: Final = Text("The answer is {key}.", "Đáp án là {key}.")
PLACED: Final = Text("In place: {right} of {all}.", "Đúng chỗ: {right}/{all}.")
LUCKY: Final = Text("But it was a guess.", "Nhưng là đoán mò.")
CONFIDENT: Final = Text("You felt sure.", "Bạn đã chắc chắn.")
COMES_BACK: Final = Text("It comes back in this set", "Sẽ hỏi lại trong lượt này")
GO_ON: Final = Text("Enter: next, Space: read on", "Enter: câu sau, Phím cách: đọc tiếp")
OUTCOMES: Final = {
    "picked-right": Text("✓ right · your answer", "✓ đúng · bạn chọn"),
    "picked-wrong": Text("✗ wrong · your answer", "✗ sai · bạn chọn"),
    "missed": Text("✓ right · not chosen", "✓ đúng · bạn không chọn"),
    "left": Text("✗ wrong", "✗ sai"),
}
"""By what became of an option."""
IN_PLACE: Final = Text("✓ in place", "✓ đúng chỗ")
OUT_OF_PLACE: Final = Text("✗ you had it at {place}", "✗ bạn đặt ở vị trí {place}")
LEFT_OPEN: Final = Text("· left open", "· để trống")
MATCHED: Final = Text("✓ right", "✓ đúng")
MISMATCHED: Final = Text("✗ you gave {letter}", "✗ bạn ghép với {letter}")
FALLS: Final = {
    "ruled-out": Text("Ruled out by our rules", "Bị quy tắc của chúng tôi loại"),
    "against": Text("Our rules speak against it", "Quy tắc của chúng tôi không ủng hộ"),
    "outweighed": Text("Outweighed, for our rules say", "Kém hơn đáp án, vì theo quy tắc"),
    "qualifier": Text("Decided by the closing words", "Tiêu chí cuối câu hỏi quyết định"),
}
"""By the way in which a wrong option falls."""
QUALIFIED: Final = Text(
    "It may do, but the answer is better in what they ask for.",
    "Cách này có thể dùng được, nhưng đáp án tốt hơn ở điều câu hỏi đòi.",
)
RULE: Final = Text("Follows from our rules", "Suy ra từ quy tắc của chúng tôi")
IN_LAYER: Final = Text.once("{said} ({layer})")
CITED: Final = Text("[{number}, checked {date}]", "[{number}, kiểm tra {date}]")
BELIEF: Final = Text("Easily believed", "Dễ tin nhầm")
IN_TRUTH: Final = Text("“{belief}” In truth: {truth}", "“{belief}” Thực ra: {truth}")
WAYS: Final = Text("It would be right with", "Sẽ đúng nếu")
AS_PART: Final = Text("{way} (as a part of “{whole}”)", "{way} (khi là một phần của “{whole}”)")
OR: Final = Text("or", "hoặc")
MORE_WAYS: Final = Text("or one of {count} other changes", "hoặc một trong {count} thay đổi khác")
NO_WAY: Final = Text(
    "No single change of facts would make it right.",
    "Không thay đổi đơn lẻ nào khiến nó thành đúng.",
)
NO_WAYS: Final = Text(
    "Not even two changes of facts would make it right.",
    "Đổi cả hai dữ kiện cũng không khiến nó thành đúng.",
)
SEEKING: Final = Text("Looking for two changes together…", "Đang tìm hai thay đổi cùng lúc…")
NOT_OFFERED: Final = Text(
    "Better still, but not offered: {option}",
    "Tốt hơn nữa nhưng không có trong các lựa chọn: {option}",
)
DECIDING: Final = Text("Underlined: the words that decide.", "Gạch chân: những từ ngữ quyết định.")
NOTES: Final = Text("Notes behind it", "Ghi chú liên quan")
