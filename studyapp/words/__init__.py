"""Every word the program itself says, in both languages; nothing here is ever parsed back."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Lang, Text

# languages
LANGUAGE_NAMES: Final = {Lang.EN: Text.once("English"), Lang.VI: Text.once("Tiếng Việt")}

# places
SETTINGS: Final = Text("Settings", "Cài đặt")
HELP: Final = Text("Keys and help", "Phím tắt và trợ giúp")
KEYS: Final = Text("Change keys", "Đổi phím tắt")

# groups of the outline
PAIRS: Final = Text("A or B?", "A hay B?")
SHEETS: Final = Text("To know by heart", "Cần thuộc lòng")

# home
CONTINUE: Final = Text("Continue reading", "Đọc tiếp")
START: Final = Text("Start reading", "Bắt đầu đọc")
SECTIONS: Final = Text("{count} sections", "{count} mục")
ONE_SECTION: Final = Text("1 section", "1 mục")
GROUP: Final = Text.once("{title} · {count}")
SKILL_TITLE: Final = Text.once("{code}  {title}")
PLACE_IN: Final = Text.once("{skill} · {title}")
EXAM_LINE: Final = Text(
    "The exam: {scored} scored + {unscored} unscored questions, {minutes} minutes, "
    "pass at {pass_mark} on a scale of {low}–{high}.",
    "Bài thi: {scored} câu tính điểm + {unscored} câu không tính điểm, {minutes} phút, "
    "đạt từ {pass_mark} trên thang {low}–{high}.",
)
DROPPED: Final = Text(
    "⚠ Broken parts of this pack that are left out: {count}",
    "⚠ Số phần bị lỗi của gói này được bỏ qua: {count}",
)
DROPPED_HINT: Final = Text(
    "The rest works. Its author sees every problem with: studyapp check",
    "Phần còn lại vẫn dùng được. Người soạn xem mọi lỗi bằng lệnh: studyapp check",
)
DROPPED_TITLE: Final = Text("Left out of this pack", "Phần bị bỏ qua trong gói này")
CREDIT: Final = Text("{name}\n{url}\nLicence: {licence}", "{name}\n{url}\nGiấy phép: {licence}")
CREDITS: Final = Text("Credits and licences", "Ghi công và giấy phép")

# reading
NOTHING_TO_READ: Final = Text(
    "This pack has no notes that can be read.", "Gói này không có ghi chú nào đọc được."
)
POSITION: Final = Text.once("{at}/{all}")
WITH_BILINGUAL: Final = Text("both languages · {place}", "song ngữ · {place}")

# search and glossary
SEARCH: Final = Text("Search", "Tìm kiếm")
SEARCH_PROMPT: Final = Text("Words in English or Vietnamese…", "Từ tiếng Anh hoặc tiếng Việt…")
SEARCH_HINT: Final = Text(
    "Both languages are searched at once; “trien khai” finds “triển khai”.",
    "Tìm cùng lúc trong cả hai ngôn ngữ; gõ “trien khai” cũng ra “triển khai”.",
)
SEARCH_NOTHING: Final = Text("Nothing holds all these words.", "Không chỗ nào có đủ các từ này.")
TERM_FOUND: Final = Text("Term · {term}", "Thuật ngữ · {term}")
GLOSSARY: Final = Text("Glossary", "Thuật ngữ")
TERMS_HERE: Final = Text("In this block", "Trong khối này")
TERMS_ALL: Final = Text("All terms", "Tất cả thuật ngữ")
TERM: Final = Text.once("{en} · {vi}")
NO_TERMS: Final = Text("This pack has no glossary.", "Gói này không có bảng thuật ngữ.")
NO_MORE: Final = Text("No note tells more about this.", "Chưa có ghi chú nào nói thêm về mục này.")

# links
LINKS: Final = Text("Links and sources", "Liên kết và nguồn")
NO_LINKS: Final = Text("Nothing to open here.", "Ở đây không có liên kết.")
LINK_HINT: Final = Text(
    "Enter goes to a note (→), or asks your browser to open a page; nothing opens before that.",
    "Nhấn Enter để tới ghi chú (→) hoặc mở trang trong trình duyệt; trước đó không gì được mở.",
)
LINK_NOTE: Final = Text.once("→ {title}")
LINK_LEADS: Final = Text("leads to {host}", "dẫn tới {host}")
LINK_ABOUT: Final = Text.once("{url}\n{leads_to}")
LINK_ABOUT_CHECKED: Final = Text.once("{url}\n{leads_to} · {checked}")
LINK_OPENED: Final = Text("Your browser was asked to open {url}", "Đã yêu cầu trình duyệt mở {url}")
LINK_FAILED: Final = Text(
    "No browser could be started here. The address: {url}",
    "Không mở được trình duyệt ở đây. Địa chỉ: {url}",
)

# settings
LANGUAGE: Final = Text("Language", "Ngôn ngữ")
THEME: Final = Text("Theme", "Giao diện màu")
THEME_NAMES: Final = {
    "dark": Text("dark", "tối"),
    "light": Text("light", "sáng"),
    "contrast": Text("high contrast", "tương phản cao"),
}
SETTING: Final = Text.once("{name}: {value}")
PRESS_NEW_KEY: Final = Text(
    "Press the new key for “{what}”. Esc keeps the old one.",
    "Nhấn phím mới cho “{what}”. Esc để giữ phím cũ.",
)
KEY_TAKEN: Final = Text(
    "{key} already means “{what}”. Choose another key.",
    "Phím {key} đang dùng cho “{what}”. Hãy chọn phím khác.",
)
KEYS_RESET: Final = Text("Give every key its first meaning back", "Trả mọi phím về mặc định")
SETTINGS_UNREADABLE: Final = Text(
    "The settings in {path} could not be read ({why}); the defaults are used.",
    "Không đọc được cài đặt trong {path} ({why}); dùng giá trị mặc định.",
)
SETTING_REFUSED: Final = Text(
    "The setting “{name}” in {path} is not understood. Expected: {expected}. The default is used.",
    "Cài đặt “{name}” trong {path} không hợp lệ. Giá trị đúng: {expected}. Dùng giá trị mặc định.",
)
KEY_REFUSED: Final = Text(
    "The settings change the key “{name}”, which cannot be changed; this is ignored.",
    "Cài đặt đổi phím “{name}”, nhưng phím này không đổi được; đã bỏ qua.",
)
NOT_SAVED: Final = Text(
    "This could not be saved in {path} ({why}). It holds until you leave.",
    "Không lưu được vào {path} ({why}). Thay đổi chỉ có hiệu lực đến khi bạn thoát.",
)
ACTS_LOST: Final = Text(
    "The last things you did ({count}) could not be saved in the history.",
    "Không lưu được vào lịch sử học những thao tác cuối của bạn (số lượng: {count}).",
)

# help
HELP_INTRO: Final = Text(
    "Arrows, digits, Enter and Esc are always enough; letters are shortcuts.",
    "Chỉ cần phím mũi tên, phím số, Enter và Esc; các chữ cái là phím tắt.",
)
HELP_EVERYWHERE: Final = Text("Everywhere", "Ở mọi nơi")
HELP_NOTES: Final = Text("In the notes", "Trong phần ghi chú")
HELP_PAGE: Final = Text("In the text of a section", "Trong nội dung một mục")
HELP_CALCULATORS: Final = Text("In the calculators", "Trong các máy tính")
HELP_SCROLL: Final = Text("Moving about", "Di chuyển")
HELP_LISTS: Final = Text("In lists", "Trong danh sách")

# command palette
PALETTE_PROMPT: Final = Text("Type a command or a section…", "Gõ lệnh hoặc tên mục…")
PALETTE_NOTHING: Final = Text("Nothing found", "Không tìm thấy")
GO_HOME: Final = Text("Go home", "Về trang chính")
USE_THEME: Final = Text("Theme: {name}", "Giao diện màu: {name}")
READ: Final = Text("Read: {title}", "Đọc: {title}")
LEAVE: Final = Text("Leave studyapp", "Thoát studyapp")

# the terminal
TOO_SMALL: Final = Text(
    "This window is {width}×{height}. studyapp needs at least 60×20. Please make it larger.",
    "Cửa sổ đang là {width}×{height}. studyapp cần ít nhất 60×20. Hãy mở rộng cửa sổ.",
)
PREPARING: Final = Text(
    "Preparing the content; this happens once after each change…",
    "Đang chuẩn bị nội dung; việc này chỉ diễn ra một lần sau mỗi thay đổi…",
)
NEEDS_TERMINAL: Final = Text(
    "The study screens need an interactive terminal. To read without one: studyapp notes",
    "Giao diện học cần một terminal tương tác. Để đọc không cần terminal: studyapp notes",
)
CRASHED: Final = Text(
    "studyapp met a fault of its own and had to stop. A report for its developers is in {path}",
    "studyapp gặp lỗi nội bộ và phải dừng. Báo cáo cho nhà phát triển nằm ở {path}",
)
CRASHED_UNWRITTEN: Final = Text(
    "studyapp met a fault of its own and had to stop: {why}",
    "studyapp gặp lỗi nội bộ và phải dừng: {why}",
)
QUIT_WITH: Final = Text("To leave, press {key}.", "Để thoát, nhấn {key}.")

# notes as they are typeset
ADDRESS_UNVERIFIED: Final = Text(
    "address from the source notes, not verified", "địa chỉ lấy từ ghi chú gốc, chưa kiểm chứng"
)
AS_OF: Final = Text("as of {date}", "tính đến {date}")
CHECKED: Final = Text("checked {date}", "kiểm tra {date}")
CHECKED_COPY: Final = Text(
    "checked {date} against a stored copy", "đối chiếu với bản lưu ngày {date}"
)
CHECKED_LIVE: Final = Text("read live {date}", "đọc trực tiếp ngày {date}")
CORRECTS: Final = Text("Corrects", "Đính chính")
DETAIL: Final = Text("Detail", "Chi tiết")
DIAGRAM: Final = Text("Diagram", "Sơ đồ")
FURTHER_READING: Final = Text("Further reading", "Đọc thêm")
LIVE: Final = Text("read live", "đọc trực tiếp")
NEWER: Final = Text("newer than the exam", "mới hơn đề thi")
NOTICE_EXAM: Final = Text("Exam", "Khi đi thi")
NOTICE_INFO: Final = Text("Info", "Nên biết")
NOTICE_TRAP: Final = Text("Trap", "Dễ sai")
QUALIFIES: Final = Text("More exactly", "Nói chính xác hơn")
RELATED: Final = Text("See also", "Xem thêm")
SOURCES: Final = Text("Sources", "Nguồn")
STORED_COPY: Final = Text("stored copy", "bản lưu")
TABLE: Final = Text("Table", "Bảng")
TAKEAWAY: Final = Text("Takeaway", "Điều cần nhớ")
UNVERIFIED: Final = Text("not verified", "chưa kiểm chứng")
