"""A decision about trips, and fragments that tell it: small enough to know what must come out."""

from __future__ import annotations

from typing import Any

from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.decision import Bounds, Impossible, Qualifier, Trait
from studyapp.core.questions.form import Choice, ChoiceQuestion, StatedFact
from studyapp.core.questions.variants.fragments import (
    Amount,
    Closing,
    Company,
    Phrases,
    Proposal,
    Unlikely,
    Wording,
)
from studyapp.core.questions.variants.sisters import Variants
from studyapp.core.text import Text
from tests.core.decisions import ANY, decision, layer, option, rule, trait

PLACES = {"near": "walk", "valley": "bike", "abroad": "train", "island": "ship", "summit": "lift"}
"""Where one goes, and how."""
TRIPS = Advisor(
    decision(
        "trips",
        choose="one",
        layers=(layer("by"),),
        traits=(
            trait("place", *PLACES),
            Trait(id="luggage", name=ANY, asks=ANY, unit="x", choices=(2, 40)),
            trait("purse", "full", "empty", assume="full"),
            trait("closing", "cheapest"),
        ),
        options=tuple(option(name, "by") for name in PLACES.values()),
        rules=(
            *(
                rule(f"to-{place}", {"place": (place,)}, concern="way", favours={name: "strong"})
                for place, name in PLACES.items()
            ),
            rule("heavy", {"luggage": Bounds(over=20)}, rules_out=("walk",)),
            rule("loads", {"luggage": Bounds(over=20)}, concern="load", favours={"bike": "weak"}),
            rule("fares", {"purse": ("empty",)}, concern="price", against={"ship": "weak"}),
        ),
        qualifier=Qualifier(trait="closing", concerns={"cheapest": "price"}),
        impossible=(Impossible(when={"place": ("summit",), "purse": ("empty",)}, because=ANY),),
    )
)


def phrases(name: str, *ways: tuple[str, str], **more: Any) -> Phrases:
    return Phrases(trait=name, ways=tuple(Text(en, vi) for en, vi in ways), **more)


def proposal(name: str) -> Proposal:
    said = (
        f"Let the whole club go there by {name}",
        f"Let the whole club go there together by {name}",
        f"Let the whole club go there together and soon by {name}",
    )
    return Proposal(
        option=name,
        misconception=f"m-{name}",
        texts=tuple(Text(en, f"Cả câu lạc bộ cùng {en[23:]} nhé") for en in said),
    )


def company(name: str, **more: Any) -> Company:
    given: dict[str, Any] = {
        "type": "company",
        "who": Text(f"A club in {name}", f"Một câu lạc bộ ở {name}"),
        "company": Text("the club", "câu lạc bộ"),
        "does": Text("travels each summer", "đi xa mỗi mùa hè"),
        "users": Text("members", "thành viên"),
        "items": Text("bags", "túi"),
        "item": Text("bag", "túi"),
    }
    return Company(**{**given, **more})


TOWNS = ("Hue", "Vinh", "Bern", "Cork", "Lima", "Nara", "Pisa", "Riga", "Split", "Turku")
CLUBS = (*map(company, TOWNS), company("Oslo", suits=("rich",)))
WORDING = Wording(
    type="decision",
    decision="trips",
    openings=(
        Text("{who} {does} and looks for {the-place}", "{who} {does} và tìm {the-place}"),
        Text("{who} {does} without any aim so far", "{who} {does} mà chưa có đích"),
    ),
    asides=(
        Text(
            "one of them has to find out how all of them get there in time and come back again",
            "một người phải tìm cách để cả nhóm đến đó đúng giờ rồi trở về",
        ),
    ),
    phrases=(
        *(
            phrases(
                "place", (f"«a way to the {name}»", f"«đường tới {name}»"), value=name, is_noun=True
            )
            for name in PLACES
        ),
        phrases(
            "luggage",
            (
                "«{users} carry {value} bags» through the whole of the long journey",
                "«{users} mang {value} túi»",
            ),
            amounts=(Amount(value=3, text=Text.once("3")), Amount(value=60, text=Text.once("60"))),
        ),
        phrases(
            "purse",
            ("«{company} has a full purse» and spends it with joy", "«{company} có nhiều tiền»"),
            value="full",
            needs=("rich",),
        ),
        phrases(
            "purse",
            (
                "«{company} has an empty purse», and {users} know it",
                "«{company} hết tiền», {users} biết rõ",
            ),
            value="empty",
        ),
    ),
    order=(("purse", "luggage"),),
    closings=(
        Closing(text=Text("Which way will take them there?", "Đi bằng cách nào?")),
        Closing(
            text=Text("Which way is «CHEAPEST»?", "Cách nào «RẺ nhất (CHEAPEST)»?"),
            value="cheapest",
            worse=Text("It costs more.", "Cách này đắt hơn."),
        ),
    ),
    proposals=tuple(map(proposal, PLACES.values())),
    unlikely=(Unlikely(when={"place": ("near",), "luggage": Bounds(over=20)}),),
)


def fact(name: str, value: Any) -> StatedFact:
    return StatedFact(trait=name, value=value, says=ANY)


def template(id_: str = "q-trip", *facts: StatedFact, **more: Any) -> ChoiceQuestion:
    """A question of the bank; of its answers a sister takes no more than how many there are."""
    keyed = Choice(id="walk", text=ANY, why=ANY, key=True, stands_for=("walk",))
    wrong = (
        Choice(
            id=name,
            text=ANY,
            why=ANY,
            stands_for=(name,),
            falls_to="to-near",
            misconception="m-bank",
        )
        for name in ("bike", "train", "ship")
    )
    given: dict[str, Any] = {
        "type": "choice",
        "id": id_,
        "skill": "skill",
        "difficulty": "easy",
        "stem": ANY,
        "asks": ANY,
        "options": (keyed, *wrong),
        "takeaway": ANY,
        "see": ("note",),
        "decision": "trips",
        "facts": facts or (fact("place", "near"), fact("luggage", 3)),
        "exam_only": True,
        "rev": 4,
    }
    return ChoiceQuestion(**{**given, **more})


def variants(
    *bank: ChoiceQuestion,
    wording: Wording = WORDING,
    clubs: tuple[Company, ...] = CLUBS,
    digest: str = "pack",
) -> Variants:
    return Variants((*clubs, wording), bank, {"trips": TRIPS}.__getitem__, digest)
