"""Files that the reader must survive: a good one to mutate, hostile ones and careless ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Spot

SOUND: Final = """\
# yaml-language-server: $schema=../.schema/notes.json
sections:
  - id: rebase
    skill: git-1
    title: {en: What rebase does, vi: Rebase làm gì}
    takeaway:
      en: "It replays commits; \\"history\\" changes."
      vi: 'Nó phát lại các commit; lịch sử đổi, tức là ''viết lại''.'
    sources: [git-book, git-docs]
    blocks:
      - type: paragraph
        id: rebase-why
        text:
          en: |
            One line.
            Another, with `code` and **strong** words.
          vi: >-
            Một dòng tiếng Việt có dấu: ắ ằ ẵ ặ ẳ,
            gập lại thành một.
      - type: table
        id: rebase-table
        columns: [Bước, Lệnh]
        rows:
          - id: row-1
            cells: ["1", git rebase -i]
      - {type: notice, id: trap, tone: trap, text: Không rebase nhánh chung, volatile: true}
    checked_at: 2026-11-22
    share: 12.5
    count: -7
    nothing: ~
"""

TOKENS: Final = (
    *(
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "! ",
        "[",
        "]",
        "{",
        "}",
        ": ",
        "- ",
        "? ",
        ", ",
        "---\n",
        "...\n",
    ),
    *("|\n", ">-\n", "|2\n", "'", '"', "#", " #", "%YAML 1.1\n", "@", "`", "\\", "title: x\n"),
    *("\t", "\r\n", "\r", "\n\n", "    ", "x" * 1_100, "1e999", "0o17", "9" * 30, "no", "1:30"),
    *('"\\e[31m"', '"\\u202e"', '"\\ud800"', '"\\UFFFFFFFF"', '"\\x0"', "\x00", "\x1b[31m", "\x85"),
    *(
        "\u2028",
        "\u202e",
        "\u2067",
        "\u2069",
        "\u200b",
        "\ufeff",
        "\U000e0041",
        "\U0001f468\u200d\U0001f4bb",
    ),
    *("e\u0301", "\u0323\u0301" * 40, "日本"),
)
"""What a mutation puts in."""

_LAUGHS: Final = "a: &a [lol, lol]\n" + "".join(
    f"{inner}: &{inner} [{', '.join([f'*{outer}'] * 9)}]\n"
    for outer, inner in zip("abcdefgh", "bcdefghi", strict=True)
)
_MERGES: Final = "a: &a {k: 1}\n" + "".join(
    f"{inner}: &{inner} {{<<: [{', '.join([f'*{outer}'] * 9)}]}}\n"
    for outer, inner in zip("abcdefgh", "bcdefghi", strict=True)
)

HOSTILE: Final[dict[str, bytes]] = {
    "30 KB of [": b"[" * 30_000,
    "30 KB of {": b"{" * 30_000,
    "30 KB of '{a: '": b"{a: " * 7_500,
    "flow closed again": b"[" * 2_000 + b"]" * 2_000,
    "100,000 of '- '": b"- " * 100_000,
    "100,000 of '? '": b"? " * 100_000,
    "block 1,100 deep": "\n".join(" " * (2 * depth) + "-" for depth in range(1_100)).encode(),
    "billion laughs": _LAUGHS.encode(),
    "merge bomb": _MERGES.encode(),
    "self reference": b"a: &a [*a]\n",
    "number of 100,000 digits": b"a: " + b"9" * 60_000 + b"\nb: " + b"9" * 100_000,
    "base sixty number": b"a: " + b":".join([b"59"] * 20_000),
    "almost a number": b"a: " + b"1_" * 30_000 + b"x",
    "many plain lines": b"a: " + b"x\n " * 30_000,
    "200,000 keys": b"".join(b"k%d: 1\n" % number for number in range(200_000)),
    "very long key": b"a" * 70_000 + b": 1\n",
    "very long explicit key": b"? " + b"a" * 70_000 + b"\n: 1\n",
    "very long quoted key": b'"' + b"a" * 70_000 + b'": 1\n',
    "deep keys": b"".join(b" " * depth + b"k:\n" for depth in range(1_000)),
    "piled marks": ("a: x" + "\u0323\u0301" * 32_000 + "\n").encode(),
    "piled marks, many texts": ("- x" + "\u0323\u0301" * 10_000 + "\n").encode() * 45,
    "escaped piled marks": b'a: "' + b"\\u0323\\u0301" * 30_000 + b'"\n',
    "2 MB of decomposed letters": ("- " + "e\u0301" * 20_000 + "\n").encode() * 33,
    "2 MB of escapes": (b'- "' + b"\\u202e" * 10_000 + b'"\n') * 33,
    "2 MB of overrides": ("- " + "\u202e" * 1_000 + "\n").encode() * 660,
    "2 MB of isolates": ("- " + "\u2067\u2069" * 5_000 + "\n").encode() * 66,
    "2 MB of '- 1'": b"- 1\n" * 499_000,
    "2 MB of '1,' on one line": b"[" + b"1," * 999_000 + b"]",
    "2 MB of one text": b"a: " + b"x" * 1_999_000,
    "2 MB of keys": b"".join(b"k%d: 1\n" % number for number in range(170_000)),
    "2 MB of spaces": b" " * 1_999_000 + b"a: 1",
    "2 MB of '? '": b"? " * 999_000,
    "2 MB of duplicate keys": b"a: 1\n" * 399_000,
    "2 MB of quoted texts": b"- 'a''b'\n" * 220_000,
    "2 MB of comments": b"# x\n" * 499_000 + b"a: 1",
    "2 MB of '[:'": b"[:" * 999_000,
    "2 MB of {": b"{" * 1_999_000,
    "2 MB of plain key": b"a" * 1_999_000 + b": 1",
    "2 MB of line ends": b"\r" * 1_999_000,
    "2 MB of documents": b"--- a\n" * 333_000,
    "2 MB of aliases": b"- *a\n" * 399_000,
    "2 MB of tag directives": b"%TAG !a! !b\n" * 160_000,
    "2 MB of block texts": b"- |\n  x\n" * 249_000,
    "2 MB of one quoted text": b'a: "' + b"x \n\n" * 499_000 + b'"',
    "2 MB of !<": b"!<" + b"%61" * 660_000 + b">",
    "2 MB of no": b"- no\n" * 399_000,
    "2 MB of Vietnamese": "- ắằẵặẳ ệỗợữ\n".encode() * 62_000,
    "more than 2 MB": b"a: " + b"x" * 2_000_000,
    "2 MB of NUL": b"a\0\0\0" * 499_000,
    "2 MB of 0xFF": b"a: " + b"\xff" * 1_999_000,
    "lone surrogate": b'a: "\\ud800"\n',
    "surrogate pair": b'a: "\\ud83d\\ude00"\n',
    "no character": b'a: "\\UFFFFFFFF"\n',
}  # fmt: skip
"""Each of these kills, stalls or fools some other reader."""


def at(spot: Spot, text: str) -> str:
    """The part of a text that a spot covers."""
    line = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")[spot.line - 1]
    return line[spot.column - 1 : spot.end_column - 1]
