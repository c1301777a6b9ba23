"""What the desk reads from the library: its page, and the sources and tags one can choose from."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import NotFoundError, ReaderError, StoreError
from reader.i18n import _
from reader.library.page import Page, read_page
from reader.models import Source, Tag
from reader.ui.desk.desk import Desk

if TYPE_CHECKING:
    from reader.store import Store

MOST = 9
"""As many as digits can pick."""
_LAYOUT = 0.02
"""Seconds until looking again whether the text has its size."""


@dataclass(frozen=True, slots=True)
class Register:
    """Sources and tags of the library."""

    sources: tuple[Source, ...] = ()
    recent_sources: tuple[Source, ...] = ()
    tags: tuple[Tag, ...] = ()
    recent_tags: tuple[Tag, ...] = ()

    def like(self, written: str, limit: int = 2) -> list[Source]:
        """Sources that a speaker as `written` may be: one of their names has all its words."""
        words = set(written.casefold().split())
        if not words:
            return []
        found = [source for source in self.sources if any(words <= names for names in _names(source))]
        return sorted(found, key=lambda source: -source.quotes)[:limit]


def _names(source: Source) -> list[set[str]]:
    return [set(name.casefold().split()) for name in (source.name, *source.aliases)]


def read_register(store: "Store") -> Register:
    """Sources and tags to choose from."""
    return Register(
        tuple(store.sources.all()),
        tuple(store.sources.recent(limit=MOST)),
        tuple(store.tags.all()),
        tuple(store.tags.recent(limit=MOST)),
    )


class Loading:
    """Reads in threads, and puts what was read on the desk; the screen gets its messages."""

    @dataclass
    class Loaded(Message):
        """The article with everything on it has been read from the library."""

        page: Page

    @dataclass
    class Unreadable(Message):
        """The article cannot be read."""

        error: Exception

    @dataclass
    class Listed(Message):
        """Sources and tags to choose from have been read."""

        register: Register

    def __init__(self, desk: Desk, opened: Callable[[], None]) -> None:
        """`opened` is called when the article is shown for the first time."""
        self._desk = desk
        self._opened = opened
        self._outdated = False
        self.register = Register()
        """Sources and tags to choose from."""

    # -- the page ----------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the page from the library."""
        self._desk.in_thread(self._read, "load")

    def _read(self) -> None:
        desk = self._desk
        with desk.session.store() as store:
            revision = store.revision()
            try:
                desk.screen.post_message(self.Loaded(read_page(store, desk.article_id)))
            except Exception as error:  # a damaged record may raise anything
                desk.screen.post_message(self.Unreadable(error))
            desk.saving.shows(revision)

    def look(self) -> None:
        """Read the page again where another screen or program has changed the library."""
        if self._desk.loaded:
            self._desk.in_thread(self._look, "look")

    def _look(self) -> None:
        # a library that cannot be read is told about when a person does something, not every few seconds
        with suppress(ReaderError), self._desk.session.store() as store:
            saving = self._desk.saving
            if store.revision() != saving.revision and not saving.is_saving:
                self._desk.call(self.load)

    def show(self, page: Page) -> None:
        """Show what was read, unless what is shown already is newer."""
        desk = self._desk
        if desk.saving.is_saving:
            self._outdated = True  # it is read again when all is saved
            return
        if not desk.text.size.width:  # the first layout is still to come: lines cannot be broken yet
            again = self.Loaded(page)
            desk.screen.set_timer(_LAYOUT, lambda: desk.screen.post_message(again))
            return
        is_first = not desk.loaded
        desk.show_stored(page)
        if is_first:
            self._opened()
            self._say_damage(page.damaged)
        self.read_register()

    def catch_up(self) -> None:
        """All is saved: read again what came meanwhile."""
        if self._outdated:
            self._outdated = False
            self.load()

    def _say_damage(self, count: int) -> None:
        if count:
            which = _("One quote does") if count == 1 else _("{count} quotes do").format(count=count)
            sentence = _("{which} not stand where the library says; `reader verify` lists them.").format(
                which=which
            )
            self._desk.say(sentence, warn=True)

    # -- sources and tags ----------------------------------------------------------------------------------

    def read_register(self) -> None:
        """Read sources and tags, so that their pickers open at once."""
        self._desk.in_thread(self._read_register, "register")

    def _read_register(self) -> None:
        with self._desk.session.store() as store:
            self._desk.screen.post_message(self.Listed(read_register(store)))

    def take_register(self, register: Register) -> None:
        """Offer these from now on."""
        self.register = register
        if self._desk.view.take_colours({tag.path: tag.colour for tag in register.tags if tag.colour}):
            self._desk.show(self._desk.page)


def in_a_sentence(error: Exception) -> ReaderError:
    """What a person is told of an article that cannot be read."""
    if isinstance(error, ReaderError) and not isinstance(error, NotFoundError):
        return error
    what = _("gone from the library, or damaged") if isinstance(error, NotFoundError) else "damaged"
    return StoreError(
        _("This article is {what}: `reader doctor` looks what is wrong.").format(what=what),
        _("It cannot be opened"),
    )
