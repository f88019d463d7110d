"""Words of the memory calculator."""

from __future__ import annotations

from typing import Final

from studyapp.core.text import Text

MODEL: Final = Text("Model", "Model")
MODEL_MEANS: Final = Text(
    "its number of parameters, or one of the pack's models",
    "số tham số, hoặc một model có trong gói",
)
PRECISION: Final = Text("Precision", "Độ chính xác số")
PRECISION_MEANS: Final = Text(
    "how many bytes a parameter takes", "mỗi tham số chiếm bao nhiêu byte"
)
CONTEXT: Final = Text("Tokens per request", "Token mỗi request")
CONTEXT_MEANS: Final = Text("prompt and answer together", "prompt cộng với câu trả lời")
CONCURRENCY: Final = Text("Requests in flight", "Request đang xử lý")
CONCURRENCY_MEANS: Final = Text(
    "how many requests are served at the same time", "số request được phục vụ cùng lúc"
)
INSTANCE: Final = Text("Instance", "Instance")
INSTANCE_MEANS: Final = Text(
    "one instance type to look at closely; all of them without it",
    "một loại instance cần xem kỹ; bỏ trống thì xét tất cả",
)
SHAPE: Final = Text("Shape", "Cấu hình model")
SHAPE_MEANS: Final = Text(
    "the model whose layers and heads the KV cache is counted with",
    "model có số lớp và số head dùng để tính KV cache",
)
KV_PER_TOKEN: Final = Text("KV cache per token", "KV cache mỗi token")
KV_PER_TOKEN_MEANS: Final = Text(
    "memory one token keeps, if you know it", "bộ nhớ mà một token giữ lại, nếu bạn biết"
)
USABLE: Final = Text("Usable share", "Phần dùng được")
USABLE_MEANS: Final = Text(
    "share of accelerator memory that the engine takes; a rule of thumb",
    "phần bộ nhớ của bộ tăng tốc mà engine chiếm; quy tắc ước lượng",
)

TOTAL_SAID: Final = Text(
    "{weights} of weights and {cache} of KV cache are {total}.",
    "{weights} trọng số cộng {cache} KV cache là {total}.",
)
ON_ONE: Final = Text("On {instance}: {verdict}.", "Trên {instance}: {verdict}.")
ON_SOME: Final = Text(
    "They fit on {count} of {all} instance types; the one with the least memory is {instance}.",
    "Vừa trên {count}/{all} loại instance; loại ít bộ nhớ nhất là {instance}.",
)
NOWHERE: Final = Text(
    "No single instance of the list holds them: use a lower precision, a smaller model, fewer "
    "requests at once, or several instances.",
    "Không instance đơn lẻ nào trong danh sách chứa nổi: hãy giảm độ chính xác số, dùng model nhỏ "
    "hơn, bớt request cùng lúc, hoặc dùng nhiều instance.",
)
FITS: Final = Text("fits", "vừa")
FITS_WITHOUT_FP8: Final = Text(
    "fits, but does not compute in FP8", "vừa, nhưng không tính bằng FP8"
)
TOO_SMALL: Final = Text(
    "too small: the weights need {needed} accelerators, it has {there}",
    "quá nhỏ: trọng số cần {needed} bộ tăng tốc, chỉ có {there}",
)
ROOM_FOR_SOME: Final = Text(
    "the weights fit, with room for {there} of {wanted} requests",
    "trọng số vừa, còn chỗ cho {there}/{wanted} request",
)
WEIGHTS: Final = Text("Weights", "Trọng số")
KV_CACHE: Final = Text("KV cache", "KV cache")
IN_BOTH: Final = Text.once("{gb} = {gib}")
KV_PER_REQUEST: Final = Text("KV cache of one request", "KV cache của một request")
WINDOW: Final = Text(
    "a sliding window keeps {tokens} tokens at most",
    "cửa sổ trượt (sliding window) giữ nhiều nhất {tokens} token",
)
KV_ALL: Final = Text("KV cache of all requests", "KV cache của mọi request")
TOTAL: Final = Text("Weights and KV cache", "Trọng số và KV cache")
USABLE_ALL: Final = Text("Usable memory of the instance", "Bộ nhớ dùng được của instance")
WEIGHTS_OF_ONE: Final = Text("Weights against one accelerator", "Trọng số so với một bộ tăng tốc")
WEIGHTS_OF_ALL: Final = Text("Weights against the instance", "Trọng số so với cả instance")
TOTAL_OF_ALL: Final = Text("All against the instance", "Tổng so với cả instance")
KV_ROOM: Final = Text("Room left for the KV cache", "Chỗ còn lại cho KV cache")
REQUESTS: Final = Text("Requests it holds at once", "Số request chứa được cùng lúc")

WEIGHTS_FORMULA: Final = Text(
    "weights = parameters × bytes per parameter = {parameters} × {bytes} = {gb} GB",
    "trọng số = số tham số × byte mỗi tham số = {parameters} × {bytes} = {gb} GB",
)
KV_FORMULA: Final = Text(
    "KV cache per token = 2 (keys, values) × layers × KV heads × head dimension × bytes "
    "= 2 × {layers} × {heads} × {dimension} × {bytes} = {kib} KiB",
    "KV cache mỗi token = 2 (key, value) × số lớp × số KV head × số chiều của head × byte "
    "= 2 × {layers} × {heads} × {dimension} × {bytes} = {kib} KiB",
)
CACHE_FORMULA: Final = Text(
    "KV cache = per token × tokens kept × requests = {kib} KiB × {tokens} × {requests} = {gib}",
    "KV cache = mỗi token × số token giữ lại × số request "
    "= {kib} KiB × {tokens} × {requests} = {gib}",
)
USABLE_FORMULA: Final = Text(
    "usable = accelerators × memory of one × {percent}; activations are not counted",
    "dùng được = số bộ tăng tốc × bộ nhớ mỗi bộ × {percent}; chưa tính activation",
)

GRID: Final = Text("What fits where", "Vừa ở đâu")
COLUMNS: Final = (
    Text("Instance", "Instance"),
    Text("Accelerators", "Bộ tăng tốc"),
    Text("Weights need", "Trọng số cần"),
    Text("Requests", "Request"),
    Text("Verdict", "Kết luận"),
)
