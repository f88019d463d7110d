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
     notes: {read, sections}}

Every text is ``{"en": …, "vi": …}``; recall, shares and the target are from 0 to 1. ``until`` is
the morning of the exam, or of the day after the last one that is looked at; ``recall_until`` and
the ``recall`` of the plan are what is expected that morning. ``skipping`` is what doing nothing
more today costs: recall lost by then, and cards more tomorrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.cli.documents import Document
    from studyapp.core.plan import Plan
    from studyapp.study.outlook import Outlook


def document(pack_id: str, outlook: Outlook, plan: Plan) -> Document:
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
    }


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
