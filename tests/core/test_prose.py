"""Inline Markdown: the small subset is read, everything else stays what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.prose import Run, links, plain, runs


def test_each_manner_is_read() -> None:
    assert runs("a **b** _c_ `d*e`") == (
        Run("a "),
        Run("b", strong=True),
        Run(" "),
        Run("c", emphasis=True),
        Run(" "),
        Run("d*e", code=True),
    )


def test_a_link_keeps_its_address() -> None:
    (run,) = runs("[the guide](https://docs.aws.amazon.com/bedrock/)")
    assert run == Run("the guide", href="https://docs.aws.amazon.com/bedrock/")


@pytest.mark.parametrize(
    "address",
    [
        "http://a.example/",
        "javascript:alert(1)",
        "vscode://x",
        "//a.example/",
        "https://user:word@a.example/",
        "https://a.example:8443/",
        "file:///etc/passwd",
        "-a",
        "tel:1",
    ],
)
def test_only_plain_https_addresses_become_links(address: str) -> None:
    written = f"[x]({address})"
    assert links(written) == ()
    assert plain(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "snake_case_name",
        "[/b]",
        "[@click=app.quit]x[/]",
        "[red]",
        "see [table 3]",
        "<b>x</b>",
        "2 * 3 * 4",
    ],
)
def test_what_is_not_in_the_subset_stays_literal(written: str) -> None:
    assert runs(written) == (Run(written),)


@given(st.text(st.characters(codec="utf-8", exclude_characters="*_`[]()\\\n\r!\x00")))
def test_words_without_marks_come_through_unchanged(written: str) -> None:
    assert plain(written) == written.strip()


@given(st.text(alphabet="ab *_`[](https://x.y)\n\\"))
def test_any_text_can_be_read(written: str) -> None:
    for run in runs(written):
        assert run.href is None or run.href.startswith("https://")
