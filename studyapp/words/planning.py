"""Words of the plan's dialog: what can be chosen, and what a choice changes."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

PLAN: Final = Text("Exam date and daily limits", "Ngày thi và giới hạn mỗi ngày")
ROW: Final = Text.once("{name}: {value}")

EXAM: Final = Text("Exam date", "Ngày thi")
EXAM_MEANS: Final = Text(
    "Reviews are planned for that morning. Type a day such as 2027-01-31 or 31/1/2027.",
    "Lịch ôn sẽ hướng tới buổi sáng hôm đó. Gõ ngày như 2027-01-31 hoặc 31/1/2027.",
)
NO_EXAM: Final = Text("none", "chưa đặt")
EXAM_IN: Final = Text("{day} (in {days} days)", "{day} (còn {days} ngày)")
EXAM_OVER: Final = Text("{day} (over)", "{day} (đã qua)")
NEW: Final = Text("New cards a day", "Số thẻ mới mỗi ngày")
NEW_MEANS: Final = Text(
    "How many cards to meet for the first time in a day, at most.",
    "Mỗi ngày gặp nhiều nhất bao nhiêu thẻ mới.",
)
MINUTES: Final = Text("Minutes a day", "Số phút mỗi ngày")
MINUTES_MEANS: Final = Text(
    "What does not fit waits for another day.",
    "Phần không kịp sẽ để sang ngày khác.",
)
MINUTES_SAID: Final = Text("{minutes} minutes", "{minutes} phút")
NO_LIMIT: Final = Text("as many as it takes", "không giới hạn")
RETENTION: Final = Text("Recall to aim for", "Tỉ lệ nhớ muốn đạt")
RETENTION_MEANS: Final = Text(
    "A card comes back when the chance that you recall it falls to this. More costs more reviews.",
    "Thẻ quay lại khi khả năng bạn nhớ nó giảm tới mức này. Mức càng cao càng tốn lượt ôn.",
)
PERCENT: Final = Text.once("{percent}%")

REFUSED_DAY: Final = Text(
    "This is no day. Write it as 2027-01-31 or 31/1/2027.",
    "Đây không phải là ngày. Hãy viết như 2027-01-31 hoặc 31/1/2027.",
)
REFUSED_FAR: Final = Text(
    "Choose a day from today on, at most a year ahead.",
    "Hãy chọn một ngày từ hôm nay trở đi, xa nhất là một năm.",
)
REFUSED_NUMBER: Final = Text(
    "Write a whole number from {low} to {high}.", "Hãy viết một số nguyên từ {low} đến {high}."
)
REFUSED: Final = Text.once("⚠ {why}")
TYPE_OR_CHOOSE: Final = Text("Type it, or choose below…", "Gõ vào đây, hoặc chọn bên dưới…")

ASKS_FIRST: Final = Text(
    "Change what you like: nothing is rescheduled before you have seen what it does and agreed.",
    "Cứ thử thay đổi: không thẻ nào bị dời lịch trước khi bạn thấy kết quả và đồng ý.",
)
WOULD_CHANGE: Final = Text("What this changes", "Thay đổi này dẫn tới")
COUNTING: Final = Text("Counting…", "Đang tính…")
CHANGE: Final = Text.once("{name}: {before} → {after}")
CARDS_TODAY: Final = Text("Cards left today", "Thẻ còn lại hôm nay")
CARDS_BUSIEST: Final = Text("Cards on the busiest day", "Thẻ vào ngày nhiều nhất")
CARDS_ALL: Final = Text("Cards on all days ahead", "Tổng số thẻ những ngày tới")
RECALL: Final = Text("Expected recall", "Tỉ lệ nhớ dự kiến")
RECALL_ON: Final = Text("{percent}% on {day}", "{percent}% vào {day}")
MOVED: Final = Text(
    "Cards due sooner: {sooner}; due later: {later}.",
    "Thẻ đến hạn sớm hơn: {sooner}; muộn hơn: {later}.",
)
TAKE: Final = Text("Take the new plan", "Dùng kế hoạch mới")
KEEP: Final = Text("Keep the old plan", "Giữ kế hoạch cũ")
TAKEN: Final = Text("The new plan holds.", "Kế hoạch mới đã có hiệu lực.")
