"""Words of the Cards place: what can be studied, the card, its ratings and the end."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

CARDS: Final = Text("Cards", "Thẻ ghi nhớ")
CARDS_MEANS: Final = Text("Review what is due, learn what is new", "Ôn thẻ đến hạn, học thẻ mới")
GO: Final = Text("Go to the cards", "Đến phần thẻ ghi nhớ")
LEFT: Final = Text("{left} left", "còn {left}")
PLACE: Final = Text.once("{place} · {what}")
OPENING: Final = Text("Opening your history…", "Đang mở lịch sử học…")
UNKNOWN: Final = Text(
    "Your history cannot be read now, so there is nothing to ask. See: studyapp doctor",
    "Hiện không đọc được lịch sử học nên chưa thể hỏi thẻ. Xem: studyapp doctor",
)
NO_CARDS: Final = Text("This pack has nothing to review.", "Gói này không có gì để ôn.")

# what can be studied
TODAY: Final = Text("Today", "Hôm nay")
ASKED_TODAY: Final = Text(
    "Today asks for {cards}: {due} due, {new} new.",
    "Hôm nay cần học {cards}: {due} đến hạn, {new} mới.",
)
ASKED_FINAL: Final = Text(
    "Today asks for {cards}: {due} due, {final} once more before the exam, {new} new.",
    "Hôm nay cần học {cards}: {due} đến hạn, {final} ôn lượt cuối trước kỳ thi, {new} mới.",
)
ASKED_NOTHING: Final = Text(
    "Today asks for nothing more. Cramming is always possible.",
    "Hôm nay không còn thẻ nào phải học. Bạn vẫn có thể ôn dồn bất cứ lúc nào.",
)
DAYS_LEFT: Final = Text("Days to the exam: {days}.", "Số ngày đến kỳ thi: {days}.")
SKILL: Final = Text.once("{code} {title}")
CARD: Final = Text("1 card", "1 thẻ")
SOME_CARDS: Final = Text("{count} cards", "{count} thẻ")
COUNTED: Final = Text.once("{name} · {count}")
CONTINUE: Final = Text("Go on with this session", "Học tiếp phiên này")
ALL_TODAY: Final = Text("All of today", "Tất cả của hôm nay")
DUE: Final = Text("Due now", "Đến hạn")
NEW: Final = Text("New", "Thẻ mới")
BY_SKILL: Final = Text("A skill", "Theo kỹ năng")
BY_TAG: Final = Text("A topic", "Theo chủ đề")
BY_KIND: Final = Text("A kind of card", "Theo loại thẻ")
FLAGGED: Final = Text("Marked", "Đã đánh dấu")
FORGOTTEN: Final = Text("Forgotten today", "Quên trong hôm nay")
FOUND: Final = Text("Cards with certain words", "Thẻ có những từ nhất định")
CRAM: Final = Text("Cram everything", "Ôn dồn tất cả")
CRAM_MEANS: Final = Text(
    "Crammed cards keep their schedule, whatever you answer.",
    "Ôn dồn không làm thay đổi lịch ôn, dù bạn trả lời thế nào.",
)
NOTHING_HERE: Final = Text("There is no card here now.", "Ở đây hiện không có thẻ nào.")
PART: Final = Text(
    "{name} · {today} for today, {items} in all", "{name} · hôm nay {today}, tổng {items}"
)
WHICH_CARDS: Final = Text("Which cards of it?", "Học những thẻ nào?")
PART_TODAY: Final = Text("What today asks for · {count}", "Phần của hôm nay · {count}")
PART_ALL: Final = Text("Cram all of it · {count}", "Ôn dồn tất cả · {count}")
FIND_PROMPT: Final = Text("Words on the cards…", "Từ trên thẻ…")
FIND_HINT: Final = Text(
    "Cards that hold every word, in either language; Enter takes them.",
    "Thẻ có đủ mọi từ, ở một trong hai ngôn ngữ; Enter để học.",
)

# how it is studied
HOW: Final = Text("How", "Cách học")
SETTING: Final = Text.once("{name}: {value}")
SESSION: Final = Text("At one go", "Mỗi phiên")
SESSION_ALL: Final = Text("as many as there are", "không giới hạn")
SESSION_CARDS: Final = Text("{count} cards", "{count} thẻ")
SESSION_MINUTES: Final = Text("{count} minutes", "{count} phút")
DIRECTION: Final = Text("Languages", "Ngôn ngữ trên thẻ")
DIRECTIONS: Final = {
    "ui": Text("as the screen", "theo màn hình"),
    "en-vi": Text("front English, back Vietnamese", "mặt trước Anh, mặt sau Việt"),
    "vi-en": Text("front Vietnamese, back English", "mặt trước Việt, mặt sau Anh"),
}
BUTTONS: Final = Text("Ratings", "Mức đánh giá")
FOUR_BUTTONS: Final = Text("four: again, hard, good, easy", "bốn mức: quên, khó, được, dễ")
TWO_BUTTONS: Final = Text("two: again, good", "hai mức: quên, được")
TYPED: Final = Text("Short answers", "Câu trả lời ngắn")
TYPED_ON: Final = Text("typed", "gõ ra")
TYPED_OFF: Final = Text("thought of", "nhớ trong đầu")

# what was put aside
ASIDE: Final = Text("Put aside", "Tạm gác")
SUSPENDED: Final = Text("Suspended", "Đang tạm ngưng")
SUSPENDED_HINT: Final = Text("Enter brings a card back.", "Enter để đưa thẻ trở lại.")
LEECHES: Final = Text("Forgotten again and again", "Quên đi quên lại")
LEECHES_HINT: Final = Text(
    "Enter opens the note behind a card.", "Enter để mở ghi chú liên quan đến thẻ."
)
PARKED: Final = Text("No longer in this pack", "Không còn trong gói này")
PARKED_HINT: Final = Text(
    "Their history is kept, and counts again if they come back.",
    "Lịch sử của chúng vẫn được giữ và sẽ lại có hiệu lực nếu chúng trở lại.",
)

# the card
KINDS: Final = {
    "basic": Text("question", "câu hỏi"),
    "reversible": Text("question, both ways", "câu hỏi hai chiều"),
    "cloze": Text("gap", "điền chỗ trống"),
    "list": Text("list", "danh sách"),
    "sequence": Text("sequence", "trình tự"),
    "term": Text("term", "thuật ngữ"),
    "row": Text("comparison", "so sánh"),
    "question": Text("missed scenario", "tình huống từng trả lời sai"),
}
ABOUT: Final = Text.once("{skill} · {kind}")
CRAMMED: Final = Text("cramming", "ôn dồn")
MARKED: Final = Text("⚑ marked", "⚑ đã đánh dấu")
ANSWER: Final = Text("Answer", "Đáp án")
WHY: Final = Text("Why", "Vì sao")
HAS_CHANGED: Final = Text(
    "The meaning of this card has changed since you learned it. Rate it to go on from there, or "
    "press {key} to begin it anew.",
    "Ý nghĩa của thẻ này đã thay đổi kể từ khi bạn học. Hãy chấm điểm để tiếp tục, hoặc nhấn {key} "
    "để học lại từ đầu.",
)
IS_LEECH: Final = Text(
    "This card keeps slipping. Read the note behind it ({note}), or suspend it ({suspend}).",
    "Thẻ này cứ bị quên. Hãy đọc ghi chú liên quan ({note}) hoặc tạm ngưng thẻ ({suspend}).",
)
TYPE_ANSWER: Final = Text("Type the answer; Enter shows it…", "Gõ đáp án; Enter để xem…")
VERDICTS: Final = {
    "right": Text("✓ Right.", "✓ Đúng."),
    "near": Text("≈ Nearly right.", "≈ Gần đúng."),
    "wrong": Text("✗ Not quite.", "✗ Chưa đúng."),
}
"""By the verdict on a typed answer."""
SLIP: Final = Text("“{typed}” for “{wanted}”", "“{typed}” thay vì “{wanted}”")
SLIP_MISSING: Final = Text("missing: “{wanted}”", "thiếu: “{wanted}”")
SLIP_EXTRA: Final = Text("too much: “{typed}”", "thừa: “{typed}”")

# ratings
REVEAL_HINT: Final = Text("Space or Enter shows the answer.", "Phím cách hoặc Enter để xem đáp án.")
RATINGS: Final = {
    1: Text("Again", "Quên"),
    2: Text("Hard", "Khó"),
    3: Text("Good", "Được"),
    4: Text("Easy", "Dễ"),
}
SOON: Final = Text("soon", "lát nữa")
NO_CHANGE: Final = Text("unchanged", "giữ lịch")
DAYS: Final = Text("{count} d", "{count} ngày")
MONTHS: Final = Text("{count} mo", "{count} tháng")
YEARS: Final = Text("{count} y", "{count} năm")
TYPE_HINT: Final = Text("Enter shows the answer.", "Enter để xem đáp án.")

# acts on a card
GUESSED: Final = Text(
    "Counted as a guess: it comes back.", "Đã tính là đoán mò: thẻ sẽ được hỏi lại."
)
NO_GUESS: Final = Text(
    "Only an answer just rated as known can be called a guess.",
    "Chỉ câu vừa được chấm là nhớ mới có thể coi là đoán mò.",
)
BURIED: Final = Text("Put off until tomorrow.", "Đã để sang ngày mai.")
BEGUN_ANEW: Final = Text("This card begins anew.", "Thẻ này được học lại từ đầu.")
BROUGHT_BACK: Final = Text("The card is back.", "Thẻ đã trở lại.")
NOTHING_TO_UNDO: Final = Text("There is nothing to take back.", "Không có gì để hoàn tác.")
UNDONE: Final = {
    "Reviewed": Text("Taken back: an answer.", "Đã hoàn tác: một lượt trả lời."),
    "Flagged": Text("Taken back: a mark.", "Đã hoàn tác: đánh dấu."),
    "Suspended": Text("Taken back: a suspension.", "Đã hoàn tác: tạm ngưng thẻ."),
    "Buried": Text("Taken back: putting a card off.", "Đã hoàn tác: hoãn thẻ sang ngày mai."),
    "Read": Text("Taken back: a read mark.", "Đã hoàn tác: đánh dấu đã đọc."),
    "Set": Text("Taken back: a choice of how to study.", "Đã hoàn tác: một lựa chọn cách học."),
    "Restarted": Text("Taken back: a new beginning.", "Đã hoàn tác: học lại từ đầu."),
}
"""By the kind of the act."""
UNDONE_OTHER: Final = Text("Taken back: the last act.", "Đã hoàn tác thao tác gần nhất.")
NO_NOTE: Final = Text(
    "No note tells more about this card.", "Chưa có ghi chú nào nói thêm về thẻ này."
)

SUSPEND: Final = Text("Suspend this card", "Tạm ngưng thẻ này")
SUSPEND_HINT: Final = Text(
    "It is not asked until you bring it back. Why?",
    "Thẻ sẽ không được hỏi cho đến khi bạn đưa lại. Vì sao?",
)
REASONS: Final = {
    "easy": Text("I know it for good", "Tôi đã thuộc hẳn"),
    "unimportant": Text("It does not matter for the exam", "Không quan trọng cho kỳ thi"),
    "unclear": Text("It is unclear", "Thẻ khó hiểu"),
    "wrong": Text("It is wrong", "Thẻ sai"),
    "leech": Text("It keeps slipping", "Học mãi vẫn quên"),
}
REPORT: Final = Text("Report a mistake in this card", "Báo lỗi của thẻ này")
REPORT_PROMPT: Final = Text("What is wrong with it?", "Thẻ sai ở đâu?")
REPORT_HINT: Final = Text(
    "Enter writes the card and your remark into {path}, which you may send to the author.",
    "Enter ghi thẻ và nhận xét của bạn vào {path}; bạn có thể gửi tệp này cho người soạn.",
)
REPORTED: Final = Text("Written into {path}", "Đã ghi vào {path}")
NOT_REPORTED: Final = Text(
    "It could not be written into {path} ({why}).", "Không ghi được vào {path} ({why})."
)

# the end
DONE: Final = Text("Done", "Đã xong")
SUMMARY: Final = Text(
    "Answers: {answers}, of them known: {known}. Time: {time}.",
    "Số lượt trả lời: {answers}, trong đó nhớ: {known}. Thời gian: {time}.",
)
NO_ANSWERS: Final = Text("Nothing was answered.", "Chưa trả lời thẻ nào.")
MORE_TODAY: Final = Text("Today still asks for {cards}.", "Hôm nay còn {cards}.")
NO_MORE_TODAY: Final = Text("Today asks for nothing more.", "Hôm nay không còn gì phải học.")
TOMORROW: Final = Text("Tomorrow asks for {cards}.", "Ngày mai cần học {cards}.")
GO_ON: Final = Text("Study something else", "Học phần khác")

# what keys do
HELP_CARDS: Final = Text("In the cards", "Trong phần thẻ ghi nhớ")
DO_ANSWER: Final = Text("Go on", "Tiếp")
DO_ANSWER_HELP: Final = Text(
    "Show the answer; then take the rating under the cursor",
    "Xem đáp án; sau đó chọn mức đang trỏ",
)
DO_RATE: Final = Text("Rate", "Chấm")
DO_RATE_HELP: Final = Text("Rate the answer", "Chấm câu trả lời")
DO_NEXT_RATING: Final = Text("Next rating", "Mức kế tiếp")
DO_PREVIOUS_RATING: Final = Text("Rating before", "Mức trước")
DO_UNDO: Final = Text("Undo", "Hoàn tác")
DO_UNDO_HELP: Final = Text(
    "Take the last act back, as often as you like",
    "Hoàn tác thao tác gần nhất, bao nhiêu lần cũng được",
)
DO_GUESSED: Final = Text("Guessed", "Đoán mò")
DO_GUESSED_HELP: Final = Text(
    "The answer just rated was only a lucky guess", "Câu vừa chấm chỉ là đoán trúng"
)
DO_MARK: Final = Text("Mark", "Đánh dấu")
DO_MARK_HELP: Final = Text("Mark this card, or unmark it", "Đánh dấu hoặc bỏ đánh dấu thẻ này")
DO_BURY: Final = Text("Tomorrow", "Để mai")
DO_BURY_HELP: Final = Text("Put this card off until tomorrow", "Để thẻ này sang ngày mai")
DO_SUSPEND: Final = Text("Suspend", "Tạm ngưng")
DO_REPORT: Final = Text("Report", "Báo lỗi")
DO_RESTART: Final = Text("Begin anew", "Học lại")
DO_RESTART_HELP: Final = Text(
    "Begin a card anew whose meaning has changed", "Học lại từ đầu một thẻ đã đổi ý nghĩa"
)
DO_NOTE: Final = Text("Note", "Ghi chú")
DO_NOTE_HELP: Final = Text("The note behind this card", "Ghi chú liên quan đến thẻ này")
