"""Pieces of text in several inks, wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.texts.differences import difference
from reader.ui.widgets.wrapped import Run, Runs, of_difference, wrap


def text(line: Runs) -> str:
    return "".join(run.text for run in line)


@pytest.mark.parametrize(
    ("runs", "width", "lines"),
    [
        ((Run("Wir bauen heute"),), 9, ["Wir bauen ", "heute"]),
        ((Run("Wir "), Run("bauen", "open"), Run(" heute")), 9, ["Wir bauen ", "heute"]),
        (
            (Run("Er sagte: "), Run("„", "faint"), Run("Nein"), Run("“.", "faint")),
            12,
            ["Er sagte: ", "„Nein“."],
        ),
        ((Run("„", "faint"), Run("Donaudampf"), Run("“", "faint")), 8, ["„Dona", "udampf“"]),
        ((Run("Eins\nZwei"),), 20, ["Eins", "Zwei"]),
        ((Run("Donaudampfschiff"),), 8, ["Donaudam", "pfschiff"]),
        ((Run("日本日本日本"),), 8, ["日本日本", "日本"]),
        ((Run("日本 日本 日本"),), 6, ["日本 ", "日本 ", "日本"]),
        ((), 10, [""]),
    ],
)
def test_lines_break_between_words(runs: Runs, width: int, lines: list[str]) -> None:
    assert [text(line) for line in wrap(runs, width)] == lines


WORDS = st.lists(st.sampled_from(["a", "bauen", "Größe", "日本", "„so“", "x" * 15, "e\u0301"]), max_size=20)


@given(st.lists(WORDS.map(" ".join), max_size=4), st.integers(8, 20))
def test_no_line_is_too_long_and_no_word_is_lost(texts: list[str], width: int) -> None:
    lines = wrap([Run(f"{one} ", ink) for one, ink in zip(texts, "abcd", strict=False)], width)
    assert all(cell_len(text(line).rstrip()) <= width for line in lines)
    assert "".join("".join(map(text, lines)).split()) == "".join("".join(texts).split())


def test_a_difference_can_be_read_without_colours() -> None:
    pieces = difference("Wir bauen heute nicht", "Wir bauen morgen nicht")
    assert text(of_difference(pieces, marked=True)) == "Wir bauen [-heute-] {+morgen+} nicht "
