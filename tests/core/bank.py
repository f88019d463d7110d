"""Small questions to grade, ask and explain: one of each type, and as many as one likes."""

from __future__ import annotations

from typing import Any

from studyapp.core.questions.form import (
    Case,
    Choice,
    ChoiceQuestion,
    Entry,
    Match,
    MatchingQuestion,
    Misconception,
    OrderingQuestion,
    Question,
    StatedFact,
)
from studyapp.core.questions.shown import Posed
from studyapp.core.text import Text

ANY = Text.once("any")
COMMON: dict[str, Any] = {
    "skill": "one",
    "difficulty": "easy",
    "stem": Text("A shop sells hats.", "Một cửa hàng bán mũ."),
    "asks": Text("What should it do?", "Cửa hàng nên làm gì?"),
    "takeaway": ANY,
    "see": ("note",),
}
CASE = Case(id="hats", title=ANY, story=Text("Winter is near.", "Mùa đông sắp đến."))


def option(name: str, **more: Any) -> Choice:
    return Choice(id=name, text=Text(f"Take {name}.", f"Chọn {name}."), why=ANY, **more)


def choice(
    name: str = "hat", *, keys: str = "a", options: str = "abcd", **more: Any
) -> ChoiceQuestion:
    """A question whose options are named by single letters, unless they are given."""
    written = tuple(option(each, key=each in keys) for each in options)
    given = {**COMMON, "type": "choice", "id": name, "options": written, **more}
    return ChoiceQuestion(**given)


def response(name: str = "hats", **more: Any) -> ChoiceQuestion:
    return choice(name, **{"keys": "ab", "options": "abcde", "type": "response", **more})


def ordering(name: str = "steps", entries: str = "abcd", **more: Any) -> OrderingQuestion:
    written = tuple(Entry(id=each, text=Text.once(f"Step {each}"), why=ANY) for each in entries)
    return OrderingQuestion(
        **{**COMMON, "type": "ordering", "id": name, "entries": written, **more}
    )


def matching(name: str = "pairs", **more: Any) -> MatchingQuestion:
    """Three prompts, of which the first and the last share their answer."""
    written = tuple(
        Match(id=id_, prompt=Text.once(f"Prompt {id_}"), answer=Text.once(answer), why=ANY)
        for id_, answer in (("a", "warm"), ("b", "cold"), ("c", "warm"))
    )
    return MatchingQuestion(
        **{**COMMON, "type": "matching", "id": name, "matches": written, **more}
    )


def posed(question: Question, **more: Any) -> Posed:
    return Posed(key=f"pack/{question.id}", question=question, **more)


BIG_UPLOADS = ChoiceQuestion(
    type="choice",
    id="big-uploads",
    skill="one",
    difficulty="easy",
    takeaway=Text.once("Large and patient: a queue."),
    see=("note",),
    stem=Text(
        "A clinic sends scans of 40 MB. Doctors read the result the next day.",
        "Một phòng khám gửi ảnh chụp 40 MB. Bác sĩ đọc kết quả vào hôm sau.",
    ),
    asks=Text("Which endpoint fits?", "Endpoint nào phù hợp?"),
    decision="serving",
    sources=("page-of-question",),
    facts=(
        StatedFact(trait="payload", value="40 MB", says=Text("40 MB", "40 MB")),
        StatedFact(
            trait="interaction",
            value="can-wait",
            says=Text("read the result the next day", "đọc kết quả vào hôm sau"),
            role="context",
        ),
    ),
    options=(
        option("queue", key=True, stands_for=("queue",)),
        option("live", stands_for=("real-time",), falls_to="size-limit", misconception="m-live"),
        option("sleeper", stands_for=("serverless",), falls_to="size-limit"),
        option("both", stands_for=("pair", "by-token"), falls_to="size-limit"),
    ),
)
"""About `tests.core.decisions.SERVING`."""
MISCONCEPTIONS = {
    "m-live": Misconception(id="m-live", belief=Text.once("Live takes all."), truth=ANY, see=("n",))
}
