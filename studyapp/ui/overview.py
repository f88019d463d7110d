"""How the learner stands, as lines: what was done, what is remembered, what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.text import Text
from studyapp.typeset.charts import Bar, Column, forecast_in_words, set_bars, set_forecast
from studyapp.typeset.heatmap import heatmap_in_words, set_heatmap
from studyapp.typeset.ink import Inked, ink, join
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.scheduling.plan import Plan
    from studyapp.core.text import Lang
    from studyapp.study.outlook import Outlook, Recalled, SkillOutlook

_BLANK: Final = Inked("")
_WIDEST: Final = 92


def overview_lines(outlook: Outlook, plan: Plan | None, lang: Lang, width: int) -> Lines:
    """Everything Progress shows; without a plan it says that the days to come are being counted."""
    width = min(width, _WIDEST)
    best = words.BEST.format(what=outlook.best.what)
    lines = wrap(ink(best[lang], "strong"), width)
    lines += hang(ink(outlook.best.why[lang], "muted"), width, ink("  "))
    if plan is None:
        lines += [*_heading(words.PLAN, lang, width), *wrap(ink(words.COUNTING[lang]), width)]
    else:
        lines += _plan(outlook, plan, lang, width)
    lines += _skills(outlook, plan, lang, width)
    lines += _recalled(outlook, lang, width)
    return [*lines, *_done(outlook, lang, width)]


def _heading(text: Text, lang: Lang, width: int) -> Lines:
    return [_BLANK, *wrap(ink(text[lang], "heading"), width)]


def _plan(outlook: Outlook, plan: Plan, lang: Lang, width: int) -> Lines:
    lines = _heading(words.PLAN, lang, width)
    for text in plan_said(outlook, plan):
        lines += wrap(ink(text[lang]), width)
    columns = [Column(load.day, (load.due, load.final, load.new)) for load in plan.forecast]
    lines += _heading(words.FORECAST, lang, width)
    lines += set_forecast(columns, lang, width)
    return [*lines, *wrap(ink(forecast_in_words(columns)[lang], "muted"), width)]


def plan_said(outlook: Outlook, plan: Plan) -> Iterator[Text]:
    """The plan in sentences: where it leads, what today asks for, what comes of it."""
    left = (plan.until - outlook.today).days
    if outlook.exam is None:
        yield words.PLAN_OPEN.format(days=left)
    elif outlook.exam < outlook.today:
        yield words.PLAN_EXAM_OVER.format(day=outlook.exam.isoformat(), days=left)
    elif not left:
        yield words.PLAN_EXAM_TODAY
    else:
        yield words.PLAN_EXAM.format(day=outlook.exam.isoformat(), left=left)
    due, final, new = map(len, plan.quota)
    yield (words.QUOTA_FINAL if final else words.QUOTA).format(due=due, final=final, new=new)
    day = words.short_day(plan.until)
    yield words.EXPECTED.format(day=day, percent=_percent(plan.overall))
    if due + final + new:
        more, points = f"{plan.skipping.tomorrow:+}", f"{-100 * plan.skipping.recall:+.1f}"
        yield words.SKIPPING.format(more=more, day=day, points=points)


def _skills(outlook: Outlook, plan: Plan | None, lang: Lang, width: int) -> Lines:
    lines = _heading(words.SKILLS, lang, width)
    for skill in outlook.skills:
        known = skill.mastery
        said = words.SKILL_COUNTS.format(
            name=skill.name, strong=known.strong, items=known.items, seen=known.seen
        )
        lines += wrap(ink(said[lang], "strong"), width)
        lines += [join((Inked("  "), bar)) for bar in _skill_bars(skill, plan, lang, width - 2)]
    lines += wrap(ink(words.RECALL_SAID[lang], "muted"), width)
    read = words.READ_SAID.format(read=outlook.read, all=outlook.sections)
    return [*lines, *wrap(ink(read[lang]), width)]


def _skill_bars(skill: SkillOutlook, plan: Plan | None, lang: Lang, width: int) -> Lines:
    bars = [_share(words.NOW, skill.mastery.recall)]
    if plan is not None:
        bars.append(_share(words.short_day(plan.until), plan.recall.get(skill.id, 0.0)))
    return set_bars(bars, lang, width)


def _share(name: Text, share: float) -> Bar:
    return Bar(name, share, words.PERCENT.format(percent=f"{_percent(share):>3}"))


def _recalled(outlook: Outlook, lang: Lang, width: int) -> Lines:
    aim = outlook.limits.retention
    bars = [
        Bar(words.IN_DAYS.format(days=each.days), each.share, _known(each), aim)
        for each in outlook.recalled
    ]
    lines = [*_heading(words.RETENTION, lang, width), *set_bars(bars, lang, width)]
    said = words.TARGET_MARK.format(percent=_percent(aim))
    return [*lines, *wrap(ink(said[lang], "muted"), width)]


def _known(recalled: Recalled) -> Text:
    if recalled.share is None:
        return words.NOTHING_ASKED
    return words.RECALLED.format(
        percent=_percent(recalled.share), recalled=recalled.known, asked=recalled.asked
    )


def _done(outlook: Outlook, lang: Lang, width: int) -> Lines:
    lines = _heading(words.DONE, lang, width)
    if outlook.reviews:
        lines += set_heatmap(outlook.reviews, outlook.today, lang, width)
    said = heatmap_in_words(outlook.reviews, outlook.today, width)
    lines += wrap(ink(said[lang], "muted"), width)
    for text in streak_said(outlook):
        lines += wrap(ink(text[lang]), width)
    spent = {name: words.duration(time) for name, time in outlook.spent._asdict().items()}
    lines += _heading(words.SPENT, lang, width)
    return [*lines, *wrap(ink(words.SPENT_SAID.format(**spent)[lang]), width)]


def streak_said(outlook: Outlook) -> Iterator[Text]:
    """The streak in words that make nobody ashamed."""
    streak = outlook.streak
    if not streak.longest:
        yield words.FIRST_DAY
    elif not streak.days:
        yield words.NO_STREAK.format(longest=streak.longest)
    else:
        yield words.STREAK.format(days=streak.days, longest=streak.longest)
        if streak.gaps:
            yield words.STREAK_GAPS.format(gaps=streak.gaps)


def _percent(share: float) -> int:
    return round(100 * share)
