"""Words of Progress: its charts, the best thing to do next, and read marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.text import Text

if TYPE_CHECKING:
    from datetime import date

PROGRESS: Final = Text("Progress", "Tiến độ")
AS_OF: Final = Text("as of {day}", "tính đến {day}")
COUNTING: Final = Text("Looking ahead…", "Đang tính cho những ngày tới…")

# days
WEEKDAYS: Final = tuple(
    Text(*both)
    for both in (
        ("Mo", "T2"),
        ("Tu", "T3"),
        ("We", "T4"),
        ("Th", "T5"),
        ("Fr", "T6"),
        ("Sa", "T7"),
        ("Su", "CN"),
    )
)
"""Two letters each, Monday first."""
_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def month(day: date) -> Text:
    """The month of a day, short."""
    return Text(_MONTHS[day.month - 1], f"Th{day.month}")


def short_day(day: date) -> Text:
    """A day without its year."""
    return Text(f"{day.day} {_MONTHS[day.month - 1]}", f"{day.day}/{day.month}")


def duration(milliseconds: int) -> Text:
    """A time in hours and minutes, rounded up so that nothing done counts as nothing."""
    minutes = -(-milliseconds // 60_000)
    if minutes < 60:
        return MINUTES.format(minutes=minutes)
    return HOURS.format(hours=minutes // 60, minutes=minutes % 60)


MINUTES: Final = Text("{minutes} min", "{minutes} phút")
HOURS: Final = Text("{hours} h {minutes} min", "{hours} giờ {minutes} phút")
PERCENT: Final = Text.once("{percent}%")

# what was done
DONE: Final = Text("Reviews a day", "Lượt ôn mỗi ngày")
LEGEND_NONE: Final = Text("none", "không có")
RANGE: Final = Text.once("{low}–{high}")
NO_REVIEWS: Final = Text(
    "No reviews in these {weeks} weeks yet.", "Chưa có lượt ôn nào trong {weeks} tuần này."
)
HEATMAP_SAID: Final = Text(
    "In these {weeks} weeks: {reviews} reviews, on {days} of the days; the most were {most}, "
    "on {day}. Today: {today}.",
    "Trong {weeks} tuần này: {reviews} lượt ôn, trải trên {days} ngày; nhiều nhất là {most}, "
    "vào {day}. Hôm nay: {today}.",
)
STREAK: Final = Text(
    "Days of study that follow one another: {days}. The most so far: {longest}.",
    "Số ngày học nối tiếp nhau: {days}. Nhiều nhất từ trước đến nay: {longest}.",
)
STREAK_GAPS: Final = Text(
    "A single day off in between is rest, not an end; there were {gaps}.",
    "Nghỉ một ngày ở giữa là nghỉ ngơi, không phải đứt quãng; đã có {gaps} ngày như vậy.",
)
NO_STREAK: Final = Text(
    "Any day is a good day to go on. The most days in a row so far: {longest}.",
    "Ngày nào quay lại học cũng tốt. Số ngày liên tiếp nhiều nhất từ trước đến nay: {longest}.",
)
FIRST_DAY: Final = Text("Your first day can be today.", "Ngày đầu tiên có thể là hôm nay.")
SPENT: Final = Text("Time spent on cards", "Thời gian học thẻ")
SPENT_SAID: Final = Text(
    "Today {today}, in 7 days {week}, in 30 days {month}, in all {all}.",
    "Hôm nay {today}, trong 7 ngày {week}, trong 30 ngày {month}, tổng cộng {all}.",
)

# what is remembered
RETENTION: Final = Text("What you recalled when asked again", "Tỉ lệ nhớ khi được hỏi lại")
IN_DAYS: Final = Text("last {days} days", "{days} ngày qua")
RECALLED: Final = Text("{percent}% · {recalled} of {asked}", "{percent}% · {recalled}/{asked}")
NOTHING_ASKED: Final = Text("nothing asked yet", "chưa hỏi gì")
TARGET_MARK: Final = Text(
    "│ marks the {percent}% you aim for.", "│ đánh dấu mức {percent}% bạn hướng tới."
)
SKILLS: Final = Text("What you know of each skill", "Mức nắm vững từng kỹ năng")
NO_SKILL: Final = Text("Terms of no one skill", "Thuật ngữ không thuộc kỹ năng nào")
SKILL_COUNTS: Final = Text(
    "{name} · {strong} of {items} cards firm, {seen} met",
    "{name} · {strong}/{items} thẻ chắc, {seen} thẻ đã gặp",
)
NOW: Final = Text("now", "hiện tại")
RECALL_SAID: Final = Text(
    "Each bar is the share of the cards you would recall; cards not met count as unknown.",
    "Mỗi thanh là phần thẻ bạn nhớ được; thẻ chưa gặp tính là chưa biết.",
)
READ_SAID: Final = Text("Sections of the notes read: {read} of {all}.", "Mục đã đọc: {read}/{all}.")

# what is to come
PLAN: Final = Text("The plan", "Kế hoạch")
PLAN_EXAM: Final = Text(
    "To the exam on {day}: {left} days.", "Đến ngày thi {day}: còn {left} ngày."
)
PLAN_EXAM_TODAY: Final = Text("The exam is today. Good luck!", "Hôm nay là ngày thi. Chúc may mắn!")
PLAN_EXAM_OVER: Final = Text(
    "The exam on {day} is over; the plan looks {days} days ahead.",
    "Kỳ thi ngày {day} đã qua; kế hoạch nhìn trước {days} ngày.",
)
PLAN_OPEN: Final = Text(
    "No exam date is set; the plan looks {days} days ahead.",
    "Chưa đặt ngày thi; kế hoạch nhìn trước {days} ngày.",
)
QUOTA: Final = Text(
    "Left today: {due} due, {new} new.", "Còn lại hôm nay: {due} thẻ đến hạn, {new} thẻ mới."
)
QUOTA_FINAL: Final = Text(
    "Left today: {due} due, {final} once more before the exam, {new} new.",
    "Còn lại hôm nay: {due} thẻ đến hạn, {final} thẻ ôn lại trước khi thi, {new} thẻ mới.",
)
EXPECTED: Final = Text(
    "Expected recall on {day}: {percent}%.", "Tỉ lệ nhớ dự kiến ngày {day}: {percent}%."
)
SKIPPING: Final = Text(
    "If you do nothing more today: {more} cards tomorrow, {points} points of recall on {day}.",
    "Nếu hôm nay không học thêm: ngày mai {more} thẻ, tỉ lệ nhớ ngày {day} {points} điểm.",
)
FORECAST: Final = Text("Cards to come", "Thẻ sắp tới")
A_SPAN: Final = {
    1: Text("cards a day", "thẻ mỗi ngày"),
    7: Text("cards a week", "thẻ mỗi tuần"),
    28: Text("cards in four weeks", "thẻ mỗi bốn tuần"),
}
"""By how many days a column counts."""
DUE: Final = Text("due", "đến hạn")
FINAL: Final = Text("once more before the exam", "ôn lại trước khi thi")
NEW: Final = Text("new", "mới")
FORECAST_SAID: Final = Text(
    "From {start} to {end}: {cards} cards; the busiest day is {day} with {most}.",
    "Từ {start} đến {end}: {cards} thẻ; ngày nhiều nhất là {day} với {most} thẻ.",
)
FORECAST_NONE: Final = Text("No cards are to come.", "Không có thẻ nào sắp tới.")

# the best thing to do next
BEST_WAIT: Final = Text("What to do next", "Nên làm gì tiếp theo")
BEST_WAIT_WHY: Final = Text("Looking at what you have done…", "Đang xem bạn đã học những gì…")
BEST: Final = Text("Next: {what}", "Tiếp theo: {what}")
BEST_DUE: Final = Text("review what is due ({count})", "ôn thẻ đến hạn ({count})")
BEST_DUE_WHY: Final = Text(
    "You are about to forget these; a look now costs least.",
    "Bạn sắp quên những thẻ này; ôn ngay bây giờ là đỡ tốn công nhất.",
)
BEST_FINAL: Final = Text(
    "one last look before the exam ({count})", "xem lại lần cuối trước khi thi ({count})"
)
BEST_FINAL_WHY: Final = Text(
    "The exam is close, and what is seen today is fresh that morning.",
    "Sắp thi rồi; những gì xem hôm nay sẽ còn mới vào sáng hôm thi.",
)
BEST_GAPS: Final = Text(
    "look again at what slipped today ({count})", "xem lại những gì vừa quên hôm nay ({count})"
)
BEST_GAPS_WHY: Final = Text(
    "You were expected to know these and did not: what is put right at once stays best.",
    "Lẽ ra bạn đã nhớ những thẻ này: sửa ngay thì nhớ lâu nhất.",
)
BEST_READ: Final = Text("read “{title}”", "đọc “{title}”")
BEST_READ_WHY: Final = Text(
    "{skill} is where you know least so far ({percent}%).",
    "{skill} là kỹ năng bạn còn yếu nhất ({percent}%).",
)
BEST_NEW: Final = Text("meet new cards ({count})", "học thẻ mới ({count})")
BEST_NEW_WHY: Final = Text(
    "Nothing is due, and today has room for them.", "Không có thẻ đến hạn, và hôm nay còn chỗ."
)
BEST_ADVISE: Final = Text("try a scenario: {title}", "thử một tình huống: {title}")
BEST_ADVISE_WHY: Final = Text(
    "Today's cards are done; the exam asks you to choose.",
    "Thẻ hôm nay đã xong; đề thi đòi hỏi bạn biết chọn.",
)
BEST_QUIZ_DUE: Final = Text(
    "answer the questions that are due ({count})", "làm câu hỏi đến hạn ({count})"
)
BEST_QUIZ_DUE_WHY: Final = Text(
    "You answered these before and are about to forget why.",
    "Bạn đã từng làm những câu này và sắp quên lý do.",
)
BEST_QUIZ_MISSED: Final = Text(
    "try again what you missed ({count})", "làm lại câu đã sai ({count})"
)
BEST_QUIZ_MISSED_WHY: Final = Text(
    "A mistake that is gone over soon is one you will not make in the exam.",
    "Lỗi được xem lại sớm là lỗi bạn sẽ không lặp lại khi thi.",
)
BEST_QUIZ_FIRST: Final = Text("try some exam questions", "làm thử vài câu hỏi như đề thi")
BEST_QUIZ_FIRST_WHY: Final = Text(
    "You have studied enough to choose answers, and choosing is what the exam asks for.",
    "Bạn đã học đủ để bắt đầu chọn đáp án, và chọn đáp án chính là việc phải làm khi thi.",
)
BEST_QUIZ_NEW: Final = Text("answer new questions ({count})", "làm câu hỏi mới ({count})")
BEST_REST: Final = Text("rest", "nghỉ ngơi")
BEST_REST_WHY: Final = Text(
    "Everything that today asks for is done.", "Mọi việc của hôm nay đã xong."
)
BEST_UNKNOWN_WHY: Final = Text(
    "Your history cannot be read just now.", "Hiện chưa đọc được lịch sử học của bạn."
)

# read marks
SECTIONS_READ: Final = Text("{read} of {count} read", "đã đọc {read}/{count}")
MARKED_READ: Final = Text("Marked as read.", "Đã đánh dấu là đã đọc.")
MARKED_UNREAD: Final = Text("Marked as not read.", "Đã bỏ dấu đã đọc.")
IS_READ: Final = Text("✓ read · {place}", "✓ đã đọc · {place}")
DO_READ: Final = Text("Mark read", "Đã đọc")
DO_READ_HELP: Final = Text(
    "Mark this section as read, or not read", "Đánh dấu mục này là đã đọc hoặc chưa đọc"
)

# keeping
SAVING: Final = Text("Saving…", "Đang lưu…")
UNSAVED: Final = Text("This is not saved yet: {why}", "Chưa lưu được: {why}")

# the place
HELP_HOME: Final = Text("At home", "Ở trang chính")
HELP_PROGRESS: Final = Text("In Progress", "Trong Tiến độ")
DO_PLAN: Final = Text("Plan", "Kế hoạch")
DO_PLAN_HELP: Final = Text(
    "Exam date and daily limits: see what a change does, then decide",
    "Ngày thi và giới hạn mỗi ngày: xem thay đổi trước rồi mới quyết định",
)
DO_PROGRESS_HELP: Final = Text("Open Progress", "Mở Tiến độ")
