"""How much the learned engine does: in proportion to the text, whatever it looks like."""

from collections.abc import Callable

import pytest

from reader.quotes import detect
from reader.quotes.learned import network

PARAGRAPH = (
    "Der Sprecher Ole Brandt sagte, der Deich halte. „Wir sind bereit“, erklärte die Bürgermeisterin.\n\n"
)


@pytest.fixture
def rows_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Rows of every convolution since, one number each."""
    counts: list[int] = []
    convolve: Callable[..., object] = network._convolve

    def counted(states: network.Floats, *rest: object) -> object:
        counts.append(len(states))
        return convolve(states, *rest)

    monkeypatch.setattr(network, "_convolve", counted)
    return counts


def work(text: str, counts: list[int]) -> int:
    counts.clear()
    detect(text, engine="learned")
    return sum(counts)


@pytest.mark.parametrize(
    "unit",
    [
        PARAGRAPH,
        PARAGRAPH.replace("\n\n", " "),
        "„“ " * 20,
        "„Ja“, sagte er. ",
        "Sie sagte, er sagte, es sei ",
        "laut ",
    ],
)
def test_work_grows_with_the_length_of_the_text(unit: str, rows_read: list[int]) -> None:
    once, thrice = work(unit * 200, rows_read), work(unit * 600, rows_read)
    assert thrice <= 4 * once + 200


def test_many_candidates_are_looked_at_in_portions(rows_read: list[int]) -> None:
    detect(PARAGRAPH * 600, engine="learned")
    assert max(rows_read) < 50_000


def test_nothing_but_marks_is_not_looked_at_passage_by_passage(rows_read: list[int]) -> None:
    assert work("„a“ " * 3000, rows_read) < 20 * 3 * 3000
