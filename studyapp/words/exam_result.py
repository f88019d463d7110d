"""What is said of an exam that is over, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.exams.scoring import ENOUGH, FEW
from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.exams.report import Change, Report
    from studyapp.core.exams.scoring import Interval, Marks, Verdict
    from studyapp.core.questions.accuracy import Score

RESULT: Final = Text("Result", "Kết quả")
SKILLS: Final = Text("By skill, the weakest first", "Theo kỹ năng, yếu nhất trước")
DECISIONS: Final = Text("By decision, the weakest first", "Theo bài toán lựa chọn, yếu nhất trước")
NO_DECISION: Final = Text("others", "câu khác")
PACE: Final = Text("Time", "Thời gian")
WAYS: Final = Text("How you answered", "Cách bạn trả lời")
GAPS: Final = Text("Interruptions", "Gián đoạn")
QUESTIONS: Final = Text("Questions, the most useful first", "Các câu hỏi, câu đáng xem nhất trước")
TREND: Final = Text("Your exams so far", "Các bài thi thử đến nay")

MARKS: Final = Text(
    "{right} of {of} right: {percent} % (95 % interval {low}–{high} %)",
    "Đúng {right}/{of}: {percent}% (khoảng tin cậy 95%: {low}–{high}%)",
)
NO_MARKS: Final = Text("no questions", "không có câu nào")
TOO_FEW: Final = Text(
    "fewer than {few} questions say little", "ít hơn {few} câu thì chưa nói lên nhiều"
)
NEW: Final = Text("Never seen before: {marks}", "Chưa từng gặp: {marks}")
SEEN: Final = Text("Seen before: {marks}", "Đã từng gặp: {marks}")
PASS_LINE: Final = Text(
    "The pass mark of {pass_mark} is about {percent} % right, if the scale is a straight line.",
    "Mức đạt {pass_mark} tương ứng khoảng {percent}% câu đúng, nếu thang điểm là đường thẳng.",
)
VERDICTS: Final[dict[Verdict, Text]] = {
    "above": Text("The whole interval is above the pass line.", "Toàn bộ khoảng nằm trên mức đạt."),
    "below": Text("The whole interval is below the pass line.", "Toàn bộ khoảng nằm dưới mức đạt."),
    "open": Text(
        "The pass line lies within the interval: this could be a pass or not.",
        "Mức đạt nằm trong khoảng này: có thể đạt, cũng có thể không.",
    ),
}
SCALED: Final = Text(
    "Scaled score, estimated: {estimate} ({low}–{high}) on {least}–{most}.",
    "Điểm quy đổi ước tính: {estimate} ({low}–{high}) trên thang {least}–{most}.",
)
SCALED_HOW: Final = Text(
    "An estimate along a straight line from nothing right, {least}, to all right, {most}: the "
    "exam's own conversion is not published.",
    "Ước tính theo đường thẳng từ không đúng câu nào, {least}, đến đúng hết, {most}: cách quy đổi "
    "của kỳ thi thật không được công bố.",
)
NOT_SCALED: Final = Text(
    "No scaled score: that takes at least {enough} scored questions.",
    "Không ước tính điểm quy đổi: cần ít nhất {enough} câu tính điểm.",
)
USED: Final = Text("{used} of {allowed} used.", "Đã dùng {used} trên {allowed}.")
PER_QUESTION: Final = Text(
    "A question took {taken} s; there were {allowed} s for each.",
    "Mỗi câu mất {taken} giây; định mức là {allowed} giây.",
)
SLOW: Final = Text(
    "Slow questions (number: seconds): {places}", "Câu làm lâu (số thứ tự: giây): {places}"
)
CHANGES: Final[dict[Change, Text]] = {
    "right-wrong": Text(
        "Answers changed from right to wrong: {count}", "Đổi từ đúng thành sai: {count}"
    ),
    "wrong-right": Text(
        "Answers changed from wrong to right: {count}", "Đổi từ sai thành đúng: {count}"
    ),
    "wrong-wrong": Text(
        "Answers changed from wrong to wrong: {count}", "Đổi từ sai sang sai khác: {count}"
    ),
}
FELT: Final = {
    "guess": Text("Guessed: {right} of {of} right", "Đoán mò: đúng {right}/{of}"),
    "think": Text("Thought so: {right} of {of} right", "Nghĩ là vậy: đúng {right}/{of}"),
    "sure": Text("Sure: {right} of {of} right", "Chắc chắn: đúng {right}/{of}"),
}
"""By confidence."""
WITH_GLOSS: Final = Text(
    "With a look at the other language: {right} of {of} right",
    "Có xem ngôn ngữ kia: đúng {right}/{of}",
)
WITHOUT_GLOSS: Final = Text(
    "Without a look at the other language: {right} of {of} right",
    "Không xem ngôn ngữ kia: đúng {right}/{of}",
)
BLANK: Final = Text("Left blank: {count}", "Bỏ trống: {count}")
GAP: Final = Text(
    "Interrupted for {away}; counted: {counted}", "Gián đoạn {away}; tính vào giờ thi: {counted}"
)
PAUSE: Final = Text("Paused for {away}", "Tạm dừng {away}")
OF_TOPIC: Final = Text.once("{name}: {marks}")
RIGHT: Final = Text("✓ right", "✓ đúng")
WRONG: Final = Text("✗ wrong", "✗ sai")
BLANK_ONE: Final = Text("○ blank", "○ bỏ trống")
UNSCORED: Final = Text("did not count", "không tính điểm")
SEED: Final = Text(
    "Seed of the paper: {seed}. The same pack and history give the same paper by it.",
    "Seed của đề: {seed}. Cùng gói và cùng lịch sử học thì seed này cho ra cùng một đề.",
)
PACK_CHANGED: Final = Text(
    "The pack has changed since: what the advisor adds follows today's rules.",
    "Gói đã thay đổi từ lúc thi: phần của bộ tư vấn theo quy tắc hiện nay.",
)
TAKEAWAY: Final = Text("Remember:", "Ghi nhớ:")
WITH_DOUBT: Final = Text.once("{said} · {few}")
CLOCK: Final = Text.once("{hours}:{minutes:02}:{seconds:02}")


def clock(milliseconds: int) -> Text:
    """A time as hours, minutes and seconds."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return CLOCK.format(hours=minutes // 60, minutes=minutes % 60, seconds=seconds)


def marks_said(marks: Marks) -> Text:
    """A score with its interval, and whether it says much."""
    interval: Interval | None = marks.interval
    share = marks.score.share
    if interval is None or share is None:
        return NO_MARKS
    said = MARKS.format(
        right=marks.score.right,
        of=marks.score.of,
        percent=round(100 * share),
        low=round(100 * interval.low),
        high=round(100 * interval.high),
    )
    if not marks.is_few:
        return said
    return WITH_DOUBT.format(said=said, few=TOO_FEW.format(few=FEW))


def result_said(report: Report) -> Iterator[Text]:
    """The result: the score, the pass line, the estimate or why there is none."""
    sheet = report.attempt.sheet
    least, most = sheet.scale
    yield marks_said(report.marks)
    yield PASS_LINE.format(pass_mark=sheet.pass_mark, percent=round(100 * report.needed))
    yield VERDICTS[report.verdict]
    if report.scaled is None:
        yield NOT_SCALED.format(enough=ENOUGH)
    else:
        yield SCALED.format(**report.scaled._asdict(), least=least, most=most)
        yield SCALED_HOW.format(least=least, most=most)
    if report.new.score.of and report.seen.score.of:
        yield NEW.format(marks=marks_said(report.new))
        yield SEEN.format(marks=marks_said(report.seen))


def pace_said(report: Report) -> Iterator[Text]:
    """How the time was used."""
    attempt, pace = report.attempt, report.pace
    yield USED.format(used=clock(attempt.used), allowed=clock(attempt.allowed))
    yield PER_QUESTION.format(taken=round(pace.taken / 1000), allowed=round(pace.allowed / 1000))
    if pace.slow:
        slow = (f"{each.place + 1}: {each.cell.spent // 1000}" for each in pace.slow)
        yield SLOW.format(places=", ".join(slow))
    for gap in attempt.gaps:
        away, counted = clock(gap.away), clock(gap.counted)
        yield (PAUSE if gap.is_pause else GAP).format(away=away, counted=counted)


def ways_said(report: Report) -> Iterator[Text]:
    """How the learner answered: blanks, changes, confidence, gloss, as far as there were any."""
    if report.blank:
        yield BLANK.format(count=len(report.blank))
    for change, words in CHANGES.items():
        if count := report.changes.get(change):
            yield words.format(count=count)
    for confidence, score in report.calibration.items():
        if score.of:
            yield _scored(FELT[confidence], score)
    if report.gloss.with_gloss.of:
        yield _scored(WITH_GLOSS, report.gloss.with_gloss)
        yield _scored(WITHOUT_GLOSS, report.gloss.without)


def seed_said(report: Report) -> Text:
    """What gave the paper."""
    return SEED.format(seed=report.attempt.sheet.seed)


def _scored(words: Text, score: Score) -> Text:
    return words.format(right=score.right, of=score.of)
