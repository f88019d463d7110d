"""`studyapp stats`: how the learner stands, as text or as a document for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from studyapp.cli import stats_json
from studyapp.cli.documents import print_document
from studyapp.cli.opening import Printer, opened
from studyapp.core.errors import StudyError
from studyapp.core.ports import StoreError
from studyapp.study.outlook import look, look_ahead
from studyapp.study.quiz_outlook import look_at_quizzes
from studyapp.typeset.ink import Inked, ink
from studyapp.typeset.wrap import wrap
from studyapp.ui.exam_overview import exam_lines
from studyapp.ui.overview import overview_lines
from studyapp.ui.quiz_overview import quiz_lines
from studyapp.words import history, quiz

if TYPE_CHECKING:
    from argparse import Namespace


def stats(asked: Namespace) -> int:
    """Print how the learner stands; returns 0."""
    study, lang = opened(asked)
    try:
        outlook, quizzes = look(study), look_at_quizzes(study)
        exams = study.examining.attempts()
        store = study.learning.store
        for notice in (*store.notices, store.state.why):
            if notice is not None:
                print(history.said(notice)[lang], file=sys.stderr)
    except StoreError as error:
        raise StudyError(history.said(error.why)[lang]) from None
    finally:
        study.close()
    plan = look_ahead(outlook)
    if asked.json:
        print_document(stats_json.document(study.cover.id, outlook, plan, quizzes, exams))
    else:
        printer = Printer()
        lines = overview_lines(outlook, plan, lang, printer.room)
        if quizzes.counts.questions:
            lines += quiz_lines(quizzes, lang, printer.room)
            bank = quiz.BANK.format(**quizzes.counts._asdict())
            lines += [Inked(""), *wrap(ink(bank[lang]), printer.room)]
        if exams:
            lines += exam_lines(study, exams, lang, printer.room)
        printer.lines(lines)
    return 0
