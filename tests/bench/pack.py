"""Packs of any size, sound and bilingual, to see what size costs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PER_FILE = 100
SKILLS = 5
_EN = (
    "Provisioned throughput reserves **model units** for steady traffic, while `on-demand` calls "
    "pay for each token and share their quota with everything else in the account."
)
_VI = (
    "Provisioned throughput giữ riêng **model unit** cho lưu lượng đều, còn lời gọi `on-demand` "
    "trả tiền theo từng token và dùng chung quota với mọi thứ khác trong tài khoản."
)


def title_of(number: int) -> str:
    """The English title of a section, as the screen shows it."""
    return f"Section {number:05} on capacity"


def write_large_pack(root: Path, sections: int) -> Path:
    """Write a pack with so many sections of four blocks, `PER_FILE` in a file."""
    _write(root / "pack.yaml", _cover())
    _write(root / "sources" / "pages.yaml", {"sources": [_source()]})
    for first in range(0, sections, PER_FILE):
        numbers = range(first, min(first + PER_FILE, sections))
        listed = [_section(number, sections) for number in numbers]
        _write(root / "notes" / f"{first:06}.yaml", {"sections": listed})
    return root


def _cover() -> dict[str, Any]:
    skills = [
        {
            "id": f"skill-{number}",
            "code": f"9.{number}",
            "title": _both(f"Skill {number}", f"Kỹ năng {number}"),
            "summary": _both(_EN, _VI),
            "weight": 100 // SKILLS,
        }
        for number in range(SKILLS)
    ]
    title = _both("A large pack", "Một gói lớn")
    return {"id": "large", "title": title, "summary": _both(_EN, _VI), "skills": skills}


def _source() -> dict[str, Any]:
    return {
        "id": "page",
        "url": "https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html",
        "title": "Provisioned Throughput",
        "checked_at": "2026-11-22",
        "via": "stored-copy",
    }


def _section(number: int, sections: int) -> dict[str, Any]:
    return {
        "id": f"s{number}",
        "skill": f"skill-{number * SKILLS // sections}",
        "title": _both(title_of(number), f"Mục {number:05} về năng lực"),
        "takeaway": _both(f"Takeaway {number}: {_EN}", f"Điều cần nhớ {number}: {_VI}"),
        "sources": ["page"],
        "blocks": [
            {"type": "paragraph", "id": f"s{number}-why", "text": _both(_EN, _VI)},
            {"type": "heading", "id": f"s{number}-how", "text": _both("How", "Cách làm")},
            {
                "type": "list",
                "id": f"s{number}-list",
                "items": [{"text": _both(_EN, _VI)} for _ in range(3)],
            },
            {
                "type": "table",
                "id": f"s{number}-table",
                "columns": [_both("Option", "Phương án"), _both("When", "Khi nào")],
                "rows": [
                    {"id": f"s{number}-row-{row}", "cells": ["Bedrock", _both(_EN, _VI)]}
                    for row in range(3)
                ],
            },
        ],
    }


def _both(en: str, vi: str) -> dict[str, str]:
    return {"en": en, "vi": vi}


def _write(file: Path, content: dict[str, Any]) -> None:
    """Write JSON an item a line, which is YAML too and quicker to write."""
    file.parent.mkdir(parents=True, exist_ok=True)
    kind = file.parent.name if file.name != "pack.yaml" else "pack"
    folder = "" if kind == "pack" else "../"
    guide = f"# yaml-language-server: $schema={folder}.schema/{kind}.json\n"
    file.write_text(guide + json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
