"""The calculators: numbers on one side, what follows from them at once on the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from textual import getters, on
from textual.containers import Container, Vertical
from textual.message import Message

from studyapp.study.calculating.stepping import said, step
from studyapp.study.calculations import CALCULATORS, InputError, Result, calculate
from studyapp.typeset.ink import ink
from studyapp.typeset.wrap import hang, wrap
from studyapp.ui.answers import answer_lines
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import CALCULATORS as KEYS
from studyapp.ui.screens.base import Place
from studyapp.ui.screens.value import ValueDialog
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.sheet import Sheet
from studyapp.words import calculator_screen as screen_words
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.core.text import Lang, Text
    from studyapp.study.calculations import Calculator, Input
    from studyapp.typeset.wrap import Lines as Typeset
    from studyapp.ui.calculations import Calculations

_NOTHING: Final = "–"


class InputMenu(Menu):
    """The inputs of a calculator; tells when the cursor comes to another."""

    @dataclass
    class Moved(Message):
        """The cursor is on another row."""

    def _move(self, at: int) -> None:
        super()._move(at)
        self.post_message(self.Moved())


class CalculatorsScreen(Place):
    """One panel for each calculator; what is written stays while the program runs."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    menu = getters.query_one("#inputs", InputMenu)
    hint = getters.query_one("#hint", Sheet)
    answer = getters.query_one("#answer", Sheet)

    def __init__(self, calculations: Calculations) -> None:
        super().__init__()
        self._calculations = calculations
        self._answered: Result | InputError = InputError(words.CALCULATORS)

    @property
    def calculator(self) -> Calculator:
        """The one that is shown."""
        return CALCULATORS[self._calculations.shown]

    @property
    def stated(self) -> dict[str, str]:
        """What is written for it, by input."""
        return self._calculations.stated

    def compose_place(self) -> ComposeResult:
        """Inputs and what the one in focus means, beside or above the answer."""
        with Container(id="calculator"):
            with Vertical(id="asked"):
                yield InputMenu(id="inputs", numbered=True)
                hint = Sheet(id="hint")
                hint.can_focus = False
                yield hint
            yield Sheet(id="answer")

    def on_mount(self) -> None:
        """Show the calculator that was asked for."""
        self.open()
        self.menu.focus()

    def open(self) -> None:
        """Show the calculator that is chosen, from the beginning of its answer."""
        at = list(CALCULATORS).index(self.calculator.id) + 1
        position = screen_words.PLACE.format(at=at, all=len(CALCULATORS))
        self.query_one(TitleBar).show(self.calculator.name, position)
        self.answer.action_first()
        self._show()

    def speak(self) -> None:
        """Say everything anew; the room for the inputs follows their words."""
        super().speak()
        self.menu.refresh(layout=True)

    def go_back(self) -> None:
        """Return to where the calculators were opened."""
        self.dismiss()

    def action_next_calculator(self, by: Literal[-1, 1]) -> None:
        """Show another calculator, round and round."""
        names = list(CALCULATORS)
        at = (names.index(self.calculator.id) + by) % len(names)
        self._calculations.shown = names[at]
        self.open()

    def action_step(self, by: Literal[-1, 1]) -> None:
        """Take the next or previous offered value for the input under the cursor."""
        asked = self._asked
        now = self.stated.get(asked.id)
        self._take(step(asked, now, by, self.study_app.study.figures) or "")

    def action_answer_down(self) -> None:
        """Read on in the answer; from its end, begin again."""
        answer = self.answer
        if answer.top + answer.size.height >= answer.line_count:
            answer.action_first()
        else:
            answer.action_page_down()

    @on(Menu.Chosen)
    def _type(self, event: Menu.Chosen) -> None:
        event.stop()
        self.app.push_screen(ValueDialog(self._asked, self.stated.get(event.row, "")), self._take)

    @on(InputMenu.Moved)
    def _explain(self) -> None:
        self.hint.show(self._set_hint)

    @property
    def _asked(self) -> Input:
        """The input under the cursor."""
        return next(each for each in self.calculator.inputs if each.id == self.menu.chosen_id)

    def _take(self, written: str | None) -> None:
        """Count with what is written for the input under the cursor; nothing is the default."""
        if written is None or written == self.stated.get(self._asked.id, ""):
            return
        if written:
            self.stated[self._asked.id] = written
        else:
            del self.stated[self._asked.id]
        self._show()

    def _show(self) -> None:
        figures = self.study_app.study.figures
        try:
            self._answered = calculate(self.calculator.id, self.stated, figures)
        except InputError as refused:
            self._answered = refused
        with self.app.batch_update():
            rows = (self._row(at, each) for at, each in enumerate(self.calculator.inputs, 1))
            self.menu.show(tuple(rows), self.menu.chosen_id)
            self.menu.refresh(layout=True)
            self.hint.show(self._set_hint)
            self.answer.show(self._set_answer)

    def _row(self, at: int, asked: Input) -> Row:
        told = words.INPUT.format(name=asked.name, value=self._value(asked))
        role = "strong" if asked.id in self.stated else ""
        return Row(told, asked.id, str(at) if at <= 9 else "", role=role)

    def _value(self, asked: Input) -> Text | str:
        """What was counted with; where nothing could be, what is written."""
        if isinstance(self._answered, Result):
            given = {each.input.id: each.value for each in self._answered.given}
            return given.get(asked.id, _NOTHING)
        return said(asked, self.stated.get(asked.id), self.study_app.study.figures) or _NOTHING

    def _set_hint(self, lang: Lang, width: int, _height: int) -> Typeset:
        asked = self._asked
        lines = wrap(ink(asked.means[lang], "muted"), width)
        origin = self._origin(asked)
        if origin is not None:
            lines += wrap(ink(f"({origin[lang]})", "muted"), width)
        return lines

    def _origin(self, asked: Input) -> Text | None:
        if isinstance(self._answered, Result):
            for given in self._answered.given:
                if given.input.id == asked.id:
                    return words.ORIGINS[given.origin]
        return None

    def _set_answer(self, lang: Lang, width: int, height: int) -> Typeset:
        if isinstance(self._answered, InputError):
            return hang(ink(self._answered.said[lang]), width, ink("⚠ ", "notice.trap"))
        sources = self.study_app.study.sources(self._answered.sources)
        return answer_lines(self._answered, sources, lang, width, height)
