"""What the advisor shows: facts on the left, and on the right what follows from them, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import getters, on
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from studyapp.core.advising.facts import read_fact
from studyapp.core.errors import UsageError
from studyapp.ui.screens.advisor_ahead import look_ahead
from studyapp.ui.screens.advisor_dialogs import story_dialog
from studyapp.ui.screens.advisor_facts import OTHER, examples, fact_of_row, trait_of_row
from studyapp.ui.screens.advisor_sight import Sight, option_of_row
from studyapp.ui.screens.base import Place
from studyapp.ui.widgets.aside import Aside
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.pane import Pane
from studyapp.ui.widgets.search_input import SearchInput
from studyapp.words import POSITION
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer


_PAUSE: Final = 0.03
"""Seconds without another key, before what takes longer than a frame is looked for."""
_BREATH: Final = 0.001
"""Seconds between two things that are looked for, in which a key may come."""


class AdvisorView(Place):
    """Facts beside answers, and what choosing a row of them does."""

    facts = getters.query_one("#facts", Pane)
    answers = getters.query_one("#answers", Pane)
    about = getters.query_one("#about", Aside)
    typed = getters.query_one("#typed", SearchInput)

    def __init__(self) -> None:
        super().__init__()
        self._sights: dict[str, Sight] = {}
        self._decision = ""
        self.typing: str | None = None
        """The trait whose number is being typed."""
        self._idle: Timer | None = None
        self._ahead: Iterator[bool] = iter(())

    @property
    def sight(self) -> Sight:
        """The decision on the screen."""
        return self._sights[self._decision]

    def compose_place(self) -> ComposeResult:
        """Facts, with what is asked under them, beside answers."""
        with Horizontal(id="advisor"):
            with Vertical(id="known"):
                yield Pane(id="facts")
                yield Aside(id="about")
                yield SearchInput(id="typed")
            yield Pane(id="answers")

    def on_mount(self) -> None:
        """Open the decision asked for, or the first."""
        self.typed.display = False
        self.facts.focus()
        self._open_wanted()

    def on_screen_resume(self) -> None:
        """Open what was asked for elsewhere."""
        self._open_wanted()

    def on_resize(self, _event: events.Resize) -> None:
        """Say beside the facts what a window of this width leaves room for."""
        if self._decision:
            self.call_later(self._tell_about)

    def speak(self) -> None:
        """Say everything in the present language; what is half typed stays."""
        self._prompt()
        super().speak()

    # --- what is shown

    def _open_wanted(self) -> None:
        app = self.study_app
        wanted, app.wanted_decision = app.wanted_decision, None
        if wanted is not None or not self._decision:
            self.open(wanted or next(iter(app.study.decisions)))

    def open(self, decision_id: str) -> None:
        """Show a decision as it was left."""
        study = self.study_app.study
        if decision_id not in self._sights:
            talk = study.consult(decision_id)
            named = {name for rule in talk.decision.rules for name in rule.sources}
            self._sights[decision_id] = Sight(talk, study.sources(sorted(named)))
        self._decision = decision_id
        self.stop_typing()
        decisions = [*study.decisions]
        place = POSITION.format(at=decisions.index(decision_id) + 1, all=len(decisions))
        self.query_one(TitleBar).show(self.sight.talk.decision.title, place)
        self.show()

    def show(self) -> None:
        """Show the rows as they are now, with the cursors where they were left."""
        sight = self.sight
        with self.app.batch_update():
            self.facts.show(sight.fact_rows(), sight.fact_row)
            rows = sight.answer_rows()
            self.answers.show(rows, sight.answer_row)
            self._tell_about()
        self._wait()

    def _wait(self) -> None:
        """Look ahead once no key has come for a moment."""
        if self._idle is not None:
            self._idle.stop()
        self._ahead = look_ahead(self.sight, self.facts, self.answers)
        self._idle = self.set_timer(_PAUSE, self._look_ahead)

    def _look_ahead(self) -> None:
        """Do one thing, then let keys pass before another."""
        if (says_more := next(self._ahead, None)) is None:
            return
        if says_more:
            self.show()
        else:
            self._idle = self.set_timer(_BREATH, self._look_ahead)

    def _tell_about(self) -> None:
        sight = self.sight
        trait = trait_of_row(self.facts.chosen_id)
        said = [*sight.about(trait)] if trait else []
        if self.has_class("-narrow"):  # where the answers are hidden
            said.insert(0, (sight.in_short(), "heading"))
        self.about.tell(*said)

    @on(Pane.Moved)
    def _follow(self, event: Pane.Moved) -> None:
        row = event.pane.chosen_id
        if event.pane is self.facts:
            self.sight.fact_row = row
            self._tell_about()
            self._wait()
        else:
            self.sight.answer_row = row

    def open_fact(self, trait_id: str) -> None:
        """Give the keys to the facts, and open the values of one."""
        self.set_class(False, "-answers")
        self.facts.focus()
        self.show_values(trait_id)

    def show_values(self, trait_id: str | None) -> None:
        """Open the values of a trait, or close those that are open."""
        closed, self.sight.opened = self.sight.opened, trait_id
        if (shown := trait_id or closed) is not None:
            self.sight.fact_row = f"trait:{shown}"
        self.show()
        self.facts.reveal()

    # --- choosing

    @on(Pane.Chosen, "#facts")
    def _choose_fact(self, event: Pane.Chosen) -> None:
        talk, trait = self.sight.talk, event.row.split(":")[1]
        if event.row.startswith("trait:"):
            self.show_values(None if self.sight.opened == trait else trait)
        elif event.row.startswith(f"{OTHER}:"):
            self._start_typing(trait)
        else:
            talk.state(trait, fact_of_row(talk, event.row))
            self.show_values(None)

    @on(Pane.Chosen, "#answers")
    def _choose_answer(self, event: Pane.Chosen) -> None:
        sight, row = self.sight, event.row
        kind, option = row.partition(":")[0], option_of_row(row)
        sight.answer_row = row
        match kind:
            case "ask":
                self.open_fact(row.split(":")[1])
                return
            case "scenario":
                if (scenario := sight.talk.scenario) is not None:
                    self.study_app.open_dialog(story_dialog(scenario))
            case "flip" | "free":
                if (flip := sight.flip(row)) is not None:
                    sight.talk.apply(flip)
                    sight.fact_row = f"trait:{flip.changes[0].trait}"
            case "pairs" if option is not None:
                sight.talk.findings.seek_pairs(option)
                sight.open_option(option)
            case "option" if option is not None and sight.has_more(option):
                sight.open_option(option)
            case _:
                sight.unfolded.toggle(row)
        self.show()
        self.answers.reveal()

    # --- a number that is typed

    def _start_typing(self, trait_id: str) -> None:
        self.typing = trait_id
        self.typed.value = ""
        self.typed.display = True
        self._prompt()
        self.typed.focus()

    def stop_typing(self) -> None:
        """Go back from typing to the facts."""
        if self.typing is not None:
            self.typing = None
            self.facts.focus()
            self.typed.display = False

    @on(Input.Submitted, "#typed")
    def _take_number(self, event: Input.Submitted) -> None:
        if self.typing is None:
            return
        trait = self.sight.talk.traits[self.typing]
        try:
            number = read_fact(trait, event.value)
        except UsageError:
            said = words.NO_NUMBER.format(trait=trait.name, examples=examples(trait))
            self.study_app.tell(said, severity="warning")
            return
        self.sight.talk.state(trait.id, number)
        self.stop_typing()
        self.show_values(None)

    def _prompt(self) -> None:
        if self.typing is not None:
            trait = self.sight.talk.traits[self.typing]
            said = words.TYPE_NUMBER.format(trait=trait.name, examples=examples(trait))
            self.typed.placeholder = said[self.study_app.lang]
