"""Which quotes of two articles are the same one."""

import random

import pytest
from rapidfuzz import fuzz

from reader.store import same_quotes as pairing
from reader.store.same_quotes import matched


def test_the_likest_are_matched_first_and_each_once() -> None:
    ours = ["Wir warten lange auf den Bus", "Wir warten lange auf den Zug", "Ganz anderes"]
    theirs = ["Wir warten lange auf den Zug", "Wir warteten lange auf den Bus"]
    found = matched(ours, theirs)
    assert {i: k for i, (k, _) in found.items()} == {0: 1, 1: 0}
    assert found[1][1] == 1.0
    assert 0.6 <= found[0][1] < 1.0


def test_nothing_is_matched_with_nothing() -> None:
    assert matched([], ["Wir warten"]) == {}
    assert matched(["Wir warten"], ["Die Kasse ist leer"]) == {}


def quotes(chance: random.Random, count: int) -> list[str]:
    """Made-up quotes: many words that all have, and a few of their own."""
    common = [f"wort{number}" for number in range(40)]
    return [
        " ".join(chance.choices(common, k=9) + [f"eigen{chance.randrange(9**9)}" for _ in range(3)])
        for _ in range(count)
    ]


def test_many_quotes_are_matched_as_few_are_without_comparing_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(3)
    ours = quotes(chance, 1500)
    theirs = [f"{quote} und mehr" if number % 3 else quote for number, quote in enumerate(ours)]
    chance.shuffle(theirs)
    compared = 0
    ratio = fuzz.ratio

    def counted(*texts: str, score_cutoff: float) -> float:
        nonlocal compared
        compared += 1
        return ratio(*texts, score_cutoff=score_cutoff)

    monkeypatch.setattr(pairing.fuzz, "ratio", counted)
    found = matched(ours, theirs)
    assert len(found) == len(ours)
    assert all(theirs[k].startswith(ours[i]) for i, (k, _) in found.items())
    assert compared < 20 * len(ours)
