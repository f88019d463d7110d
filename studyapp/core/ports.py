"""What the core asks of the world: protocols that the outer rooms fulfil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from studyapp.core.errors import StudyError
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from studyapp.core.advising.decision import Decision, Scenario
    from studyapp.core.cards.form import Card
    from studyapp.core.exams.clock import Stamp
    from studyapp.core.figures import FiguresFile
    from studyapp.core.glossary import Term
    from studyapp.core.history.events import Act, Event
    from studyapp.core.notes import Section
    from studyapp.core.pack import Cover, Source
    from studyapp.core.questions.form import Case, Misconception, Question
    from studyapp.core.questions.variants.fragments import Fragment


class OutlineEntry(NamedTuple):
    """One line of the table of contents."""

    id: str
    skill: str
    kind: str
    """As of the section: page, pair or sheet."""
    title: Text


def group_of(kind: str, skill: str) -> str:
    """The group of a section in the outline: its skill, or its kind where it is no page."""
    return skill if kind == "page" else f"kind:{kind}"


class Hit(NamedTuple):
    """A place where words were found."""

    section: str
    """The section it is in; empty when it is a term of the glossary."""
    block: str
    title: Text
    """Of the section, or the term."""
    lang: Lang
    """The language in which the words stand."""
    context: str
    """The words around what was found."""
    marks: tuple[tuple[int, int], ...]
    """Start and end in `context` of what was found."""


class Bookmark(NamedTuple):
    """A place in the notes: a block and where on the screen its top stood."""

    section: str
    block: str
    row: int
    """Rows below the top of the text; negative when the block began above it."""


class Bookmarks(Protocol):
    """Where the learner stopped reading, per pack."""

    def find(self, pack_id: str) -> Bookmark | None:
        """Where reading of this pack stopped, if it is known."""

    def put(self, pack_id: str, bookmark: Bookmark) -> None:
        """Remember where reading stopped; raises OSError."""


class PackReader(Protocol):
    """A checked pack, read piece by piece."""

    @property
    def cover(self) -> Cover:
        """The pack's identity, exam and skills."""

    @property
    def digest(self) -> str:
        """Changes with every byte of the pack."""

    @property
    def counts(self) -> dict[str, int]:
        """Sections by the group they are in; see `group_of`."""

    @property
    def dropped(self) -> tuple[str, ...]:
        """``file:line`` and message of each part that is left out because it is broken."""

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Every section in reading order."""

    def section(self, section_id: str) -> Section:
        """One section; raises ContentError when there is none."""

    def holder(self, ref: str) -> str | None:
        """The section that is or holds this id, if any."""

    def related(self, section_id: str) -> tuple[OutlineEntry, ...]:
        """The sections that this one refers to, then those that refer to it."""

    def terms(self) -> tuple[Term, ...]:
        """The glossary, in the order of the English terms."""

    def decisions(self) -> dict[str, Text]:
        """The titles of the decisions that the advisor answers, by id."""

    def decision(self, decision_id: str) -> Decision:
        """One decision with its rules; raises ContentError when there is none."""

    def scenarios(self, decision_id: str) -> tuple[Scenario, ...]:
        """The worked scenarios of a decision."""

    def cards(self) -> tuple[Card, ...]:
        """Every flashcard, as written."""

    def questions(self) -> tuple[Question, ...]:
        """Every question of the bank, as written."""

    def cases(self) -> dict[str, Case]:
        """The scenarios that several questions share, by id."""

    def misconceptions(self) -> dict[str, Misconception]:
        """The wrong beliefs behind wrong answers, by id."""

    def fragments(self) -> tuple[Fragment, ...]:
        """What variants of questions are made of."""

    def figures(self) -> FiguresFile:
        """The dated figures that calculators start from."""

    def search(self, asked: str, limit: int) -> tuple[Hit, ...]:
        """The places that hold every word asked for, with or without marks, the best first."""

    def sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources with these ids, in the order asked for."""


class Clock(Protocol):
    """What time it is."""

    def now(self) -> datetime:
        """The present moment, in UTC."""

    def stamp(self) -> Stamp:
        """What all clocks of the computer say, so that no change of one of them deceives."""


class Notice(NamedTuple):
    """Something the learner should know about the history, before it is put into words."""

    code: str
    """As in `words.history.NOTICES`."""
    values: Mapping[str, int | str]


class StoreState(NamedTuple):
    """Whether the history can be added to."""

    kind: Literal["writable", "read-only", "newer"]
    """``newer``: a newer version of the program wrote it; it can only be read."""
    why: Notice | None = None


class StoreError(StudyError):
    """The history cannot be read or added to at present; `why` says it in words to come."""

    def __init__(self, why: Notice) -> None:
        super().__init__(why.code)
        self.why = why


class NotSavedError(StoreError):
    """An act is not on the disk; a writable store goes on trying until it is closed."""


class TakenOverError(StoreError):
    """Another window has claimed what an act needs; nothing of it was kept."""


class Claim(NamedTuple):
    """The right of one window to something that only one may do, such as to sit an exam."""

    name: str
    """Of what is claimed."""
    epoch: int
    """A claim with a higher one ends this."""
    note: Mapping[str, Any]
    """What the holder left last; a damaged history may lose it."""


class EventStore(Protocol):
    """The history: what happened, kept for good."""

    @property
    def state(self) -> StoreState:
        """Whether acts can be kept."""

    @property
    def device(self) -> str:
        """The id of this computer, under which acts are kept; empty where none can be."""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was found and done, the oldest first."""

    @property
    def trouble(self) -> Notice | None:
        """Why what waits cannot be saved at present; None when nothing is wrong."""

    @property
    def position(self) -> int:
        """Where the latest arrival stands; `events` after it are those that arrive later."""

    def submit(self, acts: Sequence[Act], claim: Claim | None = None) -> Future[tuple[Event, ...]]:
        """Keep acts, all or none; the result is there when they are safe on the disk.

        With a claim they are kept, and its note with them, only as long as nobody else has claimed
        the same: else the result is a TakenOverError. Without acts the note alone is kept.
        Raises NotSavedError where nothing can be kept, and ValueError for what no event can hold.
        """

    def claim(self, name: str) -> Future[Claim]:
        """Claim something for this window; the result has the note that was left last.

        Raises NotSavedError where nothing can be kept.
        """

    def claimed(self, name: str) -> Claim | None:
        """The latest claim of something, of whichever window; raises StoreError."""

    def append(self, acts: Sequence[Act]) -> tuple[Event, ...]:
        """Keep acts, and wait until they are safe.

        Raises NotSavedError after five seconds, though the store goes on trying; ValueError.
        """

    def events(self, after: int = 0) -> Iterator[Event]:
        """What arrived after a position, by order, then id; raises StoreError."""

    def changes(self) -> bool:
        """Whether something else has written since this was last asked: a window, a merge."""

    def close(self) -> int:
        """Save what waits and let go; returns how many acts could not be saved."""
