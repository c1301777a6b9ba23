"""The gate: no score of detection falls below its floor, here and where the dev articles are at hand."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench import quality
from bench.scoring import Tally
from reader.quotes import detect


def test_no_score_on_the_gold_set_is_below_its_floor() -> None:
    assert quality.shortfalls(quality.gold_parts(), quality.floors()) == []


def test_no_score_on_the_dev_articles_is_below_its_floor(
    quotes_eval: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = quality.dev_parts()
    with capsys.disabled():
        print("\n" + "\n".join(quality.table(parts, quality.floors())))
    assert quality.shortfalls(parts, quality.floors()) == []


def test_every_part_has_floors() -> None:
    named = {part.name for part in quality.gold_parts()}
    assert {name for name in named if "-open-" not in name and "-sealed-" not in name} <= set(
        quality.floors()
    )


def test_floors_only_rise() -> None:
    part = quality.Part("de-rules", {"quote": 0.5, "joint": 0.8}, quality.Counter(), ())
    pinned = {"de-rules": {"quote": 0.7, "joint": 0.6, "Direct": 0.9}, "en-rules": {"quote": 0.4}}
    assert quality.raised([part], pinned) == {
        "de-rules": {"quote": 0.7, "joint": 0.79, "Direct": 0.9},
        "en-rules": {"quote": 0.4},
    }


def test_a_score_below_its_floor_is_told() -> None:
    part = quality.Part("de-rules", {"quote": 0.5}, quality.Counter(), ())
    told = quality.shortfalls([part], {"de-rules": {"quote": 0.6}})
    assert told == ["de-rules: quote is 0.500, below its floor 0.600"]


def _reference(path: Path) -> ModuleType:
    """The scorer kept beside the data, loaded without running it."""
    source = path.read_text(encoding="utf-8")
    spec = importlib.util.spec_from_loader("reference_score", loader=None)
    assert spec
    module = importlib.util.module_from_spec(spec)
    exec(compile(source, str(path), "exec"), module.__dict__)
    return module


def test_the_measures_agree_with_the_scorer_beside_the_data(quotes_eval: Path) -> None:
    theirs, mine = _reference(quotes_eval / "score.py").Tally(), Tally()
    for case in list(quality.dev_cases())[:40]:
        predicted = [quality.as_line(quote) for quote in detect(case.text, engine="rules")]
        theirs.add({"id": case.name, **case.line()}, predicted)
        mine.add(case.line(), predicted)
    assert _flat(mine.report()) == pytest.approx(_flat(theirs.report()))


def _flat(report: dict[str, Any], path: str = "") -> dict[str, float]:
    flat: dict[str, float] = {}
    for key, value in report.items():
        flat |= _flat(value, f"{path}{key} ") if isinstance(value, dict) else {f"{path}{key}": value}
    return flat
