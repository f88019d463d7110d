"""Words of questions and cards that are asked in lines."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

# a question
HOW_TO: Final = Text(
    "Type your answer and Enter. ?: help. q: end.",
    "Gõ câu trả lời rồi Enter. ?: trợ giúp. q: kết thúc.",
)
ABOUT: Final = Text(
    "Question {at} of {all}. Skill {skill}. {type}. {difficulty}.",
    "Câu {at}/{all}. Kỹ năng {skill}. {type}. {difficulty}.",
)
ABOUT_ENDLESS: Final = Text(
    "Question {at}. Skill {skill}. {type}. {difficulty}.",
    "Câu {at}. Kỹ năng {skill}. {type}. {difficulty}.",
)
SECOND_TRY: Final = Text("Second try.", "Làm lại lần hai.")
YOUR_ANSWER: Final = Text("Your answer?", "Câu trả lời của bạn?")
FORMS: Final = {
    "choice": Text(
        "Type the letter of the answer, or its number, such as: b",
        "Gõ chữ cái của đáp án, hoặc số thứ tự, ví dụ: b",
    ),
    "response": Text(
        "Type the letters of all right answers, such as: a c",
        "Gõ chữ cái của mọi đáp án đúng, ví dụ: a c",
    ),
    "ordering": Text(
        "Type the letters in the right order, all of them, such as: c a b",
        "Gõ mọi chữ cái theo đúng thứ tự, ví dụ: c a b",
    ),
    "matching": Text(
        "Type each number with the letter of its answer, such as: 1b 2a",
        "Gõ mỗi số kèm chữ cái của đáp án, ví dụ: 1b 2a",
    ),
}
"""By the type of the question."""
HELP: Final = (
    Text(
        "A word after it says how sure you are: guess, think or sure",
        "Thêm một từ phía sau để cho biết mức chắc chắn: đoán, nghĩ hoặc chắc",
    ),
    Text("g: the question in the other language", "g: câu hỏi trong ngôn ngữ kia"),
    Text("f: mark it, or unmark it", "f: đánh dấu hoặc bỏ đánh dấu"),
    Text("s: skip it, without an answer", "s: bỏ qua, không trả lời"),
    Text("u: undo the last act", "u: hoàn tác thao tác gần nhất"),
    Text("Enter: say it once more", "Enter: đọc lại câu hỏi"),
    Text("q: end, and hear how it went", "q: kết thúc và xem kết quả"),
)
NOT_UNDERSTOOD: Final = Text("That is no answer here. {form}", "Không hiểu câu trả lời. {form}")
COUNT: Final = Text(
    "{all} are asked for, and you gave {count}. {form}",
    "Câu hỏi cần {all}, bạn cho {count}. {form}",
)
HOW_SURE: Final = Text(
    "How sure? 1: guess. 2 or Enter: I think so. 3: sure. Or type another answer.",
    "Chắc đến đâu? 1: đoán mò. 2 hoặc Enter: nghĩ là vậy. 3: chắc chắn. Hoặc gõ đáp án khác.",
)
FLAGGED: Final = Text("Marked.", "Đã đánh dấu.")
UNFLAGGED: Final = Text("No longer marked.", "Đã bỏ đánh dấu.")
SKIPPED: Final = Text("Skipped.", "Đã bỏ qua.")
TIME_UP: Final = Text("Time is up.", "Hết giờ.")

# an explanation
DECIDING: Final = Text("The words that decide:", "Những từ ngữ quyết định:")
QUOTED: Final = Text.once("“{words}”")
TAKEAWAY: Final = Text.once("{label}: {words}")
NOTE: Final = Text.once("{title}: studyapp notes {id}")
SOURCE: Final = Text.once("{title}, {checked}")
NEXT: Final = Text(
    "Enter: go on. A letter: more about that answer. ?: help.",
    "Enter: tiếp tục. Chữ cái: thêm về đáp án đó. ?: trợ giúp.",
)
NO_MORE: Final = Text("There is no such answer.", "Không có đáp án này.")
HELP_AFTER: Final = (
    Text(
        "A letter: every reason of that answer, and what would make it right",
        "Chữ cái: mọi lý do của đáp án đó, và điều gì sẽ khiến nó đúng",
    ),
    Text("n: the notes and sources behind it", "n: ghi chú và nguồn liên quan"),
    Text("g: the explanation in the other language", "g: phần giải thích trong ngôn ngữ kia"),
    Text("k: make it a flashcard, or no longer", "k: làm thẻ ghi nhớ, hoặc bỏ thẻ"),
    Text("f: mark it, or unmark it", "f: đánh dấu hoặc bỏ đánh dấu"),
    Text("u: undo the last act", "u: hoàn tác thao tác gần nhất"),
    Text("Enter: the next question", "Enter: câu sau"),
    Text("q: end, and hear how it went", "q: kết thúc và xem kết quả"),
)

# cards
CARD_HOW_TO: Final = Text(
    "Enter shows the back; then rate it. ?: help. q: end.",
    "Enter để xem mặt sau, rồi chấm. ?: trợ giúp. q: kết thúc.",
)
CARD_AT: Final = Text("{about}. {left} left.", "{about}. Còn {left}.")
ENTER_SHOWS: Final = Text("Enter: show the back.", "Enter: xem mặt sau.")
TYPE_IT: Final = Text(
    "Type the answer; Enter alone shows it.", "Gõ đáp án; chỉ Enter để xem đáp án."
)
RATE: Final = Text("Your rating? Enter: {rating}.", "Bạn chấm mức nào? Enter: {rating}.")
RATING: Final = Text.once("{number}: {name}, {when}")
CARD_HELP: Final = (
    Text(
        "Enter: show the back; after that, the rating named",
        "Enter: xem mặt sau; sau đó là mức được nêu",
    ),
    Text("g: the card in the other language", "g: thẻ trong ngôn ngữ kia"),
    Text("f: mark it, or unmark it", "f: đánh dấu hoặc bỏ đánh dấu"),
    Text("u: undo the last act", "u: hoàn tác thao tác gần nhất"),
    Text("q: end, and hear how it went", "q: kết thúc và xem kết quả"),
)
