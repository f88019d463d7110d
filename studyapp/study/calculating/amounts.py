"""How computed amounts are written."""

from __future__ import annotations

from typing import Final

from studyapp.core.quantity import name_quantity, show_quantity
from studyapp.core.text import Text
from studyapp.words import calculators as words

_MILLION: Final = 1e6
_MANY: Final = 1e7  # from here on, tokens are easier to read in millions
_CENTS_BELOW: Final = 100


def usd(amount: float) -> Text:
    """Write an amount of money; cents only where they tell something."""
    shown = f"{amount:,.0f}" if abs(amount) >= _CENTS_BELOW else f"{amount:,.4g}"
    return Text.once(f"{shown} USD")


def percent(share: float) -> Text:
    """Write a number of percent to a tenth."""
    return Text.once(short_percent(share))


def short_percent(share: float) -> str:
    """Write a number of percent to a tenth, in a few characters."""
    return f"{share:,.1f}".removesuffix(".0") + "%"


def tokens(count: float) -> Text:
    """Write a number of tokens."""
    if count >= _MANY:
        return words.MILLION_TOKENS.format(count=f"{count / _MILLION:,.0f}")
    return words.TOKENS.format(count=f"{count:,.0f}")


def per_minute(rate: float) -> Text:
    """Write a number of tokens each minute."""
    return words.PER_MINUTE.format(tokens=tokens(rate))


def gib(amount: float) -> Text:
    """Write an amount of memory given in GiB."""
    return Text.once(short_gib(amount))


def short_gib(amount: float) -> str:
    """Write an amount of memory given in GiB, in a few characters."""
    return show_quantity(amount, "GiB") if amount else "0 GiB"


def counted(number: float, unit: str) -> Text:
    """Write a number of something, in full words."""
    name = words.ONE.get(unit) if number == 1 else words.UNITS[unit]
    return words.COUNTED.format(count=short(number), unit=name or words.UNITS[unit])


def times(factor: float) -> Text:
    """Write a ratio."""
    return Text.once(f"{factor:,.4g}x")


def seconds(duration: float) -> Text:
    """Write a duration given in seconds."""
    return name_quantity(duration, "s")


def short(count: float) -> str:
    """Write any count in a few characters, such as ``3.8B``."""
    return show_quantity(count, "parameters")
