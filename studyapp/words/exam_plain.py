"""Words of an exam that is sat in lines."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

YES: Final = frozenset({"y", "yes", "c", "co"})
"""What is typed to say yes, in either language and without marks."""

# before it begins
BEGIN: Final = Text(
    "Enter: begin; the clock starts at once. q: not now.",
    "Enter: bắt đầu, đồng hồ chạy ngay. q: để sau.",
)
NOT_BEGUN: Final = Text("Nothing was begun.", "Chưa bắt đầu bài thi nào.")
BEGUN_MEANWHILE: Final = Text(
    "Another window has just begun an exam.", "Cửa sổ khác vừa bắt đầu một bài thi."
)
AS_BEGUN: Final = Text(
    "You go on with it as it was begun: {mode}, questions in {lang}.",
    "Bạn làm tiếp bài này như lúc bắt đầu: {mode}, câu hỏi bằng {lang}.",
)
TAKE_OVER: Final = Text("y: go on here. Enter: leave it.", "c: làm tiếp ở đây. Enter: thôi.")

# a question
ABOUT: Final = Text(
    "Question {at} of {all}. {type}. {left} left.", "Câu {at}/{all}. {type}. Còn {left}."
)
GIVEN: Final = Text("Your answer so far: {answer}.", "Đáp án hiện tại: {answer}.")
GIVEN_SURE: Final = Text(
    "Your answer so far: {answer}. {felt}.", "Đáp án hiện tại: {answer}. {felt}."
)
FLAGGED: Final = Text("Flagged.", "Đã đánh dấu.")
UNFLAGGED: Final = Text("No longer flagged.", "Đã bỏ đánh dấu.")
KEPT: Final = Text("Saved: {answer}.", "Đã lưu: {answer}.")
LAST: Final = Text(
    "That was the last question. grid: all of them. s: submit.",
    "Đó là câu cuối. grid: xem mọi câu. s: nộp bài.",
)
FIRST: Final = Text("This is the first question.", "Đây là câu đầu tiên.")
YOUR_ANSWER: Final = Text("Your answer? ?: help.", "Câu trả lời của bạn? ?: trợ giúp.")
HOW_TO: Final = (
    Text(
        "Type the letters of your answer; a word after it says how sure: guess, think or sure",
        "Gõ chữ cái của đáp án; thêm một từ cho biết mức chắc chắn: đoán, nghĩ hoặc chắc",
    ),
    Text("n, p: the next question, the one before", "n, p: câu sau, câu trước"),
    Text("j 5: question 5", "j 5: câu 5"),
    Text("f: flag it, or no longer", "f: đánh dấu hoặc bỏ đánh dấu"),
    Text("x b: strike answer B out, or bring it back", "x b: gạch bỏ đáp án B, hoặc lấy lại"),
    Text("grid: all questions at a glance", "grid: xem mọi câu"),
    Text("Enter: say the question once more", "Enter: đọc lại câu hỏi"),
    Text("s: submit; asks once", "s: nộp bài; hỏi lại một lần"),
    Text("q: leave, and come back later", "q: rời, lúc khác làm tiếp"),
)
HOW_TO_RELAXED: Final = (
    Text(
        "g: the question in the other language, which is counted",
        "g: câu hỏi bằng ngôn ngữ kia, có đếm số lần",
    ),
    Text("h: pause; the clock stands still", "h: tạm dừng; đồng hồ đứng yên"),
)
STRUCK: Final = Text("Struck out: {answers}.", "Đã gạch bỏ: {answers}.")
BROUGHT_BACK: Final = Text("Brought back: {answers}.", "Đã lấy lại: {answers}.")
STRIKE_FORM: Final = Text(
    "Type x and the letter of one answer, such as: x b", "Gõ x kèm chữ cái của một đáp án: x b"
)
TAKEN_BACK: Final = Text("It is your answer no longer.", "Đây không còn là đáp án của bạn.")
GLOSSES: Final = Text(
    "Looks at the other language in this exam: {count}.",
    "Số lần xem ngôn ngữ kia trong bài thi này: {count}.",
)
PAUSED: Final = Text("Enter: go on. s: submit. q: leave.", "Enter: làm tiếp. s: nộp bài. q: rời.")

# all questions
STATE: Final = Text.once("{name}: {places}")
FLAGS: Final = Text("flagged", "đã đánh dấu")

# the end
TIME_LEFT: Final = Text("Time left: {left}.", "Thời gian còn lại: {left}.")
CONFIRM: Final = Text("y: submit. Enter: go on with the exam.", "c: nộp bài. Enter: làm tiếp.")
ENTER_RESULT: Final = Text("Enter: the result.", "Enter: xem kết quả.")
LEFT_STRICT: Final = Text(
    "Your answers are saved. The clock of a strict exam goes on, also while the program is closed.",
    "Các đáp án đã được lưu. Đồng hồ của bài thi nghiêm ngặt vẫn chạy, kể cả khi đóng chương "
    "trình.",
)
LEFT_RELAXED: Final = Text(
    "Your answers are saved, and the clock stands still until you come back.",
    "Các đáp án đã được lưu; đồng hồ dừng cho đến khi bạn trở lại.",
)
COME_BACK: Final = Text("To go on: studyapp exam", "Để làm tiếp: studyapp exam")
EXPORTED: Final = Text("Every question: {path}", "Từng câu hỏi: {path}")
PRACTISE: Final = Text(
    "Missed: {count}. r: practise them. v: new situations like them. Enter: end.",
    "Câu sai: {count}. r: luyện lại. v: luyện tình huống mới tương tự. Enter: kết thúc.",
)
