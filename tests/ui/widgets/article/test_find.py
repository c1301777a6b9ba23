"""Finding words with case and diacritics folded, across lines, and by regular expressions."""

import pytest

from reader.ui.widgets.article.find import BadPatternError, FoldedText
from tests.ui.translated import translated


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Herr Müller kam", "muller", ["Müller"]),
        ("Herr Mu\u0308ller kam", "müller", ["Mu\u0308ller"]),
        ("Die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("am\nEnde der\n\nWelt", "ende der welt", ["Ende der\n\nWelt"]),
        ("sie sagte: „Ja“ …", '"ja"', ["„Ja“"]),
        ("na… gut", "...", ["…"]),
        ("a.b aXb", "a.b", ["a.b"]),
        ("2015 und 2016", r"re:20\d5", ["2015"]),
        ("nichts", "   ", []),
        ("", "x", []),
    ],
)
def test_what_is_found(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in FoldedText(text).find(wanted)] == found


def test_a_broken_expression_says_where() -> None:
    with pytest.raises(BadPatternError, match=translated("cannot be read yet: x")[:-1]):
        FoldedText("x").find("re:(")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("(a|aa)+$", "a" * 60 + "b"),
        ("(?:sagte die Frau){e<=9}", "ab" * 100_000),
        ("(?R)a", "ab" * 100_000),
    ],
    ids=["alternatives", "fuzzy", "recursive"],
)
def test_an_expression_that_would_never_end_is_given_up(expression: str, text: str) -> None:
    with pytest.raises(BadPatternError, match=translated("takes too long: try a simpler one")):
        FoldedText(text).find(f"re:{expression}")


@pytest.mark.parametrize(
    "expression", ["((a{1000}){1000}){1000}", "(a{1000,}){1000}", "((((a{,99}){99}){99}){99}){99}"]
)
def test_an_expression_that_would_fill_the_memory_is_refused(expression: str) -> None:
    with pytest.raises(BadPatternError, match=translated("repeats too often: try smaller counts")):
        FoldedText("a").find(f"re:{expression}")


def test_offsets_stay_true_behind_letters_that_fold_to_two() -> None:
    text = "ß" * 50 + "ende" + "…" * 9 + "ende"
    assert [text[start:end] for start, end in FoldedText(text).find("ende")] == ["ende", "ende"]
