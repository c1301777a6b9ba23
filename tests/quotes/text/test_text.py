"""What engines look up in a text, by token."""

from reader.quotes.text.analysis import analyse
from reader.quotes.text.text import Text


def text(words: str, language: str = "en") -> Text:
    return Text(analyse(words, language))


def test_nothing_stands_beyond_the_ends() -> None:
    read = text("Ann Lee")
    assert [read.lower(at) for at in (-1, 0, 1, 2)] == ["", "ann", "lee", ""]


def test_ranges_lead_back_to_the_text() -> None:
    read = text("She said that it rained.")
    assert read.text((1, 3)) == "said that"
    assert read.span((1, 3)) == (4, 13)
    assert read.cue_spans((0, 1, 3)) == ((0, 8), (14, 16))


def test_passages_in_marks_are_known_by_their_tokens() -> None:
    read = text("He said “no, ‘never’ again”. Then he left.")
    assert read.openings == [2, 5]
    assert read.ends == {2: 10, 5: 8}
    assert read.begins == {9: 2}
    assert sorted(read.marked) == list(range(2, 10))


def test_a_place_before_a_dash_is_passed_over() -> None:
    read = text("LONDON (AP) — The rain goes on.")

    def is_place(token: int) -> bool:
        return read.words[token].isupper() or read.words[token] in "()"

    assert read.words[read.behind_dash(0, 9, is_place)] == "The"
    assert read.behind_dash(5, 9, is_place) == 5
