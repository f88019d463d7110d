"""Words of the timed exam: its terms, what may not be done in it, and its states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.text import Text

if TYPE_CHECKING:
    from studyapp.core.exams.acts import By, ExamMode, Mark
    from studyapp.core.exams.cell import CellState
    from studyapp.core.exams.state import Warned

EXAM: Final = Text("Exam", "Thi thử")
CUSTOM: Final = Text("Your own", "Tự chọn")

# terms
PRESET: Final = Text(
    "{title} · {questions} questions, {minutes} minutes",
    "{title} · {questions} câu, {minutes} phút",
)
SCORED: Final = Text(
    "{scored} count; {unscored} do not, and are not marked as such, as in the real exam.",
    "{scored} câu tính điểm; {unscored} câu không tính điểm và không được báo trước, như khi thi "
    "thật.",
)
EXTRA: Final = Text(
    "{minutes} minutes more, for those who are no native speakers of English",
    "Thêm {minutes} phút cho người không nói tiếng Anh bản ngữ",
)
WEIGHTS_OURS: Final = Text(
    "Questions are drawn by the weights of the skills. These weights are ours: the exam guide has "
    "none for single skills.",
    "Câu hỏi được rút theo tỷ trọng của các kỹ năng. Tỷ trọng này do chúng tôi đặt ra: đề cương "
    "thi không nêu cho từng kỹ năng.",
)
CUT: Final = Text(
    "The pack has no more than {questions} questions for an exam; the time is shorter in "
    "proportion.",
    "Gói này chỉ có {questions} câu dùng được cho bài thi; thời gian được rút ngắn theo tỷ lệ.",
)
MODES: Final[dict[ExamMode, Text]] = {
    "strict": Text("Strict", "Nghiêm ngặt"),
    "relaxed": Text("Relaxed", "Thoải mái"),
}
MODES_MEAN: Final[dict[ExamMode, Text]] = {
    "strict": Text(
        "As the real one: no pause, no help, one language. The clock runs on whatever happens, "
        "also when the program is closed or the computer sleeps.",
        "Như thi thật: không tạm dừng, không trợ giúp, một ngôn ngữ. Đồng hồ vẫn chạy trong mọi "
        "trường hợp, kể cả khi đóng chương trình hay máy ngủ.",
    ),
    "relaxed": Text(
        "You may pause and look at the other language, which is counted. Time does not run while "
        "the program is closed or the computer sleeps, but for five seconds at most each time.",
        "Được tạm dừng và xem ngôn ngữ kia (có đếm số lần). Thời gian không chạy khi chương trình "
        "đóng hay máy ngủ, trừ tối đa năm giây mỗi lần.",
    ),
}
FIXED: Final = Text(
    "Mode and language are fixed once the exam has begun.",
    "Chế độ và ngôn ngữ được giữ nguyên sau khi bắt đầu.",
)

# while it runs
RUNNING: Final = Text(
    "An exam is running: {minutes} min left, {answered} of {questions} answered",
    "Đang có bài thi: còn {minutes} phút, đã trả lời {answered}/{questions}",
)
PAUSED: Final = Text(
    "An exam is paused: {minutes} min left, {answered} of {questions} answered",
    "Bài thi đang tạm dừng: còn {minutes} phút, đã trả lời {answered}/{questions}",
)
ELSEWHERE: Final = Text(
    "This exam seems to be open in another window. If you go on here, that one can only look on.",
    "Bài thi này có vẻ đang mở ở cửa sổ khác. Nếu làm tiếp ở đây, cửa sổ kia chỉ còn xem được.",
)
TAKE_BACK: Final = Text("Go on with the exam here", "Làm tiếp bài thi ở đây")
WARNINGS: Final[dict[Warned, Text]] = {
    "fifth": Text("A fifth of the time is left.", "Còn một phần năm thời gian."),
    "five-minutes": Text("Five minutes are left.", "Còn năm phút."),
}
STATES: Final[dict[CellState, Text]] = {
    "answered": Text("answered", "đã trả lời"),
    "partial": Text("answered in part", "trả lời chưa đủ"),
    "blank": Text("blank", "bỏ trống"),
    "unseen": Text("not seen", "chưa xem"),
}
MARKS: Final[dict[Mark, Text]] = {
    "seen": Text("seen", "đã xem"),
    "flag": Text("flagged", "đã đánh dấu"),
    "strike": Text("struck out", "đã gạch bỏ"),
    "gloss": Text("looked at in the other language", "đã xem ngôn ngữ kia"),
}
BLANKS: Final = Text(
    "Questions without a whole answer: {count}. A blank scores nothing; a guess might.",
    "Số câu chưa có đáp án đầy đủ: {count}. Bỏ trống thì không có điểm; đoán còn có cơ hội.",
)
NO_BLANKS: Final = Text("Every question is answered.", "Mọi câu đều đã trả lời.")
ENDED: Final[dict[By, Text]] = {
    "learner": Text("You submitted the exam.", "Bạn đã nộp bài."),
    "time": Text(
        "The time is up; the exam was submitted as it was.", "Hết giờ; bài được nộp như đang có."
    ),
}
REFUSALS: Final = {
    "over": Text("The exam is over.", "Bài thi đã kết thúc."),
    "paused": Text(
        "The exam is paused; go on with it first.", "Bài thi đang tạm dừng; hãy tiếp tục trước đã."
    ),
    "running": Text("The exam is not paused.", "Bài thi không tạm dừng."),
    "strict-pause": Text(
        "A strict exam cannot be paused.", "Bài thi nghiêm ngặt không tạm dừng được."
    ),
    "strict-help": Text(
        "A strict exam has no help and keeps its language.",
        "Bài thi nghiêm ngặt không có trợ giúp và không đổi ngôn ngữ.",
    ),
    "full": Text(
        "That would be too many: take one back first.", "Quá số cần chọn: hãy bỏ bớt một trước."
    ),
    "blank": Text(
        "Answer first, then say how sure.", "Hãy trả lời trước rồi nói mức độ chắc chắn."
    ),
    "unknown": Text("There is no such question or answer.", "Không có câu hỏi hay đáp án như vậy."),
    "taken-over": Text(
        "The exam goes on in another window; here it can only be looked at.",
        "Bài thi đang được làm tiếp ở cửa sổ khác; ở đây chỉ xem được.",
    ),
}
"""By `core.exams.attempt.Refusal`."""
