"""The application: one library, its screens, themes and keys."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.command import Provider
from textual.message import Message
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import Worker, WorkerState

from reader.config import Config, load
from reader.errors import UsageError
from reader.i18n import _
from reader.ui.app_keys import EVERYWHERE
from reader.ui.ending import EndingApp
from reader.ui.keys import every_key
from reader.ui.leaving import is_served, keep_with_server, outlive_terminal
from reader.ui.library_session import Session
from reader.ui.own_keys import heed
from reader.ui.session import ReaderScreen, plain
from reader.ui.themes import DARK, THEMES, ink_for
from reader.ui.widgets.place_bar import ABOVE, PlaceBar

if TYPE_CHECKING:
    from reader.store.page_copies import Told
    from reader.ui.dialogs.settings import SettingsDialog

LIBRARY = "library"
OWN_THEMES = {theme.name: theme for theme in THEMES}
PAINTED = 0.5
"""Seconds after which the first screen has been painted."""
START = 2.0
"""Seconds after which everything that stays has been made."""
COLOURLESS_TERMINALS = frozenset({"vt100", "vt102", "vt220", "xterm-mono", "linux-m", "screen-bw"})


def _quotes_screen() -> Screen[Any]:
    from reader.ui.screens.quotes import QuotesScreen  # not for the first paint

    return QuotesScreen()


def _sources_screen() -> Screen[Any]:
    from reader.ui.screens.sources import SourcesScreen  # not for the first paint

    return SourcesScreen()


def _feeds_screen() -> Screen[Any]:
    from reader.ui.screens.feeds import FeedsScreen  # not for the first paint

    return FeedsScreen()


def _codebook_screen() -> Screen[Any]:
    from reader.ui.screens.codebook import CodebookScreen  # not for the first paint

    return CodebookScreen()


def _key_commands() -> type[Provider]:
    from reader.ui.commands import KeyCommands  # not for the first paint

    return KeyCommands


class ReaderApp(EndingApp):
    """The terminal reader on one library."""

    TITLE = "reader"
    CSS_PATH = Path(__file__).with_name("reader.tcss")
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        "quotes": _quotes_screen,
        "sources": _sources_screen,
        "feeds": _feeds_screen,
        "codebook": _codebook_screen,
    }
    DEFAULT_MODE = LIBRARY
    COMMANDS = {_key_commands}
    BINDINGS = EVERYWHERE

    def _first_theme(self) -> str:
        wanted = self.session.config.theme
        return wanted if wanted in self.available_themes else DARK.name

    # known from the beginning: changed afterwards, every style sheet would be read twice
    theme: Reactive[str] = Reactive(Initialize(_first_theme))

    def __init__(
        self, library: Path, locations: Sequence[str] = (), *, config: "Config | None" = None
    ) -> None:
        # Without this Textual turns NO_COLOR into shades of grey; native colours are taken out altogether.
        super().__init__(Session(library, config or load()), ansi_color=True if _no_colour() else None)
        self.locations = tuple(locations)
        self.first: Message | None = None
        """The place above the library that is shown at the start."""
        self.set_keymap(self.session.config.keymap)
        for key in ",".join(self.session.config.keymap.values()).split(","):
            heed(key.strip())
        self.alt_keys = frozenset(own.key for own in (*self.session.config.tags, *self.session.config.chains))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours."""
        return {**super().available_themes, **OWN_THEMES}

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name; asked for with every line that is painted."""
        return OWN_THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[Any]:
        """The library; as a mode of its own every style sheet would be read twice."""
        if self.DEFAULT_MODE != LIBRARY:
            return super().get_default_screen()
        from reader.ui.screens.library import LibraryScreen  # not for the first paint

        return LibraryScreen()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables for themes that are not ours."""
        return ink_for(self.current_theme)

    async def action_switch_mode(self, mode: str) -> None:
        """Go to one of the places, always: what lies above it is left."""
        if mode != self.current_mode:
            self._leave_place_above()
            await super().action_switch_mode(mode)
        self._leave_until(lambda screen: screen is self.screen_stack[0])

    def _leave_until(self, is_there: "Callable[[Screen[Any]], bool]") -> None:
        """Leave screens until one is there, or one does not let itself be left."""
        while not is_there(above := self.screen) and isinstance(above, ReaderScreen):
            above.leave()
            if self.screen is above:
                return

    def _leave_place_above(self) -> None:
        """Leave a place that is shown above another one: whoever comes back looks for that one."""
        screen = self.screen
        shown = {bar.here for bar in screen.query(PlaceBar)}
        if isinstance(screen, ReaderScreen) and shown & ABOVE:
            screen.leave()

    def action_balance(self) -> None:
        """Count what the screen shows."""
        from reader.ui.places import BalanceWanted, HasView  # not for the first paint
        from reader.ui.screens.balance import BalanceScreen

        screen = self.screen
        if isinstance(screen, BalanceScreen):
            return  # it counts already what was shown
        self.open_balance(screen.balance_wanted() if isinstance(screen, HasView) else BalanceWanted())

    def action_notes(self) -> None:
        """List all notes; from a screen above them, go back to them."""
        from reader.ui.screens.notes import NotesScreen  # not for the first paint

        if any(isinstance(one, NotesScreen) for one in self.screen_stack):
            self._leave_until(lambda screen: isinstance(screen, NotesScreen))
        else:
            self.open_notes()

    def action_tour(self) -> None:
        """Show what there is in six steps."""
        from reader.ui.dialogs.tour import Tour  # not for the first paint

        self.push_screen(Tour())

    def action_settings(self) -> None:
        """Show the settings, and what is wrong with the keys."""
        from reader.ui.dialogs.settings import SettingsDialog  # not for the first paint

        settings = SettingsDialog()
        self.push_screen(settings)
        self._tell_of_keys(settings)

    @work(thread=True, group="keymap", exit_on_error=False)
    def _tell_of_keys(self, settings: "SettingsDialog") -> None:
        from reader.ui.keymap import problems  # imports every screen

        config = self.session.config
        wrong = problems(config.keymap, (*config.tags, *config.chains))
        if settings.is_running:
            self.call_from_thread(settings.say_keys, wrong)

    def action_command_palette(self) -> None:
        """Show every action, to be found by its name."""
        from reader.ui.action_palette import ActionPalette  # not for the first paint

        if not isinstance(self.screen, ActionPalette):
            self.push_screen(ActionPalette(placeholder=_("Search for commands…"), id="--command-palette"))

    def action_help(self) -> None:
        """Show all keys of this screen, by task."""
        from reader.ui.dialogs.help import HelpScreen  # not for the first paint

        self.push_screen(HelpScreen(every_key(self.screen)))

    def on_mount(self) -> None:
        """Make the library a place to come back to; collect garbage again when all that stays is there."""
        if self.DEFAULT_MODE == LIBRARY:
            self.add_mode(LIBRARY, self.get_default_screen)
        self.set_timer(START, _collect_again)
        if self.is_web:
            keep_with_server(self)
        if self.first:
            self.call_after_refresh(self.post_message, self.first)
        if self.session.config.keymap or self.alt_keys:
            self.set_timer(PAINTED, self._look_at_keymap)

    @work(thread=True, group="keymap", exit_on_error=False)
    def _look_at_keymap(self) -> None:
        """Say what is wrong with the keys in the configuration; keys that they do not name stay."""
        from reader.ui.keymap import completed, problems  # imports every screen

        config = self.session.config
        self.call_from_thread(self.set_keymap, completed(config.keymap))
        for sentence in problems(config.keymap, (*config.tags, *config.chains)):
            warning = plain(sentence).plain
            self.call_from_thread(
                self.notify, warning, title=_("Keys"), severity="warning", timeout=8, markup=False
            )

    def on_unmount(self) -> None:
        """Close the library."""
        self.session.close()

    def action_next_theme(self) -> None:
        """Go on to the next of our themes."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        self.keep_theme()

    @work(thread=True, exclusive=True, group="theme", exit_on_error=False)
    def keep_theme(self) -> None:
        """Start with the present theme from now on."""
        self.session.keep_theme(self.theme)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report what could not be kept."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.show_failure(event.worker.error)


def _collect_again() -> None:
    gc.freeze()
    gc.enable()


def _no_colour() -> bool:
    return "NO_COLOR" in os.environ


def run(
    library: Path,
    locations: Sequence[str] = (),
    first: Message | None = None,
    *,
    upgrading: "Callable[[], AbstractContextManager[Told | None]]" = nullcontext,
) -> None:
    """Open `library` in the terminal, adding `locations` meanwhile, with the place that `first` asks for.

    `upgrading` shows, before there is a screen, how far an older library is brought up to date.
    Raises UsageError where there is no terminal to draw on, StoreError where the library cannot be opened.
    """
    from reader.store import Store  # an app made without this function brings it when it needs it

    _require_terminal()
    with upgrading() as told, Store(library, told=told) as store:
        store.revision()
    outlive_terminal()
    app = ReaderApp(library, locations)
    app.first = first
    app.run()
    if app.return_code:
        sys.exit(app.return_code)


def _require_terminal() -> None:
    kind = os.environ.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and not is_served():
        raise UsageError(
            _("There is no terminal to draw on; `reader --help` lists the commands that print instead.")
        )
    if kind == "dumb":
        raise UsageError(
            _("This terminal (TERM=dumb) cannot show a full screen; use `reader list`, or set TERM.")
        )
    if kind in COLOURLESS_TERMINALS:
        os.environ.setdefault("NO_COLOR", "1")
