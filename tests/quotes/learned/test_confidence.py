"""Confidence means the share of right quotes."""

import json
from pathlib import Path

import pytest

from bench.scoring import covered
from reader.quotes import detect
from reader.quotes.learned.engine import confidence

DEV = Path(__file__).parents[3] / "../shared/quotes-eval/de-dev.jsonl"


@pytest.mark.parametrize(
    ("score", "share"), [(0.1, 0.4), (0.5, 0.4), (0.6, 0.5), (0.7, 0.6), (0.9, 0.9), (0.99, 0.9)]
)
def test_confidence_is_read_off_a_line_between_points(score: float, share: float) -> None:
    assert confidence(((0.5, 0.4), (0.7, 0.6), (0.9, 0.9)), score) == pytest.approx(share)


def test_a_score_stands_for_itself_where_nothing_is_known() -> None:
    assert confidence((), 0.8123) == 0.812


@pytest.mark.skipif(not DEV.is_file(), reason="the annotated articles are not here")
def test_accepting_all_above_nine_tenths_is_safe() -> None:
    sure: list[bool] = []
    with DEV.open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            gold = [(quote["type"], covered(quote["spans"], line["tokens"])) for quote in line["quotes"]]
            for quote in detect(line["text"], "de", line["title"], engine="learned"):
                if quote.confidence > 0.9:
                    mine = covered(quote.spans, line["tokens"])
                    fits = (
                        2 * len(mine & other) >= len(mine | other)
                        for kind, other in gold
                        if kind == quote.type
                    )
                    sure.append(any(fits))
    assert len(sure) > 100
    assert sum(sure) / len(sure) >= 0.95
