"""What the library looks like at three sizes: dark, light, and without colour."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.models import Article, Quote, QuoteType, Source, Span, Status
from reader.store import Store
from reader.ui.app import ReaderApp
from tests.ui.waiting import settled

Compare = Callable[..., bool]
AppOn = Callable[..., ReaderApp]

PAPERS = (
    ("Brücke wird teurer", "Tagblatt", "Lokales", "de", "2024-03-05"),
    ("Fähre fährt wieder", "Kurier", "Verkehr", "de", "2024-03-04"),
    ("Ferry cut to one a day", "Herald", "Local", "en", "2024-02-27"),
    ("Le bac est en panne", "Dépêche", "Région", "fr", "2024-02-20"),
    ("Das Bad öffnet im Mai", "Kurier", "Lokales", "de", "2024-02-02"),
    ("", "Tagblatt", "", "de", ""),
)
WORDS = "„Wir haben lange gewartet“"
SHAPE = "{title}: Es dauert.\n\n{words}, sagte Anna Weber am Montag. Die Kasse sei leer. Nummer {number}."


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of six articles, added at one fixed moment, with something read, starred, decided, tagged."""
    path = tmp_path_factory.mktemp("papers") / "library.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reader.store.adding.now", lambda: "2024-03-06T08:00:00Z")
        with Store(path, actor="anna") as store:
            for number, paper in enumerate(PAPERS):
                store.articles.add(*article(number, *paper), detector="rules-1")
            store.articles.update([2], starred=True)
            store.articles.update([3], state="done")
            store.quotes.set_status([1, 2], Status.ACCEPTED)
            source = store.sources.add(Source("Anna Weber", role="Kämmerin"))
            store.sources.assign([1, 3], source.id)
            store.tags.attach(["verkehr/fähre"], articles=[2, 3])
    return path


def article(
    number: int, title: str, outlet: str, section: str, language: str, published: str
) -> tuple[Article, tuple[Quote, ...]]:
    """A short text with a direct and an indirect quote."""
    text = SHAPE.format(title=title or "Kurz", words=WORDS, number=number)
    said, told = text.index(WORDS), text.index("Die Kasse")
    quotes = (
        Quote(
            QuoteType.DIRECT, (Span(said, said + len(WORDS)),), resolved_speaker="Anna Weber", confidence=0.9
        ),
        Quote(QuoteType.INDIRECT_FREE_INDIRECT, (Span(told, told + 20),), confidence=0.6),
    )
    return Article(
        text, title=title, outlet=outlet, section=section, language=language, published=published,
        location=f"paper-{number}.txt",
    ), quotes  # fmt: skip


@pytest.fixture
def library(papers: Path, tmp_path: Path) -> Path:
    """A copy of that library, for one test alone."""
    return Path(shutil.copy(papers, tmp_path / "library.db"))


def ready(*keys: str) -> Callable[[Pilot[None]], Any]:
    """Waits for the library and presses keys."""

    async def run(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return run


def test_dark_and_small(snap_compare: Compare, library: Path, app_on: AppOn) -> None:
    assert snap_compare(app_on(library), terminal_size=(80, 24), run_before=ready("j"))


def test_light(snap_compare: Compare, library: Path, app_on: AppOn) -> None:
    app = app_on(library, theme="reader-light")
    assert snap_compare(app, terminal_size=(120, 40), run_before=ready("j", "v", "j", "v"))


def test_large_without_colour(
    snap_compare: Compare, library: Path, app_on: AppOn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys = ("slash", *"gewartet", "enter", "j")
    assert snap_compare(app_on(library), terminal_size=(200, 60), run_before=ready(*keys))
