"""How a table shares out the width, and when it gives up columns."""

from studyapp.core.notes import Row, Table
from studyapp.core.text import Lang, Text
from studyapp.typeset.tables import set_table


def table(*rows: tuple[str, ...], caption: Text | None = None) -> Table:
    head, *body = [tuple(map(Text.once, row)) for row in rows]
    cells = tuple(Row(id=f"row-{n}", cells=row) for n, row in enumerate(body))
    return Table(type="table", id="table", columns=head, rows=cells, caption=caption)


def lines(table: Table, width: int, lang: Lang = Lang.EN) -> list[str]:
    return [line.words for line in set_table(table, lang, width)]


SIZES = table(("Model", "BF16", "INT4"), ("8B", "15 GB", "4 GB"), ("405B", "812 GB", "203 GB"))

OPTIONS = table(
    ("Option", "Use case", "Cons"),
    ("Bedrock On-Demand", "Development, variable traffic", "May be throttled"),
    ("SageMaker Endpoints", "Custom models, fine-tuned", "Infrastructure management"),
)


def test_a_small_table_is_no_wider_than_its_words() -> None:
    assert lines(SIZES, 84) == [
        "───────────────────────",
        "Model   BF16     INT4",
        "───────────────────────",
        "8B      15 GB    4 GB",
        "405B    812 GB   203 GB",
        "───────────────────────",
    ]


def test_cells_wrap_and_rows_of_several_lines_stand_apart() -> None:
    assert lines(OPTIONS, 60) == [
        "─" * 60,
        "Option           Use case                Cons",
        "─" * 60,
        "Bedrock          Development, variable   May be throttled",
        "On-Demand        traffic",
        "",
        "SageMaker        Custom models,          Infrastructure",
        "Endpoints        fine-tuned              management",
        "─" * 60,
    ]


def test_names_of_rows_stay_whole_when_there_is_room() -> None:
    names = [line.split("   ")[0] for line in lines(OPTIONS, 76)[3:-1]]

    assert names == ["Bedrock On-Demand", "", "", "SageMaker Endpoints", ""]


def test_a_name_of_a_column_breaks_before_a_cell_does() -> None:
    prices = table(("Way", "Price per million tokens"), ("On-demand all day", "5 USD"))

    assert lines(prices, 36)[1:5] == [
        "Way                 Price per",
        "                    million tokens",
        "────────────────────────────────────",
        "On-demand all day   5 USD",
    ]


def test_a_table_that_would_be_too_narrow_becomes_entries() -> None:
    assert lines(OPTIONS, 40) == [
        "─" * 40,
        "Option",
        "─" * 40,
        "Bedrock On-Demand",
        "  Use case: Development, variable",
        "    traffic",
        "  Cons: May be throttled",
        "",
        "SageMaker Endpoints",
        "  Use case: Custom models, fine-tuned",
        "  Cons: Infrastructure management",
        "─" * 40,
    ]


def test_a_row_that_would_be_very_tall_becomes_an_entry() -> None:
    talk = table(("Term", "Meaning"), ("TTFT", "time to the first token " * 20))

    assert lines(talk, 60)[3] == "TTFT"
    assert lines(talk, 60)[4].startswith("  Meaning: time to the first token")


def test_the_caption_is_labelled_in_the_language() -> None:
    titled = table(("Model", "BF16"), ("8B", "15 GB"), caption=Text("Sizes", "Kích thước"))

    assert lines(titled, 60)[0] == "Table · Sizes"
    assert lines(titled, 60, Lang.VI)[0] == "Bảng · Kích thước"
