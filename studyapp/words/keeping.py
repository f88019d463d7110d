"""What the commands say that keep the history: export, import, restore, doctor, where."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

# --- export and import

NO_HISTORY: Final = Text(
    "There is no history in {folder} yet.",
    "Chưa có lịch sử học trong {folder}.",
)
EXPORTED: Final = Text(
    "Events written to {file}: {events}.",
    "Số sự kiện đã ghi vào {file}: {events}.",
)
IS_THERE: Final = Text(
    "{file} is there already and is not replaced; choose another name.",
    "{file} đã tồn tại và không bị ghi đè; hãy chọn tên khác.",
)
NOT_WRITTEN: Final = Text("{file} cannot be written ({why}).", "Không ghi được {file} ({why}).")
NOT_READ: Final = Text(
    "{file} cannot be read ({why}); it was skipped.",
    "Không đọc được {file} ({why}); tệp này bị bỏ qua.",
)
NO_FILE: Final = Text("it is no regular file", "không phải tệp thông thường")
NO_JOURNAL: Final = Text(
    "{file} is a folder without journals in it; it was skipped.",
    "{file} là thư mục không chứa nhật ký nào; thư mục này bị bỏ qua.",
)
WRONG_LINE: Final = Text(
    "{file}:{line}: this is no event, or a damaged one; the line was skipped.",
    "{file}:{line}: không phải sự kiện, hoặc sự kiện bị hỏng; dòng này bị bỏ qua.",
)
MORE_WRONG: Final = Text(
    "{file}: further lines of this kind that were skipped: {lines}.",
    "{file}: số dòng khác cùng loại đã bỏ qua: {lines}.",
)
_LOCKED: Final = Text(
    "Another program has locked the history. Nothing was changed; please try again.",
    "Một chương trình khác đang khóa dữ liệu lịch sử học. Chưa có gì thay đổi; hãy thử lại.",
)
REFUSED: Final = {
    "busy": _LOCKED,
    "locked": _LOCKED,
    "full": Text(
        "The disk is full. Nothing was changed; please free some space and try again.",
        "Ổ đĩa đã đầy. Chưa có gì thay đổi; hãy giải phóng dung lượng rồi thử lại.",
    ),
}
"""Notices of the store that speak of the program on the screen, as a command has to say them."""
MERGED: Final = Text(
    "Events added: {added}. There already: {known}. Lines skipped: {wrong}.",
    "Số sự kiện đã thêm: {added}. Đã có sẵn: {known}. Số dòng bỏ qua: {wrong}.",
)

# --- backups

NO_BACKUPS: Final = Text(
    "There are no backups in {folder} yet.", "Chưa có bản sao lưu nào trong {folder}."
)
BACKUPS_IN: Final = Text("Backups in {folder}", "Các bản sao lưu trong {folder}")
BACKUP: Final = Text(
    "{name}: made {when}, {events} events",
    "{name}: tạo lúc {when}, {events} sự kiện",
)
FEWER: Final = Text("{backup}, fewer than the one before", "{backup}, ít hơn bản trước đó")
NO_SUCH_BACKUP: Final = Text(
    "There is no backup {name}; `studyapp history backups` lists them.",
    "Không có bản sao lưu {name}; lệnh `studyapp history backups` liệt kê chúng.",
)
NONE_READABLE: Final = Text(
    "None of the backups in {folder} can be read.",
    "Không đọc được bản sao lưu nào trong {folder}.",
)
RESTORED: Final = Text(
    "From {name}: events added: {added}, there already: {known}. Nothing was taken away.",
    "Từ {name}: số sự kiện đã thêm: {added}, đã có sẵn: {known}. Không có gì bị xóa.",
)

# --- doctor

DOCTOR: Final = Text("Your history in {folder}", "Lịch sử học của bạn trong {folder}")
REPAIRED: Final = Text("What was done", "Những gì đã làm")
NOTHING_DONE: Final = Text("There was nothing to set right.", "Không có gì cần sửa.")
SEVERITIES: Final = {
    "fine": Text("fine", "tốt"),
    "remark": Text("remark", "lưu ý"),
    "trouble": Text("trouble", "sự cố"),
}
"""The words before a finding of the doctor."""
VERDICTS: Final = (
    Text("All is well.", "Mọi thứ đều ổn."),
    Text(
        "Something is wrong. `studyapp doctor --repair` sets right what can be and never deletes.",
        "Có sự cố. Lệnh `studyapp doctor --repair` sửa những gì sửa được và không xóa gì cả.",
    ),
    Text("The history cannot be read here.", "Không đọc được lịch sử học ở đây."),
)
"""By the exit code of the doctor."""
PARKED: Final = Text(
    "Items with a history that the pack no longer has: {items}. Their history is kept: {keys}",
    "Số mục có lịch sử học nhưng không còn trong bộ học: {items}. Lịch sử vẫn được giữ: {keys}",
)

# --- where

PLACES: Final = {
    "config": Text("settings", "cài đặt"),
    "data": Text("data", "dữ liệu"),
    "bookmarks": Text("place in the notes", "chỗ đang đọc"),
    "history": Text("history", "lịch sử học"),
    "database": Text("database", "cơ sở dữ liệu"),
    "journal": Text("journal", "nhật ký"),
    "backups": Text("backups", "bản sao lưu"),
    "damaged": Text("set aside", "tệp hỏng cất riêng"),
    "cache": Text("cache", "bộ nhớ đệm"),
    "crash_report": Text("crash report", "báo cáo lỗi"),
    "pack": Text("pack", "bộ học"),
}
"""What is kept, by the name it has for programs."""
NOT_THERE: Final = Text("{path} (not there)", "{path} (chưa có)")

# --- cards

CARD_COUNT: Final = Text("Cards: {count}", "Số thẻ: {count}")
