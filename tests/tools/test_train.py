"""Learning anew: what the rules forget meanwhile, and that the same texts give the same network."""

import random
from typing import Any

import pytest

from reader.models import QuoteType
from tools.train.data import CLASSES
from tools.train.forgetting import forgetful
from tools.train.gold import Example, example_of, numbered_rows

SAID = "Jana Ott sagte, der Steg sei morsch. "
GOES_ON = "Man habe ihn gesperrt."
ALWAYS = {QuoteType.INDIRECT_FREE_INDIRECT: 1.0}


def annotated(goes_on: str = "IndirectFreeIndirect") -> dict[str, Any]:
    """Two sentences of a report, the second a quote of that type."""
    quote = {"type": goes_on, "medium": "Speech", "spans": [[len(SAID), len(SAID + GOES_ON)]]}
    return {"text": SAID + GOES_ON, "title": "", "quotes": [quote]}


def example(line: dict[str, Any]) -> Example:
    return example_of(line, numbered_rows([line["text"]] * 3, CLASSES))


def found(of: Example) -> list[QuoteType]:
    return [draft.type for draft in of.drafts]


def test_the_rules_forget_what_they_get_right_of_a_type() -> None:
    told = example(annotated())
    less = forgetful(told, ALWAYS, random.Random(1))
    assert found(told) == [QuoteType.INDIRECT, QuoteType.INDIRECT_FREE_INDIRECT]
    assert found(less) == [QuoteType.INDIRECT]
    behind = told.text.analysis.range_of(0, len(SAID))[1]
    assert told.text.draft_index.of_sentences(behind, behind + 3)
    assert not less.text.draft_index.of_sentences(behind, behind + 3)
    assert less.text.context.sum() < told.text.context.sum()


def test_the_rules_forget_nothing_that_they_get_wrong() -> None:
    told = example(annotated("Reported"))
    assert forgetful(told, ALWAYS, random.Random(1)) is told


def test_the_rules_forget_a_share_and_other_drafts_in_another_pass() -> None:
    told, dice = example(annotated()), random.Random(1)
    kept = [len(forgetful(told, {QuoteType.INDIRECT_FREE_INDIRECT: 0.25}, dice).drafts) for _ in range(400)]
    assert 60 < kept.count(1) < 140


def test_the_same_texts_give_the_same_network() -> None:
    torch = pytest.importorskip("torch", reason="only training needs it")
    from tools.train.fitting import Plan, fit

    line = annotated()
    rows = numbered_rows([line["text"]] * 3, CLASSES)
    texts = [example_of(line, rows)] * 4
    plan = Plan(passes=3, averaged=2, batch=60)
    one, other = (fit(texts, rows, plan, lambda line: None).state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)
