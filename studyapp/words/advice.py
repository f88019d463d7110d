"""Words of the advisor: of its answers, and of its place on the screen."""

from __future__ import annotations

from typing import Final

from studyapp.core.advising.advice import Level, Step, Verdict
from studyapp.core.text import Text

LEVELS: Final = {
    Level.CLEAR: Text("clear", "rõ ràng"),
    Level.LEANING: Text("leaning", "nghiêng về"),
    Level.TIE: Text("tie", "ngang nhau"),
    Level.SILENT: Text("no fact speaks of this yet", "chưa có dữ kiện nào nói tới"),
    Level.NONE: Text("every option is ruled out", "mọi lựa chọn đều bị loại"),
}
NOTHING_FOR: Final = Text("nothing speaks for one yet", "chưa có gì ủng hộ lựa chọn nào")
STEPS: Final = {
    Step.LIMITS: Text("every rival is ruled out", "mọi lựa chọn khác đều bị loại"),
    Step.STRONG: Text("decided by strong reasons", "lý do mạnh quyết định"),
    Step.QUALIFIER: Text(
        "decided by what the question asks for", "tiêu chí cuối câu hỏi quyết định"
    ),
    Step.WEAK: Text("decided by weak reasons only", "chỉ có lý do yếu quyết định"),
    Step.PARTS: Text("decided by having fewer parts", "ít thành phần hơn nên được chọn"),
}
VERDICTS: Final = {
    Verdict.APPLIES: Text("helps", "có ích"),
    Verdict.NO_HELP: Text("does not help", "không giúp gì"),
    Verdict.HARMS: Text("harms", "gây hại"),
    Verdict.RULED_OUT: Text("cannot be used", "không dùng được"),
    Verdict.SILENT: Text("no fact speaks of it", "chưa có dữ kiện nào nói tới"),
}
EFFECTS: Final = {
    ("rules-out", None): Text("rules out", "loại"),
    ("for", "strong"): Text("strong for", "ủng hộ mạnh"),
    ("for", "weak"): Text("weak for", "ủng hộ yếu"),
    ("against", "strong"): Text("strong against", "phản đối mạnh"),
    ("against", "weak"): Text("weak against", "phản đối yếu"),
    ("warns", None): Text("mind", "lưu ý"),
}
NEWER: Final = Text("newer than the exam", "mới hơn đề thi")
OF_PART: Final = Text("{reason} (part: {part})", "{reason} (thành phần: {part})")
RESTS_ON: Final = Text("Rests on an assumption: {facts}", "Dựa trên giả định: {facts}")
ASSUMED: Final = Text("assumed", "giả định")
DERIVED: Final = Text("computed", "tính được")
UNKNOWN: Final = Text("unknown", "chưa biết")
NOTHING_STATED: Final = Text(
    "Nothing is stated yet, so no option stands out.",
    "Chưa có dữ kiện nào nên chưa lựa chọn nào nổi trội.",
)
PARTING: Final = Text("Would decide: {trait}", "Dữ kiện sẽ quyết định: {trait}")
NOTHING_PARTS: Final = Text(
    "No single fact would decide.", "Không dữ kiện đơn lẻ nào quyết định được."
)
WINNER: Final = Text.once("{layer}: {option}")
ALIKE_COUNT: Final = Text("{count} options", "{count} lựa chọn")
LAYER_LEVEL: Final = Text.once("{headline} · {level}")
WITH_STEP: Final = Text.once("{level}, {step}")
TAGGED: Final = Text.once("{words} ({tag})")
FACT: Final = Text.once("{trait}: {fact}")
CHANGED: Final = Text("{trait}: {new} instead of {old}", "{trait}: {new} thay cho {old}")
ADDED: Final = Text("{trait}: {new}", "{trait}: {new}")
TOGETHER: Final = Text("{one}, and {other}", "{one}, và {other}")
FLIPS: Final = Text(
    "What would make “{option}” the answer?", "Điều gì sẽ khiến “{option}” thành đáp án?"
)
NO_FLIP: Final = Text(
    "Not even two changes of facts make it the answer.",
    "Đổi cả hai dữ kiện cũng không khiến nó thành đáp án.",
)
IS_ANSWER: Final = Text("It is the answer.", "Nó chính là đáp án.")
WHY_NOT: Final = Text("Why not “{option}”?", "Vì sao không phải “{option}”?")
OUTWEIGHED: Final = Text("{option} stands better: {step}", "{option} hơn: {step}")
ALIKE: Final = Text("{option} stands alike", "{option} ngang bằng")
CLASH: Final = Text("These facts cannot hold together: {why}", "Các dữ kiện này mâu thuẫn: {why}")
CLASH_FACTS: Final = Text.once("{clash} ({facts})")
LIMITS_CLASH: Final = Text(
    "The limits that leave nothing: {traits}", "Các giới hạn không chừa lại gì: {traits}"
)
FREEING: Final = Text("One change that frees something:", "Một thay đổi sẽ mở ra lựa chọn:")
FOLLOWS: Final = Text(
    "Follows from our rules; each names its source.",
    "Suy ra từ các quy tắc của chúng tôi; mỗi quy tắc đều ghi nguồn.",
)
SOURCE: Final = Text("{title} (checked {date})", "{title} (kiểm tra {date})")

# the place
ADVISOR: Final = Text("Advisor", "Tư vấn")
ADVISOR_MEANS: Final = Text(
    "Say what you know; see which options fit, and why",
    "Cho biết dữ kiện, xem lựa chọn nào phù hợp và vì sao",
)
ADVISE_ON: Final = Text("Advisor: {title}", "Tư vấn: {title}")
NO_DECISIONS: Final = Text("This pack has no advisor.", "Gói này không có phần tư vấn.")
ASK_NEXT: Final = Text("? Ask next: {trait}", "? Nên hỏi tiếp: {trait}")
ASK_NOTHING: Final = Text(
    "No further fact would change the answer.", "Không dữ kiện nào khác làm đổi câu trả lời."
)
UNKNOWN_SIGN: Final = Text.once("–")
STAYS_OPEN: Final = Text("nothing is taken from it", "không suy ra điều gì")
WOULD_BE_ASSUMED: Final = Text("“{fact}” is assumed", "giả định là “{fact}”")
WOULD_BE_COMPUTED: Final = Text("computed from other facts", "tính từ các dữ kiện khác")
OTHER: Final = Text("another number…", "số khác…")
TYPE_NUMBER: Final = Text("{trait}, such as {examples}", "{trait}, ví dụ {examples}")
NO_NUMBER: Final = Text(
    "This is no number for “{trait}”. Write one such as {examples}.",
    "Đây không phải là số hợp lệ cho “{trait}”. Hãy viết như {examples}.",
)
MORE: Final = Text("{count} more below", "{count} lựa chọn khác bên dưới")
RULED_OUT: Final = Text("{count} ruled out", "{count} bị loại")
QUIET: Final = Text("{count} that no fact speaks of", "{count} chưa có dữ kiện nào nói tới")
SEEK_PAIRS: Final = Text(
    "No single change does. Look for two changes together",
    "Không một thay đổi đơn lẻ nào làm được. Tìm hai thay đổi cùng lúc",
)
SEEKING: Final = Text.once("…")
MORE_FLIPS: Final = Text("and {count} other changes", "và {count} thay đổi khác")
MARKED: Final = Text("◆ to compare", "◆ để so sánh")
HOLDS: Final = Text("holds now", "đang đúng")
SCENARIO: Final = Text("Scenario: {title}", "Tình huống: {title}")
SCENARIO_CHANGED: Final = Text(
    "Scenario: {title} (facts changed since)", "Tình huống: {title} (dữ kiện đã đổi)"
)
SCENARIOS: Final = Text("Worked scenarios", "Tình huống mẫu")
SCENARIOS_HINT: Final = Text(
    "Think of your own answer first; Enter loads the facts.",
    "Hãy tự trả lời trước; Enter để nạp dữ kiện.",
)
NO_SCENARIOS: Final = Text("No scenario for this one.", "Chưa có tình huống nào cho mục này.")
STORY: Final = Text("The situation", "Tình huống")
BECAUSE: Final = Text("Why", "Vì sao")
COMPARISON: Final = Text("Compared, fact by fact", "So sánh theo từng dữ kiện")
COMPARISON_HINT: Final = Text(
    "● holds now, ○ would hold with other facts. Enter opens the note behind a reason.",
    "● đang đúng, ○ sẽ đúng nếu dữ kiện khác đi. Enter mở ghi chú đứng sau lý do.",
)
NOTHING_TO_COMPARE: Final = Text(
    "Mark two or three options with Space, then compare them.",
    "Đánh dấu hai hoặc ba lựa chọn bằng phím cách rồi so sánh.",
)
THREE_AT_MOST: Final = Text(
    "Three options at most can be compared.", "Chỉ so sánh được nhiều nhất ba lựa chọn."
)
TREATED_ALIKE: Final = Text(
    "Rules that do not hold now and treat them alike: {count}",
    "Số quy tắc hiện chưa đúng và nói về chúng như nhau: {count}",
)
NOTHING_TO_UNDO: Final = Text("Nothing to undo.", "Không có gì để hoàn tác.")
COPIED: Final = Text("The advice is copied as text.", "Đã chép lời tư vấn dưới dạng văn bản.")
NO_NOTE: Final = Text("No note stands behind this row.", "Không có ghi chú nào đứng sau dòng này.")

# what keys do
HELP_ADVISOR: Final = Text("In the advisor", "Trong phần tư vấn")
DO_STEP: Final = Text("Change", "Đổi")
DO_STEP_HELP: Final = Text(
    "Next value of the fact; beside the answers, open an option",
    "Giá trị sau của dữ kiện; ở cột trả lời thì mở lựa chọn",
)
DO_STEP_BACK_HELP: Final = Text(
    "Value before; beside the answers, back to the facts",
    "Giá trị trước; ở cột trả lời thì về cột dữ kiện",
)
DO_UNKNOWN: Final = Text("Unknown", "Chưa biết")
DO_UNKNOWN_HELP: Final = Text("Say that the fact is unknown", "Cho biết dữ kiện này chưa biết")
DO_OTHER_PANE: Final = Text("Switch", "Đổi cột")
DO_OTHER_PANE_HELP: Final = Text(
    "Between the facts and the answers", "Chuyển giữa dữ kiện và câu trả lời"
)
DO_ASK: Final = Text("Ask next", "Hỏi tiếp")
DO_ASK_HELP: Final = Text("Go to the fact worth asking next", "Tới dữ kiện nên hỏi tiếp theo")
DO_UNDO: Final = Text("Undo", "Hoàn tác")
DO_UNDO_HELP: Final = Text("Take the last change of facts back", "Hoàn tác lần đổi dữ kiện cuối")
DO_RESET: Final = Text("Reset", "Xóa hết")
DO_RESET_HELP: Final = Text("Forget every fact (undo brings them back)", "Xóa mọi dữ kiện")
DO_SCENARIOS: Final = Text("Scenarios", "Tình huống")
DO_SCENARIOS_HELP: Final = Text("Choose a worked scenario", "Chọn một tình huống mẫu")
DO_COPY: Final = Text("Copy", "Chép")
DO_COPY_HELP: Final = Text("Copy the advice as text", "Chép lời tư vấn dưới dạng văn bản")
DO_MARK: Final = Text("Mark", "Đánh dấu")
DO_MARK_HELP: Final = Text("Mark an option for comparing", "Đánh dấu lựa chọn để so sánh")
DO_COMPARE: Final = Text("Compare", "So sánh")
DO_COMPARE_HELP: Final = Text(
    "Compare the marked options fact by fact", "So sánh các lựa chọn đã đánh dấu"
)
DO_NOTE: Final = Text("Note", "Ghi chú")
DO_NOTE_HELP: Final = Text(
    "Open the note behind a reason or an option", "Mở ghi chú đứng sau lý do hoặc lựa chọn"
)
DO_CALCULATORS: Final = Text("Calculators", "Công cụ tính")
DO_NEXT: Final = Text("Next", "Bài toán sau")
DO_NEXT_HELP: Final = Text("Next decision", "Bài toán sau")
DO_PREVIOUS: Final = Text("Previous", "Bài toán trước")
DO_PREVIOUS_HELP: Final = Text("Previous decision", "Bài toán trước")
