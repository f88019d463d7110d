"""What is told of an exam in lines once it is over, and what can be done then."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from studyapp.core.fold import fold
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.study.exam_files import export
from studyapp.typeset.clean import clean
from studyapp.words import exam as words
from studyapp.words import exam_place, exam_result
from studyapp.words import exam_plain as own_words

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.cli.plain import Conversation
    from studyapp.core.exams.report import Report


class ExamAfter:
    """An exam that is over, and the conversation in which it is told."""

    def __init__(self, talk: Conversation, data: Path, report: Report) -> None:
        self.talk = talk
        self._data = data
        self._report = report

    def tell_result(self) -> None:
        """Say what the exam came to."""
        report = self._report
        self.talk.pause()
        if (ended := report.attempt.ended) is not None:
            self.talk.say(words.ENDED[ended])
        self.talk.say(*exam_result.result_said(report))
        self._tell_topics()
        self.talk.say(exam_result.PACE, *exam_result.pace_said(report))
        if ways := tuple(exam_result.ways_said(report)):
            self.talk.say(exam_result.WAYS, *ways)
        exam = self.talk.study.cover.exam
        if exam is not None and exam.remark is not None:
            self.talk.say(Text(plain(exam.remark.en), plain(exam.remark.vi)))
        self.talk.say(exam_result.seed_said(report))

    def _tell_topics(self) -> None:
        titles = self.talk.study.examining.titles()
        for heading, topics in (
            (exam_result.SKILLS, self._report.skills),
            (exam_result.DECISIONS, self._report.decisions),
        ):
            if topics:
                self.talk.say(heading)
            for topic in topics:
                name = titles.get(topic.id, Text.once(topic.id or ""))
                called = name if topic.id else exam_result.NO_DECISION
                marks = exam_result.marks_said(topic.marks)
                self.talk.say(exam_result.OF_TOPIC.format(name=called, marks=marks))

    def write(self) -> bool:
        """Write every question to files, and say where; returns False, and why, if it fails."""
        try:
            page, _ = export(self._data / "exams", self.talk.study, self._report, self.talk.lang)
        except OSError as error:
            self.talk.say(exam_place.NOT_EXPORTED.format(why=error.strerror or error))
            return False
        self.talk.say(own_words.EXPORTED.format(path=clean(str(page))))
        return True

    def practise(self) -> None:
        """Offer to practise what was missed, or sisters of it."""
        missed, study = self._report.missed, self.talk.study
        if not missed:
            return
        from studyapp.cli.quiz_talk import QuizTalk  # an exam goes without a quiz

        said = self.talk.ask(own_words.PRACTISE.format(count=len(missed)))
        match None if said is None else fold(said):
            case "r":
                QuizTalk(self.talk, study.examining.practise(missed)).run()
            case "v":
                self.talk.say(exam_place.MAKING)
                practice = asyncio.run(study.examining.practise_sisters(missed))
                QuizTalk(self.talk, practice).run()
            case _:
                pass
