"""Numbers with units: how a payload, a duration or a model size is written and read."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

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

_WRITTEN: Final = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([A-Za-z%][A-Za-z/ ]*?)?\s*")
_THOUSANDS: Final = re.compile(r"\s*[1-9]\d{0,2}(?:,\d{3}|\.000)(?!\d)")
"""Could be a thousand or a thousandth, by who writes it."""
_DIGITS: Final = 9


def read_quantity(written: Quantity, unit: Unit) -> float:
    """Read a number as ``unit``; raises ValueError naming the units that can be written."""
    if not isinstance(written, str):
        return float(written)
    matched = _WRITTEN.fullmatch(written)
    if matched is None or _THOUSANDS.match(written):
        raise ValueError(f"`{written}` is not a number with a unit such as {_examples(unit)}")
    number, spelled = float(matched[1].replace(",", ".")), (matched[2] or "").casefold()
    family = _FAMILIES.get(unit, {})
    if spelled in {"", unit.casefold(), unit.casefold().removesuffix("s")}:
        return number
    if family is _COUNT:
        spelled = spelled.removesuffix(unit.casefold()).strip()
    factors = {name.casefold(): factor for name, factor in family.items()}
    if spelled not in factors:
        raise ValueError(f"`{matched[2]}` is no unit for this; write {_examples(unit)}")
    return round(number * factors[spelled] / family.get(unit, 1.0), _DIGITS)


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
