"""What a figure says, in a line for who chooses among several."""

from __future__ import annotations

from studyapp.core.figures import (
    Burndown,
    CacheFactors,
    Figure,
    Instance,
    ModelPrice,
    ModelShape,
    ProvisionedPrice,
)
from studyapp.core.quantity import show_quantity
from studyapp.core.text import Text
from studyapp.words import calculator_screen as words


def describe(figure: Figure) -> Text:
    """The numbers of a figure and their date; prices are marked as examples."""
    said = _said(figure)
    if isinstance(figure, ModelPrice | ProvisionedPrice):
        said = words.EXAMPLE_PRICE.format(said=said)
    return words.DATED.format(said=said, date=figure.as_of.isoformat())


def _said(figure: Figure) -> Text:
    match figure:
        case ModelShape():
            return words.SHAPE.format(
                parameters=show_quantity(figure.parameters, "parameters"),
                layers=figure.layers,
                heads=figure.kv_heads,
                dimension=figure.head_dim,
            )
        case Instance():
            return words.INSTANCE.format(
                count=figure.accelerators,
                accelerator=figure.accelerator,
                gib=f"{figure.accelerator_gib:g}",
            )
        case ModelPrice():
            return words.TOKEN_PRICE.format(
                input=f"{figure.input_usd_per_million:g}",
                output=f"{figure.output_usd_per_million:g}",
            )
        case ProvisionedPrice():
            return words.UNIT_PRICE.format(usd=f"{figure.usd_per_unit_hour:g}")
        case CacheFactors():
            write = figure.write_factor
            return words.CACHE.format(
                write=words.NOT_KNOWN if write is None else f"{write:g}",
                read=f"{figure.read_factor:g}",
            )
        case Burndown():
            return words.BURNDOWN.format(burndown=f"{figure.quota_tokens_per_output_token:g}")
        case _:
            return figure.name
