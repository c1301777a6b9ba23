"""Why a quote was found is asked of the detector, engine and language that found it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reader import plugins
from reader.config import Config
from reader.library.detecting import DetectionSettings, detect_article
from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store
from reader.ui.desk.detecting import reasons
from tests.ui.desk.conftest import DeskApp, Hands
from tests.ui.desk.test_view import shown
from tests.ui.translated import says, translated

ENGLISH = 'The bridge stays shut tonight. "We will open on Monday," said Karin Miller.'
LOST = "The detector of today would not find it again."


@pytest.mark.parametrize("engine", ["auto", "rules"])
def test_a_quote_found_in_the_configured_language_is_explained_in_it(engine: str) -> None:
    how = DetectionSettings(engine, "en")
    found = detect_article(Article(ENGLISH), how)
    (quote,) = (quote for quote in found.quotes if quote.type is QuoteType.DIRECT)
    assert LOST not in reasons(Article(ENGLISH), quote, how)


class Swedish:
    @plugins.hookimpl
    def reader_detect(self, text: str, language: str) -> Iterable[Quote] | None:
        return [Quote(QuoteType.DIRECT, (Span(0, 3),), why=("It begins.",))] if language == "sv" else None


@pytest.fixture
def swedish() -> Iterator[None]:
    plugin = Swedish()
    plugins.manager().register(plugin, "swedish")
    yield
    plugins.manager().unregister(plugin)


@pytest.mark.usefixtures("swedish")
def test_what_a_plugin_found_is_explained_by_it() -> None:
    article = Article("Hej, sade hon.", language="sv")
    (quote,) = detect_article(article, DetectionSettings()).quotes
    assert reasons(article, quote, DetectionSettings())[1:] == ["It begins."]


async def test_why_on_the_desk_asks_in_the_configured_language(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    found = detect_article(Article(ENGLISH), DetectionSettings("auto", "en"))
    with Store(library) as store:
        store.articles.add(Article(ENGLISH), found.quotes, detector=found.detector)
    app = DeskApp(library, config=Config(language="en"))
    async with app.run_test(size=(120, 30)) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        await hands.press("tab", "i")
        await hands.until(lambda: translated("Why this was found") in shown(hands))
        assert LOST not in shown(hands)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge stays shut tonight. Karin Miller conceded that the cost had run away from her."),
        ("fr", "Le port reste fermé. La maire Anne Le Gall a ajouté que les pêcheurs seraient indemnisés."),
        ("de", "Die Brücke bleibt zu. Landrätin Karin Müller sagte, die Kosten seien ihr davongelaufen."),
    ],
)
async def test_the_card_of_what_was_found_says_how_sure_that_is(
    tmp_path: Path, language: str, text: str
) -> None:
    library = tmp_path / "library.db"
    found = detect_article(Article(text, language=language), DetectionSettings())
    with Store(library) as store:
        store.articles.add(Article(text, language=language), found.quotes, detector=found.detector)
    app = DeskApp(library)
    async with app.run_test(size=(120, 30)) as pilot:
        hands = Hands(pilot)
        await hands.settle()
        await hands.press("tab")
        await hands.until(lambda: translated("% sure") in shown(hands))
        await hands.press("i")
        await hands.until(lambda: says(shown(hands), "Found by"))
        assert "Imported" not in shown(hands)
