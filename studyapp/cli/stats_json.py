"""What ``studyapp stats --json`` prints.

::

    {today, pack,
     best: {kind, what, why, cards, target},   kind: due | final | gaps | read | new | advise | rest
     plan: {exam, until, new_a_day, minutes_a_day, seconds_a_card,
            today: {due, final, new}, recall, skipping: {recall, tomorrow},
            forecast: [{day, due, final, new}]},
     skills: [{id, name, cards, seen, strong, recall, recall_until}],
     retention: {target, recalled: [{days, asked, known, share}]},
     streak: {days, gaps, longest},
     milliseconds: {today, week, month, all},
     reviews: [{day, reviews}],
     notes: {read, sections},
     quiz: {questions, unseen, missed, due, flagged, score, confident_mistakes, milliseconds,
            gloss: {with, without}, calibration: {guess, think, sure},
            skills: [{id, name, questions, tried, score}], decisions: the same, weakest first,
            misled: [{id, belief, truth, times, last}]},
     exams: [{attempt, began, preset, mode, lang, by, milliseconds: {allowed, used},
              score, new, blank}]}

Every text is ``{"en": …, "vi": …}``; recall, shares and the target are from 0 to 1. ``until`` is
the morning of the exam, or of the day after the last one that is looked at; ``recall_until`` and
the ``recall`` of the plan are what is expected that morning. ``skipping`` is what doing nothing
more today costs: recall lost by then, and cards more tomorrow. A score is ``{right, of, share}``,
and its share null where nothing was answered; ``gloss`` has those with and without a look at the
other language, ``calibration`` those by how sure the learner was. Exams are those that are over,
the earliest first; ``began`` is in milliseconds of UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.cli.documents import Document
    from studyapp.core.exams.log import Sat
    from studyapp.core.questions.accuracy import Score
    from studyapp.core.scheduling.plan import Plan
    from studyapp.study.outlook import Outlook
    from studyapp.study.quiz_outlook import QuizOutlook, Topic


def document(
    pack_id: str, outlook: Outlook, plan: Plan, quizzes: QuizOutlook, exams: Iterable[Sat]
) -> Document:
    """How the learner stands, and the days to come."""
    best = outlook.best
    return {
        "today": outlook.today,
        "pack": pack_id,
        "best": {
            "kind": best.kind,
            "what": best.what,
            "why": best.why,
            "cards": best.keys,
            "target": best.target or None,
        },
        "plan": _plan(outlook, plan),
        "skills": [
            {
                "id": skill.id or None,
                "name": skill.name,
                "cards": skill.mastery.items,
                "seen": skill.mastery.seen,
                "strong": skill.mastery.strong,
                "recall": skill.mastery.recall,
                "recall_until": plan.recall.get(skill.id, 0.0),
            }
            for skill in outlook.skills
        ],
        "retention": {
            "target": outlook.limits.retention,
            "recalled": [each._asdict() | {"share": each.share} for each in outlook.recalled],
        },
        "streak": outlook.streak._asdict(),
        "milliseconds": outlook.spent._asdict(),
        "reviews": [{"day": day, "reviews": count} for day, count in outlook.reviews.items()],
        "notes": {"read": outlook.read, "sections": outlook.sections},
        "quiz": _quiz(quizzes),
        "exams": [_exam(sat) for sat in exams],
    }


def _exam(sat: Sat) -> Document:
    started = sat.started
    return {
        "attempt": sat.id,
        "began": sat.at,
        "preset": started.preset or None,
        "mode": started.mode,
        "lang": started.lang,
        "by": sat.by,
        "milliseconds": {"allowed": started.allowed, "used": sat.used},
        "score": _score(sat.score),
        "new": _score(sat.new),
        "blank": sat.blank,
    }


def _quiz(quizzes: QuizOutlook) -> Document:
    return {
        **quizzes.counts._asdict(),
        "score": _score(quizzes.all),
        "confident_mistakes": quizzes.confident_mistakes,
        "milliseconds": quizzes.milliseconds,
        "gloss": {
            "with": _score(quizzes.gloss.with_gloss),
            "without": _score(quizzes.gloss.without),
        },
        "calibration": {name: _score(score) for name, score in quizzes.calibration.items()},
        "skills": _topics(quizzes.skills),
        "decisions": _topics(quizzes.decisions),
        "misled": [
            {
                "id": each.misconception.id,
                "belief": each.misconception.belief,
                "truth": each.misconception.truth,
                "times": each.times,
                "last": each.last,
            }
            for each in quizzes.misled
        ],
    }


def _topics(topics: Iterable[Topic]) -> list[Document]:
    return [topic._asdict() | {"score": _score(topic.score)} for topic in topics]


def _score(score: Score) -> Document:
    return score._asdict() | {"share": score.share}


def _plan(outlook: Outlook, plan: Plan) -> Document:
    due, final, new = map(len, plan.quota)
    return {
        "exam": outlook.exam,
        "until": plan.until,
        "new_a_day": outlook.limits.new,
        "minutes_a_day": outlook.limits.minutes,
        "seconds_a_card": outlook.limits.seconds,
        "today": {"due": due, "final": final, "new": new},
        "recall": plan.overall,
        "skipping": plan.skipping._asdict(),
        "forecast": [load._asdict() for load in plan.forecast],
    }
