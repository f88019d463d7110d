"""Words of the Exam place: what is chosen, sat and looked at there, and what its keys do."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

MEANS: Final = Text(
    "A mock against the clock, and what it tells afterwards",
    "Thi thử tính giờ, rồi xem kết quả nói gì",
)
GO: Final = Text("Go to the exam", "Đến phần thi thử")
NO_EXAM: Final = Text(
    "This pack has no exam, or no questions for one.",
    "Gói này không có kỳ thi, hoặc không có câu hỏi để thi.",
)
TOLD: Final = Text.once("{one} · {other}")
LINE: Final = Text.once("· {said}")

# what can be sat
START: Final = Text("Mock exams of {code}", "Bài thi thử {code}")
PRESET_OWN: Final = Text(
    "Your own · {questions} questions, {minutes} minutes",
    "Tự chọn · {questions} câu, {minutes} phút",
)
POOL: Final = Text(
    "Questions for an exam in this pack: {count}. Those you have never met come first.",
    "Số câu dùng được cho bài thi trong gói này: {count}. Câu bạn chưa gặp được chọn trước.",
)
SAT: Final = Text(
    "{day} · {title} · {mode} · {right} of {of}", "{day} · {title} · {mode} · {right}/{of}"
)
BAR: Final = Text.once("{bar} {percent}%")
HERE: Final = Text("Go on with it", "Làm tiếp")
HERE_WHY: Final = Text(
    "{when}. It was begun as: {mode}, questions in {lang}.",
    "{when}. Bài bắt đầu với: {mode}, câu hỏi bằng {lang}.",
)
LANGS: Final = {"en": Text("English", "tiếng Anh"), "vi": Text("Vietnamese", "tiếng Việt")}
UNREADABLE: Final = Text(
    "The paper of this exam cannot be read any more.", "Không còn đọc được đề của bài thi này."
)

# the rules
RULES: Final = Text(
    "{title} · {questions} questions, {minutes} minutes",
    "{title} · {questions} câu, {minutes} phút",
)
BEGIN: Final = Text("Begin: the clock starts at once", "Bắt đầu: đồng hồ chạy ngay")
MODE: Final = Text("Mode", "Chế độ")
LANGUAGE: Final = Text("Language of the questions", "Ngôn ngữ của câu hỏi")
LANGUAGE_WHY: Final = Text(
    "The real exam is not offered in Vietnamese.", "Kỳ thi thật không có bản tiếng Việt."
)
EXTRA: Final = Text("Extra time", "Thêm thời gian")
EXTRA_ON: Final = Text("yes", "có")
EXTRA_OFF: Final = Text("no", "không")
COUNT: Final = Text("Questions", "Số câu")
COUNT_HINT: Final = Text("From 1 to {most}; Enter takes it.", "Từ 1 đến {most}; Enter để nhận.")
MINUTES: Final = Text("Minutes", "Số phút")
MINUTES_HINT: Final = Text(
    "From 1 to {most}; empty for the pace of the real exam. Enter takes it.",
    "Từ 1 đến {most}; để trống thì theo nhịp thi thật. Enter để nhận.",
)
NUMBER: Final = Text("a whole number", "một số nguyên")
NOT_A_NUMBER: Final = Text("That is no such number.", "Số này không dùng được.")
WEIGHTS: Final = Text("Weights: {weights}.", "Tỷ trọng: {weights}.")
HOW: Final = Text("While it runs", "Trong khi thi")
HOW_KEYS: Final = (
    Text(
        "a–f, digits or ↑↓ and Space: choose. Enter: the next question. n, p: to and fro.",
        "a–f, phím số, hoặc ↑↓ và phím cách: chọn. Enter: câu sau. n, p: câu sau, câu trước.",
    ),
    Text(
        "m: mark to come back. x: strike an answer out. ←→: how sure, if you like.",
        "m: đánh dấu để xem lại. x: gạch bỏ đáp án. ←→: mức chắc chắn, không bắt buộc.",
    ),
    Text(
        "j or Tab: all questions at a glance, to go to any of them and to submit.",
        "j hoặc Tab: xem toàn bộ câu hỏi, đi đến câu bất kỳ và nộp bài.",
    ),
    Text(
        "Every answer is saved before it is shown, and can be changed until you submit.",
        "Mỗi đáp án được lưu trước khi hiện ra và đổi được cho đến khi nộp bài.",
    ),
)
HOW_RELAXED: Final = Text(
    "h: pause. g: the question in the other language.",
    "h: tạm dừng. g: xem câu hỏi bằng ngôn ngữ kia.",
)

# while it runs
QUESTION: Final = Text("Question {at} of {all}", "Câu {at}/{all}")
FLAGGED: Final = Text("⚑ flagged", "⚑ đã đánh dấu")
GLOSSED: Final = Text("looked at in the other language", "đã xem bằng ngôn ngữ kia")
LEFT: Final = Text("{time} left", "Còn {time}")
ON_PACE: Final = Text("on pace", "đúng nhịp")
AHEAD: Final = Text("{count} ahead of the pace", "nhanh hơn nhịp {count} câu")
BEHIND: Final = Text("{count} behind the pace", "chậm hơn nhịp {count} câu")
ANSWER: Final = Text(
    "Answer: {answer}. How sure? ←→  {felt}", "Đáp án: {answer}. Chắc đến đâu? ←→  {felt}"
)
FELT: Final = Text.once("{mark} {name}")
FELT_THREE: Final = Text.once("{guess}  {think}  {sure}")
PAUSED: Final = Text("The exam is paused", "Bài thi đang tạm dừng")
PAUSED_MEANS: Final = Text(
    "The clock stands still, and the question is hidden.", "Đồng hồ đứng yên và câu hỏi được ẩn."
)
GO_ON: Final = Text("Go on", "Làm tiếp")
TAKEN: Final = Text(
    "Another window sits this exam; here you can only look. t: take it back.",
    "Cửa sổ khác đang làm bài này; ở đây chỉ xem. t: lấy lại.",
)
AFTER: Final = Text(
    "Notes, advisor and cards wait until the exam is over.",
    "Ghi chú, tư vấn và thẻ chỉ mở sau khi thi xong.",
)
NO_HELP: Final = Text(
    "A strict exam is running: nothing else opens until it is submitted.",
    "Đang có bài thi nghiêm ngặt: chưa nộp bài thì không mở được phần khác.",
)
ENDED_WHILE_AWAY: Final = Text(
    "The time of your exam is up; it was submitted as it was. See Exam for the result.",
    "Bài thi đã hết giờ và được nộp như đang có. Xem kết quả ở phần Thi thử.",
)
OVER_ELSEWHERE: Final = Text(
    "This exam was submitted in another window.", "Bài thi này đã được nộp ở cửa sổ khác."
)

# all questions at a glance
GRID: Final = Text("All questions", "Toàn bộ câu hỏi")
GRID_HINT: Final = Text(
    "Digits or arrows, then Enter: go there. n: the next one open. s: submit.",
    "Gõ số hoặc dùng mũi tên, rồi Enter: đến câu đó. n: câu còn mở. s: nộp.",
)
GRID_TYPED: Final = Text("Question {typed} · Enter: go there.", "Câu {typed} · Enter: đến đó.")
GRID_COUNT: Final = Text.once("{glyph} {name} {count}")
SUBMIT: Final = Text("Submit the exam", "Nộp bài")
NONE_OPEN: Final = Text(
    "Nothing is open or flagged.", "Không còn câu nào để trống hay được đánh dấu."
)

# submitting and leaving
SUBMIT_ASKED: Final = Text("Submit the exam now?", "Nộp bài bây giờ?")
SUBMIT_FINAL: Final = Text(
    "After this nothing can be changed. Time left: {time}.",
    "Sau đó không đổi được gì nữa. Thời gian còn lại: {time}.",
)
SUBMIT_PLACES: Final = Text("Open: {places}", "Còn mở: {places}")
SUBMIT_FLAGGED: Final = Text("Flagged: {places}", "Đã đánh dấu: {places}")
SUBMIT_YES: Final = Text("Yes, submit", "Có, nộp bài")
SUBMIT_BACK: Final = Text("No, go on with the exam", "Không, làm tiếp")
SUBMIT_OPEN: Final = Text("Go to the first open question", "Đến câu đầu tiên còn mở")
AND_MORE: Final = Text("and {count} more", "và {count} câu nữa")
LEAVE_ASKED: Final = Text("Leave the exam for now?", "Tạm rời bài thi?")
LEAVE_STRICT: Final = Text(
    "The clock of a strict exam runs on, wherever you are and even when the program is closed. "
    "Your answers are saved.",
    "Đồng hồ của bài thi nghiêm ngặt vẫn chạy dù bạn ở đâu, kể cả khi đóng chương trình. Các đáp "
    "án đã được lưu.",
)
LEAVE_RELAXED: Final = Text(
    "The clock runs on while the program is open, unless you pause. Your answers are saved.",
    "Đồng hồ vẫn chạy khi chương trình còn mở, trừ khi bạn tạm dừng. Các đáp án đã được lưu.",
)
LEAVE_STAY: Final = Text("Stay in the exam", "Ở lại làm bài")
LEAVE_PAUSE: Final = Text("Pause, and leave", "Tạm dừng rồi rời")
LEAVE_GO: Final = Text("Leave; the clock runs on", "Rời; đồng hồ vẫn chạy")

# afterwards
RESULT: Final = Text("Result", "Kết quả")
REVIEW: Final = Text(
    "Go through every question, confident mistakes first",
    "Xem lại mọi câu, câu sai mà chắc chắn trước",
)
PRACTISE: Final = Text("Practise what you missed · {count}", "Luyện lại câu đã sai · {count}")
PRACTISE_SISTERS: Final = Text(
    "Practise new situations like those you missed", "Luyện tình huống mới giống câu đã sai"
)
PRACTISE_SISTERS_WHY: Final = Text(
    "Other facts, the same rules. What has none comes as it was.",
    "Dữ kiện khác, cùng quy tắc. Câu không có thì hỏi lại như cũ.",
)
MAKING: Final = Text("Making new situations…", "Đang tạo tình huống mới…")
NONE_MISSED: Final = Text("You missed nothing.", "Bạn không sai câu nào.")
MAKE_CARDS: Final = Text(
    "Make flashcards of what you missed · {count}", "Làm thẻ ghi nhớ từ câu đã sai · {count}"
)
CARDS_MADE: Final = Text("Flashcards made: {count}.", "Đã làm thẻ ghi nhớ: {count}.")
CARDS_THERE: Final = Text(
    "They are flashcards already, or in the bank no longer.",
    "Các câu này đã có thẻ, hoặc không còn trong ngân hàng.",
)
EXPORT: Final = Text("Save as Markdown and JSON", "Lưu thành Markdown và JSON")
EXPORTED: Final = Text("Saved in {folder}: {names}", "Đã lưu trong {folder}: {names}")
NOT_EXPORTED: Final = Text(
    "The files could not be written: {why}. The result itself is kept in your history.",
    "Không ghi được tệp: {why}. Bản thân kết quả vẫn còn trong lịch sử học.",
)
ALL: Final = Text("All exams", "Mọi bài thi")
TOPIC_HINT: Final = Text("Enter practises it.", "Enter để luyện phần này.")
OF_TOPIC: Final = Text.once("{name} · {marks}")
MARKS: Final = Text("{right} of {of} ({low}–{high}%)", "{right}/{of} ({low}–{high}%)")
FEW: Final = Text(
    "In brackets what the score speaks for at 95%: with few questions it is wide.",
    "Trong ngoặc là khoảng tin cậy 95%: ít câu thì khoảng này rộng.",
)
ONE: Final = Text.once("{number} · {told} · {stem}")
AT: Final = Text("{at} of {all}", "{at}/{all}")
REVIEW_HINT: Final = Text(
    "n, Enter: next. p: before. v: practise. Esc: the result.",
    "n, Enter: câu sau. p: câu trước. v: luyện. Esc: kết quả.",
)
CARD_MADE: Final = Text("Made a flashcard, too.", "Đã làm thêm một thẻ ghi nhớ.")
OWN_QUESTIONS: Final = Text("missed in the exam", "câu sai trong bài thi")
EXAMS: Final = Text("Mock exams", "Bài thi thử")
