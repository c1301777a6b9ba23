"""Citations in three styles, quotation marks by language, and links that open at the quote."""

from dataclasses import replace
from urllib.parse import unquote

import pytest

from reader.errors import UsageError
from reader.formats.bylines import Author, authors
from reader.formats.citation import STYLES, cite, in_marks, link
from reader.models import Article, Quote, QuoteType, Span
from tests.formats.examples import ARTICLE, DIRECT, SOURCE, SPLIT, TEXT


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("house", "Beispielblatt, „Bauen: „heute“ [neu]“, 21.10.2015, https://example.org/bauen?a=1&b=2"),
        (
            "chicago",
            "Anna Beispiel and Jan de Vries, “Bauen: „heute“ [neu],” Beispielblatt, October 21, 2015, "
            "https://example.org/bauen?a=1&b=2.",
        ),
        (
            "dgps",
            "Beispiel, A. & de Vries, J. (2015, 21. Oktober). Bauen: „heute“ [neu]. Beispielblatt. "
            "https://example.org/bauen?a=1&b=2",
        ),
    ],
)
def test_an_article_is_cited_in_each_style(style: str, expected: str) -> None:
    assert cite(ARTICLE, style=style) == expected


def test_a_quote_comes_with_its_speaker_before_the_citation() -> None:
    said = cite(ARTICLE, DIRECT, SOURCE)
    assert said.startswith("„Wir *bauen* <heute>“ (Erika Mustermann, Ministerin, Land). Beispielblatt")


def test_words_that_are_not_the_speakers_are_marked_so() -> None:
    assert "(sie, sinngemäß)" in cite(ARTICLE, SPLIT)
    assert "(sie, paraphrased)" in cite(replace(ARTICLE, language="en"), SPLIT)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(UsageError, match=", ".join(STYLES)):
        cite(ARTICLE, style="mla")


@pytest.mark.parametrize("style", STYLES)
def test_an_article_of_which_nothing_is_known_can_be_cited(style: str) -> None:
    assert cite(Article("x"), Quote(QuoteType.DIRECT, (Span(0, 1),)), style=style)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "„Das ist ‚neu‘“", "„Das ist ‚neu‘“"),
        ("de", '"Das ist neu"', "„Das ist neu“"),
        ("de", "Das sei „neu“ und „alt“", "„Das sei ‚neu‘ und ‚alt‘“"),
        ("de", "»Das ist neu«", "„Das ist neu“"),
        ("fr", "«Bonjour»", "« Bonjour »"),
        ("en", "„Hi“", "“Hi”"),
        ("xx", "„A“ und „B“", "“‘A’ und ‘B’”"),
        ("de", "„", "„„“"),
        ("de", "", "„“"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, text: str, expected: str) -> None:
    quote = Quote(QuoteType.DIRECT, (Span(0, len(text)),))
    assert in_marks(Article(text, language=language), quote) == expected


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("Von Anna Beispiel und Jan de Vries", [Author("Beispiel", "Anna"), Author("de Vries", "Jan")]),
        ("dpa", [Author("dpa")]),
        ("By John van der Berg", [Author("van der Berg", "John")]),
        ("dpa/AFP", [Author("dpa"), Author("AFP")]),
        ("", []),
    ],
)
def test_names_are_read_out_of_bylines(byline: str, expected: list[Author]) -> None:
    assert authors(byline) == expected


def test_a_short_passage_is_linked_whole_without_its_marks() -> None:
    address, _, fragment = link(ARTICLE, DIRECT).partition("#:~:text=")
    assert address == ARTICLE.url
    assert unquote(fragment) == "Wir *bauen* <heute>"
    assert "," not in fragment
    assert "<" not in fragment


def test_a_long_passage_is_linked_by_its_edges() -> None:
    text = "Eins zwei drei vier fünf.\n\n" + "Wort " * 60 + "sieben acht-neun zehn, elf."
    fragment = link(replace(ARTICLE, text=text), Quote(QuoteType.DIRECT, (Span(0, len(text)),)))
    assert unquote(fragment.partition("text=")[2]) == "Eins zwei drei vier,sieben acht-neun zehn, elf."
    assert "acht%2Dneun" in fragment
    assert "zehn%2C" in fragment


def test_a_passage_that_stands_twice_is_linked_with_the_words_before_it() -> None:
    text = "Er kam. Dann sagte er: Nein.\nSpäter schrie sie: Nein."
    start = text.rindex("Nein.")
    fragment = link(replace(ARTICLE, text=text), Quote(QuoteType.DIRECT, (Span(start, start + 5),)))
    assert unquote(fragment.partition("text=")[2]) == "Später schrie sie:-,Nein."


def test_a_fragment_that_is_there_is_kept_and_a_path_is_no_link() -> None:
    with_anchor = replace(ARTICLE, url="https://example.org/x#part")
    assert link(with_anchor, DIRECT).startswith("https://example.org/x#part:~:text=Wir")
    assert link(replace(ARTICLE, url=""), DIRECT) == ""
    assert TEXT
