"""`check` finds what a reader of the pack would stumble over, and points at it."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.core.text import Text
from studyapp.library.check import check_pack
from studyapp.library.check.figures import differing
from studyapp.library.check.texts import Passage
from studyapp.library.diagnostics import Diagnostic
from studyapp.library.load import load_pack
from studyapp.library.walk import Place
from tests.library.packs import COVER, paragraph, pointed_at, put, section, source, write_pack

TODAY = date(2026, 11, 22)


def found_in(root: Path) -> list[Diagnostic]:
    return check_pack(load_pack(root), TODAY)


def said_of(root: Path, text: object) -> list[tuple[str, str]]:
    """Check a pack with one paragraph of this text."""
    found = found_in(write_pack(root, section("s", paragraph("p", text))))
    return [(each.code, each.message) for each in found]


def codes(root: Path, en: str, vi: str) -> list[str]:
    return [code for code, _ in said_of(root, {"en": en, "vi": vi})]


def test_a_sound_pack_has_nothing_to_say(tmp_path: Path) -> None:
    assert found_in(write_pack(tmp_path)) == []


def test_what_loading_told_is_told_too_in_the_order_of_the_files(tmp_path: Path) -> None:
    write_pack(
        tmp_path, section("one", skill="no", blocks=[paragraph("p", {"en": "a", "vi": "a"})])
    )
    put(tmp_path, "notes/again.yaml", "sections: [")

    assert [(d.file, d.code) for d in found_in(tmp_path)] == [
        ("notes/again.yaml", "P0100"),
        ("notes/all.yaml", "P0302"),
        ("notes/all.yaml", "P0411"),
    ]


# --- P0411: untranslated


def test_the_same_words_are_written_once(tmp_path: Path) -> None:
    assert codes(tmp_path, "Amazon Bedrock", "Amazon Bedrock") == ["P0411"]
    assert said_of(tmp_path, "Amazon Bedrock") == []


@pytest.mark.parametrize(
    "vi",
    [
        "You pay for tokens as you go",
        "Pay per token without any commitment, `là code`",
        "Ban tra tien theo token, khong cam ket truoc",
    ],
)
def test_vietnamese_has_vietnamese_letters(tmp_path: Path, vi: str) -> None:
    assert "P0411" in codes(tmp_path, "English words that say the very same `là code`", vi)


def test_a_sentence_written_once_is_not_translated_either(tmp_path: Path) -> None:
    (found,) = said_of(tmp_path, "Pay for what you use")
    assert found == ("P0411", "this is not Vietnamese")


@pytest.mark.parametrize(
    "words",
    [
        "Amazon Bedrock Provisioned Throughput Model Units",
        "Claude Haiku, Claude Sonnet, Claude Opus, Amazon Nova",
        "Deep Learning Containers (DLCs)",
        "`aws bedrock list provisioned model throughputs now`",
        "https://docs.aws.amazon.com/a/b/c/d/e-f-g.html",
        "auto-scale, serverless, pay-per-token",
        "small model, large model",
    ],
)
def test_names_code_and_addresses_need_no_translation(tmp_path: Path, words: str) -> None:
    assert said_of(tmp_path, words) == []


def test_titles_of_pages_and_licences_stay_as_they_are(tmp_path: Path) -> None:
    credit = {
        "name": "A guide by many good people together",
        "url": "https://example.com/",
        "licence": "MIT",
        "notice": "the above copyright notice shall be included in all copies",
    }
    page = source(title="How to increase the capacity of a model")
    root = write_pack(tmp_path, cover={**COVER, "credits": [credit]}, sources=[page])

    assert found_in(root) == []


@pytest.mark.parametrize(
    ("en", "vi"),
    [
        ("Flex tiers or batch inference jobs?", "Flex tier hay batch inference job?"),
        ("Cost for prompt caching, prefix caching", "Cost cho prompt caching, prefix caching"),
    ],
)
def test_terms_may_stay_english_with_vietnamese_between(tmp_path: Path, en: str, vi: str) -> None:
    assert codes(tmp_path, en, vi) == []


# --- P0412: figures


@pytest.mark.parametrize(
    ("en", "vi"),
    [
        ("Up to 1,000 tokens", "Tối đa 1,000 token"),
        ("Savings of 60-80%", "Tiết kiệm 60–80%"),
        ("Savings of 60–80%", "Tiết kiệm từ 60% đến 80%"),
        ("Savings of 60 to 80%", "Tiết kiệm 60% – 80%"),
        ("It costs $5–10", "Giá 5–10 USD"),
        ("It costs $21,900.50", "Giá 21,900.50 USD"),
        ("Ten times 10x as fast, 0.5× as large", "Nhanh gấp 10 lần, lớn bằng 0.5 lần"),
        ("2–4 GPUs of 80GB", "2-4 GPU, mỗi GPU 80 GB"),
        ("An 80-GB GPU and a 16-bit type", "GPU 80 GB và kiểu 16 bit"),
        ("A 70B model in INT8 on a p4d.24xlarge", "Model 70B, INT8, chạy trên p4d.24xlarge"),
        ("Skill 2.2.1 needs EC2; EC2 costs", "Skill 2.2.1 cần EC2, có tính phí"),
        ("The top-5 of Llama-3", "Top 5 của Llama 3"),
        ("H100s and one 8x7B model", "H100 và một model 8x7B"),
        ("As of November 22, 2026", "Tính đến ngày 22 tháng 11 năm 2026"),
        ("Since 5 May 2025", "Từ 5/5/2025"),
        ("Read on 2026-01-05", "Đọc ngày 5/1/2026"),
        ("The 1st and two others", "Cái đầu tiên và hai cái khác"),
        ("Latency of 5 ms, 99.9% of 3 h", "Latency 5ms, 99.9% của 3h"),
        ("See [1](https://example.com/a1), then 2", "Xem [1](https://example.com/a1), rồi 2"),
        ("Never 24/7. It ends at 5.", "Không bao giờ 24/7. Hết lúc 5."),
        ("It scales to zero; two models", "Về 0 được; 2 model"),
        ("It scales to zero", "Co về không"),
    ],
)
def test_figures_may_stand_in_each_languages_own_grammar(tmp_path: Path, en: str, vi: str) -> None:
    assert codes(tmp_path, en, vi) == []


@pytest.mark.parametrize(
    ("en", "vi"),
    [
        ("Up to 1,000 tokens", "Tối đa 100 token"),
        ("5 s at most", "Tối đa 5 ms"),
        ("16 GB of memory", "16 GiB bộ nhớ"),
        ("16 GB of memory", "16 MB bộ nhớ"),
        ("A 7B model", "Model 70B"),
        ("Zero models", "0 model, mất 0 đồng"),
        ("2 models", "hai model"),
        ("A model of 7 layers", "Model 7B"),
        ("2, then 2 more", "2, rồi thêm nữa"),
        ("$5 an hour", "5 một giờ"),
        ("p4d.24xlarge in use", "Đang dùng p4de.24xlarge"),
        ("Quantized to INT8", "Lượng tử hoá xuống INT4"),
        ("Savings of 60–80%", "Tiết kiệm 60–85%"),
        ("Skill 2.2.1 of all", "Skill 2.1.2 của tất cả"),
        ("In May 2025 it came", "Ra mắt tháng 6 năm 2025"),
        ("See https://example.com/en now", "Xem https://example.com/vi ngay"),
        ("See [it](https://example.com/en)", "Xem [nó](https://example.com/vi) nhé"),
    ],
)
def test_other_figures_are_found(tmp_path: Path, en: str, vi: str) -> None:
    assert codes(tmp_path, en, vi) == ["P0412"]


@pytest.mark.parametrize(
    ("en", "vi"), [("1,000", "1.000"), ("99.9%", "99,9%"), ("1,234.5 GB", "1.234,5 GB")]
)
def test_vietnamese_separators_are_named(tmp_path: Path, en: str, vi: str) -> None:
    text = {"en": f"Exactly {en} of it", "vi": f"Đúng {vi}"}
    (found,) = found_in(write_pack(tmp_path, section("s", paragraph("p", text))))

    assert found.label == f"write `{en.replace(' ', '')}` as AWS prints it"


def test_figures_of_a_diagram_are_compared_as_they_stand(tmp_path: Path) -> None:
    art = {"en": "a_1 → [2](x)", "vi": "b_1 → [2](https://e.example/)"}
    diagram = {"type": "diagram", "id": "d", "art": art, "caption": "Git"}
    (found,) = found_in(write_pack(tmp_path, section("s", diagram)))

    assert found.message == (
        "the languages differ: `a_1` only in English, "
        "`b_1`, `https://e.example/` only in Vietnamese"
    )


_FIGURES = st.lists(
    st.builds(
        "{}{}".format,
        st.one_of(
            st.integers(0, 10**9).map("{:,}".format),
            st.decimals(0, 1000, places=2).map(str),
        ),
        st.sampled_from(["", "%", " GB", "GiB", " ms", "B", "x"]),
    ),
    max_size=6,
)


@given(figures=_FIGURES, order=st.randoms(use_true_random=False))
def test_the_order_of_figures_does_not_matter(figures: list[str], order: random.Random) -> None:
    en = "; then ".join(figures)
    order.shuffle(figures)

    assert list(differing(_passage(en, "; rồi ".join(figures)))) == []


@given(figures=_FIGURES.filter(bool), more=st.integers(0, 10**6))
def test_one_figure_more_is_found(figures: list[str], more: int) -> None:
    en, vi = "; then ".join(figures), "; rồi ".join([*figures, str(more)])

    assert [found.code for found in differing(_passage(en, vi))] == ["P0412"]


@given(st.text(), st.text())
@example("9" * 5_000, "1,1." * 5_000)
def test_no_text_is_too_strange_to_compare(en: str, vi: str) -> None:
    assert len(list(differing(_passage(en, vi)))) <= 1


def _passage(en: str, vi: str) -> Passage:
    place = Place("notes/all.yaml", ("text",))
    return Passage(place, Text(en, vi), is_shared=False, is_drawing=False, is_quoted=False)


# --- P0413: length


@pytest.mark.parametrize(
    ("en", "vi", "expected"),
    [
        ("word " * 30, "chữ " * 5, ["P0413"]),
        ("word " * 30, "chữ " * 70, ["P0413"]),
        ("word " * 30, "chữ " * 40, []),
        ("word " * 10, "chữ " * 70, []),
        (f"[word](https://e.example/{'x' * 80})", f"[chữ, chữ](https://e.example/{'x' * 80})", []),
    ],
    ids=["short", "long", "even", "small", "link"],
)
def test_languages_are_about_as_long(tmp_path: Path, en: str, vi: str, expected: list[str]) -> None:
    assert codes(tmp_path, en, vi) == expected


# --- P0414: inline Markdown


@pytest.mark.parametrize(
    "spoiled",
    [
        "[words](http://insecure.example)",
        "![words](https://example.com/a.png)",
        "words<br>words",
        "&nbsp;words",
        "**words",
        "wo`rds",
    ],
)
def test_what_is_not_read_as_markdown_is_found_in_each_language(
    tmp_path: Path, spoiled: str
) -> None:
    assert codes(tmp_path, f"Sound {spoiled}", f"Tốt {spoiled}") == ["P0414", "P0414"]
    assert [code for code, _ in said_of(tmp_path, f"Git {spoiled}")] == ["P0414"]


@pytest.mark.parametrize(
    "sound",
    [
        "`**x <br> ](`",
        r"\*\*x\*\* \`y",
        "a < b and c > d",
        "**a** _b_ `c` [d](https://e.example/)",
        "2 * 3 * 4",
    ],
)
def test_markdown_that_is_read_or_escaped_is_fine(tmp_path: Path, sound: str) -> None:
    assert codes(tmp_path, f"Sound {sound}", f"Tốt {sound}") == []


@pytest.mark.parametrize(
    ("en", "vi", "message"),
    [
        ("`a` and `b`", "`a` và b", "2 code spans in English, 1 in Vietnamese"),
        (
            "[a](https://e.example/) and [b](https://e.example/)",
            "[a](https://e.example/) và b",
            "2 links in English, 1 in Vietnamese",
        ),
    ],
)
def test_code_and_links_are_alike(tmp_path: Path, en: str, vi: str, message: str) -> None:
    assert said_of(tmp_path, {"en": en, "vi": vi}) == [("P0414", message)]


def test_emphasis_may_differ(tmp_path: Path) -> None:
    assert codes(tmp_path, "**a** and _b_", "a và b") == []


# --- P0415: diagrams


def diagram(art: object) -> dict[str, Any]:
    return {"type": "diagram", "id": "d", "art": art, "caption": "Git"}


@pytest.mark.parametrize(
    ("art", "messages"),
    [
        ("─" * 50, []),
        ("a\n" + "─" * 51, ["line 2 of this diagram is 51 cells wide, 50 fit"]),
        ("日" * 26, ["line 1 of this diagram is 52 cells wide, 50 fit"]),
        ("a\tb", ["line 1 of this diagram has a tab, which has no width of its own"]),
        ({"en": "a\nb", "vi": "à\nb\n"}, []),
        ({"en": "a\nb", "vi": "à"}, ["this diagram has 2 lines in English, 1 in Vietnamese"]),
    ],
    ids=["fits", "wide", "wide letters", "tab", "alike", "lines"],
)
def test_a_diagram_fits(tmp_path: Path, art: object, messages: list[str]) -> None:
    found = found_in(write_pack(tmp_path, section("s", diagram(art))))

    assert [(each.code, each.message) for each in found] == [("P0415", m) for m in messages]


def test_a_diagram_is_not_markdown(tmp_path: Path) -> None:
    assert found_in(write_pack(tmp_path, section("s", diagram("<a> ** ` ](")))) == []


# --- P0501 to P0504


def test_a_volatile_block_has_sources_of_its_own(tmp_path: Path) -> None:
    bare, sourced = paragraph("a", volatile=True), paragraph("b", volatile=True, sources=["book"])
    (found,) = found_in(write_pack(tmp_path, section("s", bare, sourced)))

    assert (found.code, found.message) == ("P0501", "`a` is volatile but has no `sources`")


@pytest.mark.parametrize(
    ("checked_at", "expected"),
    [
        ("2026-11-23", [("P0503", "error")]),
        ("2026-11-22", []),
        ("2026-11-12", []),
        ("2026-11-11", [("P0502", "warning")]),
    ],
)
def test_a_source_was_checked_lately(
    tmp_path: Path, checked_at: str, expected: list[tuple[str, str]]
) -> None:
    cover = {**COVER, "stale_after_days": 10}
    root = write_pack(tmp_path, cover=cover, sources=[source(checked_at=checked_at)])

    assert [(each.code, each.severity) for each in found_in(root)] == expected


@pytest.mark.parametrize(
    "first",
    ["", "# notes\n", "# yaml-language-server: $schema=.schema/notes.json\n", "sections:\n"],
)
def test_the_first_line_names_the_schema(tmp_path: Path, first: str) -> None:
    root = write_pack(tmp_path)
    notes = root / "notes/all.yaml"
    notes.write_text(first + notes.read_text().partition("\n")[2])

    found = found_in(root)

    assert [each.code for each in found if each.severity == "warning"] == ["P0504"]
    assert found[0].help == (
        "begin it with `# yaml-language-server: $schema=../.schema/notes.json`"
    )


def test_the_first_line_may_end_as_on_windows(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    for file in root.rglob("*.yaml"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert found_in(root) == []


# --- P0305 to P0307


def test_what_nothing_uses_is_named(tmp_path: Path) -> None:
    idle = {"id": "idle", "code": "1.2", "title": "Git", "summary": "Git", "weight": 1}
    cover = {**COVER, "skills": [*COVER["skills"], idle]}
    root = write_pack(tmp_path, cover=cover, sources=[source(), source("unread")])

    assert [(d.code, d.severity, d.message) for d in found_in(root)] == [
        ("P0306", "warning", "no section teaches the skill `idle`"),
        ("P0305", "warning", "nothing cites the source `unread`"),
    ]


def test_nothing_seems_unused_while_parts_are_left_out(tmp_path: Path) -> None:
    root = write_pack(
        tmp_path, section(), section("x", title=1), sources=[source(), source("unread")]
    )

    assert {d.code for d in found_in(root)} == {"P0203"}


def test_a_source_may_be_cited_by_a_block_or_the_exam(tmp_path: Path) -> None:
    exam = {
        "name": "Git",
        "code": "G-1",
        "scored": 40,
        "unscored": 0,
        "minutes": 60,
        "scale": [100, 1000],
        "pass_mark": 750,
        "sources": ["guide"],
    }
    links = {"type": "links", "id": "more", "sources": ["far"]}
    sources = [source(), source("guide"), source("far")]
    root = write_pack(tmp_path, section("s", links), cover={**COVER, "exam": exam}, sources=sources)

    assert found_in(root) == []


def test_a_section_is_not_too_much_for_a_page(tmp_path: Path) -> None:
    blocks = [paragraph(f"p{number}") for number in range(26)]
    (found,) = found_in(write_pack(tmp_path, section("s", *blocks), section("t", *[])))

    assert (found.code, found.severity) == ("P0307", "warning")
    assert found_in(write_pack(tmp_path, section("s", *blocks[:25]))) == []


# --- where it points


def test_a_finding_points_at_the_text_and_names_what_holds_it(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    put(
        root,
        "notes/all.yaml",
        """\
sections:
  - id: s
    skill: branching
    title: Rebase
    takeaway: {en: It replays 3 commits, vi: Nó phát lại 2 commit}
    sources: [book]
    blocks:
      - {type: paragraph, id: p, text: {en: "5 commits", vi: "6 commit nữa"}}
""",
    )

    takeaway, text = found_in(root)

    assert takeaway.spot.line == 6
    assert pointed_at(root, takeaway) == "Nó phát lại 2 commit"
    assert takeaway.help == "in `s`"
    assert text.spot.line == 9
    assert pointed_at(root, text) == '"6 commit nữa"'
    assert text.help == "in `p`"
