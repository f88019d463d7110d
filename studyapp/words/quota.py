"""Words of the quota calculator."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

REQUESTS: Final = Text("Requests per minute", "Request mỗi phút")
REQUESTS_MEANS: Final = Text("how many requests start in a minute", "mỗi phút có bao nhiêu request")
INPUT_TOKENS: Final = Text("Input tokens per request", "Token đầu vào mỗi request")
INPUT_TOKENS_MEANS: Final = Text(
    "tokens of one prompt that neither come from the cache nor go there",
    "số token của prompt không đọc từ cache cũng không ghi vào cache",
)
OUTPUT_TOKENS: Final = Text("Output tokens per request", "Token đầu ra mỗi request")
OUTPUT_TOKENS_MEANS: Final = Text(
    "tokens an answer really has", "số token thực có của một câu trả lời"
)
MAX_TOKENS: Final = Text("max_tokens", "max_tokens")
MAX_TOKENS_MEANS: Final = Text(
    "the longest answer a request allows; reserved as it starts",
    "câu trả lời dài nhất mà request cho phép; được giữ chỗ ngay khi bắt đầu",
)
BURNDOWN: Final = Text("Burndown rate", "Hệ số trừ quota")
BURNDOWN_MEANS: Final = Text(
    "quota tokens that one output token takes; not what it costs",
    "một token đầu ra trừ bao nhiêu token quota; không phải tiền",
)
QUOTA: Final = Text("Quota", "Quota")
QUOTA_MEANS: Final = Text(
    "tokens per minute that the account may use; an example by default",
    "số token mỗi phút tài khoản được dùng; mặc định chỉ là ví dụ",
)
MODEL_MAXIMUM: Final = Text("The model's longest answer", "Câu trả lời dài nhất của model")
MODEL_MAXIMUM_MEANS: Final = Text(
    "reserved when max_tokens is left out", "được giữ chỗ khi không đặt max_tokens"
)
CACHE_WRITE: Final = Text("Tokens written to the cache", "Token ghi vào cache")
CACHE_WRITE_MEANS: Final = Text("in each request", "trong mỗi request")
CACHE_READ: Final = Text("Tokens read from the cache", "Token đọc từ cache")
CACHE_READ_MEANS: Final = Text(
    "in each request; reserved, but not counted in the end",
    "trong mỗi request; được giữ chỗ nhưng cuối cùng không tính",
)

NO_TOKENS: Final = Text(
    "a request without tokens takes nothing: state `input-tokens` or `output-tokens`",
    "request không có token thì không trừ gì: hãy nhập `input-tokens` hoặc `output-tokens`",
)
OVER_MAXIMUM: Final = Text(
    "`max-tokens` cannot be more than `model-maximum`",
    "`max-tokens` không thể lớn hơn `model-maximum`",
)
ENOUGH: Final = Text(
    "The load takes {needed}, which is {share} of the quota of {quota}: enough.",
    "Tải lấy {needed}, bằng {share} quota {quota}: đủ.",
)
TOO_LITTLE: Final = Text(
    "The load takes {needed}, which is {share} of the quota of {quota}: too much.",
    "Tải lấy {needed}, bằng {share} quota {quota}: vượt quota.",
)
IN_FLIGHT_SAID: Final = Text(
    "With max_tokens set {limited} requests may start at once, without it only {unlimited}.",
    "Khi đặt max_tokens, {limited} request bắt đầu được cùng lúc; không đặt thì chỉ {unlimited}.",
)
NEEDED: Final = Text("Taken by the load", "Tải lấy đi")
SHARE: Final = Text("Share of the quota", "Tỷ lệ so với quota")
MOST: Final = Text("Requests per minute the quota allows", "Số request mỗi phút quota cho phép")
RESERVED: Final = Text("Reserved as a request starts", "Giữ chỗ khi một request bắt đầu")
RELEASED: Final = Text(
    "what is not used is released as it answers", "phần không dùng được trả lại khi trả lời"
)
IN_FLIGHT: Final = Text("Requests at once with max_tokens", "Request cùng lúc khi đặt max_tokens")
IN_FLIGHT_UNSET: Final = Text("Requests at once without it", "Request cùng lúc khi không đặt")
NEEDED_FORMULA: Final = Text(
    "taken = requests × (input + cache write + burndown × output) "
    "= {requests} × ({input} + {write} + {burndown} × {output}) = {needed}",
    "lấy đi = request × (đầu vào + ghi cache + hệ số × đầu ra) "
    "= {requests} × ({input} + {write} + {burndown} × {output}) = {needed}",
)
RESERVED_FORMULA: Final = Text(
    "reserved = input + cache read and write + max_tokens "
    "= {input} + {cached} + {limit} = {reserved}",
    "giữ chỗ = đầu vào + đọc và ghi cache + max_tokens = {input} + {cached} + {limit} = {reserved}",
)
INPUT_PART: Final = Text("input", "đầu vào")
OUTPUT_PART: Final = Text("output × {burndown}", "đầu ra × {burndown}")
LOOK_UP: Final = Text(
    "Quotas differ by account, Region and model: look yours up in Service Quotas.",
    "Quota khác nhau theo tài khoản, Region và model: hãy xem của bạn trong Service Quotas.",
)
