"""Words of the caching calculator."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

USES: Final = Text("Uses of the prefix", "Số lần dùng phần đầu prompt")
USES_MEANS: Final = Text(
    "calls with the same prefix within its lifetime; the first writes, the others read",
    "số lời gọi có cùng phần đầu trong thời hạn cache; lần đầu ghi, các lần sau đọc",
)
SHARE: Final = Text("Cached share", "Tỷ lệ được cache")
SHARE_MEANS: Final = Text(
    "share of the input tokens that is in the prefix", "tỷ lệ token đầu vào nằm ở phần đầu prompt"
)
CACHE: Final = Text("Cache", "Cache")
CACHE_MEANS: Final = Text(
    "an example of what writing and reading cost", "một ví dụ về giá ghi và đọc cache"
)
WRITE: Final = Text("Price of writing", "Giá ghi")
WRITE_MEANS: Final = Text("by the price of plain input", "so với giá đầu vào thường")
READ: Final = Text("Price of reading", "Giá đọc")
READ_MEANS: Final = Text("by the price of plain input", "so với giá đầu vào thường")

NO_WRITE_FACTOR: Final = Text(
    "no source says what writing costs for {name}; state `write`, such as `write=1x`",
    "chưa có nguồn nào ghi giá ghi cache của {name}; hãy nhập `write`, ví dụ `write=1x`",
)
SAVES: Final = Text(
    "With {uses} caching saves {saving} of the input cost.",
    "Dùng {uses}, cache tiết kiệm {saving} chi phí đầu vào.",
)
COSTS: Final = Text(
    "With {uses} caching makes the input {saving} dearer.",
    "Dùng {uses}, cache làm đầu vào đắt thêm {saving}.",
)
PAYS_FROM: Final = Text("It pays from {least} uses on.", "Có lợi từ {least} lần dùng trở lên.")
NEVER_PAYS: Final = Text("It never pays.", "Không bao giờ có lợi.")
SAVING: Final = Text("Saving", "Tiết kiệm")
OF_INPUT: Final = Text("of the cost of all input tokens", "trên chi phí của mọi token đầu vào")
LEAST: Final = Text("Fewest uses that pay", "Số lần dùng ít nhất để có lợi")
MOST: Final = Text("At most", "Nhiều nhất")
MOST_NOTE: Final = Text("with ever more uses", "khi số lần dùng tăng mãi")
LETTERS: Final = Text(
    "c = cached share = {c}; w = writing = {w}; r = reading = {r}; n = uses = {n}",
    "c = tỷ lệ được cache = {c}; w = ghi = {w}; r = đọc = {r}; n = số lần dùng = {n}",
)
SAVING_FORMULA: Final = Text(
    "saving = c × (1 − (w + (n − 1) × r) / n) = {saving}",
    "tiết kiệm = c × (1 − (w + (n − 1) × r) / n) = {saving}",
)
LEAST_FORMULA: Final = Text(
    "it pays when n > (w − r) / (1 − r)", "có lợi khi n > (w − r) / (1 − r)"
)
GRID: Final = Text("Saving by uses", "Tiết kiệm theo số lần dùng")
NOTHING_SAVED: Final = Text("no saving", "không tiết kiệm")
YOURS: Final = Text("Your uses", "Số lần của bạn")
CONDITIONS: Final = Text(
    "Factors are examples of a price list. A prefix must be long enough and each use must come "
    "within the lifetime.",
    "Các hệ số chỉ là ví dụ theo bảng giá. Phần đầu phải đủ dài và mỗi lần dùng phải nằm trong "
    "thời hạn cache.",
)
