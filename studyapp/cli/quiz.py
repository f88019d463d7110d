"""`studyapp quiz`: questions to practise, on the screens or in lines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from studyapp.cli.advise import named
from studyapp.cli.cards import skill_named
from studyapp.cli.opening import opened
from studyapp.cli.plain import Conversation, is_plain, kept
from studyapp.cli.quiz_talk import QuizTalk
from studyapp.cli.quiz_text import rescored_said
from studyapp.cli.reading import study
from studyapp.core.errors import ContentError, UsageError
from studyapp.core.questions.choosing import Wanted
from studyapp.core.questions.sitting import Timing
from studyapp.study.quiz_choices import is_opened, size_of, timing_of
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from studyapp.core.text import Lang
    from studyapp.study.practising import Practice
    from studyapp.study.quizzing import Rescored
    from studyapp.study.study import Study


def quiz(asked: Namespace) -> int:
    """Practise questions; returns the exit code."""
    if not is_plain(asked):
        return study(asked.pack, asked.lang, asked.data, partial(_prepared, asked))
    at = opened(asked)
    begin = _prepared(asked, at.study, at.lang)
    with kept(at.study, at.lang):
        talk = Conversation(at.study, at.lang)
        _rescore(talk)
        practice = begin(at.study)
        if practice.current is None:
            talk.say(words.NOTHING_HERE)
        else:
            QuizTalk(talk, practice).run()
    return 0


def _prepared(asked: Namespace, at: Study, lang: Lang) -> Callable[[Study], Practice]:
    """What begins the sitting that is asked for, once the history is open.

    Raises UsageError for what the pack does not have, and ContentError where it has no questions.
    """
    if not at.learning.questions:
        raise ContentError(words.NO_QUESTIONS[lang])
    if asked.exam_pace and at.quizzing.exam_pace is None:
        raise UsageError("this pack has no exam whose pace could be kept")
    skill, decision = asked.skill, asked.decision
    wanted = Wanted(
        skills=() if skill is None else (skill_named(at, skill),),
        decisions=() if decision is None else (named(decision, at.decisions, "decision"),),
        types=() if asked.type is None else (asked.type,),
        difficulties=() if asked.difficulty is None else (asked.difficulty,),
        unseen=asked.only == "unseen",
        missed=asked.only == "missed",
        flagged=asked.only == "flagged",
        due=asked.only == "due",
        exam_only=asked.include_exam_only,
    )
    return partial(_begun, asked, wanted)


def _begun(asked: Namespace, wanted: Wanted, at: Study) -> Practice:
    """The sitting; what is not asked for is as the learner chose it before."""
    settings, pace = at.learning.progress.settings, at.quizzing.exam_pace
    if asked.minutes is not None:
        timing = Timing.for_set(asked.minutes)
    elif asked.exam_pace and pace is not None:
        timing = pace
    else:
        timing = timing_of(settings, pace)
    wanted = replace(wanted, exam_only=wanted.exam_only or is_opened(settings))
    if asked.endless:
        return at.quizzing.endless(wanted, timing=timing, seed=asked.seed)
    return at.quizzing.begin(
        wanted,
        order="weakest" if asked.only == "weakest" else "mix",
        count=asked.count or size_of(settings),
        timing=timing,
        seed=asked.seed,
    )


def _rescore(talk: Conversation) -> None:
    """Score earlier answers by the present keys, and tell which were corrected."""
    found: list[Rescored] = []

    async def rescore() -> None:
        found.extend(await talk.study.quizzing.rescore())

    if talk.keep(rescore()) and found:
        talk.say(words.RESCORED.format(count=len(found)), *rescored_said(found))
        talk.pause()
