"""Words of the Quiz place: what can be practised, the question, and what keys do."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

QUIZ: Final = Text("Quiz", "Luyện tập")
QUIZ_MEANS: Final = Text(
    "Questions like those of the exam, each answer explained",
    "Câu hỏi như đề thi, mọi đáp án đều được giải thích",
)
GO: Final = Text("Go to the quiz", "Đến phần luyện tập")
UNKNOWN: Final = Text(
    "Your history cannot be read now, so no answer could be kept. See: studyapp doctor",
    "Hiện không đọc được lịch sử học nên không thể lưu câu trả lời. Xem: studyapp doctor",
)
NO_QUESTIONS: Final = Text("This pack has no questions.", "Gói này không có câu hỏi nào.")

# what can be practised
BANK: Final = Text(
    "{questions} questions: {unseen} new, {missed} missed, {due} due, {flagged} marked.",
    "{questions} câu hỏi: {unseen} mới, {missed} sai, {due} đến hạn, {flagged} đã đánh dấu.",
)
CONTINUE: Final = Text("Go on with this set · {at}/{all}", "Làm tiếp lượt này · {at}/{all}")
FINISH: Final = Text("End it, and see how it went", "Kết thúc và xem kết quả")
START: Final = Text("Start: the best mix", "Bắt đầu: những câu phù hợp nhất")
MIX: Final = Text("the best mix", "những câu phù hợp nhất")
YOUR_CHOICE: Final = Text("your choice", "lượt bạn chọn")
FOR_YOU: Final = Text("what is best now", "phần nên làm lúc này")
START_URGENT: Final = Text(
    "First what you missed ({missed}) and what is due ({due}), then new ones of every skill.",
    "Trước hết là câu đã sai ({missed}) và câu đến hạn ({due}), rồi câu mới của mọi kỹ năng.",
)
START_NEW: Final = Text(
    "New ones of every skill, as the exam weighs them; what you miss comes back.",
    "Câu mới của mọi kỹ năng theo tỷ trọng đề thi; câu làm sai sẽ được hỏi lại.",
)
START_KNOWN: Final = Text(
    "You have tried them all; what is shakiest comes first.",
    "Bạn đã làm hết; câu dễ quên nhất được hỏi trước.",
)
DUE: Final = Text("Due now", "Đến hạn")
MISSED: Final = Text("Missed or guessed", "Đã sai hoặc đoán mò")
UNSEEN: Final = Text("Never tried", "Chưa từng làm")
ENDLESS: Final = Text("New situations, without end", "Tình huống mới, không giới hạn")
ENDLESS_WHY: Final = Text(
    "Made from the questions you may practise: other companies, other facts, the same rules.",
    "Tạo từ các câu hỏi luyện tập: công ty khác, dữ kiện khác, cùng quy tắc.",
)
WEAKEST: Final = Text("Weakest first", "Yếu nhất trước")
BY: Final = {
    "skill": Text("A skill", "Theo kỹ năng"),
    "decision": Text("A decision", "Theo bài toán lựa chọn"),
    "pair": Text("A pair that is easily confused", "Theo cặp dễ nhầm"),
    "type": Text("A type of question", "Theo dạng câu hỏi"),
    "difficulty": Text("A difficulty", "Theo độ khó"),
}
FLAGGED: Final = Text("Marked", "Đã đánh dấu")
PART: Final = Text(
    "{name} · {questions}, of them new {unseen}, missed {missed}",
    "{name} · {questions} câu, trong đó mới {unseen}, sai {missed}",
)
TYPES: Final = {
    "choice": Text("One right answer", "Chọn một đáp án"),
    "response": Text("Several right answers", "Chọn nhiều đáp án"),
    "ordering": Text("Put in order", "Sắp xếp thứ tự"),
    "matching": Text("Match", "Ghép cặp"),
}
DIFFICULTIES: Final = {
    "easy": Text("Easy", "Dễ"),
    "medium": Text("Medium", "Vừa"),
    "hard": Text("Hard", "Khó"),
}
NOTHING_HERE: Final = Text("There is no question here now.", "Ở đây hiện không có câu hỏi nào.")

# how it is practised
HOW: Final = Text("How", "Cách làm")
SIZE: Final = Text("At one go", "Mỗi lượt")
SIZE_SOME: Final = Text("{count} questions", "{count} câu")
SIZE_ALL: Final = Text("as many as there are", "không giới hạn")
LANGUAGES: Final = Text("Languages", "Ngôn ngữ")
READ_IN: Final = {
    "ui": Text("as the screen", "theo màn hình"),
    "en-vi": Text("question English, explanation Vietnamese", "câu hỏi Anh, giải thích Việt"),
    "en": Text("English only", "chỉ tiếng Anh"),
}
CLOCK: Final = Text("Clock", "Đồng hồ")
CLOCK_NONE: Final = Text("none", "không")
CLOCK_PACE: Final = Text("the pace of the exam", "theo nhịp của đề thi")
CLOCK_SET: Final = Text("{count} minutes for the set", "{count} phút cho cả lượt")
OPENED: Final = Text("Questions kept for the timed exam", "Câu để dành cho bài thi thử")
OPENED_ON: Final = Text("asked here, too", "hỏi cả ở đây")
OPENED_OFF: Final = Text("kept back · {count}", "để dành · {count}")
RESCORED: Final = Text("Corrected keys · {count}", "Đáp án đã được sửa · {count}")
RESCORED_TOLD: Final = Text(
    "Keys of this bank were corrected, and your earlier answers scored anew: {count}. See the list "
    "on this page.",
    "Đáp án của ngân hàng câu hỏi đã được sửa và câu trả lời cũ được chấm lại: {count}. Xem danh "
    "sách ở trang này.",
)
RESCORED_HINT: Final = Text(
    "These were corrected; your earlier answers count by the new keys.",
    "Các câu này đã được sửa; câu trả lời cũ của bạn được tính theo đáp án mới.",
)
RESCORED_ONE: Final = Text(
    "now right: {better}, now wrong: {worse}", "nay đúng: {better}, nay sai: {worse}"
)

# the question
AT: Final = Text.once("{at}/{all}")
SECOND_TRY: Final = Text("second try", "làm lại")
KEPT_BACK: Final = Text("kept for the exam", "để dành cho bài thi")
CHOOSE: Final = {
    2: Text("(Choose TWO.)", "(Chọn HAI đáp án.)"),
    3: Text("(Choose THREE.)", "(Chọn BA đáp án.)"),
}
"""By the count that a question asks for."""
CHOOSE_MANY: Final = Text("(Choose {count}.)", "(Chọn {count} đáp án.)")
ORDER_ALL: Final = Text("(Put all {count} in order.)", "(Sắp xếp đủ {count} mục.)")
MATCH_ALL: Final = Text("(Match all {count}.)", "(Ghép đủ {count} mục.)")
ANSWERS: Final = Text("Answers", "Các đáp án")
HINTS: Final = {
    "choice": Text("a–f or ↑↓ and Enter choose.", "Chọn bằng a–f, hoặc ↑↓ rồi Enter."),
    "response": Text(
        "a–f or ↑↓ and Space choose. Chosen: {count} of {all}.",
        "Chọn bằng a–f, hoặc ↑↓ rồi phím cách. Đã chọn: {count}/{all}.",
    ),
    "ordering": Text(
        "Space lifts, ↑↓ move; or letters in order. In order: {count} of {all}.",
        "Phím cách nhấc, ↑↓ dời; hoặc gõ chữ theo thứ tự. Đã xếp: {count}/{all}.",
    ),
    "matching": Text(
        "←→ or a letter gives the answer. Matched: {count} of {all}.",
        "←→ hoặc chữ cái để gán đáp án. Đã ghép: {count}/{all}.",
    ),
}
"""By the type of the question."""
READY: Final = Text("Your answer: {answer}. Enter submits.", "Bạn chọn: {answer}. Enter để nộp.")
READY_ALL: Final = Text("All set. Enter submits.", "Đã đủ. Enter để nộp.")
LIFTED: Final = Text(
    "↑↓ move it, Space or Enter drops it.", "↑↓ để dời, phím cách hoặc Enter để thả."
)
TOO_FEW: Final = Text("Not yet: {count} of {all}", "Chưa đủ: {count}/{all}")
TOO_MANY: Final = Text("Too many: take one back first", "Quá số cần chọn: hãy bỏ bớt một")
HOW_SURE: Final = Text("How sure?", "Chắc đến đâu?")
CONFIDENCES: Final = {
    "guess": Text("Guess", "Đoán mò"),
    "think": Text("I think so", "Nghĩ là vậy"),
    "sure": Text("Sure", "Chắc chắn"),
}
SURE_HINT: Final = Text(
    "1–3 or Enter answers; Esc changes the answer.", "1–3 hoặc Enter để nộp; Esc để đổi đáp án."
)
SET_LEFT: Final = Text("Time left {time}", "Còn {time}")
SET_OVER: Final = Text("Time is up: this is the last question", "Hết giờ: đây là câu cuối")
PACE_LEFT: Final = Text("At exam pace, {time} left", "Theo nhịp đề thi, còn {time}")
PACE_OVER: Final = Text("Over the exam's pace by {time}", "Chậm hơn nhịp đề thi {time}")
TOLD: Final = Text.once("{one} · {other}")

# acts
CARDED: Final = Text("Made a flashcard, too.", "Đã làm thêm một thẻ ghi nhớ.")
UNCARDED: Final = Text("It is a flashcard no longer.", "Không còn là thẻ ghi nhớ.")
IS_CARD: Final = Text("⧉ flashcard", "⧉ có thẻ ghi nhớ")
NO_NOTE: Final = Text(
    "No note tells more about this question.", "Chưa có ghi chú nào nói thêm về câu hỏi này."
)
UNDONE: Final = {
    "Answered": Text("Taken back: an answer.", "Đã hoàn tác: một câu trả lời."),
    "Flagged": Text("Taken back: a mark.", "Đã hoàn tác: đánh dấu."),
    "Carded": Text("Taken back: a flashcard.", "Đã hoàn tác: làm thẻ ghi nhớ."),
    "Set": Text("Taken back: a choice of how to practise.", "Đã hoàn tác: một lựa chọn cách làm."),
}
"""By the kind of the act."""

# what keys do
HELP_QUIZ: Final = Text("In the quiz", "Trong phần luyện tập")
DO_GO: Final = Text("Go on", "Tiếp")
DO_GO_HELP: Final = Text(
    "Submit the answer, take how sure you are, and go on to the next question",
    "Nộp đáp án, chọn mức chắc chắn, rồi sang câu sau",
)
DO_PICK: Final = Text("Choose", "Chọn")
DO_PICK_HELP: Final = Text(
    "Choose what the cursor is on, or lift it to move it",
    "Chọn mục đang trỏ, hoặc nhấc lên để dời",
)
DO_READ_ON_HELP: Final = Text("Read on in an explanation", "Đọc tiếp phần giải thích")
DO_NUMBER_HELP: Final = Text(
    "Choose an answer by its number, or say how sure you are",
    "Chọn đáp án theo số, hoặc cho biết mức chắc chắn",
)
DO_LETTER_HELP: Final = Text(
    "Choose an answer by its letter; in an explanation, tell more of it",
    "Chọn đáp án theo chữ cái; trong phần giải thích thì xem thêm về nó",
)
DO_TURN_HELP: Final = Text(
    "Surer; the next answer to match; in an explanation, tell more",
    "Chắc hơn; đáp án ghép kế tiếp; trong phần giải thích thì xem thêm",
)
DO_TURN_BACK_HELP: Final = Text(
    "Less sure; the match before; in an explanation, tell less",
    "Kém chắc hơn; đáp án ghép trước; trong phần giải thích thì thu gọn",
)
DO_TURN: Final = Text("More", "Xem thêm")
DO_STRIKE: Final = Text("Strike out", "Gạch bỏ")
DO_STRIKE_HELP: Final = Text(
    "Strike an answer out, or bring it back", "Gạch bỏ đáp án, hoặc lấy lại"
)
DO_FLAG_HELP: Final = Text("Mark this question, or unmark it", "Đánh dấu hoặc bỏ đánh dấu câu này")
DO_NEXT: Final = Text("Next", "Câu sau")
DO_NEXT_HELP: Final = Text("Next question, after an answer", "Sang câu sau khi đã trả lời")
DO_NOTE: Final = Text("Note", "Ghi chú")
DO_NOTE_HELP: Final = Text(
    "After an answer, the notes behind the question", "Sau khi trả lời, ghi chú liên quan"
)
DO_ADVISE: Final = Text("Advisor", "Tư vấn")
DO_ADVISE_HELP: Final = Text(
    "After an answer, the advisor with the facts of the question",
    "Sau khi trả lời, phần tư vấn với các dữ kiện của câu hỏi",
)
DO_CARD: Final = Text("Card", "Làm thẻ")
DO_CARD_HELP: Final = Text(
    "After an answer, make the question a flashcard, or no longer",
    "Sau khi trả lời, làm thẻ ghi nhớ từ câu hỏi, hoặc bỏ thẻ",
)
