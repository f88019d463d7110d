"""`studyapp cards`: what there is to review, as text, or reviewed in lines."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from studyapp.cli.opening import Printer, opened
from studyapp.core.cards.drill import Slice
from studyapp.core.errors import UsageError
from studyapp.study.sessions import begin
from studyapp.typeset.ink import Inked, ink, read
from studyapp.typeset.wrap import hang
from studyapp.words import cards as card_words
from studyapp.words import keeping as words

if TYPE_CHECKING:
    from argparse import Namespace

    from studyapp.core.cards.deck import Item
    from studyapp.core.text import Lang
    from studyapp.study.study import Study
    from studyapp.typeset.wrap import Lines

_BLANK: Final = Inked("")


def cards(asked: Namespace) -> int:
    """Print the cards of the pack or of a skill, or review those of today; returns 0."""
    study, lang = opened(asked)
    skill = None if asked.skill is None else skill_named(study, asked.skill)
    if asked.plain:
        return _review(study, lang, skill)
    items = [item for item in study.learning.items if skill in (None, item.skill)]
    printer = Printer(plain=True)
    lines = [line for item in items for line in _card(item, lang, printer.room)]
    printer.lines([*lines, ink(words.CARD_COUNT.format(count=len(items))[lang])])
    return 0


def _review(study: Study, lang: Lang, skill: str | None) -> int:
    from studyapp.cli.cards_talk import CardsTalk
    from studyapp.cli.plain import Conversation, kept

    with kept(study, lang):
        talk = Conversation(study, lang)
        review = begin(study.learning, "today", Slice(skills=() if skill is None else (skill,)))
        if review.current is None:
            talk.say(card_words.ASKED_NOTHING)
        else:
            CardsTalk(talk, review).run()
    return 0


def _card(item: Item, lang: Lang, width: int) -> Lines:
    lines = hang(ink(item.key, "code"), width, _BLANK)
    for words_, indent in ((item.front[lang], "  "), (item.back[lang], "    ")):
        for line in words_.splitlines():
            lines += hang(read(line), width, ink(indent))
    return [*lines, _BLANK]


def skill_named(study: Study, name: str) -> str:
    """The id of the skill that a code or an id means; raises UsageError."""
    known = {name: skill.id for skill in study.cover.skills for name in (skill.code, skill.id)}
    if name not in known:
        codes = [skill.code for skill in study.cover.skills]
        near = get_close_matches(name, known, 3, 0.4) or codes
        raise UsageError(f"there is no skill `{name}`; nearest: {', '.join(near)}")
    return known[name]
