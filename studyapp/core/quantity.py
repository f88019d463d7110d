"""Numbers with units: how a payload, a duration or a model size is written and read."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

from studyapp.core.fold import fold
from studyapp.core.text import Text

Unit = Literal[
    "MB",
    "GB",
    "GiB",
    "KiB",
    "s",
    "h",
    "h/day",
    "tokens",
    "tokens/min",
    "parameters",
    "models",
    "requests",
    "GPUs",
    "instances",
    "%",
    "x",
]
"""The unit in which a trait counts; a bare number is understood in it."""

Quantity = str | float
"""A number as an author or a learner writes it: ``40 MB``, ``70B`` or 40."""

_BYTES: Final = {
    "B": 1.0,
    "KB": 1e3,
    "MB": 1e6,
    "GB": 1e9,
    "TB": 1e12,
    "KiB": 2.0**10,
    "MiB": 2.0**20,
    "GiB": 2.0**30,
    "TiB": 2.0**40,
}
_SECONDS: Final = {"ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86_400.0}
_COUNT: Final = {"K": 1e3, "M": 1e6, "B": 1e9, "": 1.0}
_FAMILIES: Final[dict[str, dict[str, float]]] = {
    **dict.fromkeys(("MB", "GB", "GiB", "KiB"), _BYTES),
    **dict.fromkeys(("s", "h"), _SECONDS),
    **dict.fromkeys(("tokens", "tokens/min", "parameters", "requests", "models"), _COUNT),
}
"""The units a number may be written in, by the trait's unit; the others stand alone."""

_NAMES: Final = {
    "s": Text("s", "giây"),
    "min": Text("min", "phút"),
    "h": Text("h", "giờ"),
    "d": Text("d", "ngày"),
    "h/day": Text("h/day", "giờ/ngày"),
    "tokens": Text("tokens", "token"),
    "tokens/min": Text("tokens/min", "token/phút"),
    "parameters": Text("parameters", "tham số"),
    "models": Text("models", "model"),
    "requests": Text("requests", "request"),
    "GPUs": Text("GPUs", "GPU"),
    "instances": Text("instances", "instance"),
}
"""The units that are not called the same in both languages; either name can be written."""

_NO_NUMBER: Final = Text(
    "`{written}` is not a number with a unit such as {examples}",
    "`{written}` không phải là số kèm đơn vị như {examples}",
)
_NO_UNIT: Final = Text(
    "`{unit}` is no unit for this; write {examples}",
    "`{unit}` không phải đơn vị dùng ở đây; hãy viết {examples}",
)
_WRITTEN: Final = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([^\W\d_]+(?:[/ ]+[^\W\d_]+)*|%)?\s*")
_THOUSANDS: Final = re.compile(r"\s*[1-9]\d{0,2}(?:,\d{3}|\.000)(?!\d)")
"""Could be a thousand or a thousandth, by who writes it."""
_DIGITS: Final = 9


class QuantityError(ValueError):
    """What was written is no number in any unit of its kind; says so in both languages."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


def read_quantity(written: Quantity, unit: Unit) -> float:
    """Read a number as ``unit``; raises QuantityError naming the units that can be written."""
    if not isinstance(written, str):
        return float(written)
    matched = _WRITTEN.fullmatch(written)
    if matched is None or _THOUSANDS.match(written):
        raise QuantityError(_NO_NUMBER.format(written=written, examples=_examples(unit)))
    number, spelled = float(matched[1].replace(",", ".")), fold(matched[2] or "")
    family = _FAMILIES.get(unit, {})
    own = {"", unit.casefold().removesuffix("s"), *_spellings(unit)}
    if spelled in own:
        return number
    if family is _COUNT:
        name = next((name for name in sorted(own, key=len)[::-1] if spelled.endswith(name)), "")
        spelled = spelled.removesuffix(name).strip()
    factors = {name: factor for each, factor in family.items() for name in _spellings(each)}
    if spelled not in factors:
        raise QuantityError(_NO_UNIT.format(unit=matched[2], examples=_examples(unit)))
    return round(number * factors[spelled] / family.get(unit, 1.0), _DIGITS)


def _spellings(unit: str) -> set[str]:
    names = _NAMES.get(unit, Text.once(unit)) if unit else None
    return {fold(names.en), fold(names.vi)} if names else {""}


def name_quantity(number: float, unit: Unit) -> Text:
    """Write a number the way people of each language say it."""
    shown = show_quantity(number, unit)
    figures, _, name = shown.partition(" ")
    if name not in _NAMES:
        return Text.once(shown)
    called = _NAMES[name]
    one = called.en.removesuffix("s") if number == 1 and name != "s" else called.en
    return Text(f"{figures} {one}", f"{figures} {called.vi}")


def show_quantity(number: float, unit: Unit) -> str:
    """Write a number the way people say it: 1,000 MB as ``1 GB``, 7e10 parameters as ``70B``."""
    family = _FAMILIES.get(unit)
    if family is None:
        return f"{_plain(number)}{unit}" if unit in {"%", "x"} else f"{_plain(number)} {unit}"
    if family is _COUNT:
        short = _scaled(number, family, ("B", "M", "K", ""))
        return (
            short.replace(" ", "") if unit == "parameters" else f"{short.replace(' ', '')} {unit}"
        )
    base = number * family[unit]
    is_binary = unit.endswith("iB")
    names = ("TiB", "GiB", "MiB", "KiB") if is_binary else ("TB", "GB", "MB", "KB")
    return _scaled(base, family, names if family is _BYTES else ("h", "min", "s", "ms"))


def _scaled(base: float, family: dict[str, float], names: tuple[str, ...]) -> str:
    """Choose the largest unit in which the number is at least one."""
    name = next((name for name in names if base >= family[name]), names[-1])
    return f"{_plain(base / family[name])} {name}".strip()


def _plain(number: float) -> str:
    """Four figures, never in powers of ten."""
    shown = f"{number:.4g}"
    return (
        f"{number:.0f}" if "e+" in shown else f"{number:.9f}".rstrip("0") if "e" in shown else shown
    )


def _examples(unit: Unit) -> str:
    family = _FAMILIES.get(unit)
    if family is None:
        return f"`10` ({unit})"
    return ", ".join(f"`10 {name}`" for name in family if name and name != "B") or f"`10 {unit}`"


UNITS: Final = frozenset(get_args(Unit))
"""Every unit a trait may count in."""
