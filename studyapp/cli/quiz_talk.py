"""A sitting of questions as a conversation in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.cli.quiz_telling import QuizTelling
from studyapp.cli.quiz_typing import is_complete, typed_answer, typed_confidence, typed_option
from studyapp.core.fold import fold
from studyapp.core.questions.form import MatchingQuestion
from studyapp.core.questions.grading import needed, pairs
from studyapp.core.questions.sitting import Timing
from studyapp.study.practising import Practice
from studyapp.words import cards as common
from studyapp.words import quiz as words
from studyapp.words import quiz_plain as own_words

if TYPE_CHECKING:
    from studyapp.cli.plain import Conversation
    from studyapp.cli.quiz_typing import Typed
    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.grading import Chosen

_QUIT: Final = "q"


class QuizTalk(QuizTelling):
    """Asks the questions of a sitting one after the other, and explains each answer."""

    def __init__(self, talk: Conversation, practice: Practice) -> None:
        super().__init__(talk, practice)
        self._skipped: list[Practice] = []
        """The sitting as it stood before each question that was skipped."""

    def run(self) -> None:
        """Ask until nothing is left, the learner stops or the input ends; then tell how it went."""
        self.talk.say(own_words.HOW_TO)
        self.tell_question()
        while self.practice.current is not None:
            if not (self._ask() if self.practice.given is None else self._ask_on()):
                break
        self.sum_up()

    def _ask(self) -> bool:
        """Ask for the answer, or do what is typed instead; returns whether to go on."""
        said = self.talk.ask(own_words.YOUR_ANSWER)
        match None if said is None else fold(said):
            case None | "q":
                return False
            case "":
                self.tell_question()
            case "?":
                self.tell_help()
            case "g":
                self._peek()
            case "f":
                self._flag()
            case "s":
                self._skip()
            case "u":
                self._undo()
            case typed:
                return self._answer(typed)
        return True

    def _ask_on(self) -> bool:
        """Wait until the explanation is read, or tell more of it; returns whether to go on."""
        said = self.talk.ask(own_words.NEXT)
        match None if said is None else fold(said):
            case None | "q":
                return False
            case "":
                self._next()
            case "?":
                self.tell_help()
            case "g":
                self.explain(is_peeked=True)
            case "n":
                self.tell_grounds()
            case "f":
                self._flag()
            case "k":
                self._card()
            case "u":
                self._undo()
            case typed:
                self._tell_more(typed)
        return True

    # --- the answer

    def _answer(self, said: str) -> bool:
        """Take an answer, ask how sure it is unless that was said too, and explain it."""
        typed = self._understood(said)
        while typed is not None:
            if typed.confidence is not None:
                self._submit(typed.chosen, typed.confidence)
                break
            said = self.talk.ask(own_words.HOW_SURE) or ""
            if fold(said) == _QUIT:
                return False
            felt = typed_confidence(said)
            typed = self._understood(said) if felt is None else typed._replace(confidence=felt)
        return True

    def _submit(self, chosen: Chosen, confidence: Confidence) -> None:
        self._draft(chosen)
        self.practice.feel(confidence)
        if self.talk.keep(self.practice.submit()):
            self.explain()
            self.tell_time()

    def _understood(self, said: str) -> Typed | None:
        """A whole answer; None, with the reason told, for anything else."""
        shown = self.practice.draft.shown
        typed, form = typed_answer(said, shown), own_words.FORMS[shown.question.type]
        if typed is None:
            self.talk.say(own_words.NOT_UNDERSTOOD.format(form=form))
            return None
        if not is_complete(typed, shown):
            count, wanted = len(typed.chosen), needed(shown.question)
            self.talk.say(own_words.COUNT.format(all=wanted, count=count, form=form))
            return None
        return typed

    def _draft(self, chosen: Chosen) -> None:
        """Let the answer in the making be this one, whatever it was before."""
        practice = self.practice
        if isinstance(practice.draft.shown.question, MatchingQuestion):
            for prompt, match in pairs(chosen).items():
                practice.match(prompt, match)
            return
        for line in (*practice.draft.chosen, *chosen):  # to pick what is picked takes it back
            practice.pick(line)

    # --- what else can be typed

    def _next(self) -> None:
        had_more = self.practice.sitting.length > self.practice.sitting.position
        self.practice.next()
        if self.practice.current is None and had_more:
            self.talk.say(own_words.TIME_UP)
        self.tell_question()

    def _peek(self) -> None:
        self.practice.peek()
        self.read_question(self.practice.draft.shown, self.langs[0].other)

    def _flag(self) -> None:
        if self.talk.keep(self.practice.flag()):
            is_flagged = self.practice.standing.is_flagged
            self.talk.say(own_words.FLAGGED if is_flagged else own_words.UNFLAGGED)

    def _card(self) -> None:
        if self.talk.keep(self.practice.card()):
            is_carded = self.practice.standing.is_carded
            self.talk.say(words.CARDED if is_carded else words.UNCARDED)

    def _tell_more(self, said: str) -> None:
        option = typed_option(said, self.practice.draft.shown)
        if option is None:
            self.talk.say(own_words.NO_MORE)
        else:
            self.tell_more(option)

    def _skip(self) -> None:
        """Go on without an answer; the question is not asked any more in this sitting."""
        before = self.practice
        left, timing = before.seconds_left, before.timing
        if timing.kind == "set":
            timing = Timing("set", left or 0)
        sitting = before.sitting.without(before.draft.shown.posed.key)
        self._skipped.append(before)
        self.practice = Practice(self.talk.study, sitting, timing)
        self.talk.say(own_words.SKIPPED)
        self.tell_question()

    def _undo(self) -> None:
        """Take back the last act, be it only to have skipped a question."""
        if not self.practice.can_undo and self._skipped:
            self.practice = self._skipped.pop()
            self.tell_question()
            return
        event = self.practice.last_event
        if event is None:
            self.talk.say(common.NOTHING_TO_UNDO)
        elif self.talk.keep(self.practice.undo()):
            self.talk.say(words.UNDONE.get(event.kind, common.UNDONE_OTHER))
            if self.practice.given is None:
                self.tell_question()
