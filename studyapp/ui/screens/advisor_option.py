"""What is inside an option of the advisor: its reasons, its rival, and what would make it win."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.text import Text
from studyapp.typeset.advising import reason_line, rival_lines
from studyapp.typeset.changes import flip_text
from studyapp.ui.widgets.entries import Entry
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from studyapp.core.advising.advice import Flip, Reason, Standing
    from studyapp.core.pack import Source
    from studyapp.study.advice import Consultation
    from studyapp.typeset.roles import Role

MOST_FLIPS: Final = 9
"""Changes that are shown: as many as there are digits."""


def inside(
    talk: Consultation,
    standing: Standing,
    is_open: Callable[[str], bool],
    sources: Mapping[str, Source],
    *,
    digits: bool,
    is_asked: bool,
) -> Iterator[Entry]:
    """Everything about one option; ``digits`` says whether they choose its changes.

    What would make it win is left out where that was not asked for.
    """
    option = standing.option
    yield Entry(option.means, depth=2, manner="emphasis")
    for reason in standing.reasons:
        row = f"reason:{option.id}:{reason.rule.id}"
        yield _reason_row(talk, reason, row)
        if is_open(row):
            yield from _sources(reason, sources)
    if is_asked and not talk.findings.wins(option.id):
        yield from _to_win(talk, option.id, digits=digits)


def flip_rows(
    talk: Consultation, flips: Sequence[Flip], row: str, *, digits: bool, depth: int
) -> Iterator[Entry]:
    """The first changes, numbered, and how many more there are."""
    for at, flip in enumerate(flips[:MOST_FLIPS]):
        digit = str(at + 1) if digits else ""
        said = flip_text(flip, talk.facts, talk.decision)
        sign = f"{digit or '•'} "
        yield Entry(said, f"{row}:{at}", digit, sign=sign, sign_role="notice.exam", depth=depth)
    if len(flips) > MOST_FLIPS:
        more = words.MORE_FLIPS.format(count=len(flips) - MOST_FLIPS)
        yield Entry(more, depth=depth + 1, manner="muted")


def _reason_row(talk: Consultation, reason: Reason, row: str) -> Entry:
    line = reason_line(reason, talk.decision)
    sign, said = line.text.en[: line.hang], line.text
    role: Role = "notice.trap" if reason.effect in {"rules-out", "against"} else "takeaway.label"
    return Entry(
        Text(said.en[line.hang :], said.vi[line.hang :]),
        row,
        sign=sign,
        sign_role="notice.exam" if reason.effect == "warns" else role,
        depth=2,
    )


def _sources(reason: Reason, sources: Mapping[str, Source]) -> Iterator[Entry]:
    for name in reason.rule.sources:
        if (source := sources.get(name)) is not None:
            date = source.checked_at.isoformat()
            said = words.SOURCE.format(title=source.title, date=date)
            yield Entry(said, sign="→ ", depth=3, manner="source")


def _to_win(talk: Consultation, option_id: str, *, digits: bool) -> Iterator[Entry]:
    """Who stands better, and the changes that would turn it round."""
    findings = talk.findings
    for line in rival_lines(findings.why_not(option_id)):
        if line.about:
            yield Entry(line.text, sign="< ", depth=2, manner="notice.info")
    name = next(option.name for option in talk.decision.options if option.id == option_id)
    yield Entry(words.FLIPS.format(option=name), depth=2, manner="strong")
    row = f"flip:{option_id}"
    if not findings.has_sought_flips:  # they follow in a moment, and sooner if one is chosen
        sign = "1 " if digits else "• "
        yield Entry(words.SEEKING, f"{row}:0", sign.strip("• "), sign=sign, depth=2)
    elif flips := findings.flips(option_id):
        yield from flip_rows(talk, flips, row, digits=digits, depth=2)
    elif findings.has_sought_pairs(option_id):
        yield Entry(words.NO_FLIP, depth=2, manner="muted")
    else:
        yield Entry(words.SEEK_PAIRS, f"pairs:{option_id}", sign="▸ ", depth=2)
