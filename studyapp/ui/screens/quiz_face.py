"""A question of a sitting as it is seen, typeset once however often it is shown."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from studyapp.core.questions.choosing import is_kept_back
from studyapp.core.text import Text
from studyapp.typeset.explained import Told
from studyapp.typeset.questioning import Look, Paper
from studyapp.ui.behind import Behind, behind
from studyapp.ui.question_face import Face, beside_lines, face_paper
from studyapp.words import cards as common
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.draft import Draft
    from studyapp.core.questions.explaining import Explanation
    from studyapp.core.text import Lang
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study
    from studyapp.typeset.wrap import Lines

_KEPT: Final = 24
"""Papers; a question and what may be said of it in both languages take twelve."""


@dataclass
class Seen:
    """How the question on the screen is seen; it goes with the question."""

    is_asking: bool = False
    """Whether it is being asked how sure the answer is."""
    was_picked: bool = False
    """Whether the key that asked this had picked the answer, too."""
    is_peeked: bool = False
    lifted: str | None = None
    """The entry that is being moved."""
    lang: Lang | None = None
    """The language in which it was first asked."""
    opened: frozenset[str] = frozenset()
    """The options of which everything is told."""
    sought: frozenset[str] = frozenset()
    """Those for which pairs of changes were looked for."""


class Faces:
    """The faces of questions, and the papers that were set of them last."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._kept: deque[tuple[tuple[object, ...], Paper]] = deque(maxlen=_KEPT)
        self._behind: tuple[Explanation, Behind] | None = None
        """What lies behind the last explanation."""

    def beside(self, face: Face, lang: Lang, width: int) -> Lines:
        """What stands beside the answers where there is room; see `beside_lines`."""
        return self._once((face, lang, width), lambda: Paper(beside_lines(face, lang, width))).lines

    def paper(self, face: Face, lang: Lang, width: int, height: int, *, is_wide: bool) -> Paper:
        """The answers or what is said of them; see `face_paper`."""
        set_ = partial(face_paper, face, lang, width, height, is_wide=is_wide)
        return self._once((face, lang, width, height, is_wide), set_)

    def face(
        self, practice: Practice, seen: Seen, lang: Lang, felt: Confidence | None = None
    ) -> Face:
        """A question as it stands, or as it will once it is submitted with a confidence."""
        confidence = felt if practice.given is None else practice.given.confidence
        told = None if confidence is None else self.told(practice, seen, lang, confidence)
        is_answered = told is not None
        return Face(
            draft=_seen_of(practice.draft),
            about=self._about(practice),
            look=Look(practice.languages(lang)[0], seen.is_peeked, is_answered=is_answered),
            told=told,
            lifted=seen.lifted,
        )

    def told(self, practice: Practice, seen: Seen, lang: Lang, confidence: Confidence) -> Told:
        """What is said of the answer, once it is submitted with a confidence."""
        asked, told = practice.languages(lang)
        explanation = practice.foreseen
        if self._behind is None or self._behind[0] is not explanation:
            self._behind = explanation, behind(self._study, explanation)
        sources, notes = self._behind[1]
        return Told(
            draft=_seen_of(practice.draft),
            confidence=confidence,
            explanation=explanation,
            look=Look(asked, seen.is_peeked, is_answered=True),
            lang=told,
            sources=sources,
            notes=notes,
            opened=seen.opened,
            sought=seen.sought,
        )

    def _about(self, practice: Practice) -> Text:
        """Where a question belongs, and how it stands."""
        question, standing = practice.draft.shown.question, practice.standing
        said = Text.once(self._study.skill(question.skill).code)
        for is_so, called in (
            (practice.sitting.is_return, words.SECOND_TRY),
            (is_kept_back(question), words.KEPT_BACK),
            (standing.is_flagged, common.MARKED),
            (standing.is_carded, words.IS_CARD),
        ):
            if is_so:
                said = common.PLACE.format(place=said, what=called)
        return said

    def _once(self, wanted: tuple[object, ...], set_: Callable[[], Paper]) -> Paper:
        for known, paper in self._kept:
            if known == wanted:
                return paper
        paper = set_()
        self._kept.append((wanted, paper))
        return paper


def _seen_of(draft: Draft) -> Draft:
    """A draft without what nobody sees: those that look alike shall be equal."""
    return replace(draft, confidence=None, has_peeked=False)
