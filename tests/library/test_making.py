"""Quotes made of a selection."""

import pytest

from reader.library.making import new_quote, same_as
from reader.library.page import Page
from reader.models import Article, Quote, QuoteType, Span

TEXT = (
    "Hannelore Petersen wohnt am Deich. „Ach was.“ sagte Petersen am Montag. Kolb lachte: «Nein» "
    "und Petersen schwieg.\nSie sei oft da, sagte sie. He said he'd go, 'not now'. « Jamais », dit Petersen."
)
KNOWN = Quote(
    QuoteType.INDIRECT, (Span(TEXT.index("Sie sei"), TEXT.index(", sagte sie")),), id=1,
    resolved_speaker="Hannelore Petersen", speaker_role="Anwohnerin",
)  # fmt: skip
OTHER = Quote(QuoteType.DIRECT, (Span(0, 5),), id=2, resolved_speaker="Jana Kolb")
PAGE = Page(Article(TEXT, language="de"), (OTHER, KNOWN))


def made(words: str, page: Page = PAGE) -> Quote:
    """The quote of a selection of these words."""
    start = page.article.text.index(words)
    return new_quote(page, (Span(start, start + len(words)),), -1)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Ach was.", "„Ach was.“"),
        ("Ach was", "„Ach was.“"),
        ("„Ach was.“", "„Ach was.“"),
        ("Nein", "«Nein»"),
        ("Jamais", "« Jamais »"),
        ("was.", "was."),
    ],
)
def test_words_in_marks_are_direct_and_take_their_marks(words: str, kept: str) -> None:
    quote = made(words)
    assert quote.type is QuoteType.DIRECT
    assert TEXT[quote.start : quote.end] == kept


@pytest.mark.parametrize("words", ["wohnt am Deich", "he'd go", "sagte Petersen", "am Montag"])
def test_other_words_are_indirect_and_as_selected(words: str) -> None:
    quote = made(words)
    assert quote.type is QuoteType.INDIRECT
    assert TEXT[quote.start : quote.end] == words
    assert not quote.speaker


@pytest.mark.parametrize(
    "text", ['Er rief "Ja" und "Nein".', "Er rief »Ja« und »Nein«.", "Er rief „Ja“ und „Nein“."]
)
def test_words_between_two_quotations_are_in_no_marks(text: str) -> None:
    page = Page(Article(text, language="de"))
    assert made("und", page).type is QuoteType.INDIRECT
    assert made("Nein", page).type is QuoteType.DIRECT


def test_the_one_who_is_named_beside_the_words_says_them() -> None:
    quote = made("Ach was.")
    assert quote.resolved_speaker == "Hannelore Petersen"
    assert quote.speaker_role == "Anwohnerin"
    assert [TEXT[start:end] for start, end in quote.speaker] == ["Petersen"]


def test_of_two_who_are_named_nobody_is_taken() -> None:
    assert not made("Nein").speaker


def test_the_same_words_are_known_with_their_marks_and_without() -> None:
    with_marks = made("„Ach was.“")
    page = Page(PAGE.article, (*PAGE.quotes, with_marks))
    assert same_as(page, made("Ach was", page)) == with_marks
    assert same_as(page, made("„Ach was.“ sagte", page)) is None
