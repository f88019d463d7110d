"""The advisor's dialogs: worked scenarios, and options compared fact by fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on

from studyapp.core.advising.facts import show_fact
from studyapp.core.text import Text
from studyapp.typeset.advising import effect_sign
from studyapp.ui.screens.base import Dialog
from studyapp.ui.screens.help import TextDialog
from studyapp.ui.widgets.entries import Entry
from studyapp.ui.widgets.menu import Menu
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult

    from studyapp.core.advising.advice import Comparison, Mention
    from studyapp.core.advising.decision import Scenario
    from studyapp.study.advice import Consultation

_Said = list[tuple[str, "Mention"]]
"""Letters of options, and what a rule does to each."""
_BLANK: Final = Entry(Text.once(" "))
_LETTERS: Final = "ABC"


class ScenariosDialog(Dialog):
    """The worked scenarios of a decision; answers with the one that was chosen."""

    heading = words.SCENARIOS

    def __init__(self, scenarios: Sequence[Scenario], present: Scenario | None) -> None:
        super().__init__()
        self._scenarios = scenarios
        self._present = present

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="scenarios")

    def on_mount(self) -> None:
        """List titles and stories."""
        menu = self.query_one(Menu)
        menu.show(tuple(self._rows()), self._present.id if self._present else None)
        menu.focus()

    def _rows(self) -> Iterator[Entry]:
        yield Entry(words.SCENARIOS_HINT, manner="muted")
        for at, scenario in enumerate(self._scenarios, start=1):
            digit = str(at) if at <= 9 else ""
            mark = "●" if scenario is self._present else "·"
            yield Entry(
                scenario.title,
                scenario.id,
                digit,
                scenario.story,
                sign=f"{digit:>1} {mark} ",
                manner="strong",
            )

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        self.dismiss(next(each for each in self._scenarios if each.id == event.row))


class CompareDialog(Dialog):
    """What the rules say of some options; answers with the rule whose note is wanted."""

    heading = words.COMPARISON

    def __init__(self, talk: Consultation, options: tuple[str, ...]) -> None:
        super().__init__()
        self._talk = talk
        named = {option.id: option for option in talk.decision.options}
        self._options = tuple(named[name] for name in options)

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="comparison")

    def on_mount(self) -> None:
        """List what is said, trait by trait."""
        menu = self.query_one(Menu)
        menu.show(tuple(self._rows()))
        menu.focus()

    def _rows(self) -> Iterator[Entry]:
        for letter, option in zip(_LETTERS, self._options, strict=False):
            yield Entry(option.name, sign=f"{letter}  ", manner="strong", note=option.means)
        yield Entry(words.COMPARISON_HINT, manner="muted")
        told: set[str] = set()
        alike: set[str] = set()
        for row in self._talk.findings.compare(option.id for option in self._options):
            by_rule = {rule: said for rule, said in _by_rule(row).items() if rule not in told}
            told.update(by_rule)
            same = {rule for rule, said in by_rule.items() if self._is_alike(said)}
            alike |= same
            for rule in same:
                del by_rule[rule]
            if by_rule:
                yield from self._trait_rows(row, by_rule)
        if alike:
            yield _BLANK
            yield Entry(words.TREATED_ALIKE.format(count=len(alike)), manner="muted")

    def _is_alike(self, said: _Said) -> bool:
        """Whether a rule parts the options in no way, now or with other facts."""
        ways = {(mention.effect, mention.strength) for _, mention in said}
        return len(said) == len(self._options) and len(ways) == 1 and not said[0][1].holds

    def _trait_rows(self, row: Comparison, by_rule: Mapping[str, _Said]) -> Iterator[Entry]:
        """What rests on one trait; a rule that rests on several is told with the first."""
        trait, fact = self._talk.traits[row.trait], self._talk.fact(row.trait)
        yield _BLANK
        yield Entry(
            trait.name,
            manner="heading",
            value=words.UNKNOWN if fact is None else show_fact(trait, fact),
            value_role="muted" if fact is None else "strong",
        )
        for rule, said in by_rule.items():
            mention = said[0][1]
            signs = " ".join(f"{letter}{effect_sign(each)}" for letter, each in said)
            yield Entry(
                mention.rule.because,
                rule,
                sign=f"{'●' if mention.holds else '○'} {signs} ",
                sign_role="takeaway.label" if mention.holds else "muted",
                manner="strong" if mention.holds else "muted",
                tag=words.HOLDS if mention.holds else None,
            )

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        self.dismiss(event.row)


def _by_rule(row: Comparison) -> dict[str, _Said]:
    found: dict[str, _Said] = {}
    for letter, mentions in zip(_LETTERS, row.mentions, strict=False):
        for mention in mentions:
            found.setdefault(mention.rule.id, []).append((letter, mention))
    return found


def story_dialog(scenario: Scenario) -> TextDialog:
    """A scenario in full."""
    rows = (
        Entry(words.STORY, manner="heading"),
        Entry(scenario.story),
        _BLANK,
        Entry(words.BECAUSE, manner="heading"),
        Entry(scenario.because),
    )
    return TextDialog(scenario.title, rows)
