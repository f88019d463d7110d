"""A section with every type of block, in real sentences of the subject."""

from datetime import date

from studyapp.core.notes import (
    Diagram,
    Heading,
    Item,
    Links,
    Listing,
    Notice,
    Nuance,
    Paragraph,
    Row,
    Section,
    Table,
)
from studyapp.core.pack import Skill, Source
from studyapp.core.text import Text

_DOCS = "https://docs.aws.amazon.com"

SOURCES = {
    source.id: source
    for source in (
        Source(
            id="pt",
            url=f"{_DOCS}/bedrock/latest/userguide/prov-throughput.html",
            title=Text.once("Amazon Bedrock Provisioned Throughput"),
            checked_at=date(2026, 11, 22),
            via="stored-copy",
        ),
        Source(
            id="quotas",
            url=f"{_DOCS}/bedrock/latest/userguide/quotas-runtime.html",
            title=Text("Quotas of the runtime endpoint", "Quota của runtime endpoint"),
            checked_at=date(2026, 11, 22),
            via="stored-copy",
        ),
        Source(
            id="sla",
            url="https://aws.amazon.com/bedrock/sla",
            title=Text.once("Amazon Bedrock Service Level Agreement"),
            checked_at=date(2026, 11, 20),
            via="live",
        ),
        Source(
            id="blog",
            url=(
                "https://aws.amazon.com/blogs/machine-learning/"
                "optimize-generative-ai-costs-on-amazon-bedrock/"
            ),
            title=Text("AWS blog: optimise LLM costs", "Blog AWS: tối ưu chi phí LLM"),
            checked_at=date(2026, 11, 22),
            via="stored-copy",
            unverified=True,
        ),
    )
}

SKILL = Skill(
    id="skill-2.2.1",
    code="2.2.1",
    title=Text(
        "Deploy FMs based on application needs and performance requirements",
        "Triển khai FM theo nhu cầu của ứng dụng và yêu cầu hiệu năng",
    ),
    summary=Text("How each option is paid for.", "Mỗi lựa chọn được trả tiền thế nào."),
    weight=40,
)

_INTRO = Paragraph(
    type="paragraph",
    id="intro",
    text=Text(
        "**On-demand** charges for the tokens you send and receive; nothing is reserved. "
        "**Provisioned Throughput** reserves _model units_ for one model and charges for them by "
        "the hour, used or not. The call is the same: pass the ARN as `modelId`.",
        "**On-demand** tính tiền theo token gửi đi và nhận về, không giữ trước gì cả. "
        "**Provisioned Throughput** giữ sẵn _model unit_ cho một model và tính tiền theo giờ, "
        "dùng hay không cũng vậy. Cách gọi không đổi: truyền ARN vào `modelId`.",
    ),
)

_OPTIONS = Table(
    type="table",
    id="options",
    caption=Text("Deployment options compared", "So sánh các cách triển khai"),
    columns=(
        Text("Option", "Lựa chọn"),
        Text("Use case", "Trường hợp dùng"),
        Text("Pros", "Ưu điểm"),
        Text("Cons", "Nhược điểm"),
    ),
    rows=(
        Row(
            id="options-on-demand",
            cells=(
                Text.once("Bedrock On-Demand"),
                Text("Development, variable traffic", "Phát triển, lưu lượng thay đổi"),
                Text("Pay-per-token, no commitment", "Trả theo token, không cam kết"),
                Text("May be throttled", "Có thể bị throttle"),
            ),
        ),
        Row(
            id="options-provisioned",
            cells=(
                Text.once("Bedrock Provisioned"),
                Text("Production, stable traffic", "Production, lưu lượng ổn định"),
                Text("Guaranteed throughput", "Đảm bảo throughput"),
                Text("Fixed cost", "Chi phí cố định"),
            ),
        ),
        Row(
            id="options-endpoint",
            cells=(
                Text.once("SageMaker Endpoints"),
                Text("Custom models, fine-tuned", "Model tùy biến, đã tinh chỉnh"),
                Text("Full control", "Toàn quyền kiểm soát"),
                Text("Infrastructure management", "Phải quản lý hạ tầng"),
            ),
        ),
        Row(
            id="options-lambda",
            cells=(
                Text.once("Lambda + Bedrock"),
                Text("Event-driven, sporadic", "Hướng sự kiện, không thường xuyên"),
                Text("Serverless, auto-scale", "Serverless, tự co giãn"),
                Text("Cold start latency", "Độ trễ do cold start"),
            ),
        ),
    ),
    sources=("pt",),
)

_PROVISIONED = Nuance(
    type="nuance",
    id="options-provisioned-nuance",
    about=("options-provisioned",),
    weight="qualifies",
    title=Text(
        "Guaranteed only up to the model units you bought",
        "Chỉ đảm bảo trong phạm vi số model unit đã mua",
    ),
    text=Text(
        "Calls above that are throttled like any others. The hourly price runs at night too, and "
        "units cannot be resized or scaled automatically.",
        "Phần gọi vượt quá vẫn bị throttle như thường. Tiền theo giờ vẫn chạy cả ban đêm, và "
        "không thể đổi số unit hay để unit tự co giãn.",
    ),
    sources=("pt", "quotas"),
)

_RESERVED = Nuance(
    type="nuance",
    id="options-reserved-nuance",
    about=("options-provisioned", "options-on-demand"),
    weight="corrects",
    newer=True,
    volatile=True,
    title=Text("A Reserved tier exists as well", "Nay còn có tầng Reserved"),
    text=Text(
        "It reserves tokens per minute for 1 or 3 months and lets the overflow spill into "
        "Standard.",
        "Tầng này giữ trước số token mỗi phút trong 1 hoặc 3 tháng, phần vượt quá tràn sang "
        "Standard.",
    ),
    sources=("sla",),
)

_CHOOSE = Listing(
    type="list",
    id="choose-provisioned",
    intro=Text("Provisioned Throughput fits when:", "Provisioned Throughput hợp khi:"),
    items=(
        Item(text=Text("Traffic is stable and predictable", "Traffic ổn định và dự đoán được")),
        Item(
            text=Text("Latency must be low and consistent", "Cần latency thấp và đều"),
            id="choose-latency",
        ),
        Item(
            text=Text(
                "The workload is large, so that a fixed hourly price is cheaper than paying for "
                "every token",
                "Workload lớn tới mức giá cố định theo giờ rẻ hơn trả tiền cho từng token",
            ),
        ),
        Item(text=Text("The SLA is strict", "SLA nghiêm ngặt"), id="choose-sla"),
    ),
)

_SLA = Nuance(
    type="nuance",
    id="choose-sla-nuance",
    about=("choose-sla",),
    weight="detail",
    title=Text("The SLA belongs to the service", "SLA là của dịch vụ"),
    text=Text(
        "99.9% monthly uptime holds for every mode; see [the agreement](https://aws.amazon.com/bedrock/sla).",
        "Mức 99.9% mỗi tháng áp dụng cho mọi chế độ; xem [thỏa thuận](https://aws.amazon.com/bedrock/sla).",
    ),
    sources=("sla",),
)

_STEPS = Listing(
    type="list",
    id="throttled",
    intro=Text("When calls are throttled, in this order:", "Khi bị throttle, làm theo thứ tự:"),
    ordered=True,
    items=tuple(
        Item(text=text)
        for text in (
            Text("Set `max_tokens`", "Đặt `max_tokens`"),
            Text("Retry with exponential backoff", "Thử lại với exponential backoff"),
            Text("Spread bursts over Regions", "Trải tải đột biến qua nhiều Region"),
            Text("Put a queue in front", "Đặt hàng đợi phía trước"),
            Text("Ask for a higher quota", "Xin tăng quota"),
            Text("Use the Priority tier", "Dùng tầng Priority"),
            Text("Move what can wait to Flex", "Chuyển việc chờ được sang Flex"),
            Text("Move bulk work to batch", "Chuyển việc khối lượng lớn sang batch"),
            Text("Choose a smaller model", "Chọn model nhỏ hơn"),
            Text(
                "Buy Provisioned Throughput only if the load stays high all day",
                "Chỉ mua Provisioned Throughput nếu tải cao suốt cả ngày",
            ),
        )
    ),
    sources=("quotas",),
    volatile=True,
)

_TRAP = Notice(
    type="notice",
    id="trap-profile",
    tone="trap",
    title=Text(
        "“On-demand throughput isn’t supported”", "“On-demand throughput isn’t supported” là gì"
    ),
    text=Text(
        "The error asks for an inference profile id. Buying Provisioned Throughput is the "
        "wrong answer.",
        "Lỗi này đòi id của inference profile. Chọn mua Provisioned Throughput là sai.",
    ),
)

_EXAM = Notice(
    type="notice",
    id="exam-words",
    tone="exam",
    text=Text(
        "“Model units” or “custom model” points to Provisioned Throughput; “tokens per minute, "
        "overflow” points to the Reserved tier.",
        "Thấy “model units” hay “custom model” thì nghĩ tới Provisioned Throughput; thấy “tokens "
        "per minute, overflow” thì nghĩ tới tầng Reserved.",
    ),
)

_INFO = Notice(
    type="notice",
    id="info-cascade",
    tone="info",
    text=Text(
        "**Model cascading** asks a small model first and a larger one only when a check fails.",
        "**Model cascading** hỏi model nhỏ trước, chỉ leo lên model lớn khi bước kiểm tra "
        "không đạt.",
    ),
)

_CASCADE = Diagram(
    type="diagram",
    id="cascade",
    art=Text(
        "User request\n"
        "     ↓\n"
        "[Router] ─ simple ──► Small model ──► Answer ✓\n"
        "     ↓\n"
        "  complex ──────────► Large model ──► Answer ✓",
        "Yêu cầu\n"
        "     ↓\n"
        "[Router] ─ đơn giản ► Model nhỏ ────► Trả lời ✓\n"
        "     ↓\n"
        "  phức tạp ─────────► Model lớn ────► Trả lời ✓",
    ),
    caption=Text(
        "A router sends simple requests to a small model and complex ones to a large model.",
        "Router gửi yêu cầu đơn giản tới model nhỏ, yêu cầu phức tạp tới model lớn.",
    ),
)

_SIZES = Table(
    type="table",
    id="sizes",
    columns=(Text.once("Model"), Text.once("BF16"), Text.once("INT4")),
    rows=(
        Row(id="sizes-8b", cells=tuple(map(Text.once, ("8B", "15 GB", "4 GB")))),
        Row(id="sizes-70b", cells=tuple(map(Text.once, ("70B", "141 GB", "35 GB")))),
        Row(id="sizes-405b", cells=tuple(map(Text.once, ("405B", "812 GB", "203 GB")))),
    ),
)

SECTION = Section(
    id="on-demand-or-provisioned",
    skill="skill-2.2.1",
    title=Text("On-demand or Provisioned Throughput", "Chọn on-demand hay Provisioned Throughput"),
    takeaway=Text(
        "Start on demand; buy Provisioned Throughput only for steady, high and measured load, or "
        "for a custom model that offers nothing else.",
        "Bắt đầu với on-demand; chỉ mua Provisioned Throughput khi tải cao, đều và đã đo được, "
        "hoặc khi custom model không có lựa chọn khác.",
    ),
    sources=("pt", "quotas"),
    blocks=(
        _INTRO,
        Heading(
            type="heading", id="compare", text=Text("Options side by side", "Đặt cạnh nhau mà so")
        ),
        _OPTIONS,
        _PROVISIONED,
        _RESERVED,
        _CHOOSE,
        _SLA,
        Heading(
            type="heading",
            id="limits",
            text=Text("When you hit the limits", "Khi chạm giới hạn"),
        ),
        _STEPS,
        _TRAP,
        _EXAM,
        _CASCADE,
        _INFO,
        _SIZES,
        Links(type="links", id="reading", sources=("sla", "blog")),
    ),
)
