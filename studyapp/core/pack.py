"""What a pack holds: its cover, skills, sources, notes, decisions and figures.

Ids are minted by the author, never derived from wording, and unique in the whole pack.
Every text may use the inline Markdown that `studyapp.core.prose` reads, except diagrams.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from studyapp.core.glossary import Term
from studyapp.core.notes import Section
from studyapp.core.schema import STRICT, Between, Filled, HttpsUrl, Id
from studyapp.core.text import Text

if TYPE_CHECKING:
    from studyapp.core.advising.decision import Decision, Scenario
    from studyapp.core.cards.form import Card
    from studyapp.core.figures import FiguresFile
    from studyapp.core.questions.form import Case, Misconception, Question
    from studyapp.core.questions.variants.fragments import Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page that claims rest on, and when and how it was last checked."""

    __pydantic_config__ = STRICT

    id: Id
    url: HttpsUrl
    title: Text
    checked_at: date
    """The day the page was read for this pack, YYYY-MM-DD."""
    via: Literal["stored-copy", "live"]
    """Whether a stored copy of the page was read or the page itself."""
    unverified: bool = False
    """True when the address comes from the learner's notes and no copy of it could be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill of the exam guide that the pack teaches."""

    __pydantic_config__ = STRICT

    id: Id
    code: str
    """The guide's own number, such as ``2.2.1``."""
    title: Text
    summary: Text
    weight: Annotated[int, Between(1, 100)]
    """Share of practice in percent; ours, for AWS publishes none below the domain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A mock exam to choose: how many questions in how much time."""

    __pydantic_config__ = STRICT

    id: Id
    title: Text
    scored: Annotated[int, Between(1, 1000)]
    """Questions that count."""
    unscored: Annotated[int, Between(0, 1000)] = 0
    """Questions that do not count, in between and not marked."""
    minutes: Annotated[int, Between(1, 1000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """The exam a pack prepares for, as its guide describes it."""

    __pydantic_config__ = STRICT

    name: Text
    code: str
    scored: Annotated[int, Between(1, 1000)]
    """Questions that count."""
    unscored: Annotated[int, Between(0, 1000)]
    """Trial questions that do not count and are not marked."""
    minutes: Annotated[int, Between(1, 1000)]
    """Time allowed, in minutes."""
    scale: tuple[int, int]
    """Lowest and highest scaled score."""
    pass_mark: int
    """Scaled score needed to pass."""
    types: Annotated[tuple[Literal["choice", "response"], ...], Filled()] = ("choice", "response")
    """The types of question it asks; others are for practice only."""
    extra_minutes: Annotated[int, Between(0, 1000)] = 0
    """More time, on request, for those who are no native speakers; on the whole exam."""
    presets: tuple[Preset, ...] = ()
    """Mock exams to choose from. Questions are drawn by the weights of the skills."""
    sources: Annotated[tuple[Id, ...], Filled()]
    remark: Text | None = None
    """What the learner should know about these figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whose material the pack builds on, and under which licence."""

    __pydantic_config__ = STRICT

    name: Text
    url: HttpsUrl
    licence: str
    notice: Text
    """The notice the licence asks to keep, or what was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What ``pack.yaml`` says: the pack's identity, exam, skills and credits."""

    __pydantic_config__ = STRICT

    id: Id
    title: Text
    summary: Text
    skills: Annotated[tuple[Skill, ...], Filled()]
    exam: Exam | None = None
    credits: tuple[Credit, ...] = ()
    stale_after_days: Annotated[int, Between(1, 10_000)] = 365
    """`studyapp check` warns of a source that was checked longer ago than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesFile:
    """A file of the ``sources`` folder."""

    __pydantic_config__ = STRICT

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything a folder of YAML says, checked."""

    cover: Cover
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    terms: tuple[Term, ...] = ()
    decisions: tuple[Decision, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    cards: tuple[Card, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    cases: tuple[Case, ...] = ()
    questions: tuple[Question, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    figures: FiguresFile | None = None
    """What calculators can start from."""
