"""Small packs to spoil: valid as they are, and written as a pack's folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from studyapp.library.diagnostics import Diagnostic

COVER: dict[str, Any] = {
    "id": "a-pack",
    "title": "Git",
    "summary": {"en": "Branches.", "vi": "Nhánh."},
    "skills": [{"id": "branching", "code": "1.1", "title": "Git", "summary": "Git", "weight": 100}],
}


def source(id_: str = "book", **changes: Any) -> dict[str, Any]:
    sound = {
        "id": id_,
        "url": "https://git-scm.com/book/en/v2",
        "title": "Pro Git",
        "checked_at": "2026-11-01",
        "via": "live",
    }
    return sound | changes


def paragraph(id_: str = "why", text: object = "Git", **changes: Any) -> dict[str, Any]:
    return {"type": "paragraph", "id": id_, "text": text} | changes


def section(id_: str = "rebase", *blocks: dict[str, Any], **changes: Any) -> dict[str, Any]:
    sound = {
        "id": id_,
        "skill": "branching",
        "title": "Rebase",
        "takeaway": {"en": "It replays.", "vi": "Nó phát lại."},
        "sources": ["book"],
        "blocks": list(blocks) or [paragraph(f"{id_}-why")],
    }
    return sound | changes


def write_pack(
    root: Path,
    *sections: dict[str, Any],
    cover: dict[str, Any] = COVER,
    sources: list[dict[str, Any]] | None = None,
) -> Path:
    """Write a pack whose lists have an item a line, which JSON can do and YAML can read."""
    listed = [source()] if sources is None else sources
    put(root, "pack.yaml", cover)
    put(root, "sources/pages.yaml", {"sources": listed})
    put(root, "notes/all.yaml", {"sections": list(sections) or [section()]})
    return root


def pointed_at(root: Path, found: Diagnostic) -> str:
    """The words of the file that a diagnostic is about."""
    line = (root / found.file).read_text("utf-8").splitlines()[found.spot.line - 1]
    return line[found.spot.column - 1 : found.spot.end_column - 1]


def put(root: Path, file: str, content: str | dict[str, Any]) -> None:
    """Write one file, below the line that names its schema."""
    kind, _, name = file.removesuffix(".yaml").partition("/")
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    first = f"# yaml-language-server: $schema={'../' if name else ''}.schema/{kind}.json\n"
    words = (
        content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
    )
    path.write_text(first + words, "utf-8")
