"""Words of the advisor."""

from __future__ import annotations

from typing import Final

from studyapp.core.advice import Level, Step, Verdict
from studyapp.core.text import Text

LEVELS: Final = {
    Level.CLEAR: Text("clear", "rõ ràng"),
    Level.LEANING: Text("leaning", "nghiêng về"),
    Level.TIE: Text("tie", "ngang nhau"),
    Level.SILENT: Text("no fact speaks of this yet", "chưa có dữ kiện nào nói tới"),
    Level.NONE: Text("every option is ruled out", "mọi lựa chọn đều bị loại"),
}
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
PARTING: Final = Text("Would decide: {trait}", "Dữ kiện sẽ quyết định: {trait}")
WINNER: Final = Text.once("{layer}: {option}")
LAYER_LEVEL: Final = Text.once("{headline} · {level}")
WITH_STEP: Final = Text.once("{level}, {step}")
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
LIMITS_CLASH: Final = Text(
    "The limits that leave nothing: {traits}", "Các giới hạn không chừa lại gì: {traits}"
)
FREEING: Final = Text("One change that frees something:", "Một thay đổi sẽ mở ra lựa chọn:")
FOLLOWS: Final = Text(
    "Follows from our rules; each names its source.",
    "Suy ra từ các quy tắc của chúng tôi; mỗi quy tắc đều ghi nguồn.",
)
SOURCE: Final = Text("{title} (checked {date})", "{title} (kiểm tra {date})")
