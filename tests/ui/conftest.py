"""A small library and a running app for tests of the screens."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.location import PyTestLocation

from reader.config import Config
from reader.i18n import SOURCE, spoken
from reader.models import Article, Quote, QuoteType, Source, Span, TermsOfUse
from reader.store import Store
from reader.ui.app import ReaderApp
from tests.ui import waiting
from tests.ui.translated import WORDS_ALONE, looks_at_words

TEXT = """Der Bürgermeister kündigte an, das Bad werde im Mai öffnen.

„Wir haben lange gewartet“, sagte Anna Weber am Montag. Die Kasse sei leer."""


def pictures_of_other_languages() -> Path:
    """Where pictures in another language than English lie: with the tests of it, which have them taken."""
    return Path(__file__).parents[1] / "interface" / "__snapshots__" / spoken()


def _of_other_languages(*, test_location: PyTestLocation) -> str:
    """A folder for each folder of tests, which call their pictures alike."""
    return str(pictures_of_other_languages() / Path(test_location.filepath).parent.name)


if spoken() != SOURCE:
    SVGImageExtension.dirname = staticmethod(_of_other_languages)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run again in another language what looks at words: of a file that asks for them, the tests that do."""
    if spoken() == SOURCE or not os.environ.get(WORDS_ALONE):
        return
    others = [one for one in items if isinstance(one, pytest.Function) and not looks_at_words(one)]
    config.hook.pytest_deselected(items=others)
    items[:] = [one for one in items if one not in others]


def quotes_in(text: str) -> tuple[Quote, ...]:
    """A direct and an indirect quote of the sample text."""
    direct = text.index("„Wir")
    indirect = text.index("das Bad")
    return (
        Quote(
            QuoteType.INDIRECT,
            (Span(indirect, text.index(" öffnen") + 7),),
            resolved_speaker="Bürgermeister",
            confidence=0.8,
        ),
        Quote(
            QuoteType.DIRECT,
            (Span(direct, text.index("“,") + 1),),
            resolved_speaker="Anna Weber",
            confidence=0.9,
        ),
    )


@pytest.fixture(autouse=True)
def pilots_wait_for_the_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits until the processor is idle; on a busy machine that is too early."""
    monkeypatch.setattr("textual.app.wait_for_idle", waiting.until_handled)
    monkeypatch.setattr("textual.pilot.wait_for_idle", waiting.until_handled)
    monkeypatch.setattr("textual.app.App.push_screen_wait", waiting.asked)


@pytest.fixture(autouse=True)
def files_are_read_after_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that ends reads no file any more; the tests after it do, in the same process."""
    monkeypatch.setattr("reader.ingest.reading_process._is_closed", False)


@pytest.fixture(scope="session")
def made_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three articles of two quotes each, and one source."""
    path = tmp_path_factory.mktemp("made") / "library.db"
    with Store(path, actor="tester") as store:
        for number, (title, outlet, language) in enumerate(
            (
                ("Bad öffnet im Mai", "Kurier", "de"),
                ("Brücke gesperrt", "Tagblatt", "de"),
                ("Ferry cut", "Herald", "en"),
            )
        ):
            text = f"{TEXT} {'Fähre' if number == 2 else 'Nummer'} {number}."
            article = Article(
                text, title=title, outlet=outlet, language=language, published=f"2025-0{number + 1}-05"
            )
            store.articles.add(article, quotes_in(text), detector="rules-1")
        store.sources.add(Source("Anna Weber", role="Kämmerin", use=TermsOfUse.BACKGROUND))
    return path


@pytest.fixture
def library(made_library: Path, tmp_path: Path) -> Path:
    """A copy of that library, for one test alone."""
    return Path(shutil.copy(made_library, tmp_path / "library.db"))


@pytest.fixture
def app_on() -> Callable[..., ReaderApp]:
    """Makes an app on a library."""

    def make(library: Path, *locations: str, **settings: object) -> ReaderApp:
        return ReaderApp(library, locations, config=Config(**settings))  # type: ignore[arg-type]  # any setting

    return make
