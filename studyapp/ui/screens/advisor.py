"""The advisor: what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studyapp.core.ports import Bookmark
from studyapp.study.leads import Lead
from studyapp.typeset.advice_page import advice_page, source_ids
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import ADVISOR
from studyapp.ui.screens.advisor_dialogs import CompareDialog, ScenariosDialog
from studyapp.ui.screens.advisor_facts import trait_of_row
from studyapp.ui.screens.advisor_sight import option_of_row
from studyapp.ui.screens.advisor_view import AdvisorView
from studyapp.ui.screens.links import LinksDialog
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType

    from studyapp.core.advising.decision import Scenario


class AdvisorScreen(AdvisorView):
    """The place."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(ADVISOR)

    def go_back(self) -> None:
        """From typing, from the values of a fact and from hidden facts; then to where one was."""
        if self.typing is not None:
            self.stop_typing()
        elif self.has_class("-answers") and self.has_class("-narrow"):
            self.action_other_pane()
        elif self.facts.has_focus and self.sight.opened is not None:
            self.show_values(None)
        else:
            self.app.switch_mode(self.study_app.advised_from)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys speak of an answer only, and some of a fact."""
        if action in {"mark", "note"}:
            return self.answers.has_focus
        if action == "unknown":
            return self.facts.has_focus
        if action == "decision":
            return len(self.study_app.study.decisions) > 1
        return True

    def action_other_pane(self) -> None:
        """Give the keys to the facts or to the answers; on a narrow screen one hides the other."""
        self.stop_typing()
        to_answers = self.facts.has_focus
        self.set_class(to_answers, "-answers")
        (self.answers if to_answers else self.facts).focus()

    def action_step(self, by: int) -> None:
        """Change the fact under the cursor; beside the answers, open a row or leave them."""
        if self.facts.has_focus:
            self._step_fact(by)
        elif by < 0:
            self.action_other_pane()
        elif not self.sight.unfolded.is_open(self.answers.chosen_id or ""):
            self.answers.action_choose()

    def _step_fact(self, by: int) -> None:
        row = self.facts.chosen_id or ""
        if row.startswith("trait:"):
            self.sight.talk.step(row.split(":")[1], by)
            self.show()
        elif by < 0:
            self.show_values(None)
        else:
            self.facts.action_choose()

    def action_unknown(self) -> None:
        """Say that the fact under the cursor is unknown."""
        if (trait := trait_of_row(self.facts.chosen_id)) is not None:
            self.sight.talk.state(trait, None)
            self.show_values(None) if self.sight.opened else self.show()

    def action_ask_next(self) -> None:
        """Open the fact worth asking next."""
        findings = self.sight.talk.findings
        findings.seek_question()
        if (trait := findings.question()) is None:
            self.study_app.tell(words.ASK_NOTHING)
            return
        self.stop_typing()
        self.open_fact(trait)

    def action_undo(self) -> None:
        """Take the last change of facts back."""
        if self.sight.talk.undo():
            self.show()
        else:
            self.study_app.tell(words.NOTHING_TO_UNDO)

    def action_reset(self) -> None:
        """Forget every fact."""
        self.sight.talk.reset()
        self.show()

    def action_scenarios(self) -> None:
        """Choose a worked scenario."""
        talk = self.sight.talk
        if talk.scenarios:
            self.app.push_screen(ScenariosDialog(talk.scenarios, talk.scenario), self._load)
        else:
            self.study_app.tell(words.NO_SCENARIOS)

    def _load(self, scenario: Scenario | None) -> None:
        if scenario is not None:
            self.sight.talk.load(scenario)
            self.sight.answer_row = "scenario"
            self.show_values(None)

    def action_mark(self) -> None:
        """Mark the option under the cursor for comparing, or no longer."""
        if (option := option_of_row(self.answers.chosen_id)) is None:
            return
        if self.sight.mark(option):
            self.show()
        else:
            self.study_app.tell(words.THREE_AT_MOST)

    def action_compare(self) -> None:
        """Compare the marked options, or the one under the cursor with its best rival."""
        options = self.sight.to_compare()
        if len(options) < 2:
            self.study_app.tell(words.NOTHING_TO_COMPARE)
        else:
            self.app.push_screen(CompareDialog(self.sight.talk, options), self._show_rule)

    def _show_rule(self, rule_id: str | None) -> None:
        for rule in self.sight.talk.decision.rules:
            if rule.id == rule_id:
                self._show_note(rule.see, rule.sources)

    def action_note(self) -> None:
        """Open the note behind the reason or the option under the cursor."""
        row, decision = self.answers.chosen_id or "", self.sight.talk.decision
        if row.startswith("reason:"):
            self._show_rule(row.split(":")[2])
            return
        option_id = option_of_row(row)
        see = next((option.see for option in decision.options if option.id == option_id), ())
        self._show_note(see, ())

    def _show_note(self, see: Iterable[str], sources: Iterable[str]) -> None:
        """Go to the note if there is one, or let the learner choose of several."""
        study = self.study_app.study
        notes = study.notes_behind(see)
        if not notes:
            self.study_app.tell(words.NO_NOTE)
        elif len(notes) == 1:
            self.study_app.read(Bookmark(notes[0].section, notes[0].ref, 1))
        else:
            found = study.sources(sources).values()
            leads = tuple(Lead(source.url, source.title, source) for source in found)
            self.app.push_screen(LinksDialog(notes, leads))

    def action_copy(self) -> None:
        """Copy the advice as text in the present language."""
        app, advice = self.study_app, self.sight.talk.advice
        sources = app.study.sources(source_ids(advice))
        app.copy_to_clipboard(advice_page(advice, sources, app.lang))
        app.tell(words.COPIED)

    def action_calculators(self) -> None:
        """Open the calculators."""
        self.study_app.calculate()

    def action_decision(self, by: int) -> None:
        """Go to the next decision, or the one before."""
        decisions = [*self.study_app.study.decisions]
        at = decisions.index(self.sight.talk.decision.id) + by
        self.open(decisions[at % len(decisions)])
