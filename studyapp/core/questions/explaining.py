"""Why each answer of a question is right or wrong, and what would make a wrong one right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.advising.advice import Advice, Reason, Standing
    from studyapp.core.advising.decision import Layer, Option, Rule
    from studyapp.core.questions.form import Choice, Misconception, Question
    from studyapp.core.questions.grading import Grade, Outcome
    from studyapp.core.questions.judging import Fall, Judged
    from studyapp.core.questions.ways import Way, Ways
    from studyapp.core.text import Text


class LeftOut(NamedTuple):
    """An option that stands above the key and is not among the answers."""

    option: Option | None
    """None when the decision does not have it."""
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One option, entry or match after the answer."""

    id: str
    text: Text
    """Of a match: its answer."""
    why: Text
    outcome: Outcome
    is_key: bool = True
    """False for a wrong option."""
    misconception: Misconception | None = None
    """Of a wrong option: what somebody believes who picks it, and what is true."""
    fall: Fall | None = None
    """Of a wrong option: in which way it falls; None when no rules can tell."""
    rule: Rule | None = None
    """The rule that it falls to; None when the closing words decide."""
    layer: Layer | None = None
    """Where it falls, when it proposes something in several layers."""
    reasons: tuple[Reason, ...] = ()
    """The rules that hold: those for a key, those against a wrong one; the heaviest first."""
    failing: tuple[Standing, ...] = ()
    """Of a wrong option: how that stands of what it proposes which is not the answer."""


class Explanation:
    """What is said after an answer.

    `ways` takes some milliseconds when it is first asked for any option, unless they were sought
    before; `pairs` takes up to half a second for each option. All else is quick.
    """

    def __init__(
        self,
        question: Question,
        grade: Grade,
        ways: Ways | None,
        misconceptions: Mapping[str, Misconception],
    ) -> None:
        """Explain an answer; without ways, of no decision, what only rules can tell is left out."""
        self.question = question
        self.grade = grade
        self.judged: Judged | None = None if ways is None else ways.judged
        """The question as the advisor sees it; None when it is not about a decision."""
        self._ways = ways
        self._misconceptions = misconceptions

    @property
    def advice(self) -> Advice | None:
        """What the advisor says of the facts; None when it is not about a decision."""
        return None if self.judged is None else self.judged.advice

    @cached_property
    def options(self) -> tuple[Explained, ...]:
        """Each option, entry or match, in the author's order."""
        match self.question:
            case ChoiceQuestion(options=options):
                return tuple(map(self._of_option, options))
            case OrderingQuestion(entries=entries):
                return tuple(self._plain(entry.id, entry.text, entry.why) for entry in entries)
            case MatchingQuestion(matches=matches):
                return tuple(self._plain(match.id, match.answer, match.why) for match in matches)

    def option(self, option_id: str) -> Explained:
        """What is said of one of them; raises KeyError for an id the question does not have."""
        return {each.id: each for each in self.options}[option_id]

    @property
    def takeaway(self) -> Text:
        """What to remember."""
        return self.question.takeaway

    @property
    def see(self) -> tuple[str, ...]:
        """The ids of the notes behind it."""
        return self.question.see

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The ids of the question's sources, then those of the rules that decide it."""
        fallen = (each.rule for each in self.options if each.rule)
        fired = (reason.rule for each in self.options if each.is_key for reason in each.reasons)
        of_rules = (source for rule in (*fired, *fallen) for source in rule.sources)
        return tuple(dict.fromkeys((*self.question.sources, *of_rules)))

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What would be better still than the key, and why it is not offered."""
        if not isinstance(self.question, ChoiceQuestion):
            return ()
        known = self.judged.advisor.options if self.judged else {}
        return tuple(LeftOut(known.get(each.option), each.why) for each in self.question.unoffered)

    def ways(self, option_id: str) -> tuple[Way, ...]:
        """The single changes of facts that would make a wrong option right, the surest first.

        None for a key, and for a question that is not about a decision.
        """
        option = self._written(option_id)
        return self._ways.singles(option) if self._ways and option else ()

    def pairs(self, option_id: str) -> tuple[Way, ...]:
        """Some pairs of changes that would; none where a single one does."""
        option = self._written(option_id)
        return self._ways.pairs(option) if self._ways and option else ()

    def _written(self, option_id: str) -> Choice | None:
        if not isinstance(self.question, ChoiceQuestion):
            return None
        return next((each for each in self.question.options if each.id == option_id), None)

    def _plain(self, id_: str, text: Text, why: Text) -> Explained:
        return Explained(id=id_, text=text, why=why, outcome=self.grade.outcomes[id_])

    def _of_option(self, option: Choice) -> Explained:
        found = Explained(
            id=option.id,
            text=option.text,
            why=option.why,
            outcome=self.grade.outcomes[option.id],
            is_key=option.key,
            misconception=self._misconceptions.get(option.misconception or ""),
        )
        if self.judged is None:
            return found
        return replace(
            found,
            fall=self.judged.fall(option),
            rule=self.judged.rule(option),
            layer=self.judged.layer(option),
            reasons=self.judged.reasons(option),
            failing=self.judged.failing(option),
        )
