"""What changed between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.texts.differences import WordChange, difference, excerpts, in_brackets, is_same, paragraphs


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Wir bauen heute", "Wir bauen heute", "Wir bauen heute"),
        ("Wir bauen heute", "Wir bauen morgen nicht", "Wir bauen [-heute-] {+morgen nicht+}"),
        ("„Wir bauen“, sagte er", "»Wir bauen«, sagte er", "»Wir bauen«, sagte er"),
        ("Wir  bauen\nheute", "Wir bauen heute", "Wir bauen heute"),
        ("", "Neu", "{+Neu+}"),
        ("Alt", "", "[-Alt-]"),
        ("", "", ""),
    ],
)
def test_words_gone_and_new(old: str, new: str, told: str) -> None:
    assert in_brackets(difference(old, new)) == told


WORDS = st.lists(st.sampled_from(["der", "die", "das", "Haus", "baut", "nicht", "heute"]), max_size=30).map(
    " ".join
)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    pieces = difference(old, new)
    before = "".join(f" {text}" for change, text in pieces if change is not WordChange.NEW)
    after = "".join(f" {text}" for change, text in pieces if change is not WordChange.GONE)
    assert (before.split(), after.split()) == (old.split(), new.split())


def test_excerpts_show_changes_with_some_words_around() -> None:
    old = [f"w{number}" for number in range(200)]
    new = [*old[:50], "neu", *old[51:100], "auch", *old[100:]]
    first, second = (in_brackets(one.pieces) for one in excerpts(difference(" ".join(old), " ".join(new)), 3))
    assert first == "… w47 w48 w49 [-w50-] {+neu+} w51 w52 w53 …"
    assert second == "… w97 w98 w99 {+auch+} w100 w101 w102 …"


def test_excerpts_of_neighbouring_changes_are_one() -> None:
    pieces = difference("a b c d e f g h", "a x c d y f g h")
    assert [in_brackets(one.pieces) for one in excerpts(pieces, 3)] == ["a [-b-] {+x+} c d [-e-] {+y+} f g h"]


def test_paragraphs_stay_where_asked_for() -> None:
    assert (
        in_brackets(difference("Eins.\n\nZwei.", "Eins.\n\nDrei."), paragraphs=True)
        == "Eins.\n\n[-Zwei.-] {+Drei.+}"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("„Wir bauen.“", "»wir bauen«", True),
        ("Wir bauen", "Wir bauten", False),
        ("Wir", "Wir bauen", False),
    ],
)
def test_the_same_words_whatever_the_marks(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


def test_excerpts_know_where_they_stand_in_the_new_text() -> None:
    new = "Eins zwei drei.\n\nVier neue sechs."
    (excerpt,) = excerpts(difference("Eins zwei drei.\n\nVier fünf sechs.", new))
    assert new[excerpt.offset :].startswith("neue")


def test_paragraphs_of_a_difference() -> None:
    new = "Eins.\n\nDrei vier.\n\nFünf."
    found = paragraphs(difference("Eins.\n\nZwei.\n\nFünf.", new))
    assert [in_brackets(one.pieces) for one in found] == ["Eins.", "[-Zwei.-]", "{+Drei vier.+}", "Fünf."]
    assert new[found[-1].offset :] == "Fünf."
