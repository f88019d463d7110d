"""Reading what was written for one calculation, and keeping account of where each value is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from studyapp.core.figures import Figure, ModelPrice, PriceFactor, ProvisionedPrice
from studyapp.study.calculating.inputs import (
    FIRST,
    Input,
    InputError,
    Meaning,
    figures_of,
    nearest,
    read,
    show,
)
from studyapp.study.calculating.results import Given
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.figures import FiguresFile
    from studyapp.core.text import Text
    from studyapp.study.calculating.results import Origin

F = TypeVar("F", bound=Figure)


class Reading:
    """What was written for a calculation; asking for a value accounts for it as given."""

    def __init__(
        self, inputs: Iterable[Input], written: Mapping[str, str], figures: FiguresFile
    ) -> None:
        self.figures = figures
        self._inputs = {each.id: each for each in inputs}
        self._given: dict[str, Given] = {}
        self._used: dict[str, Figure] = {}
        for name in written:
            if name not in self._inputs:
                near = nearest(name, self._inputs)
                known = ", ".join(self._inputs)
                raise InputError(words.NO_INPUT.format(name=name, nearest=near, known=known))
        self._stated = {
            name: read(self._inputs[name], said, figures) for name, said in written.items()
        }

    def number(self, name: str) -> float:
        """The number given or taken by default; raises InputError when there is neither."""
        found = self.number_if_known(name)
        if found is None:
            raise InputError(words.NEEDED.format(id=name, means=self._inputs[name].means))
        return found

    def number_if_known(self, name: str) -> float | None:
        """The number given or taken by default, if there is one."""
        found = self._find(name)
        return found if isinstance(found, float) else None

    def number_or(self, name: str, figure: float | None) -> float:
        """The number stated, else what a figure says, else the number taken by default."""
        if self.is_stated(name) or figure is None:
            return self.number(name)
        self.take(name, figure, "figure")
        return figure

    def choice(self, name: str) -> str:
        """The value given or taken by default."""
        found = self._find(name)
        return found if isinstance(found, str) else ""

    def figure(self, name: str, kind: type[F]) -> F | None:
        """The figure given or taken by default, if there is one."""
        found = self._find(name)
        if not isinstance(found, kind):
            return None
        self.use(found)
        return found

    def is_stated(self, name: str) -> bool:
        """Whether the learner wrote something for an input."""
        return name in self._stated

    def take(self, name: str, meaning: Meaning, origin: Origin) -> None:
        """Account for a value that follows from something else."""
        asked = self._inputs[name]
        if isinstance(meaning, Figure):
            self.use(meaning)
        self._given[name] = Given(asked, show(asked, meaning), origin)

    def use(self, *figures: Figure) -> None:
        """Account for figures counted with."""
        self._used.update({figure.id: figure for figure in figures})

    @property
    def given(self) -> tuple[Given, ...]:
        """Every value asked for so far, in the order of the inputs."""
        return tuple(self._given[name] for name in self._inputs if name in self._given)

    @property
    def used(self) -> tuple[Figure, ...]:
        """Every figure counted with so far."""
        return tuple(self._used.values())

    def remarks(self) -> tuple[Text, ...]:
        """What the learner should know of what was counted with, and what was not."""
        found = []
        idle = [f"`{name}`" for name in self._stated if name not in self._given]
        if idle:
            found.append(words.NOT_COUNTED.format(names=", ".join(idle)))
        priced = [each for each in self.used if isinstance(each, ModelPrice | ProvisionedPrice)]
        if any(isinstance(each, PriceFactor) for each in self.used) or priced:
            found.append(words.EXAMPLE_PRICE)
        if any(each.legacy and each.remark is None for each in priced):
            found.append(words.LEGACY)
        told = {each.remark: each for each in reversed(self.used) if each.remark is not None}
        found += [
            words.REMARK.format(name=each.name, remark=remark)
            for remark, each in reversed(told.items())
        ]
        return tuple(found)

    def _find(self, name: str) -> Meaning | None:
        asked = self._inputs[name]
        if name in self._stated:
            self.take(name, self._stated[name], "stated")
            return self._stated[name]
        if asked.default == FIRST:
            found: Meaning | None = next(iter(figures_of(asked, self.figures)), None)
        else:
            found = None if asked.default is None else read(asked, asked.default, self.figures)
        if found is not None:
            self.take(name, found, "default")
        return found
