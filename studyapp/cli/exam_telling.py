"""What is said in an exam in lines: its rules, the question, and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.cli.quiz_text import question_lines
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.ui.invigilating import running_said
from studyapp.words import exam as words
from studyapp.words import exam_place, exam_result, quiz
from studyapp.words import exam_plain as own_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studyapp.cli.plain import Conversation
    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.sheet import Terms
    from studyapp.core.exams.state import Warned
    from studyapp.core.text import Lang
    from studyapp.study.examining import Examining
    from studyapp.study.sitting_exams import ExamSitting

_MINUTE: Final = 60_000


class ExamTelling:
    """An exam as it stands, and the conversation in which it is told."""

    sitting: ExamSitting
    """There is none before the exam has begun, or was gone on with."""

    def __init__(self, talk: Conversation, data: Path) -> None:
        self.talk = talk
        self.data = data
        self._warned: Warned | None = None
        """The last warning of the time that was said."""

    @property
    def examining(self) -> Examining:
        """The exams of the pack."""
        return self.talk.study.examining

    @property
    def attempt(self) -> Attempt:
        """The exam that is sat."""
        return self.sitting.attempt

    # --- before it begins

    def tell_rules(self, asked: Terms) -> None:
        """Say what is agreed before an exam begins: what is asked for, as far as there is that."""
        study, terms = self.talk.study, self.examining.offered(asked)
        questions = terms.scored + terms.unscored
        title = _plain(self.examining.preset(terms.preset) or words.CUSTOM)
        minutes = -(-terms.allowed // _MINUTE)
        self.talk.say(exam_place.RULES.format(title=title, questions=questions, minutes=minutes))
        if questions < asked.scored + asked.unscored:
            self.talk.say(words.CUT.format(questions=questions))
        if terms.unscored:
            self.talk.say(words.SCORED.format(scored=terms.scored, unscored=terms.unscored))
        lang = exam_place.LANGS[terms.lang.value]
        for name, value in (
            (exam_place.MODE, words.MODES[terms.mode]),
            (exam_place.LANGUAGE, lang),
        ):
            self.talk.say(own_words.STATE.format(name=name, places=value))
        self.talk.say(words.MODES_MEAN[terms.mode])
        if terms.has_extra:
            self.talk.say(own_words.STATE.format(name=exam_place.EXTRA, places=exam_place.EXTRA_ON))
        weights = ", ".join(f"{skill.code}: {skill.weight}%" for skill in study.cover.skills)
        self.talk.say(words.WEIGHTS_OURS, exam_place.WEIGHTS.format(weights=weights))
        self._tell_how(terms)

    def _tell_how(self, terms: Terms) -> None:
        self.talk.say(*own_words.HOW_TO)
        if terms.mode == "relaxed":
            self.talk.say(*own_words.HOW_TO_RELAXED)

    def tell_running(self) -> None:
        """Say that an exam runs, and how it was begun; nothing when its time is up by now."""
        running = self.examining.running
        now = None if running is None else running.charged(self.examining.now)
        if now is None or now.is_up:
            return
        terms = now.sheet.terms
        mode, lang = words.MODES[terms.mode], exam_place.LANGS[terms.lang.value]
        self.talk.say(running_said(now))
        self.talk.say(own_words.AS_BEGUN.format(mode=mode, lang=lang))

    # --- while it runs

    def tell_question(self) -> None:
        """Say what is asked, how much time is left, and what was answered."""
        attempt = self.attempt
        self.talk.pause()
        self.talk.say(
            own_words.ABOUT.format(
                at=attempt.place + 1,
                all=len(attempt.cells),
                type=quiz.TYPES[attempt.placed.question.type],
                left=exam_result.clock(self.sitting.remaining),
            )
        )
        if attempt.cell.is_flagged:
            self.talk.say(own_words.FLAGGED)
        self.read_question(attempt.sheet.terms.lang)
        if attempt.draft.struck:
            self.talk.say(own_words.STRUCK.format(answers=self._letters(attempt.draft.struck)))
        if attempt.draft.chosen:
            self._tell_answer()

    def read_question(self, lang: Lang) -> None:
        """Say the question and its answers in a language."""
        self.talk.lines(question_lines(self.attempt.draft.shown, lang, self.talk.room))

    def _tell_answer(self) -> None:
        felt = self.attempt.draft.confidence
        if felt is None:
            self.talk.say(own_words.GIVEN.format(answer=self._answer_letters))
        else:
            named = quiz.CONFIDENCES[felt]
            answer = self._answer_letters
            self.talk.say(own_words.GIVEN_SURE.format(answer=answer, felt=named))

    def tell_kept(self) -> None:
        """Say which answer is kept now."""
        self.talk.say(own_words.KEPT.format(answer=self._answer_letters))

    def tell_struck(self, option: str, *, was_chosen: bool) -> None:
        """Say whether an answer is struck out or back, and that one that was given is none now."""
        draft = self.attempt.draft
        told = own_words.STRUCK if option in draft.struck else own_words.BROUGHT_BACK
        self.talk.say(told.format(answers=draft.shown.letter(option)))
        if was_chosen:
            self.talk.say(own_words.TAKEN_BACK)

    def tell_glosses(self) -> None:
        """Say how often the other language was looked at."""
        count = sum(cell.glosses for cell in self.attempt.cells)
        self.talk.say(own_words.GLOSSES.format(count=count))

    @property
    def _answer_letters(self) -> str:
        return self._letters(self.attempt.draft.chosen)

    def _letters(self, options: Iterable[str]) -> str:
        shown = self.attempt.draft.shown
        return ", ".join(sorted(shown.letter(each) for each in options))

    def tell_help(self) -> None:
        """Say what can be typed."""
        self._tell_how(self.attempt.sheet.terms)

    def tell_time(self) -> None:
        """Say how much time is left."""
        left = exam_result.clock(self.sitting.remaining)
        self.talk.say(own_words.TIME_LEFT.format(left=left))

    def warn(self) -> None:
        """Say once that time gets short, each time it does."""
        warning = self.attempt.charged(self.examining.now).warning
        if warning is not None and warning != self._warned:
            self.talk.say(words.WARNINGS[warning])
        self._warned = warning

    def tell_paused(self) -> None:
        """Say that the clock stands still, and where."""
        self.talk.pause()
        self.talk.say(exam_place.PAUSED)
        self.tell_time()

    def tell_grid(self) -> None:
        """Say which questions stand how."""
        attempt = self.attempt
        for state, name in words.STATES.items():
            self._tell_places(
                name, (at for at, cell in enumerate(attempt.cells) if cell.state == state)
            )
        self._tell_places(own_words.FLAGS, attempt.flagged)
        self.tell_time()

    def tell_open(self) -> None:
        """Say what is not answered, and how much time is left."""
        blanks = self.attempt.blanks
        if blanks:
            self.talk.say(words.BLANKS.format(count=len(blanks)))
            self.tell_grid()
        else:
            self.talk.say(words.NO_BLANKS)
            self._tell_places(own_words.FLAGS, self.attempt.flagged)
            self.tell_time()
        self.talk.say(exam_place.SUBMIT_ASKED)

    def _tell_places(self, name: Text, places: Iterable[int]) -> None:
        if numbers := ", ".join(str(place + 1) for place in places):
            self.talk.say(own_words.STATE.format(name=name, places=numbers))

    def tell_leaving(self) -> None:
        """Say what the clock does meanwhile, and how to come back."""
        is_strict = self.attempt.sheet.terms.mode == "strict"
        self.talk.say(own_words.LEFT_STRICT if is_strict else own_words.LEFT_RELAXED)
        if is_strict:
            self.tell_time()
        self.talk.say(own_words.COME_BACK)


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))
