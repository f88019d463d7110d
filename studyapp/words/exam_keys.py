"""Words of what the keys of the Exam place do."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

HELP_EXAM: Final = Text("In the exam", "Trong bài thi thử")
DO_GO: Final = Text("Go on", "Tiếp")
DO_GO_HELP: Final = Text(
    "Choose the answer under the cursor; once there is one, go on",
    "Chọn đáp án đang trỏ; đã có đáp án thì sang câu sau",
)
DO_PICK: Final = Text("Choose", "Chọn")
DO_PICK_HELP: Final = Text("Choose the answer under the cursor", "Chọn đáp án đang trỏ")
DO_LETTER_HELP: Final = Text("Choose an answer by its letter", "Chọn đáp án theo chữ cái")
DO_NUMBER_HELP: Final = Text(
    "Choose an answer by its number; among all questions, type where to go",
    "Chọn đáp án theo số; ở bảng câu hỏi thì gõ số câu cần đến",
)
DO_TURN: Final = Text("How sure", "Mức chắc chắn")
DO_TURN_HELP: Final = Text("Surer; among all questions, right", "Chắc hơn; ở bảng câu hỏi: phải")
DO_TURN_BACK_HELP: Final = Text(
    "Less sure; among all questions, left", "Kém chắc hơn; ở bảng câu hỏi: trái"
)
DO_STRIKE: Final = Text("Strike out", "Gạch bỏ")
DO_STRIKE_HELP: Final = Text(
    "Strike an answer out, or bring it back", "Gạch bỏ đáp án, hoặc lấy lại"
)
DO_FLAG: Final = Text("Flag", "Đánh dấu")
DO_FLAG_HELP: Final = Text("Mark a question to come back to", "Đánh dấu câu để xem lại")
DO_NEXT: Final = Text("Next", "Câu sau")
DO_NEXT_HELP: Final = Text("The next question", "Câu sau")
DO_PREVIOUS: Final = Text("Previous", "Câu trước")
DO_PREVIOUS_HELP: Final = Text("The question before", "Câu trước")
DO_GRID: Final = Text("All", "Bảng câu")
DO_GRID_HELP: Final = Text("All questions at a glance, and back", "Bảng mọi câu hỏi, và trở lại")
DO_SUBMIT: Final = Text("Submit", "Nộp")
DO_SUBMIT_HELP: Final = Text("Submit the exam; asks once", "Nộp bài; hỏi lại một lần")
DO_PAUSE: Final = Text("Pause", "Tạm dừng")
DO_PAUSE_HELP: Final = Text(
    "Stop the clock of a relaxed exam", "Dừng đồng hồ của bài thi thoải mái"
)
DO_TAKE: Final = Text("Take back", "Lấy lại")
DO_TAKE_HELP: Final = Text(
    "Go on here with an exam that another window took", "Làm tiếp ở đây bài thi mà cửa sổ khác lấy"
)
DO_REFUSE_HELP: Final = Text(
    "While the exam runs, say that notes and advisor come after it",
    "Trong khi thi, cho biết ghi chú và tư vấn chỉ mở sau đó",
)
DO_PRACTISE: Final = Text("Practise", "Luyện")
DO_PRACTISE_HELP: Final = Text(
    "After an exam, practise new situations like those you missed",
    "Sau bài thi, luyện tình huống mới giống câu đã sai",
)
DO_EXAM_HELP: Final = Text("Sit a timed exam", "Làm bài thi thử tính giờ")
