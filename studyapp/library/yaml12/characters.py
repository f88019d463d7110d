"""Which characters a pack may not hold, because they forge what is shown or hide what is there."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.library.yaml12.limits import MAX_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e"
_INVISIBLE: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_IN_FILE: Final = re.compile(f"[{_CONTROL}{_DIRECTION}{_INVISIBLE}]")
_IN_TEXT: Final = re.compile(f"[\r{_CONTROL}{_DIRECTION}{_INVISIBLE}]")
_ISOLATE: Final = re.compile("[\u2066-\u2069]")
_UNSHOWABLE: Final = re.compile(f"[\n\r{_CONTROL}{_DIRECTION}{_INVISIBLE}\u2066-\u2069]")
_TAB: Final = "    "
_CLOSING_ISOLATE: Final = "\u2069"
_NO_LETTERS: Final = re.compile(rf"[^\w\x00-\x7f]{{{MAX_MARKS + 1}}}")
"""What every pile of marks matches, and few other texts do; most need no look at each letter."""
_KINDS: Final = (
    (re.compile(f"[{_DIRECTION}]"), "P0121", "character that turns the reading direction"),
    (re.compile(f"[{_INVISIBLE}]"), "P0122", "invisible character"),
    (re.compile(f"[\r{_CONTROL}]"), "P0120", "control character"),
)

_ESCAPE: Final = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL
)
_SHORT_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


class Refused(NamedTuple):
    """A stretch of text that may not be there."""

    start: int
    end: int
    code: str
    message: str


def refused_in_file(text: str) -> Iterator[Refused]:
    """Every character that may not stand in a file, comments included."""
    for match in _IN_FILE.finditer(text):
        yield _refused(match.start(), match.end(), match[0])


def refused_escapes(quoted: str) -> Iterator[Refused]:
    """Every escape in a double-quoted scalar, as written, that stands for a refused character."""
    for escape in _ESCAPE.finditer(quoted):
        if match := _IN_TEXT.match(_character(escape)):
            yield _refused(escape.start(), escape.end(), match[0])


def holds_refused(text: str) -> bool:
    """Whether a text that was read holds a character that may not be in one."""
    return _IN_TEXT.search(text) is not None


def isolates_are_balanced(text: str) -> bool:
    """Whether every bidirectional isolate of a text is closed and cannot turn what follows."""
    depth = 0
    for match in _ISOLATE.finditer(text):
        depth += -1 if match[0] == _CLOSING_ISOLATE else 1
        if depth < 0:
            return False
    return depth == 0


def piles_marks(text: str) -> bool:
    """Whether a text heaps more combining marks on a letter than any language does."""
    if not _NO_LETTERS.search(text):
        return False
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > MAX_MARKS:
            return True
    return False


def visible(text: str) -> str:
    """Spell out what acts or hides when it is shown: ``<U+202E>``; a tab becomes four spaces."""
    shown = _UNSHOWABLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
    return shown.replace("\t", _TAB)


def _refused(start: int, end: int, character: str) -> Refused:
    code, kind = next((code, kind) for known, code, kind in _KINDS if known.match(character))
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()
    return Refused(start, end, code, f"{kind} {name}")


def _character(escape: re.Match[str]) -> str:
    if digits := escape[1] or escape[2] or escape[3]:
        return chr(int(digits, 16))
    return _SHORT_ESCAPES.get(escape[4], escape[4])
