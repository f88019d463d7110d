"""Words of the end of a sitting of questions, and of questions in Progress."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

DONE: Final = Text("Done: {what}", "Đã xong: {what}")
NO_ANSWERS: Final = Text("Nothing was answered.", "Chưa trả lời câu nào.")
SCORE: Final = Text(
    "Right at the first try: {right} of {of} ({percent}%).",
    "Đúng ngay lần đầu: {right}/{of} ({percent}%).",
)
AGAIN: Final = Text("At the second try: {right} of {of}.", "Ở lần làm lại: {right}/{of}.")
SKILL_SCORE: Final = Text("{name} · {right} of {of}", "{name} · {right}/{of}")
GUESSES: Final = Text(
    "Guessed: {of}, of them right {right}.", "Đoán mò: {of} câu, trong đó đúng {right}."
)
PACE: Final = Text(
    "A question took {seconds} s; the exam allows {allowed} s.",
    "Mỗi câu mất {seconds} giây; đề thi cho {allowed} giây.",
)
PACE_ONLY: Final = Text("A question took {seconds} s.", "Mỗi câu mất {seconds} giây.")
GLOSS: Final = Text(
    "With a look at the other language: {with_right} of {with_of}; without: {right} of {of}.",
    "Có xem ngôn ngữ kia: {with_right}/{with_of}; không xem: {right}/{of}.",
)
SURE_WRONG: Final = Text("Wrong though you felt sure", "Sai dù bạn đã chắc chắn")
TO_DO_AGAIN: Final = Text("Missed", "Câu còn sai")
NEXT: Final = Text("Next: {what}", "Tiếp theo: {what}")
MISSED_AGAIN: Final = Text("Practise what you missed · {count}", "Làm lại câu đã sai · {count}")
OTHERWISE: Final = Text("Practise something else", "Luyện phần khác")

# progress
QUESTIONS: Final = Text("Questions", "Câu hỏi")
PART_SCORE: Final = Text(
    "{right} of {of} right · tried {tried} of {questions}",
    "đúng {right}/{of} · đã làm {tried}/{questions}",
)
PART_UNTRIED: Final = Text("not tried yet · {questions}", "chưa làm · {questions} câu")
ALL_SCORE: Final = Text(
    "All answers: {right} of {of} right.", "Mọi câu trả lời: đúng {right}/{of}."
)
CALIBRATION: Final = Text(
    "Right when sure: {sure}; when you thought so: {think}; when you guessed: {guess}.",
    "Đúng khi chắc chắn: {sure}; khi nghĩ là vậy: {think}; khi đoán mò: {guess}.",
)
OF: Final = Text("{right} of {of}", "{right}/{of}")
MISLED: Final = Text("What misled you", "Điều làm bạn nhầm")
MISLED_ONE: Final = Text(
    "“{belief}” ({times}×) In truth: {truth}", "“{belief}” ({times}×) Thực ra: {truth}"
)
NOTHING_TRIED: Final = Text("No question was answered yet.", "Chưa trả lời câu hỏi nào.")
