"""Where a block leads: its links first, then the sources it rests on."""

from __future__ import annotations

from datetime import date

from studyapp.core.notes import Paragraph, Section
from studyapp.core.pack import Source
from studyapp.core.text import Text
from studyapp.study.leads import leads, source_ids

CHECKED = date(2026, 11, 22)


def source(id_: str, url: str) -> Source:
    return Source(id=id_, url=url, title=Text.once(id_), checked_at=CHECKED, via="stored-copy")


PRICES = source("prices", "https://aws.amazon.com/bedrock/pricing/")
GUIDE = source("guide", "https://docs.aws.amazon.com/bedrock/")
SECTION = Section(
    id="s",
    skill="k",
    title=Text.once("s"),
    takeaway=Text.once("t"),
    sources=("guide",),
    blocks=(
        Paragraph(
            type="paragraph",
            id="p",
            text=Text(
                "See [prices](https://aws.amazon.com/bedrock/pricing/) and [x](https://x.example/a)",
                "Xem [bảng giá](https://aws.amazon.com/bedrock/pricing/) và [x](https://x.example/a)",
            ),
            sources=("prices",),
        ),
        Paragraph(type="paragraph", id="q", text=Text.once("q")),
    ),
)
SOURCES = {"prices": PRICES, "guide": GUIDE}


def test_links_come_first_and_no_address_twice() -> None:
    found = leads(SECTION, "p", SOURCES)
    assert [lead.url for lead in found] == [PRICES.url, "https://x.example/a", GUIDE.url]
    assert found[0].title == Text("prices", "bảng giá")
    assert found[2].source is GUIDE


def test_a_block_without_links_leads_to_the_sources_of_its_section() -> None:
    assert [lead.url for lead in leads(SECTION, "q", SOURCES)] == [GUIDE.url]


def test_the_host_is_told_as_the_network_sees_it() -> None:
    (lead,) = leads(SECTION, "q", SOURCES)
    assert lead.host == "docs.aws.amazon.com"


def test_every_source_of_a_section_is_named_once() -> None:
    assert source_ids(SECTION) == ("guide", "prices")
