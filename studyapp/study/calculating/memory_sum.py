"""What a model and its requests ask of memory, from what was written."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.calculators import memory
from studyapp.core.figures import ModelShape
from studyapp.study.calculating.inputs import InputError
from studyapp.words import calculators as words
from studyapp.words import memory as said

if TYPE_CHECKING:
    from studyapp.study.calculating.reading import Reading

_GIB: Final = 2.0**30
_KIB: Final = 2.0**10


class Sum(NamedTuple):
    """What is asked of memory, and from which numbers it follows."""

    parameters: float
    precision: str
    shape: ModelShape | None
    """What the KV cache is counted with; None when its size was stated."""
    need: memory.Need
    requests: float
    usable_share: float

    @property
    def kv_gib(self) -> float:
        """The KV cache of all requests."""
        return memory.kv_gib(
            self.need.kv_bytes_per_token, self.need.kept_tokens_per_request * self.requests
        )

    @property
    def weights_gib(self) -> float:
        """The weights."""
        return self.need.weights_bytes / _GIB

    @property
    def total_gib(self) -> float:
        """Weights and KV cache."""
        return self.weights_gib + self.kv_gib


def summed(reading: Reading) -> Sum:
    """Sum up what was written; raises InputError when nothing tells the size of the KV cache."""
    model = reading.figure("model", ModelShape)
    parameters = float(model.parameters) if model else reading.number("model")
    precision = reading.choice("precision")
    kv_bytes, shape = _kv_bytes_per_token(reading, model, parameters)
    kept = memory.kept_tokens(reading.number("context"), shape.window_tokens if shape else None)
    return Sum(
        parameters,
        precision,
        shape,
        memory.Need(memory.weights_bytes(parameters, precision), kv_bytes, kept),
        reading.number("concurrency"),
        reading.number("usable") / 100,
    )


def _kv_bytes_per_token(
    reading: Reading, model: ModelShape | None, parameters: float
) -> tuple[float, ModelShape | None]:
    """Bytes as stated, else by the shape stated, the model's own, or that nearest in size."""
    stated = reading.number_if_known("kv-per-token")
    if stated is not None:
        return stated * _KIB, None
    shape = reading.figure("shape", ModelShape) or model
    if shape is None:
        shape = min(
            reading.figures.models,
            key=lambda each: abs(log(each.parameters / parameters)),
            default=None,
        )
        if shape is None:
            raise InputError(words.NEEDED.format(id="kv-per-token", means=said.KV_PER_TOKEN_MEANS))
        reading.take("shape", shape, "computed")
    per_token = memory.kv_bytes_per_token(shape.layers, shape.kv_heads, shape.head_dim)
    reading.take("kv-per-token", per_token / _KIB, "computed")
    return per_token, shape
