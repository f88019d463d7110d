"""What keys are called and what they do, where they do the same in many places."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

KEY_NAMES: Final = {
    "up": Text.once("↑"),
    "down": Text.once("↓"),
    "left": Text.once("←"),
    "right": Text.once("→"),
    "enter": Text.once("Enter"),
    "escape": Text.once("Esc"),
    "space": Text("Space", "Phím cách"),
    "pageup": Text.once("PgUp"),
    "pagedown": Text.once("PgDn"),
    "home": Text.once("Home"),
    "end": Text.once("End"),
    "tab": Text.once("Tab"),
    "question_mark": Text.once("?"),
    "slash": Text.once("/"),
    "delete": Text.once("Del"),
    "comma": Text.once(","),
    "full_stop": Text.once("."),
}
"""How a key is written; a key that is not here is written as it is."""

DO_LANGUAGE: Final = Text("Tiếng Việt", "English")
DO_LANGUAGE_HELP: Final = Text("Switch to Vietnamese", "Chuyển sang tiếng Anh")
DO_BILINGUAL: Final = Text("Both languages", "Song ngữ")
DO_PEEK: Final = Text("Peek", "Xem bản kia")
DO_PEEK_HELP: Final = Text("Peek at this in the other language", "Xem nhanh ở ngôn ngữ còn lại")
DO_SEARCH: Final = Text("Search", "Tìm")
DO_SEARCH_HELP: Final = Text("Search everything", "Tìm trong toàn bộ nội dung")
DO_TERMS: Final = Text("Terms", "Thuật ngữ")
DO_TERMS_HELP: Final = Text(
    "Terms of this block, in both languages", "Thuật ngữ trong khối này, bằng cả hai ngôn ngữ"
)
DO_TRAIL_BACK: Final = Text("Back to before the last jump", "Về chỗ trước khi nhảy")
DO_FORTH: Final = Text("Forth again", "Đi tới lại")
DO_HELP: Final = Text("Help", "Trợ giúp")
DO_PALETTE: Final = Text("Commands", "Bảng lệnh")
DO_BACK: Final = Text("Back", "Quay lại")
DO_LEAVE: Final = Text("Leave", "Thoát")
DO_LEAVE_HELP: Final = Text(
    "Leave this place; at home, leave studyapp", "Rời khỏi đây; ở trang chính thì thoát"
)
DO_TELL_LEAVE: Final = Text("Tell how to leave", "Cho biết cách thoát")
DO_LEAVE_ALL: Final = Text("Leave studyapp at once", "Thoát studyapp ngay")
DO_NEXT: Final = Text("Next section", "Mục sau")
DO_NEXT_SHORT: Final = Text("Next", "Mục sau")
DO_PREVIOUS: Final = Text("Previous section", "Mục trước")
DO_PREVIOUS_SHORT: Final = Text("Previous", "Mục trước")
DO_LINKS: Final = Text("Links", "Liên kết")
DO_LINKS_HELP: Final = Text("Links and sources of this block", "Liên kết và nguồn của khối này")
DO_DOWN: Final = Text("Down", "Xuống")
DO_UP: Final = Text("Up", "Lên")
DO_PAGE_DOWN: Final = Text("Page down", "Xuống một trang")
DO_PAGE_DOWN_HELP: Final = Text(
    "Page down; from the end, on to the next section", "Xuống một trang; ở cuối thì sang mục sau"
)
DO_PAGE_UP: Final = Text("Page up", "Lên một trang")
DO_FIRST: Final = Text("To the top", "Về đầu")
DO_LAST: Final = Text("To the end", "Về cuối")
DO_OUTLINE: Final = Text("To the outline", "Sang mục lục")
DO_PAGE: Final = Text("To the text", "Sang nội dung")
DO_OTHER_VALUE: Final = Text("Other value", "Giá trị khác")
DO_NEXT_VALUE: Final = Text("Next offered value", "Giá trị gợi ý kế tiếp")
DO_PREVIOUS_VALUE: Final = Text("Previous offered value", "Giá trị gợi ý trước đó")
DO_NEXT_CALCULATOR: Final = Text("Next calculator", "Máy tính kế tiếp")
DO_PREVIOUS_CALCULATOR: Final = Text("Previous calculator", "Máy tính trước đó")
DO_CALCULATOR: Final = Text("Calculator", "Máy tính")
DO_ANSWER_DOWN: Final = Text("Read on in the answer", "Đọc tiếp kết quả")
DO_CHOOSE: Final = Text("Choose", "Chọn")
DO_CHOOSE_DIGIT: Final = Text("Choose the entry with this digit", "Chọn dòng mang số này")
