"""Results of exams in files that the learner can read and keep."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from studyapp.files import write_atomically
from studyapp.study.exam_export import document, markdown
from studyapp.words import exam as words

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.exams.report import Report
    from studyapp.core.text import Lang
    from studyapp.study.study import Study


def export(folder: Path, study: Study, report: Report, lang: Lang) -> tuple[Path, Path]:
    """Write the result of an exam as a Markdown page and as JSON; raises OSError.

    The names tell the day and the attempt, so that writing it again replaces it.
    """
    sheet, exam = report.attempt.sheet, study.cover.exam
    title = study.examining.preset(sheet.terms.preset) or words.CUSTOM
    remark = None if exam is None else exam.remark
    page = markdown(report, title, study.examining.titles(), remark, lang)
    told = json.dumps(document(report), ensure_ascii=False, indent=2) + "\n"
    day = study.learning.day(sheet.began.wall).isoformat()
    paths = folder / f"exam-{day}-{sheet.id}.md", folder / f"exam-{day}-{sheet.id}.json"
    for path, text in zip(paths, (page, told), strict=True):
        write_atomically(path, text)
    return paths
