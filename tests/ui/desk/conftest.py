"""A library with one article that has quotes of every kind, and a desk driven key by key."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from reader.config import Config
from reader.models import Article, Caption, Quote, QuoteType, Source, SourceKind, Span
from reader.store import Store
from reader.ui.app import ReaderApp
from reader.ui.desk.desk import Desk
from reader.ui.desk.screen import DeskScreen
from tests.ui import waiting

TEXT = (
    "Der Umbau der Brücke wird teurer. „Wir haben uns verrechnet“, sagte Bürgermeisterin Erna Ölmann am "
    "Montag. Es sei mit 3 Mio. Euro mehr zu rechnen. Das habe niemand ahnen können.\n\n"
    "Der Bund der Steuerzahler nannte das „eine Zumutung für alle“. Die Stadt müsse sparen, forderte der "
    "Verband, „und zwar sofort“. Von der „Brücke der Freundschaft“ bleibe wenig.\n\n"
    "Der Rat entscheidet im September. Bis dahin ruht der Verkehr."
)


def span(words: str, after: int = 0) -> tuple[Span, ...]:
    """Where `words` stand in the text."""
    start = TEXT.index(words, after)
    return (Span(start, start + len(words)),)


QUOTES = (
    Quote(
        QuoteType.DIRECT,
        span("„Wir haben uns verrechnet“"),
        speaker=span("Bürgermeisterin Erna Ölmann"),
        cue=span("sagte"),
        resolved_speaker="Erna Ölmann",
        confidence=0.95,
    ),
    Quote(QuoteType.INDIRECT_FREE_INDIRECT, span("Es sei mit 3 Mio. Euro mehr zu rechnen."), confidence=0.85),
    Quote(QuoteType.INDIRECT_FREE_INDIRECT, span("Das habe niemand ahnen können."), confidence=0.55),
    Quote(
        QuoteType.DIRECT,
        span("„eine Zumutung für alle“"),
        speaker=span("Der Bund der Steuerzahler"),
        confidence=0.9,
    ),
    Quote(QuoteType.INDIRECT, span("Die Stadt müsse sparen"), speaker=span("der Verband"), confidence=0.7),
    Quote(QuoteType.DIRECT, span("„und zwar sofort“"), speaker=span("der Verband"), confidence=0.4),
)
ARTICLE = Article(
    TEXT,
    title="Brücke wird teurer",
    outlet="Tagblatt",
    section="Lokales",
    byline="Anna Beispiel",
    published="2024-03-05",
    language="de",
    url="https://tagblatt.example/bruecke",
    captions=(Caption("Die alte Brücke im Nebel.", "Foto: privat"),),
    removed=("Spread the love", "Lesen Sie auch: Wetter"),
)


class DeskApp(ReaderApp):
    """The app with nothing but a desk."""

    CSS_PATH = None
    MODES = {}
    DEFAULT_MODE = "_default"

    def __init__(self, library: Path, *, config: Config | None = None, **desk: object) -> None:
        super().__init__(library, config=config or Config(actor="anna"))
        self._desk = desk
        self.notices: list[str] = []
        """All that was said in passing, also what has gone from the screen."""

    def notify(self, message: str, **options: Any) -> None:
        """Keep what is said; on a busy machine a notice has gone before a test looks."""
        self.notices.append(message)
        super().notify(message, **options)

    def on_mount(self) -> None:
        """Open the desk."""
        self.push_screen(DeskScreen(1, **self._desk))  # type: ignore[arg-type]  # offset and query


class Hands:
    """Presses keys, counts them, and waits until everything they set off is done."""

    def __init__(self, pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, DeskApp)
        self.pilot = pilot
        self.app = pilot.app
        self.pressed = 0

    @property
    def screen(self) -> DeskScreen:
        """The screen of the desk, also under a dialog."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, DeskScreen))

    @property
    def desk(self) -> Desk:
        """What is on the desk."""
        return self.screen.desk

    async def settle(self) -> None:
        """Wait for keys that are held back, for messages, and for workers and what they tell."""
        await waiting.handled(self.app)
        while waiting.at_work(self.app):
            await waiting.idle(self.app)
            await waiting.handled(self.app)

    async def rest(self) -> None:
        """Wait as long as a person rests who waits for what comes by itself a moment after the last key."""
        await waiting.settled(self.pilot)

    async def until(self, there: Callable[[], bool]) -> None:
        """Wait until something holds, however busy the machine is."""
        async with asyncio.timeout(waiting.PATIENCE):
            while not there():
                await asyncio.sleep(waiting.LOOK)
                await self.settle()

    async def _send(self, key: str) -> None:
        """One key as the terminal would send it; a pilot's own press waits 60 ms more."""
        character = key if len(key) == 1 else " " if key == "space" else None
        self.app.post_message(events.Key(key, character))
        await self.settle()

    async def press(self, *keys: str) -> "Hands":
        """Press keys that count."""
        self.pressed += len(keys)
        for key in keys:
            await self._send(key)
        return self

    async def type(self, words: str) -> "Hands":
        """Type words, which do not count."""
        for character in words:
            await self._send("space" if character == " " else character)
        await self.settle()
        return self

    def told(self) -> list[str]:
        """All that was said in passing."""
        return self.app.notices


Open = Callable[..., AbstractAsyncContextManager[Hands]]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with the article, its quotes as suggestions, two sources and two tags."""
    path = tmp_path / "library.db"
    with Store(path, actor="anna") as store:
        store.articles.add(ARTICLE, QUOTES, detector="rules-1")
        mayor = store.sources.add(Source("Erna Ölmann", SourceKind.PERSON, role="Bürgermeisterin"))
        union = store.sources.add(Source("Bund der Steuerzahler", SourceKind.ORGANISATION, aliases=("BdSt",)))
        store.sources.assign([6], union.id)
        store.sources.assign([6], mayor.id)
        store.sources.assign([6], 0)
        store.tags.attach(["wahl", "politik/haushalt", "brücke"], articles=[1])
        store.tags.detach(["wahl", "politik/haushalt", "brücke"], articles=[1])
    return path


@pytest.fixture
def open_desk(library: Path) -> Open:
    """Opens a desk: `async with open_desk(size=(120, 40)) as hands`."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40), config: Config | None = None, **desk: object
    ) -> AsyncIterator[Hands]:
        app = DeskApp(library, config=config, **desk)
        async with app.run_test(size=size, notifications=True) as pilot:
            hands = Hands(pilot)
            await hands.settle()
            yield hands

    return opened
