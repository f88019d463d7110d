"""What lies behind a question that was answered: its notes, its sources, and the advisor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.errors import ContentError, UsageError
from studyapp.core.ports import Bookmark
from studyapp.study.leads import Lead
from studyapp.ui.screens.links import LinksDialog
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.pack import Source
    from studyapp.core.questions.explaining import Explanation
    from studyapp.core.questions.form import Question
    from studyapp.core.text import Text
    from studyapp.study.study import Study
    from studyapp.ui.app import StudyApp


class Behind(NamedTuple):
    """The sources of an explanation, and the titles of its notes."""

    sources: Mapping[str, Source]
    notes: tuple[Text, ...]


def behind(study: Study, explanation: Explanation) -> Behind:
    """Find what lies behind an explanation."""
    notes = tuple(note.title for note in study.notes_behind(explanation.see))
    return Behind(study.sources(explanation.sources), notes)


def open_notes(app: StudyApp, explanation: Explanation) -> None:
    """Go to the note behind a question, or let the learner choose of several."""
    notes = app.study.notes_behind(explanation.see)
    if not notes:
        app.tell(words.NO_NOTE)
    elif len(notes) == 1:
        app.read(Bookmark(notes[0].section, notes[0].ref, 1))
    else:
        found = app.study.sources(explanation.sources).values()
        leads = tuple(Lead(source.url, source.title, source) for source in found)
        app.push_screen(LinksDialog(notes, leads))


def open_advisor(app: StudyApp, question: Question) -> None:
    """Open the advisor with the facts of a question, if it is about a decision."""
    try:
        talk = app.study.quizzing.consult(question)
    except (ContentError, UsageError):  # a pack may be broken in parts
        return
    if talk is not None:
        app.advise(talk.decision.id)
