"""Where characters stand: lines, columns and offsets of texts in every script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.widgets.article.layout import HeadLine, Layout, lay_out, wrapped

LETTERS = [*"abc äß…„“\n -日本é\t", "e\u0301", "👨\u200d👩\u200d👧", "👩", "\x1b", "\u202e"]


def lines(layout: Layout) -> list[str]:
    return [layout.text[start:end] for start, end in zip(layout.starts, layout.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("eins zwei drei", 9, ["eins zwei", "drei"]),
        ("eins\n\nzwei", 20, ["eins", "", "zwei"]),
        ("Donaudampfschifffahrt", 8, ["Donaudam", "pfschiff", "fahrt"]),
        ("CDU-Fraktion tagt", 8, ["CDU-", "Fraktion", "tagt"]),
        ("eins   \nzwei", 20, ["eins", "zwei"]),
        ("日本語の文章", 6, ["日本語", "の文章"]),
        ("cafe\u0301 au lait", 7, ["cafe\u0301 au", "lait"]),
        ("a\x1b[31mb", 20, ["a␛[31mb"]),
        ("[red]nicht rot[/red]", 30, ["[red]nicht rot[/red]"]),
    ],
)
def test_a_text_is_broken_into_lines(text: str, width: int, expected: list[str]) -> None:
    assert lines(lay_out(text, width)) == expected


@given(st.lists(st.sampled_from(LETTERS), max_size=80).map("".join), st.integers(4, 30))
@settings(max_examples=200, deadline=None)
def test_every_character_stands_once_and_lines_are_never_too_wide(text: str, width: int) -> None:
    layout = lay_out(text, width)
    shown: set[int] = set()
    for line, (start, end) in enumerate(zip(layout.starts, layout.ends, strict=True)):
        assert cell_len(layout.text[start:end]) <= width
        assert shown.isdisjoint(range(start, end))
        shown.update(range(start, end))
        for offset in range(start, end):
            assert layout.line_of(offset) == line
            assert layout.offset_at(line, layout.column_of(offset)) <= offset
    assert all(offset in shown for offset, letter in enumerate(text) if not letter.isspace())


def test_a_wide_character_covers_two_columns() -> None:
    layout = lay_out("a日b", 10)
    assert [layout.column_of(offset) for offset in range(3)] == [0, 1, 3]
    assert [layout.offset_at(0, column) for column in range(5)] == [0, 1, 1, 2, 3]


def test_head_and_foot_are_lines_without_offsets() -> None:
    head = (HeadLine("title", "Ein Titel, der zu lang ist"), HeadLine("", ""))
    layout = lay_out("Text", 12, head, (HeadLine("removed", "Werbung"),))
    assert [layout.extra(line).text for line in range(3)] == ["Ein Titel,", "der zu lang", "ist"]  # type: ignore[union-attr]  # all three are there
    assert layout.extra(3) == HeadLine("", "")
    assert layout.line_of(0) == 4
    assert layout.extra(4) is None
    assert layout.extra(5) == HeadLine("removed", "Werbung")
    assert layout.height == 6


def test_an_ellipsis_does_not_stand_alone_on_a_line_of_the_head() -> None:
    title = "Rat streitet lange über den Steg …"
    lines = [line.text for line in wrapped([HeadLine("title", title)], len(title) - 2)]
    assert lines == ["Rat streitet lange über den", "Steg\u00a0…"]
