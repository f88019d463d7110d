"""Words of the routing calculator."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

SIMPLE: Final = Text("Share of simple queries", "Tỷ lệ câu hỏi đơn giản")
SIMPLE_MEANS: Final = Text(
    "queries that the small model answers for good",
    "câu hỏi mà model nhỏ trả lời xong, không phải chuyển lên",
)
RATIO: Final = Text("Price gap", "Chênh lệch giá")
RATIO_MEANS: Final = Text(
    "how many times the small model's price the large one costs",
    "giá model lớn gấp mấy lần giá model nhỏ",
)
SMALL: Final = Text("Small model", "Model nhỏ")
SMALL_MEANS: Final = Text(
    "an example price; with the large model it gives the price gap",
    "một ví dụ về giá; cùng với model lớn cho ra chênh lệch giá",
)
LARGE: Final = Text("Large model", "Model lớn")
LARGE_MEANS: Final = Text(
    "an example price; with the small model it gives the price gap",
    "một ví dụ về giá; cùng với model nhỏ cho ra chênh lệch giá",
)
OVERHEAD: Final = Text("Cost of routing or checking", "Chi phí định tuyến hoặc kiểm tra")
OVERHEAD_MEANS: Final = Text(
    "in percent of what a call to the large model costs",
    "tính theo % giá một lời gọi model lớn",
)
INPUT_TOKENS: Final = Text("Input tokens per query", "Token đầu vào mỗi câu hỏi")
INPUT_TOKENS_MEANS: Final = Text(
    "tokens of one prompt; mixes the models' prices", "số token của một prompt; để pha trộn giá"
)
OUTPUT_TOKENS: Final = Text("Output tokens per query", "Token đầu ra mỗi câu hỏi")
OUTPUT_TOKENS_MEANS: Final = Text(
    "tokens of one answer; mixes the models' prices",
    "số token của một câu trả lời; để pha trộn giá",
)
SMALL_TIME: Final = Text("Time of the small model", "Thời gian của model nhỏ")
SMALL_TIME_MEANS: Final = Text("how long its answer takes", "model nhỏ trả lời mất bao lâu")
LARGE_TIME: Final = Text("Time of the large model", "Thời gian của model lớn")
LARGE_TIME_MEANS: Final = Text("how long its answer takes", "model lớn trả lời mất bao lâu")
CHECK_TIME: Final = Text("Time to route or check", "Thời gian định tuyến hoặc kiểm tra")
CHECK_TIME_MEANS: Final = Text(
    "what the router, or the check of a small answer, takes",
    "router, hoặc bước kiểm tra câu trả lời của model nhỏ, mất bao lâu",
)

NEEDS_BOTH: Final = Text(
    "state both `small` and `large`, or neither", "hãy nhập cả `small` lẫn `large`, hoặc bỏ cả hai"
)
NO_TOKENS: Final = Text(
    "`input-tokens` and `output-tokens` cannot both be 0",
    "`input-tokens` và `output-tokens` không thể cùng bằng 0",
)
NOT_CHEAPER: Final = Text(
    "`small` must cost something, and not more than `large`",
    "`small` phải có giá lớn hơn 0 và không đắt hơn `large`",
)

PATTERNS: Final = {"router": Text("Router", "Router"), "cascade": Text("Cascade", "Cascade")}
SAVED: Final = Text(
    "With {simple} simple queries and a price gap of {ratio} a router saves {router}, a cascade "
    "{cascade}.",
    "Với {simple} câu hỏi đơn giản và chênh lệch giá {ratio}, router tiết kiệm {router}, cascade "
    "tiết kiệm {cascade}.",
)
CLAIM_MET: Final = Text(
    "The router reaches the often claimed {low}–{high} %; that takes {needed} simple queries.",
    "Router đạt mức {low}–{high} % hay được nhắc tới; để đạt cần {needed} câu hỏi đơn giản.",
)
CLAIM_NOT_MET: Final = Text(
    "The router stays below the often claimed {low}–{high} %; that would take {needed} simple "
    "queries.",
    "Router chưa đạt mức {low}–{high} % hay được nhắc tới; để đạt cần {needed} câu hỏi đơn giản.",
)
CLAIM_BEYOND: Final = Text(
    "The often claimed {low}–{high} % cannot be reached with this price gap, not even if every "
    "query were simple.",
    "Mức {low}–{high} % hay được nhắc tới không thể đạt với chênh lệch giá này, dù mọi câu hỏi đều "
    "đơn giản.",
)
SAVING_OF: Final = {
    "router": Text("A router saves", "Router tiết kiệm"),
    "cascade": Text("A cascade saves", "Cascade tiết kiệm"),
}
HIGHEST: Final = Text("At most", "Nhiều nhất")
HIGHEST_NOTE: Final = Text("if every query were simple", "nếu mọi câu hỏi đều đơn giản")
MEAN_OF: Final = {
    "router": Text("Mean time, router", "Thời gian trung bình, router"),
    "cascade": Text("Mean time, cascade", "Thời gian trung bình, cascade"),
}
AGAINST_LARGE: Final = Text("{large} by the large model alone", "chỉ dùng model lớn: {large}")

LETTERS: Final = Text(
    "s = simple share = {s}; r = price of small / price of large = {r}; k = overhead = {k}",
    "s = tỷ lệ đơn giản = {s}; r = giá nhỏ / giá lớn = {r}; k = chi phí thêm = {k}",
)
ROUTER_FORMULA: Final = Text(
    "router saves s × (1 − r) − k = {saving}", "router tiết kiệm s × (1 − r) − k = {saving}"
)
CASCADE_FORMULA: Final = Text(
    "cascade saves s − r − k = {saving}, for it always pays the small model",
    "cascade tiết kiệm s − r − k = {saving}, vì luôn phải trả tiền model nhỏ",
)
LATENCY_FORMULA: Final = Text(
    "mean time of a cascade = small + check + (1 − s) × large",
    "thời gian trung bình của cascade = nhỏ + kiểm tra + (1 − s) × lớn",
)
GRID: Final = Text("Router and cascade", "Router và cascade")
COLUMNS: Final = (
    Text("Pattern", "Mẫu"),
    Text("Saves", "Tiết kiệm"),
    Text("Simple share for {low} %", "Tỷ lệ đơn giản để đạt {low} %"),
    Text("Simple share for {high} %", "Tỷ lệ đơn giản để đạt {high} %"),
    Text("Time, simple", "Thời gian, câu dễ"),
    Text("Time, hard", "Thời gian, câu khó"),
)
BEYOND: Final = Text("cannot be reached", "không thể đạt")
CONDITIONS: Final = Text(
    "Counted with equal tokens for both models and no simple query judged wrongly.",
    "Giả định hai model dùng số token như nhau và không câu hỏi nào bị phân loại sai.",
)
UP: Final = Text("Saving", "Tiết kiệm")
YOURS: Final = Text("Your queries, {pattern}", "Câu hỏi của bạn, {pattern}")
CLAIMED: Final = Text("claimed {percent} %", "mức {percent} % hay nói")
