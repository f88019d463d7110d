"""Where each value and key of a YAML file stands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from studyapp.library.yaml12.events import events, span
from studyapp.library.yaml12.lines import Lines

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Path, Spot

_Span = tuple[int, int]


@dataclass(slots=True)
class _Node:
    value: _Span
    is_mapping: bool = False
    key: _Span | None = None
    children: dict[str | int, _Node] = field(default_factory=dict)
    pending: tuple[str, _Span] | None = None
    """In a mapping, the key that was read and still waits for its value."""

    @property
    def awaits_key(self) -> bool:
        return self.is_mapping and self.pending is None

    def add(self, child: _Node) -> _Node:
        step: str | int = len(self.children)
        if self.pending:
            (step, child.key), self.pending = self.pending, None
        self.children[step] = child
        return child


class Positions:
    """The places of everything in one file, found by path."""

    def __init__(self, lines: Lines, root: _Node) -> None:
        self._lines = lines
        self._root = root

    def value(self, path: Path) -> Spot:
        """Place the value at a path, or the nearest value around it that exists.

        So the language of a text that is written once, ``("title", "vi")``, is at ``("title",)``.
        Of a value of several lines it is the first line.
        """
        return self._lines.spot(*self._nearest(path).value)

    def key(self, path: Path) -> Spot:
        """Place the key that a path ends with; for an entry of a list, the entry."""
        node = self._nearest(path)
        return self._lines.spot(*(node.key or node.value))

    def _nearest(self, path: Path) -> _Node:
        node = self._root
        for step in path:
            if (child := node.children.get(step)) is None:
                break
            node = child
        return node


def positions(raw: bytes) -> Positions:
    """Find the places in a file that `read_yaml` accepts; for any other it may raise YAMLError."""
    lines = Lines(raw.decode("utf-8-sig"))
    file = _Node((0, 0))
    inside = [file]
    for event in events(lines.text):
        match event:
            case yaml.ScalarEvent(value=words) if inside[-1].awaits_key:
                inside[-1].pending = (unicodedata.normalize("NFC", words), span(event))
            case yaml.ScalarEvent():
                inside[-1].add(_Node(span(event)))
            case yaml.CollectionStartEvent():
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                inside.append(inside[-1].add(_Node(span(event), is_mapping)))
            case yaml.CollectionEndEvent():
                whole = inside.pop()
                whole.value = (whole.value[0], span(event)[1])
            case _:
                pass
    return Positions(lines, file.children.get(0, file))
