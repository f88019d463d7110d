"""The flashcard that a question makes when the learner asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.cards.deck import Item
from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.shown import parts
from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.questions.form import Case, Question

_CARD: Final = "/card"
KIND: Final = "question"


def card_key(question_key: str) -> str:
    """The key of the card that a question makes."""
    return question_key + _CARD


def card_of(pack_id: str, question: Question, case: Case | None = None) -> Item:
    """The question as a card: what is asked in front, the key on its back, and why."""
    key = f"{pack_id}/{question.id}"
    back, entries, reason = _back(question)
    return Item(
        key=card_key(key),
        skill=question.skill,
        kind=KIND,
        front=_joined(part.text for part in parts(question, case)),
        back=back,
        group=key,
        entries=entries,
        reason=reason,
        see=question.see,
        sources=question.sources,
        tags=question.tags,
        pair=question.pair,
        aliases=tuple(card_key(f"{pack_id}/{alias}") for alias in question.aliases),
        rev=question.rev,
    )


def _back(question: Question) -> tuple[Text, tuple[Text, ...], Text]:
    """The key, its parts where it has several in no order, and the reason."""
    match question:
        case ChoiceQuestion(options=options):
            keys = tuple(option for option in options if option.key)
            said = tuple(option.text for option in keys)
            whys = _joined(option.why for option in keys)
            return _joined(said), said if len(said) > 1 else (), whys
        case OrderingQuestion(entries=entries):
            numbered = Text.once("{number}. {entry}")
            steps = (numbered.format(number=at, entry=e.text) for at, e in enumerate(entries, 1))
            return _joined(steps), (), question.takeaway
        case MatchingQuestion(matches=matches):
            pair = Text.once("{prompt} → {answer}")
            said = tuple(pair.format(prompt=each.prompt, answer=each.answer) for each in matches)
            return _joined(said), said, question.takeaway


def _joined(texts: Iterable[Text]) -> Text:
    listed = tuple(texts)
    return Text("\n".join(each.en for each in listed), "\n".join(each.vi for each in listed))
