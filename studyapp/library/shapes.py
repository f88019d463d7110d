"""What the classes of a pack expect at a place of a file, read off their annotations."""

from __future__ import annotations

import typing
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args, get_origin

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Path


class Target(NamedTuple):
    """A value of a file and what it should be."""

    path: Path
    value: object
    shape: object
    """The annotation, with ``Annotated`` and ``None`` taken off."""


def locate(model: type, data: object, steps: tuple[int | str, ...]) -> Target:
    """Follow a pydantic location as far as the data goes; the tags of unions are no steps in it."""
    target = Target((), data, model)
    for step in steps:
        if member := members(target.shape).get(step):
            target = target._replace(shape=member)
        elif _has(target.value, step):
            path, value, shape = target
            target = Target((*path, step), value[step], _inside(shape, step))  # type: ignore[index]
        else:
            break
    return target


def field_names(shape: object) -> tuple[str, ...]:
    """Name the fields of a class; anything else has none."""
    return tuple(field.name for field in fields(shape)) if is_dataclass(shape) else ()


def choices(shape: object) -> tuple[str, ...]:
    """List the values of a ``Literal``; anything else has none."""
    return get_args(shape) if get_origin(shape) is Literal else ()


def members(shape: object) -> dict[int | str, type]:
    """Look up the classes of a union by the ``type`` that tells them apart."""
    classes = get_args(shape) if _is_union(shape) else ()
    return {tag: each for each in classes for tag in choices(_annotations(each).get("type"))}


def length(shape: object) -> int:
    """Count the values of a tuple of fixed length."""
    return len(get_args(shape))


def _inside(shape: object, step: int | str) -> object:
    if isinstance(step, str):
        return _without_none(_annotations(shape).get(step))
    elements = get_args(shape) if get_origin(shape) is tuple else ()
    if not elements:
        return None
    return _without_none(elements[0] if elements[-1] is Ellipsis else elements[step])


@cache
def _annotations(shape: object) -> dict[str, object]:
    is_class = isinstance(shape, type) and is_dataclass(shape)
    return typing.get_type_hints(shape) if is_class else {}


def _without_none(shape: object) -> object:
    some = [each for each in get_args(shape) if each is not NoneType] if _is_union(shape) else []
    return some[0] if len(some) == 1 else shape


def _is_union(shape: object) -> bool:
    return get_origin(shape) in {typing.Union, UnionType}


def _has(value: object, step: int | str) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and step < len(value)
    return isinstance(value, dict) and step in value
