"""Words, sentences and paragraphs that the caret goes by."""

import pytest

from reader.ui.widgets.article import motions

TEXT = "Am 5. September kam Dr. Müller-Lüdenscheidt. „Ja!“, sagte er.\n\nEr ging z.B. heim."


@pytest.mark.parametrize(
    ("offset", "word"), [(0, "5"), (3, "."), (6, "kam"), (24, "."), (TEXT.index("er."), ".")]
)
def test_the_next_word(offset: int, word: str) -> None:
    assert TEXT.startswith(word, motions.next_word(TEXT, offset))


def test_back_and_forth_by_words_meets_the_same_places() -> None:
    forward = [0]
    while forward[-1] < len(TEXT):
        forward.append(motions.next_word(TEXT, forward[-1]))
    back = [len(TEXT)]
    while back[-1] > 0:
        back.append(motions.previous_word(TEXT, back[-1]))
    assert forward == back[::-1]


def test_the_end_of_a_word_is_the_offset_after_it() -> None:
    assert TEXT[: motions.word_end(TEXT, TEXT.index("Müller"))].endswith("Lüdenscheidt")


def test_sentences_do_not_end_at_ordinals_and_titles() -> None:
    starts = motions.sentence_starts(TEXT)
    assert [TEXT[start : start + 4] for start in starts] == ["Am 5", "„Ja!", "Er g"]


def test_around_leaves_white_space_out() -> None:
    start, end = motions.unit_at(motions.sentence_starts(TEXT), 3, TEXT)
    assert TEXT[start:end] == "Am 5. September kam Dr. Müller-Lüdenscheidt."


def test_paragraphs() -> None:
    assert motions.paragraph_starts(TEXT) == [0, TEXT.index("Er ging")]


def test_nothing_breaks_on_an_empty_text() -> None:
    assert motions.next_word("", 0) == motions.previous_word("", 0) == motions.word_end("", 0) == 0
    assert motions.word_at("", 0) == (0, 0)
    assert motions.unit_at(motions.sentence_starts(""), 0, "") == (0, 0)
