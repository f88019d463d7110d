"""Values of our classes as plain data for JSON, and back, checked against their annotations.

What is read may be old, newer, or none of ours: fields that a class does not have are passed over,
those that are missing take their default, and anything of a wrong type raises ValueError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

_PLAIN: Final = frozenset({str, int, float, bool})


def data_of(value: Any) -> Any:
    """A value as dicts, lists, strings and numbers; fields at their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: data_of(said)
            for field in fields(value)
            if (said := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [data_of(each) for each in value]
    if isinstance(value, Mapping):
        return {key: data_of(each) for key, each in value.items()}
    return value


def read(shape: type[T], data: Any) -> T:
    """The value of a class that plain data stands for; raises ValueError where it does not."""
    try:
        value: T = _read(shape, data)
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"not a {shape.__name__}") from error
    return value


def _read(shape: Any, data: Any) -> Any:
    if shape in _PLAIN:
        return _checked(data, type(data) is shape or (shape is float and type(data) is int))
    origin = get_origin(shape)
    if origin in {Union, UnionType}:
        return _read_union(get_args(shape), data)
    if origin is Literal:
        return _checked(data, data in get_args(shape))
    if origin is tuple:
        return _read_tuple(get_args(shape), data)
    if origin is dict:
        key, value = get_args(shape)
        return {_read(key, k): _read(value, v) for k, v in _checked_as(dict, data).items()}
    if is_dataclass(shape):
        return _read_class(shape, data)
    if issubclass(shape, tuple):
        return shape(*_read_tuple(tuple(_hints(shape).values()), data))
    raise TypeError(f"{shape} has no form in JSON")


def _read_union(members: tuple[Any, ...], data: Any) -> Any:
    """The first member that the data stands for; classes are told apart by their ``type``."""
    if data is None:
        return _checked(data, NoneType in members)
    for member in (each for each in members if each is not NoneType):
        try:
            return _read(member, data)
        except ValueError:
            continue
    raise ValueError("fits no type that may stand here")


def _read_tuple(members: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    _checked(data, isinstance(data, list | tuple))
    if members[-1] is Ellipsis:
        return tuple(_read(members[0], each) for each in data)
    _checked(data, len(data) == len(members))
    return tuple(_read(member, each) for member, each in zip(members, data, strict=True))


def _read_class(shape: Any, data: Any) -> Any:
    _checked(data, isinstance(data, Mapping))
    hints, said = _hints(shape), {}
    for field in fields(shape):
        if field.name in data:
            said[field.name] = _read(hints[field.name], data[field.name])
        elif field.default is MISSING:
            raise ValueError(f"{shape.__name__} without {field.name}")
    return shape(**said)


@cache
def _hints(shape: Any) -> dict[str, Any]:
    return get_type_hints(shape)


def _checked_as(kind: type, data: Any) -> Any:
    return _checked(data, isinstance(data, kind))


def _checked(data: Any, is_right: bool) -> Any:
    if not is_right:
        raise ValueError(f"{data!r:.60} cannot stand here")
    return data
