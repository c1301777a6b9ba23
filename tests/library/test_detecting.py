"""One question finds the quotes of an article, whoever asks it."""

from collections.abc import Iterable, Iterator

import pytest

from reader import plugins
from reader.library.detecting import (
    DetectionSettings,
    detect_article,
    detection_behind,
    find_quotes,
    language_of,
    passages_in_marks,
    sentence_starts,
)
from reader.models import Article, Quote, QuoteType, Span

ENGLISH = 'The bridge stays shut tonight. "We will open on Monday," said Karin Miller.'
GERMAN = "Die Brücke bleibt zu. „Wir öffnen am Montag“, sagte Karin Müller."


class Swedish:
    @plugins.hookimpl
    def reader_detect(self, text: str, language: str) -> Iterable[Quote] | None:
        return [Quote(QuoteType.DIRECT, (Span(0, 3),))] if language == "sv" else None


@pytest.fixture
def swedish() -> Iterator[None]:
    plugin = Swedish()
    plugins.manager().register(plugin, "swedish")
    yield
    plugins.manager().unregister(plugin)


def test_a_text_that_does_not_tell_is_read_in_the_configured_language() -> None:
    configured = DetectionSettings(default_language="en")
    detected = detect_article(Article(ENGLISH), configured)
    assert detected.language == "en"
    assert list(detected.quotes) == find_quotes(Article(ENGLISH, language="en"), DetectionSettings())
    assert language_of(Article(GERMAN, language="de-AT"), configured) == "de"
    assert language_of(Article(GERMAN), DetectionSettings()) == "de"


def test_the_engine_chosen_by_name_finds_the_quotes() -> None:
    article = Article(GERMAN, language="de")
    origins = {
        engine: find_quotes(article, DetectionSettings(engine))[0].origin for engine in ("rules", "learned")
    }
    assert origins["rules"] != origins["learned"]
    assert detect_article(article, DetectionSettings("rules")).detector == origins["rules"]


@pytest.mark.usefixtures("swedish")
def test_a_plugin_is_asked_first_unless_an_engine_is_chosen_by_name() -> None:
    article = Article("Bron.", language="sv-FI")
    assert detect_article(article, DetectionSettings()).detector == "plugin-swedish"
    assert detect_article(article, DetectionSettings("rules")).detector != "plugin-swedish"


def test_reasons_are_given_where_they_are_asked_for() -> None:
    article = Article(GERMAN, language="de")
    assert find_quotes(article, DetectionSettings("rules"), explain=True)[0].why
    assert not find_quotes(article, DetectionSettings("rules"))[0].why


@pytest.mark.usefixtures("swedish")
@pytest.mark.parametrize(
    ("language", "text", "found_with"),
    [("de", GERMAN, "rules"), ("de", GERMAN, "learned"), ("sv", "Bron.", "auto")],
)
def test_a_quote_is_found_again_as_it_was_found(language: str, text: str, found_with: str) -> None:
    article = Article(text, language=language)
    (quote,) = find_quotes(article, DetectionSettings(found_with))
    for configured in ("auto", "rules", "learned"):
        how = detection_behind(quote, DetectionSettings(configured))
        assert find_quotes(article, how)[0].origin == quote.origin


def test_marks_and_sentences_are_read_in_the_configured_language() -> None:
    text = "Il dit « bonjour ». Il part avec M. Martin."
    article = Article(text)
    assert [
        text[start:][:2] for start in sentence_starts(article, DetectionSettings(default_language="fr"))
    ] == [
        "Il",
        "Il",
    ]
    (passage,) = passages_in_marks(article, DetectionSettings(default_language="fr"))
    assert text[slice(*passage.span)].strip("« »") == "bonjour"
    assert sentence_starts(Article(""), DetectionSettings()) == []
