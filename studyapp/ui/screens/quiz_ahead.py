"""The Quiz place while nobody presses a key: it prepares what the next key may show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.questions.accuracy import CONFIDENCES
from studyapp.ui.screens.quiz_view import QuizView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.timer import Timer

    from studyapp.core.history.events import Confidence
    from studyapp.core.text import Lang
    from studyapp.study.practising import Practice

_PAUSE: Final = 0.02
"""Seconds without a key, shorter than between repeats of a held one, to look ahead."""
_BREATH: Final = 0.005
"""Seconds between two steps, in which a key that comes after all goes its way."""
_READING: Final = 0.3
"""Seconds after which a question is on the screen and the learner reads it."""


class QuizAhead(QuizView):
    """The place, which uses the learner's pauses; a key waits for no more than one step of that."""

    def __init__(self) -> None:
        super().__init__()
        self._timer: Timer | None = None
        self._ahead: Iterator[None] = iter(())

    def show(self) -> None:
        """Show the stage as it is now, and look ahead from there."""
        super().show()
        self.look_ahead()

    def speak(self) -> None:
        """Say everything in the present language, and look ahead in it."""
        super().speak()
        self.look_ahead()

    def look_ahead(self) -> None:
        """Use the next pause for what may follow what is shown now."""
        if self._timer is not None:
            self._timer.stop()
        self._ahead = self.likely()
        self._timer = self.set_timer(_PAUSE, self._step)

    def foresee(self) -> None:
        """Find out what the explanation will say, while the learner reads."""
        self.set_timer(_READING, self._seek)

    def likely(self) -> Iterator[None]:
        """Prepare, step by step, what each answer to how sure would tell, then the other language.

        No step takes longer than to typeset a question, or to paint some lines.
        """
        if (practice := self.asked()) is None:
            return
        lang = self.study_app.lang
        if practice.given is None and self.seen.is_asking:
            for confidence in CONFIDENCES:
                yield from self._prepare(practice, lang, confidence)
        yield from self._prepare(practice, lang.other)

    def _step(self) -> None:
        for _ in self._ahead:
            self._timer = self.set_timer(_BREATH, self._step)
            return

    def _seek(self) -> None:
        if (practice := self.asked()) is not None:
            practice.prepare()

    def _prepare(
        self, practice: Practice, lang: Lang, felt: Confidence | None = None
    ) -> Iterator[None]:
        face, is_wide = self.faces.face(practice, self.seen, lang, felt), self.has_class("-wide")
        if is_wide:
            yield
            sheet = self.asked_sheet
            yield from sheet.prepare(self.faces.beside(face, lang, sheet.room))
        yield
        view = self.paper
        paper = self.faces.paper(face, lang, view.room, view.size.height, is_wide=is_wide)
        yield from view.prepare(paper.lines)
