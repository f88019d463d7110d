"""`studyapp calc`: the calculators as text and as a document."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.cli import main
from tests.library.packs import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., str]

BASICS: dict[str, Any] = {"sources": ["example-page"], "as_of": "2026-11-22"}


@pytest.fixture(scope="module")
def figured(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small pack with a few figures."""
    root = tmp_path_factory.mktemp("figured") / "small"
    shutil.copytree(pack, root)
    llama: dict[str, Any] = {
        "id": "fig-model-llama-8b",
        "name": "Llama 8B",
        "parameters": 8_000_000_000,
    }
    llama |= {"layers": 32, "kv_heads": 8, "head_dim": 128}
    small: dict[str, Any] = {
        "id": "fig-instance-g6.xlarge",
        "name": "g6.xlarge",
        "accelerator": "L4",
    }
    large: dict[str, Any] = {
        "id": "fig-instance-p5.48xlarge",
        "name": "p5.48xlarge",
        "accelerator": "H100",
    }
    claude: dict[str, Any] = {
        "id": "fig-price-claude-2.1",
        "name": "Claude 2.1",
        "family": "Claude",
    }
    claude |= {"tier": "standard", "input_usd_per_million": 8, "output_usd_per_million": 24}
    unit: dict[str, Any] = {"id": "fig-provisioned-claude", "name": "Claude 2.1, 1 month"}
    unit |= {"model_price": "fig-price-claude-2.1", "term": "one-month", "usd_per_unit_hour": 63}
    figures = {
        "models": [llama | BASICS],
        "instances": [
            small | BASICS | {"accelerators": 1, "accelerator_gib": 22.35},
            large | BASICS | {"accelerators": 8, "accelerator_gib": 80},
        ],
        "model_prices": [claude | BASICS | {"legacy": True}],
        "provisioned_prices": [unit | BASICS | {"legacy": True}],
    }
    put(root, "figures.yaml", figures)
    return root


@pytest.fixture(autouse=True)
def home(tmp_path: Path, caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def calc(figured: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command on the pack with figures; gives what it prints."""

    def run(*arguments: str, code: int = 0) -> str:
        assert main(["--pack", str(figured), "calc", *arguments]) == code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return err if code else out

    return run


@pytest.fixture
def document(calc: Run) -> Callable[..., dict[str, Any]]:
    def run(*arguments: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(calc(*arguments, "--json"))
        return found

    return run


def test_alone_it_lists_the_calculators(calc: Run) -> None:
    said = calc()
    for name in ("memory", "break-even", "routing", "quota", "caching"):
        assert f"studyapp calc {name} " in said
    assert len(json.loads(calc("--json"))["calculators"]) == 5


def test_a_name_alone_says_what_it_takes_with_an_example_that_works(
    calc: Run, document: Callable[..., dict[str, Any]]
) -> None:
    said = calc("memory")
    assert "concurrency: Requests in flight" in said
    assert "by default 70B" in said
    example = document("memory")["example"]
    assert f"studyapp calc memory {example}" in said
    assert "Result" in calc("memory", *example.split())


def test_a_result_says_what_was_stated_and_what_was_taken(calc: Run) -> None:
    said = calc("memory", "model=70B", "precision=int8", "context=4K")
    assert "Model: 70B (stated)" in said
    assert "Requests in flight: 8 requests (taken by default)" in said
    assert "Shape: Llama 8B (follows from the others)" in said
    assert "weights = parameters × bytes per parameter = 70B × 1 = 70 GB" in said
    assert "too small: the weights" in said
    assert "Llama 8B, as of 2026-11-22" in said
    assert "Example Domain" in said
    assert "\x1b" not in said
    assert max(map(len, said.splitlines())) <= 80


def test_a_result_is_given_in_vietnamese(calc: Run) -> None:
    said = calc("caching", "uses=10", "write=1.25x", "read=0.1x", "--lang", "vi")
    assert "Số lần dùng phần đầu prompt: 10 lần (bạn nhập)" in said
    assert "Dùng 10 lần, cache tiết kiệm 62.8% chi phí đầu vào." in said


def test_prices_are_called_examples_and_retired_models_retired(calc: Run) -> None:
    said = calc("break-even", "requests=1M")
    assert "Example prices, not a quote" in said
    assert "legacy or retired model" in said
    assert "87,500 tokens per minute" in said


def test_inputs_may_follow_options(calc: Run) -> None:
    assert "Share of simple queries: 90% (stated)" in calc("routing", "--lang", "en", "simple=90%")


def test_the_document_holds_everything_with_units(
    document: Callable[..., dict[str, Any]],
) -> None:
    found = document("memory", "model=llama-8b", "instance=g6.xlarge", "context=8192")
    rows = {row["id"]: (row["number"], row["unit"]) for row in found["rows"]}
    assert rows["weights"] == (16.0, "GB")
    assert rows["kv"] == (8.0, "GiB")
    origins = {given["id"]: given["origin"] for given in found["given"]}
    assert origins["model"] == origins["context"] == "stated"
    assert (origins["precision"], origins["kv-per-token"]) == ("default", "computed")
    assert found["says"]["vi"].startswith("14.9 GiB trọng số")
    assert found["table"]["rows"][0][0] == {"en": "g6.xlarge", "vi": "g6.xlarge"}
    assert found["plots"][0]["kind"] == "stack"
    assert [each["id"] for each in found["figures"]] == [
        "fig-model-llama-8b",
        "fig-instance-g6.xlarge",
    ]
    assert found["sources"][0]["checked_at"] == "2026-11-22"


def test_the_document_holds_the_points_of_curves(
    document: Callable[..., dict[str, Any]],
) -> None:
    (plot,) = document("routing", "simple=70%", "ratio=5x")["plots"]
    router, cascade = plot["curves"]
    assert router["points"][-1] == [100.0, 80.0]
    assert cascade["points"][0] == [0.0, -20.0]
    assert [level["up"] for level in plot["levels"]] == [60.0, 80.0]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["memroy"], "there is no calculator `memroy`; nearest: `memory`"),
        (["memory", "modle=70B"], "there is no input `modle`; nearest: `model`"),
        (["memory", "70B"], "`70B` is not understood; write NAME=VALUE, such as `model=70B`"),
        (["memory", "model=lama-8b"], "nearest: `llama-8b`"),
        (["memory", "model="], "`model` needs a value"),
        (["memory", "instance=p5"], "nearest: `p5.48xlarge`"),
        (["memory", "precision=int3"], "it is one of fp32, bf16"),
        (["memory", "model=70B", "model=8B"], "`model` is given twice"),
        (["memory", "model=\x1b[31m"], "`model` knows no figure"),
        (
            ["quota", "burndown=1x", "max-tokens=100K"],
            "`max-tokens` cannot be more than `model-maximum`",
        ),
    ],
)
def test_what_is_unknown_is_told_with_what_is_near(
    calc: Run, arguments: list[str], told: str
) -> None:
    err = calc(*arguments, code=2)
    assert told in err
    assert "\x1b" not in err


def test_what_is_wrong_is_told_in_the_language_asked_for(calc: Run) -> None:
    assert "phải từ 0% đến 100%" in calc("routing", "simple=120", "--lang", "vi", code=2)
