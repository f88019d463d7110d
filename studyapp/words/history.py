"""What is said about the history that is kept: notices of the store, findings of the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.ports import Notice

NOTICES: Final = {
    "full": Text(
        "The disk is full. What waits will be saved as soon as there is room.",
        "Ổ đĩa đã đầy. Những gì đang chờ sẽ được lưu ngay khi có chỗ trống.",
    ),
    "full-ballast": Text(
        "The disk is full. Room kept for this was used; please free some space soon.",
        "Ổ đĩa đã đầy. Đã dùng đến phần dự trữ; hãy sớm giải phóng dung lượng.",
    ),
    "busy": Text(
        "Another program has locked the history. Saving is tried again and again.",
        "Một chương trình khác đang khóa dữ liệu lịch sử học. Việc lưu đang được thử lại.",
    ),
    "locked": Text(
        "Another program has locked the history. What is in it can be read, but nothing is saved. "
        "Please close that program, then start studyapp again.",
        "Một chương trình khác đang khóa dữ liệu lịch sử học. Có thể xem nhưng không lưu được gì. "
        "Hãy đóng chương trình đó rồi mở lại studyapp.",
    ),
    "refused": Text(
        "The history cannot be written to ({why}).",
        "Không ghi được vào lịch sử học ({why}).",
    ),
    "closed": Text("The history is closed.", "Lịch sử học đã đóng."),
    "taken-over": Text(
        "The exam goes on in another window; here it can only be looked at.",
        "Bài thi đang được làm tiếp ở cửa sổ khác; ở đây chỉ xem được.",
    ),
    "newer": Text(
        "A newer version of studyapp has written this history (layout {version}). It can be read "
        "here, but nothing is saved. Please update studyapp.",
        "Lịch sử học này do một phiên bản studyapp mới hơn ghi (bố cục {version}). Ở đây chỉ xem "
        "được, không lưu được gì. Hãy cập nhật studyapp.",
    ),
    "unreadable": Text(
        "The history cannot be read here ({why}). It was not changed.",
        "Không đọc được lịch sử học ở đây ({why}). Dữ liệu không bị thay đổi.",
    ),
    "rebuilt-missing": Text(
        "The history's database was missing. It was made anew with {events} events: {journal} from "
        "the journal, {backup} from a backup. Events known to be gone: {missing}.",
        "Cơ sở dữ liệu lịch sử học bị mất. Đã tạo lại với {events} sự kiện: {journal} từ nhật ký, "
        "{backup} từ bản sao lưu. Số sự kiện chắc chắn đã mất: {missing}.",
    ),
    "rebuilt-damaged": Text(
        "The history's database was damaged. It was made anew with {events} events: {database} "
        "still readable in it, {journal} from the journal, {backup} from a backup. Events known to "
        "be gone: {missing}. The damaged file is kept in {aside}",
        "Cơ sở dữ liệu lịch sử học bị hỏng. Đã tạo lại với {events} sự kiện: {database} còn đọc "
        "được từ nó, {journal} từ nhật ký, {backup} từ bản sao lưu. Số sự kiện chắc chắn đã mất: "
        "{missing}. Tệp hỏng được giữ trong {aside}",
    ),
    "database-mended": Text(
        "Events brought back into the database from the journal: {events}.",
        "Số sự kiện được đưa từ nhật ký trở lại cơ sở dữ liệu: {events}.",
    ),
    "journal-mended": Text(
        "Events that the journal had lost, written into it again: {events}.",
        "Số sự kiện nhật ký đã mất và được ghi lại: {events}.",
    ),
    "journal-unreadable": Text(
        "Lines of the journal that cannot be read: {lines}. They were left as they are.",
        "Số dòng nhật ký không đọc được: {lines}. Chúng được giữ nguyên.",
    ),
    "backup-failed": Text(
        "No backup of the history could be made ({why}).",
        "Không tạo được bản sao lưu lịch sử học ({why}).",
    ),
    "backup-damaged": Text(
        "While making a backup, damage was found in the history's database.",
        "Khi sao lưu đã phát hiện cơ sở dữ liệu lịch sử học bị hỏng.",
    ),
    "backup-fewer": Text(
        "The newest backup has {events} events, the one before had {before}. Both are kept.",
        "Bản sao lưu mới nhất có {events} sự kiện, bản trước đó có {before}. Cả hai đều được giữ.",
    ),
    "place-remote": Text(
        "The data folder {folder} is on a network file system ({system}), where a database can be "
        "damaged. Choose a folder of this computer with --data.",
        "Thư mục dữ liệu {folder} nằm trên hệ thống tệp mạng ({system}), nơi cơ sở dữ liệu dễ bị "
        "hỏng. Hãy chọn một thư mục trên máy này bằng --data.",
    ),
    "place-synced": Text(
        "The data folder {folder} is kept in step by {system}, which can damage a database. Choose "
        "another folder with --data.",
        "Thư mục dữ liệu {folder} đang được {system} đồng bộ, điều này có thể làm hỏng cơ sở dữ "
        "liệu. Hãy chọn thư mục khác bằng --data.",
    ),
}
"""Notices of the store, by their code."""

FINDINGS: Final = {
    "no-database": Text("There is no history yet.", "Chưa có lịch sử học."),
    "newer": Text(
        "The history was written by a newer version of studyapp (layout {version}).",
        "Lịch sử học do một phiên bản studyapp mới hơn ghi (bố cục {version}).",
    ),
    "interrupted": Text(
        "Writing was interrupted; the next start takes back what was half written.",
        "Việc ghi đã bị gián đoạn; lần mở tới sẽ bỏ phần ghi dở.",
    ),
    "database-damaged": Text("The database is damaged.", "Cơ sở dữ liệu bị hỏng."),
    "database-unreadable": Text(
        "The database cannot be read ({why}).", "Không đọc được cơ sở dữ liệu ({why})."
    ),
    "folder-unreadable": Text(
        "The folder cannot be read ({why}).", "Không đọc được thư mục ({why})."
    ),
    "events": Text(
        "Events: {events}, from computers: {devices}.",
        "Số sự kiện: {events}, số máy tính: {devices}.",
    ),
    "rows-damaged": Text(
        "Events in the database that do not agree with their checksum: {rows}.",
        "Số sự kiện trong cơ sở dữ liệu không khớp mã kiểm tra: {rows}.",
    ),
    "numbers-missing": Text(
        "Events that a computer has counted, but that are not here: {events}.",
        "Số sự kiện đã được một máy tính đánh số nhưng không có ở đây: {events}.",
    ),
    "clock-ahead": Text(
        "Events dated more than a day ahead of this computer's clock: {events}.",
        "Số sự kiện có ngày giờ đi trước đồng hồ máy này hơn một ngày: {events}.",
    ),
    "copies-equal": Text(
        "Database and journal hold the same events.",
        "Cơ sở dữ liệu và nhật ký chứa cùng các sự kiện.",
    ),
    "copies-differ": Text(
        "Events only in the database: {database}, only in the journal: {journal}.",
        "Số sự kiện chỉ có trong cơ sở dữ liệu: {database}, chỉ có trong nhật ký: {journal}.",
    ),
    "journal-unreadable": Text(
        "Lines of the journal that cannot be read: {lines}.",
        "Số dòng nhật ký không đọc được: {lines}.",
    ),
    "no-backup": Text("There is no backup yet.", "Chưa có bản sao lưu nào."),
    "backups": Text(
        "Backups: {backups}. The newest was read again: {events} events, {hours} hours old.",
        "Số bản sao lưu: {backups}. Đã đọc lại bản mới nhất: {events} sự kiện, tạo {hours} giờ "
        "trước.",
    ),
    "backup-unreadable": Text(
        "The newest backup, {name}, cannot be read ({why}).",
        "Không đọc được bản sao lưu mới nhất, {name} ({why}).",
    ),
    "set-aside": Text(
        "Damaged files were set aside {times} times, in {folder}",
        "Số lần tệp hỏng được cất riêng: {times}, trong {folder}",
    ),
    "room": Text("Free space: {megabytes} MB.", "Dung lượng trống: {megabytes} MB."),
    "open-to-others": Text(
        "Other users of this computer may look into {path}",
        "Người dùng khác của máy này có thể xem {path}",
    ),
    "sqlite": Text.once("SQLite {version}"),
    "place-remote": NOTICES["place-remote"],
    "place-synced": NOTICES["place-synced"],
}
"""Findings of the doctor, by their code."""


def said(notice: Notice) -> Text:
    """A notice of the store in words."""
    return NOTICES[notice.code].format(**notice.values)


def found(code: str, values: Mapping[str, int | str]) -> Text:
    """A finding of the doctor in words."""
    return FINDINGS[code].format(**values)
