"""The result of an exam as a Markdown page in one language, or as a document for programs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from studyapp.core.text import Lang, Text
from studyapp.words import exam as words
from studyapp.words import exam_result as said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.exams.report import Marked, Report, Topic
    from studyapp.core.exams.scoring import Marks

# --- Markdown


def markdown(
    report: Report, title: Text, titles: Mapping[str, Text], remark: Text | None, lang: Lang
) -> str:
    """The whole result as a page: figures, then every question with its answer and its reasons.

    ``title`` names the exam; ``titles`` are those of skills and decisions, by id; ``remark`` is
    what the pack says of its exam.
    """
    terms = report.attempt.sheet.terms
    began = datetime.fromtimestamp(report.attempt.sheet.began.wall / 1000, UTC)
    lines = [
        f"# {title[lang]}",
        "",
        f"{began:%Y-%m-%d %H:%M} UTC · {words.MODES[terms.mode][lang]} · {terms.lang.value}",
        "",
        said.seed_said(report)[lang],
        *_section(said.RESULT, said.result_said(report), lang),
        *([] if remark is None else ["", f"> {remark[lang]}"]),
        *_section(said.SKILLS, _topics(report.skills, titles), lang),
        *_section(said.DECISIONS, _topics(report.decisions, titles), lang),
        *_section(said.PACE, said.pace_said(report), lang),
        *_section(said.WAYS, said.ways_said(report), lang),
        "",
        f"## {said.QUESTIONS[lang]}",
    ]
    for marked in report.in_review:
        lines += _question(marked, lang)
    return "\n".join(lines) + "\n"


def _section(title: Text, sentences: Iterable[Text], lang: Lang) -> Iterator[str]:
    told = [f"- {sentence[lang]}" for sentence in sentences]
    if told:
        yield from ("", f"## {title[lang]}", "", *told)


def _topics(topics: Iterable[Topic], titles: Mapping[str, Text]) -> Iterator[Text]:
    for topic in topics:
        name = titles.get(topic.id, Text.once(topic.id) if topic.id else said.NO_DECISION)
        yield said.OF_TOPIC.format(name=name, marks=said.marks_said(topic.marks))


def _question(marked: Marked, lang: Lang) -> Iterator[str]:
    question, shown = marked.question, marked.placed.shown
    verdict = said.BLANK_ONE if marked.is_blank else said.RIGHT if marked.is_right else said.WRONG
    told = [verdict[lang]]
    if not marked.placed.is_scored:
        told.append(said.UNSCORED[lang])
    yield from ("", f"### {marked.place + 1} · {' · '.join(told)}", "")
    yield from (question.stem[lang], "", question.asks[lang], "")
    options = {option.id: option for option in question.options}
    for line in shown.lines:
        option = options[line.id]
        picked = "x" if line.id in marked.cell.draft.chosen else " "
        key = " ✓" if option.key else ""
        yield f"- [{picked}] **{line.letter}**{key} {option.text[lang]} — {option.why[lang]}"
    yield from ("", f"**{said.TAKEAWAY[lang]}** {question.takeaway[lang]}")


# --- for programs


def document(report: Report) -> dict[str, Any]:
    """The whole result as JSON can say it; texts are ``{"en": …, "vi": …}``, shares 0 to 1.

    ::

        {attempt, pack, pack_digest, began, preset, mode, lang, seed, by,
         milliseconds: {allowed, used},
         score: MARKS, new: MARKS, seen: MARKS,      MARKS: {right, of, low, high, few}
         needed, verdict, scaled: {low, estimate, high} | null,
         skills: [MARKS + {id}], decisions: [MARKS + {id}],
         pace: {allowed, taken, left}, interruptions: [{at, away, counted, is_pause}],
         changes: {right-wrong, wrong-right, wrong-wrong},
         calibration: {guess, think, sure: {right, of}},
         gloss: {with_gloss, without: {right, of}},
         questions: [{place, key, rev, scored, new, right, chosen, correct, confidence, flagged,
                      glosses, milliseconds, changes, stem, asks, options: [{id, letter, text}]}]}

    ``began`` and ``at`` are milliseconds of UTC. Questions are in the order of the paper, ``place``
    counts from 1, and options are in the order in which they were shown.
    """
    attempt = report.attempt
    sheet, terms = attempt.sheet, attempt.sheet.terms
    return {
        "attempt": sheet.id,
        "pack": sheet.pack,
        "pack_digest": sheet.pack_digest,
        "began": sheet.began.wall,
        "preset": terms.preset or None,
        "mode": terms.mode,
        "lang": terms.lang.value,
        "seed": sheet.seed,
        "by": attempt.ended,
        "milliseconds": {"allowed": attempt.allowed, "used": attempt.used},
        "score": _marks(report.marks),
        "new": _marks(report.new),
        "seen": _marks(report.seen),
        "needed": report.needed,
        "verdict": report.verdict,
        "scaled": None if report.scaled is None else report.scaled._asdict(),
        "skills": [{"id": each.id, **_marks(each.marks)} for each in report.skills],
        "decisions": [{"id": each.id or None, **_marks(each.marks)} for each in report.decisions],
        "pace": {
            "allowed": report.pace.allowed,
            "taken": report.pace.taken,
            "left": report.pace.left,
        },
        "interruptions": [gap._asdict() for gap in attempt.gaps],
        "changes": {change: report.changes.get(change, 0) for change in said.CHANGES},
        "calibration": {felt: score._asdict() for felt, score in report.calibration.items()},
        "gloss": {name: score._asdict() for name, score in report.gloss._asdict().items()},
        "questions": [_asked(each) for each in report.questions],
    }


def _marks(marks: Marks) -> dict[str, Any]:
    low, high = marks.interval or (None, None)
    return {**marks.score._asdict(), "low": low, "high": high, "few": marks.is_few}


def _asked(marked: Marked) -> dict[str, Any]:
    cell, placed, question = marked.cell, marked.placed, marked.question
    return {
        "place": marked.place + 1,
        "key": marked.key,
        "rev": question.rev,
        "scored": placed.is_scored,
        "new": placed.is_new,
        "right": marked.is_right,
        "chosen": list(cell.draft.chosen),
        "correct": list(marked.grade.key),
        "confidence": cell.draft.confidence,
        "flagged": cell.is_flagged,
        "glosses": cell.glosses,
        "milliseconds": cell.spent,
        "changes": list(marked.changes),
        "stem": _both(question.stem),
        "asks": _both(question.asks),
        "options": [
            {"id": line.id, "letter": line.letter, "text": _both(line.text)}
            for line in placed.shown.lines
        ],
    }


def _both(text: Text) -> dict[str, str]:
    return {lang.value: text[lang] for lang in Lang}
