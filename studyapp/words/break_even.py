"""Words of the break-even calculator."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

REQUESTS: Final = Text("Requests per month", "Request mỗi tháng")
REQUESTS_MEANS: Final = Text("how many requests a month brings", "một tháng có bao nhiêu request")
INPUT_TOKENS: Final = Text("Input tokens per request", "Token đầu vào mỗi request")
INPUT_TOKENS_MEANS: Final = Text("tokens of one prompt", "số token của một prompt")
OUTPUT_TOKENS: Final = Text("Output tokens per request", "Token đầu ra mỗi request")
OUTPUT_TOKENS_MEANS: Final = Text("tokens of one answer", "số token của một câu trả lời")
PROVISIONED: Final = Text("Provisioned Throughput", "Provisioned Throughput")
PROVISIONED_MEANS: Final = Text(
    "an example of a model unit's price and term",
    "một ví dụ về giá và kỳ hạn của một model unit",
)
UNITS: Final = Text("Model units", "Số model unit")
UNITS_MEANS: Final = Text("how many model units are bought", "mua bao nhiêu model unit")
HOURS: Final = Text("Active hours", "Giờ có tải")
HOURS_MEANS: Final = Text("hours of a day with load", "số giờ có tải trong ngày")
DAYS: Final = Text("Active days", "Ngày có tải")
DAYS_MEANS: Final = Text(
    "days of a month with load; every day without it",
    "số ngày có tải trong tháng; bỏ trống là mọi ngày",
)
CAN_WAIT: Final = Text("The work can wait", "Việc có thể chờ")
CAN_WAIT_MEANS: Final = Text(
    "then batch inference is the price to beat", "khi đó giá cần so là batch inference"
)
PRICE: Final = Text("On-demand price", "Giá on-demand")
PRICE_MEANS: Final = Text(
    "an example price by the token; that of the provisioned model without it",
    "một ví dụ về giá theo token; bỏ trống thì lấy của model đã mua provisioned",
)
INPUT_PRICE: Final = Text("Input price", "Giá đầu vào")
INPUT_PRICE_MEANS: Final = Text("USD for a million input tokens", "USD cho một triệu token đầu vào")
OUTPUT_PRICE: Final = Text("Output price", "Giá đầu ra")
OUTPUT_PRICE_MEANS: Final = Text(
    "USD for a million output tokens", "USD cho một triệu token đầu ra"
)
UNIT_PRICE: Final = Text("Price of a model unit", "Giá một model unit")
UNIT_PRICE_MEANS: Final = Text("USD for one hour", "USD cho một giờ")
THROUGHPUT: Final = Text("Throughput of a model unit", "Thông lượng một model unit")
THROUGHPUT_MEANS: Final = Text(
    "input and output together; AWS does not publish it, ask your account team",
    "cả đầu vào lẫn đầu ra; AWS không công bố, hãy hỏi account team của bạn",
)

NO_TOKENS: Final = Text(
    "`input-tokens` and `output-tokens` cannot both be 0",
    "`input-tokens` và `output-tokens` không thể cùng bằng 0",
)
FREE: Final = Text(
    "`input-price` and `output-price` cannot both be 0",
    "`input-price` và `output-price` không thể cùng bằng 0",
)
NO_BATCH: Final = Text(
    "`can-wait`: this pack does not say what batch inference costs",
    "`can-wait`: gói này không ghi giá của batch inference",
)

WAYS: Final = {
    "on-demand": Text("On-demand", "On-demand"),
    "batch": Text("Batch inference", "Batch inference"),
    "provisioned": Text("Provisioned Throughput", "Provisioned Throughput"),
}
BY_TOKEN_WINS: Final = Text(
    "Cheaper at {volume} a month: {way}, {by_token} against {provisioned} for Provisioned "
    "Throughput.",
    "Rẻ hơn ở mức {volume} mỗi tháng: {way}, {by_token} so với {provisioned} của Provisioned "
    "Throughput.",
)
PROVISIONED_WINS: Final = Text(
    "Cheaper at {volume} a month: {way}, {provisioned} against {by_token} by the token, if the "
    "model units carry the load.",
    "Rẻ hơn ở mức {volume} mỗi tháng: {way}, {provisioned} so với {by_token} khi trả theo token, "
    "nếu các model unit gánh được tải.",
)
BREAKS_EVEN: Final = Text(
    "They break even at {volume} a month, which is {rate} around the clock.",
    "Hai bên hòa vốn ở {volume} mỗi tháng, tức {rate} suốt ngày đêm.",
)
COSTS: Final = {
    "on-demand": Text("A month on demand", "Một tháng on-demand"),
    "batch": Text("A month as batch", "Một tháng batch"),
    "provisioned": Text("A month provisioned", "Một tháng provisioned"),
    "provisioned-saves": Text(
        "Provisioned saves (below 0: costs more)", "Provisioned tiết kiệm (âm: đắt hơn)"
    ),
}
TO_BEAT: Final = Text("Price to beat, blended", "Giá cần so, đã pha trộn")
PER_MILLION: Final = Text("{usd} per million tokens", "{usd} mỗi triệu token")
VOLUME: Final = Text("Your volume", "Khối lượng của bạn")
BREAK_EVEN: Final = Text("Break-even volume", "Khối lượng hòa vốn")
RATE: Final = Text("Break-even around the clock", "Hòa vốn khi tải suốt ngày đêm")
RATE_WHILE_ACTIVE: Final = Text(
    "Break-even within {hours} active hours", "Hòa vốn trong {hours} giờ có tải"
)
VOLUME_SHARE: Final = Text("Your volume against break-even", "Khối lượng so với điểm hòa vốn")
NEEDED_RATE: Final = Text("Rate your load needs", "Tốc độ mà tải cần")
CARRIES: Final = Text("The model units carry the load", "Model unit gánh được tải")
NOT_PUBLIC: Final = Text(
    "AWS does not publish what a model unit carries; state `throughput` if you were told",
    "AWS không công bố thông lượng của model unit; hãy nhập `throughput` nếu bạn được cho biết",
)
SHARES: Final = {
    "used": Text("Used while active", "Mức sử dụng khi có tải"),
    "break-even-used": Text("Use at which it breaks even", "Mức sử dụng hòa vốn"),
}

BY_TOKEN_FORMULA: Final = Text(
    "by the token = {volume} × {price} USD per million = {usd}",
    "trả theo token = {volume} × {price} USD mỗi triệu = {usd}",
)
PROVISIONED_FORMULA: Final = Text(
    "provisioned = model units × price of an hour × hours of a month "
    "= {units} × {hourly} × {hours} = {usd}",
    "provisioned = số model unit × giá một giờ × số giờ một tháng "
    "= {units} × {hourly} × {hours} = {usd}",
)
EVEN_FORMULA: Final = Text(
    "break-even = {usd} / {price} USD per million = {volume}",
    "hòa vốn = {usd} / {price} USD mỗi triệu = {volume}",
)
ACROSS: Final = Text("Tokens per month", "Token mỗi tháng")
UP: Final = Text("USD per month", "USD mỗi tháng")
