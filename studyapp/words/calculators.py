"""Words that all calculators share; each has further words of its own beside this."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

CALCULATORS: Final = Text("Calculators", "Công cụ tính")
NAMES: Final = {
    "memory": Text("Memory of a model", "Bộ nhớ của model"),
    "break-even": Text("Break-even of provisioned capacity", "Điểm hòa vốn của provisioned"),
    "routing": Text("Saving by router or cascade", "Tiết kiệm nhờ router hoặc cascade"),
    "quota": Text("Quota in tokens per minute", "Quota token mỗi phút"),
    "caching": Text("Break-even of prompt caching", "Điểm hòa vốn của prompt caching"),
}
ANSWERS: Final = {
    "memory": Text(
        "How much memory do weights and KV cache take, and which instances hold them?",
        "Trọng số và KV cache chiếm bao nhiêu bộ nhớ, và instance nào chứa được?",
    ),
    "break-even": Text(
        "From which volume on is Provisioned Throughput cheaper than on-demand?",
        "Từ khối lượng nào thì Provisioned Throughput rẻ hơn on-demand?",
    ),
    "routing": Text(
        "How much does it save to let a small model answer the simple queries?",
        "Để model nhỏ trả lời các câu hỏi đơn giản thì tiết kiệm được bao nhiêu?",
    ),
    "quota": Text(
        "How many tokens per minute does a load take from the quota?",
        "Một mức tải lấy đi bao nhiêu token mỗi phút trong quota?",
    ),
    "caching": Text(
        "How often must a prompt prefix be used again before caching it pays?",
        "Phần đầu prompt phải được dùng lại bao nhiêu lần thì cache mới có lợi?",
    ),
}

# what is shown
INPUTS: Final = Text("Counted with", "Số liệu dùng để tính")
INPUT: Final = Text.once("{name}: {value}")
INPUT_FROM: Final = Text.once("{name}: {value} ({origin})")
ORIGINS: Final = {
    "stated": Text("stated", "bạn nhập"),
    "default": Text("taken by default", "lấy mặc định"),
    "figure": Text("from the pack's figures", "theo số liệu của gói"),
    "computed": Text("follows from the others", "suy ra từ số liệu khác"),
}
RESULT: Final = Text("Result", "Kết quả")
FORMULAS: Final = Text("How it is computed", "Cách tính")
REMARKS: Final = Text("Mind", "Lưu ý")
FIGURES: Final = Text("Figures used", "Số liệu đã dùng")
FIGURE: Final = Text("{name}, as of {date}", "{name}, tính đến {date}")
FIGURES_COUNTED: Final = Text("{count} figures, as of {date}", "{count} số liệu, tính đến {date}")
TAKES: Final = Text("What it takes", "Cần những gì")
OFFERS: Final = Text("for example {offers}", "ví dụ {offers}")
VALUES: Final = Text("one of {offers}", "một trong {offers}")
BY_DEFAULT: Final = Text("by default {value}", "mặc định {value}")
EXAMPLE: Final = Text("Example", "Ví dụ")
TWO_SENTENCES: Final = Text.once("{one} {other}")
ROW_NOTE: Final = Text.once("{value} ({note})")
COUNTED: Final = Text.once("{count} {unit}")
UNITS: Final = {
    "tokens": Text("tokens", "token"),
    "tokens/min": Text("tokens per minute", "token mỗi phút"),
    "requests": Text("requests", "request"),
    "uses": Text("uses", "lần"),
    "days": Text("days", "ngày"),
    "h/day": Text("hours a day", "giờ mỗi ngày"),
    "MU": Text("model units", "model unit"),
}
"""Counts are shown with these; other units are the same in both languages."""
ONE: Final = {
    "tokens": Text("token", "token"),
    "requests": Text("request", "request"),
    "uses": Text("use", "lần"),
    "days": Text("day", "ngày"),
    "h/day": Text("hour a day", "giờ mỗi ngày"),
    "MU": Text("model unit", "model unit"),
}
TOKENS: Final = Text("{count} tokens", "{count} token")
MILLION_TOKENS: Final = Text("{count} million tokens", "{count} triệu token")
PER_MINUTE: Final = Text("{tokens} per minute", "{tokens} mỗi phút")
YES: Final = Text("yes", "có")
NO: Final = Text("no", "không")
NOT_KNOWN: Final = Text("not known", "chưa biết")
NOT_EVER: Final = Text("never", "không bao giờ")

# what limits an answer
NOT_COUNTED: Final = Text(
    "Stated, but not counted with, as other inputs go before it: {names}.",
    "Đã nhập nhưng không dùng để tính, vì số liệu khác được ưu tiên: {names}.",
)
EXAMPLE_PRICE: Final = Text(
    "Example prices, not a quote: look up today's price of your Region.",
    "Giá chỉ là ví dụ, không phải báo giá: hãy tra giá hiện hành ở Region của bạn.",
)
LEGACY: Final = Text(
    "A price is of a legacy or retired model: it only shows how the sum goes.",
    "Có giá của model legacy hoặc đã ngừng: chỉ để minh họa cách tính.",
)
REMARK: Final = Text.once("{name}: {remark}")

# what cannot be used
NO_CALCULATOR: Final = Text(
    "there is no calculator `{name}`{nearest}; there are {known}",
    "không có công cụ tính `{name}`{nearest}; hiện có {known}",
)
NO_INPUT: Final = Text(
    "there is no input `{name}`{nearest}; it takes {known}",
    "không có số liệu `{name}`{nearest}; công cụ này nhận {known}",
)
NEAREST: Final = Text("; nearest: {names}", "; gần nhất: {names}")
NO_VALUE: Final = Text(
    "`{id}` cannot be `{written}`; it is one of {known}",
    "`{id}` không thể là `{written}`; phải là một trong {known}",
)
NO_FIGURE: Final = Text(
    "`{id}` knows no figure `{written}`{nearest}",
    "`{id}` không có số liệu nào tên `{written}`{nearest}",
)
NO_FIGURES: Final = Text(
    "`{id}`: this pack has no figures to choose from", "`{id}`: gói này không có số liệu để chọn"
)
NO_NUMBER: Final = Text(
    "`{id}` cannot be `{written}`; write a number such as `{example}`",
    "`{id}` không thể là `{written}`; hãy ghi một số, ví dụ `{example}`",
)
TWO_READINGS: Final = Text(
    "`{id}`: `{written}` can be read in two ways; write it without the comma",
    "`{id}`: `{written}` có thể hiểu theo hai cách; hãy viết không có dấu phẩy",
)
OUT_OF_RANGE: Final = Text("`{id}` must be from {low} to {high}", "`{id}` phải từ {low} đến {high}")
EMPTY: Final = Text("`{id}` needs a value after `=`", "`{id}` cần một giá trị sau dấu `=`")
NOT_WHOLE: Final = Text("`{id}` must be a whole number", "`{id}` phải là số nguyên")
NEEDED: Final = Text("`{id}` is needed: {means}", "Cần `{id}`: {means}")
CANNOT: Final = Text("this cannot be computed: {why}", "không tính được: {why}")
