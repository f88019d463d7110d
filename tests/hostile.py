"""Packs by somebody who means harm: the same words in every place where a pack may have words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "https://example.com/page"


def write_pack(folder: Path, words: str) -> Path:
    """Write a pack whose every text is ``words``; returns its folder."""
    write(folder / "pack.yaml", _cover(words))
    write(folder / "sources" / "pages.yaml", {"sources": [_source(words)]})
    write(folder / "notes" / "01.yaml", {"sections": [section("first", words)]})
    write(folder / "glossary.yaml", {"terms": [_term(words)]})
    write(folder / "misconceptions" / "01.yaml", {"misconceptions": [_belief(words)]})
    write(folder / "questions" / "01.yaml", {"questions": [question(words)]})
    return folder


def write(file: Path, data: object) -> None:
    """Write a file of a pack; JSON is YAML too, and quotes everything."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def section(id_: str, words: str) -> dict[str, Any]:
    """A section with a block of every kind."""
    blocks: list[dict[str, Any]] = [
        {"type": "paragraph", "text": f"{words} [{words}]({PAGE}/inline)"},
        {"type": "heading", "text": words},
        {"type": "list", "intro": words, "items": [{"text": words}]},
        {
            "type": "table",
            "caption": words,
            "columns": [words, words],
            "rows": [{"id": f"{id_}-row", "cells": [words, words]}],
        },
        {"type": "diagram", "art": words, "caption": words},
        {"type": "notice", "tone": "trap", "title": words, "text": words},
        {
            "type": "nuance",
            "about": [f"{id_}-0"],
            "weight": "detail",
            "title": words,
            "text": words,
            "sources": ["page"],
        },
        {"type": "links", "intro": words, "sources": ["page"]},
    ]
    return {
        "id": id_,
        "skill": "skill",
        "title": words,
        "takeaway": words,
        "sources": ["page"],
        "blocks": [{"id": f"{id_}-{at}"} | block for at, block in enumerate(blocks)],
    }


def question(words: str) -> dict[str, Any]:
    """A question whose every text is ``words``."""
    return {
        "type": "choice",
        "id": "question",
        "skill": "skill",
        "difficulty": "easy",
        "stem": words,
        "asks": words,
        "options": [
            {"id": id_, "text": words, "why": words, "key": id_ == "a", "misconception": "belief"}
            for id_ in "abcd"
        ],
        "takeaway": words,
        "see": ["first"],
        "sources": ["page"],
    }


def _belief(words: str) -> dict[str, Any]:
    return {"id": "belief", "belief": words, "truth": words, "see": ["first"]}


def _cover(words: str) -> dict[str, Any]:
    return {
        "id": "hostile",
        "title": words,
        "summary": words,
        "skills": [{"id": "skill", "code": "9.9", "title": words, "summary": words, "weight": 100}],
        "credits": [{"name": words, "url": PAGE, "licence": words, "notice": words}],
    }


def _source(words: str) -> dict[str, Any]:
    return {
        "id": "page",
        "url": PAGE,
        "title": words,
        "checked_at": "2026-11-22",
        "via": "live",
    }


def _term(words: str) -> dict[str, Any]:
    return {
        "id": "term",
        "en": words,
        "vi": words,
        "writing": "keep",
        "definition": words,
        "advice": words,
        "see": ["first"],
    }
