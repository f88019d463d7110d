"""How YAML text becomes parser events: by libyaml where PyYAML has it, else by PyYAML itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import yaml

from studyapp.library.yaml12.limits import MAX_FILE_BYTES, MAX_FILE_BYTES_WITHOUT_LIBYAML

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: Final[type[yaml.SafeLoader]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES: Final = MAX_FILE_BYTES if yaml.__with_libyaml__ else MAX_FILE_BYTES_WITHOUT_LIBYAML
"""Bytes of a file that this parser is trusted with."""


def events(text: str) -> Iterator[yaml.Event]:
    """Parse as far as the caller asks; raises yaml.YAMLError.

    Only the event level is safe for untrusted text: the composer above it recurses (30 KB of ``[``
    end the process) and expands aliases.
    """
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError) as problem:  # PyYAML itself passes "\UFFFFFFFF" to chr()
        words = "found invalid Unicode character escape code"
        raise yaml.MarkedYAMLError(None, None, words, loader.get_mark()) from problem
    finally:
        loader.dispose()


def span(event: yaml.Event) -> tuple[int, int]:
    """Where an event's text starts and ends, as offsets into the whole text."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0, end.index if end else 0)
