"""`studyapp exam`: a mock exam against the clock, on the screens or in lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from studyapp import words
from studyapp.cli.advise import named
from studyapp.cli.exam_talk import ExamTalk
from studyapp.cli.opening import opened
from studyapp.cli.plain import Conversation, is_plain, kept
from studyapp.cli.reading import _join, _settings
from studyapp.core.errors import ContentError, StudyError, UsageError
from studyapp.core.history.events import Set
from studyapp.core.ports import StoreError
from studyapp.files import Folders
from studyapp.study import exam_choices
from studyapp.ui.terminal import is_interactive, speak_utf8
from studyapp.words import exam_place, history

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from studyapp.core.pack import Exam
    from studyapp.core.text import Lang
    from studyapp.study.study import Study

_OWN: Final = "own"
"""Stands for an exam of the learner's own among the ids of presets."""


def exam(asked: Namespace) -> int:
    """Sit an exam, or go on with the one that runs; returns the exit code."""
    chosen = _chosen(asked)
    if not is_plain(asked):
        return _on_screens(asked, chosen)
    at = opened(asked)
    offered = _offered(at.study, at.lang)
    preset = _preset(asked, offered)
    with kept(at.study, at.lang):
        talk = ExamTalk(Conversation(at.study, at.lang), Folders.of_platform(asked.data).data)
        if at.study.examining.running is not None:
            talk.go_on()
        elif preset is None:
            known = ", ".join(each.id for each in offered.presets)
            raise UsageError(f"say which exam: --preset with one of {known}; or --count N")
        else:
            settings = {**at.study.learning.progress.settings, **chosen}
            talk.begin(exam_choices.terms_of(offered, preset, settings), asked.seed)
    return talk.code


def _on_screens(asked: Namespace, chosen: Mapping[str, Any]) -> int:
    """Open the Exam place, at the rules of what is asked for."""
    speak_utf8()
    folders = Folders.of_platform(asked.data)
    settings, problems = _settings(folders, asked.lang)
    if not is_interactive():
        print(words.NEEDS_TERMINAL[settings.lang], file=sys.stderr)
        return 2
    study = _join(asked.pack, folders, settings.lang)
    preset = _preset(asked, _offered(study, settings.lang))
    from studyapp.ui.app import StudyApp

    app = StudyApp(study, folders, settings, problems)
    app.wanted_exam = exam_choices.AskedExam(preset, asked.seed)
    app.call_after_refresh(app.action_exam)
    try:
        _choose(study, chosen, settings.lang)
        app.run()
    finally:
        if lost := study.close():
            print(words.ACTS_LOST.format(count=lost)[app.lang], file=sys.stderr)
    return app.return_code or 0


def _choose(study: Study, chosen: Mapping[str, Any], lang: Lang) -> None:
    """Keep what is chosen, as the rules page does, where it differs and no exam runs.

    Raises StudyError where nothing can be kept.
    """
    if not chosen:
        return
    try:
        known = study.learning.progress.settings
        acts = [Set(name=name, value=value) for name, value in chosen.items()]
        new = [act for act in acts if known.get(act.name) != act.value]
        if new and study.examining.running is None:
            study.learning.keep_now(*new)
    except StoreError as error:
        raise StudyError(history.said(error.why)[lang]) from None


def _offered(study: Study, lang: Lang) -> Exam:
    """The exam of the pack; raises ContentError where it has none, or no questions for it."""
    offered = study.cover.exam
    if offered is None or not study.examining.pool():
        raise ContentError(exam_place.NO_EXAM[lang])
    return offered


def _preset(asked: Namespace, offered: Exam) -> str | None:
    """The id of the preset that is asked for; None when nothing is said of it."""
    if asked.preset is not None:
        return named(asked.preset, {each.id: each.title for each in offered.presets}, "preset")
    return None if asked.count is None and asked.minutes is None else _OWN


def _chosen(asked: Namespace) -> dict[str, Any]:
    """What is chosen, by the names of `study.exam_choices`; raises UsageError."""
    if asked.preset is not None and (asked.count is not None or asked.minutes is not None):
        raise UsageError("--preset has its own count and time; leave out --count and --minutes")
    for name, most in (("count", exam_choices.COUNT_MOST), ("minutes", exam_choices.MINUTES_MOST)):
        if (getattr(asked, name) or 0) > most:
            raise UsageError(f"--{name} takes {most} at most")
    chosen: dict[str, Any] = {}
    if asked.mode is not None:
        chosen[exam_choices.MODE] = asked.mode
    if asked.lang is not None:
        chosen[exam_choices.LANGUAGE] = asked.lang
    if asked.extra_time:
        chosen[exam_choices.EXTRA] = True
    if asked.count is not None:
        chosen[exam_choices.COUNT] = asked.count
    if asked.count is not None or asked.minutes is not None:
        chosen[exam_choices.MINUTES] = asked.minutes
    return chosen
