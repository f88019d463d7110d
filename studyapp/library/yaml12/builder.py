"""How parser events become plain data, and which YAML a pack may not use."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Never

import yaml

from studyapp.library.diagnostics import START
from studyapp.library.yaml12 import characters
from studyapp.library.yaml12.events import events, span
from studyapp.library.yaml12.limits import MAX_DEPTH, MAX_MARKS, MAX_NODES, MAX_TEXT
from studyapp.library.yaml12.report import UnreadableError
from studyapp.library.yaml12.scalars import is_ambiguous, plain_value
from studyapp.library.yaml12.syntax import explain

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Spot
    from studyapp.library.yaml12.lines import Lines
    from studyapp.library.yaml12.report import Report


class _List:
    """A list that is being read."""

    def __init__(self) -> None:
        self.value: list[object] = []

    def add(self, value: object) -> None:
        self.value.append(value)


class _Mapping:
    """A mapping that is being read, and the key that waits for its value."""

    def __init__(self) -> None:
        self.value: dict[str, object] = {}
        self.key: str | None = None
        self.keys: dict[str, tuple[int, int]] = {}

    def add(self, value: object) -> None:
        if self.key is not None:
            self.value[self.key] = value
            self.key = None


class Builder:
    """Builds data on a stack of its own, so that no file can exhaust the interpreter's."""

    def __init__(self, lines: Lines, report: Report) -> None:
        self._lines = lines
        self._report = report
        self._nodes = 0
        self._documents = _List()
        self._inside: list[_List | _Mapping] = [self._documents]

    def build(self) -> object:
        """Read the one document; raises UnreadableError where the rest cannot be understood."""
        try:
            for event in events(self._lines.text):
                self._feed(event)
        except yaml.YAMLError as problem:
            self._complain(problem)
        if not self._documents.value:
            self._report.add("P0103", "this file says nothing", START)
            raise UnreadableError
        return self._documents.value[0]

    def _feed(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._check_node(event)
                self._read_scalar(event)
            case yaml.CollectionStartEvent():
                self._check_node(event)
                self._open(event)
            case yaml.CollectionEndEvent():
                self._inside.pop()
            case yaml.AliasEvent():
                self._read_alias(event)
            case yaml.DocumentStartEvent() if self._documents.value:
                self._refuse("P0103", "a second YAML document begins here", event)
                raise UnreadableError

    def _check_node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse("P0101", f"this file holds more than {MAX_NODES:,} values", event)
            raise UnreadableError
        if event.anchor:
            self._refuse("P0110", "anchors (`&name`) are not read", event, "remove it")
        if event.tag:
            self._refuse("P0111", "tags (`!name`) are not read", event, "remove it")

    def _read_scalar(self, event: yaml.ScalarEvent) -> None:
        text = self._text(event)
        if mapping := self._awaiting_key():
            self._read_key(event, text, mapping)
        elif event.style:
            self._inside[-1].add(text)
        else:
            value = plain_value(text)
            if isinstance(value, str) and is_ambiguous(value) and self._report.takes_warnings:
                self._warn_of_ambiguity(event, value)
            self._inside[-1].add(value)

    def _read_key(self, event: yaml.ScalarEvent, key: str, mapping: _Mapping) -> None:
        if not event.style and key == "<<":
            self._refuse("P0110", "merge keys (`<<`) are not read", event, "write the fields out")
        elif not event.style and not isinstance(plain_value(key), str):
            self._refuse("P0105", "a key must be a text", event, "put it in quotes")
        if key in mapping.keys:
            first = self._lines.spot(*mapping.keys[key]), "first one here"
            self._refuse("P0104", f"duplicate key `{key[:80]}`", event, "second one here", first)
        mapping.keys.setdefault(key, span(event))
        mapping.key = key

    def _read_alias(self, event: yaml.AliasEvent) -> None:
        self._refuse("P0110", "aliases (`*name`) are not read", event, "write it out")
        if mapping := self._awaiting_key():
            mapping.key = ""
        else:
            self._inside[-1].add(None)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if self._awaiting_key():
            self._refuse("P0105", "a key must be a text, not a list or a mapping", event)
            raise UnreadableError
        if len(self._inside) > MAX_DEPTH:
            words = f"lists and mappings nest deeper than {MAX_DEPTH} levels"
            self._refuse("P0101", words, event)
            raise UnreadableError
        inner = _Mapping() if isinstance(event, yaml.MappingStartEvent) else _List()
        self._inside[-1].add(inner.value)
        self._inside.append(inner)

    def _awaiting_key(self) -> _Mapping | None:
        top = self._inside[-1]
        return top if isinstance(top, _Mapping) and top.key is None else None

    def _text(self, event: yaml.ScalarEvent) -> str:
        """Take the text of a scalar, in NFC if it may be in a pack."""
        text = event.value
        if len(text) > MAX_TEXT:
            self._refuse("P0101", f"this text is longer than {MAX_TEXT:,} characters", event)
            return text
        if event.style == '"' and characters.holds_refused(text):
            self._refuse_escapes(event)
        if text.isascii():
            return text
        if not characters.isolates_are_balanced(text):
            self._refuse("P0121", "a bidirectional isolate in this text is not closed", event)
        if characters.piles_marks(text):
            words = f"more than {MAX_MARKS} combining marks follow each other in this text"
            self._refuse("P0101", words, event)
            return text
        return unicodedata.normalize("NFC", text)

    def _refuse_escapes(self, event: yaml.ScalarEvent) -> None:
        start, end = span(event)
        for refused in characters.refused_escapes(self._lines.text[start:end]):
            spot = self._lines.spot(start + refused.start, start + refused.end)
            self._report.add(refused.code, refused.message, spot)

    def _warn_of_ambiguity(self, event: yaml.ScalarEvent, text: str) -> None:
        self._report.add(
            "P0401",
            f"`{text[:80]}` is a text here, but not to every reader of YAML",
            self._spot(event),
            severity="warning",
            label="put it in quotes",
        )

    def _complain(self, problem: yaml.YAMLError) -> Never:
        complaint = explain(problem)
        spot = self._lines.spot(complaint.start, complaint.start + 1)
        related = None
        if complaint.opened is not None:
            opened = self._lines.spot(complaint.opened, complaint.opened + 1)
            related = (opened, complaint.opened_what)
        self._report.add("P0100", complaint.message, spot, hint=complaint.help, related=related)
        raise UnreadableError from None

    def _refuse(
        self,
        code: str,
        message: str,
        event: yaml.Event,
        label: str = "",
        related: tuple[Spot, str] | None = None,
    ) -> None:
        self._report.add(code, message, self._spot(event), label=label, related=related)

    def _spot(self, event: yaml.Event) -> Spot:
        return self._lines.spot(*span(event))
