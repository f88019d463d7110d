"""What is said in a sitting of questions in lines: the question, the time, the explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.cli.quiz_text import (
    explanation_lines,
    grounds_lines,
    option_lines,
    question_lines,
    summary_said,
)
from studyapp.typeset.explained import Told
from studyapp.typeset.questioning import Look
from studyapp.words import quiz as words
from studyapp.words import quiz_plain as own_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.cli.plain import Conversation
    from studyapp.core.questions.shown import Shown
    from studyapp.core.text import Lang, Text
    from studyapp.study.practising import Practice


class QuizTelling:
    """A sitting as it stands, and the conversation in which it is told."""

    def __init__(self, talk: Conversation, practice: Practice) -> None:
        self.talk = talk
        self.practice = practice

    @property
    def langs(self) -> tuple[Lang, Lang]:
        """Of the question and of what is said of it."""
        return self.practice.languages(self.talk.lang)

    def tell_question(self) -> None:
        """Say what is asked now; nothing at the end."""
        if (shown := self.practice.shown) is not None:
            self.talk.pause()
            self.talk.say(*self._about(shown))
            self.tell_time()
            self.read_question(shown, self.langs[0])

    def read_question(self, shown: Shown, lang: Lang) -> None:
        """Say a question and its answers in a language."""
        self.talk.lines(question_lines(shown, lang, self.talk.room))

    def tell_time(self) -> None:
        """Say how much time is left, if there is a clock."""
        left = self.practice.seconds_left
        if left is None:
            return
        is_set = self.practice.timing.kind == "set"
        if left >= 0:
            said = words.SET_LEFT if is_set else words.PACE_LEFT
        else:
            said = words.SET_OVER if is_set else words.PACE_OVER
        minutes, seconds = divmod(int(abs(left)), 60)
        self.talk.say(said.format(time=f"{minutes}:{seconds:02}"))

    def tell_help(self) -> None:
        """Say how to answer or go on, and what else can be typed."""
        if self.practice.given is None:
            self.talk.say(own_words.FORMS[self.practice.draft.shown.question.type], *own_words.HELP)
        else:
            self.talk.say(*own_words.HELP_AFTER)

    def explain(self, *, is_peeked: bool = False) -> None:
        """Say what there is to say of the answer; peeked at, in the other language."""
        self.talk.pause()
        self.talk.lines(explanation_lines(self._told(is_peeked=is_peeked), self.talk.room))

    def tell_more(self, option_id: str) -> None:
        """Say everything of one answer."""
        told = self._told(frozenset((option_id,)))
        self.talk.lines(option_lines(told, option_id, self.talk.room))

    def tell_grounds(self) -> None:
        """Say what the question and its reasons rest on."""
        told = self._told()
        notes = self.talk.study.notes_behind(told.explanation.see)
        self.talk.lines(grounds_lines(told, notes, self.talk.room))

    def sum_up(self) -> None:
        """Say what the sitting came to."""
        self.talk.pause()
        self.talk.say(*summary_said(self.talk.study, self.practice.summary()))

    def _about(self, shown: Shown) -> Iterable[Text]:
        sitting, question = self.practice.sitting, shown.question
        about = own_words.ABOUT_ENDLESS if self.practice.is_endless else own_words.ABOUT
        yield about.format(
            at=sitting.position,
            all=sitting.length,
            skill=self.talk.study.skill(question.skill).code,
            type=words.TYPES[question.type],
            difficulty=words.DIFFICULTIES[question.difficulty],
        )
        if sitting.is_return:
            yield own_words.SECOND_TRY
        if self.practice.standing.is_flagged:
            yield own_words.FLAGGED

    def _told(self, opened: frozenset[str] = frozenset(), *, is_peeked: bool = False) -> Told:
        given, explanation = self.practice.given, self.practice.explanation
        if given is None or explanation is None:
            raise LookupError("nothing is answered")
        look, lang = self.langs
        return Told(
            draft=self.practice.draft,
            confidence=given.confidence,
            explanation=explanation,
            look=Look(look.other if is_peeked else look),
            lang=lang.other if is_peeked else lang,
            sources=self.talk.study.sources(explanation.sources),
            opened=opened,
            sought=opened,
        )
