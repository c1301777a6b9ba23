"""How the program ends: what is under way is stored and the terminal is as it was, whoever ends it."""

import asyncio
import signal
import sys
import time
from contextlib import suppress

from reader.i18n import _
from reader.ui.keys import keys_of
from reader.ui.refreshing import RefreshingApp
from reader.ui.session import ReaderScreen
from reader.ui.widgets.place_bar import PlaceBar

LAST_CHANGE = _("storing the last change, then reader ends")
LAST_WORDS = 2.0
"""Seconds to wait for what is being saved; in a locked library it is saved after the screen has gone."""
READ = 0.2
"""Seconds in which what somebody has typed is read from the terminal, twice what Textual sleeps meanwhile."""

_QUITS = ("quit", "app.quit")


class EndingApp(RefreshingApp, abstract=True):
    """An app that a key, a signal or a closed terminal ends."""

    def on_mount(self) -> None:
        """Obey the system from now on."""
        self._obey_signals()

    async def action_quit(self) -> None:
        """Leave as soon as every change asked for is written."""
        await self._end(0)

    def action_help_quit(self) -> None:
        """Say which key ends the program, where one does: ^c, which copies, is pressed for that by habit."""
        for key in keys_of(self.active_bindings):
            if key.binding.action in _QUITS:
                self.notify(_("{key} ends reader.").format(key=key.keys[0]), markup=False)
                return

    def _obey_signals(self) -> None:
        """End properly where the system or a closed terminal says so: stored, and the terminal as it was."""
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            # Windows has no such handlers, and only the main thread may have any
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                loop.add_signal_handler(number, self.call_later, self._end_by_signal, 128 + number)

    async def _end_by_signal(self, code: int) -> None:
        """End when what has been typed until now has been read and handled, or has taken too long."""
        self.run_worker(self._end_when_read(code), group="end", exclusive=True)

    async def _end_when_read(self, code: int) -> None:
        await asyncio.sleep(READ)
        last = time.monotonic() + LAST_WORDS
        while self.is_handling_keys and time.monotonic() < last:
            await asyncio.sleep(READ)
        await self._end(code)

    async def _end(self, code: int) -> None:
        self.stop_feeds()
        screens = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        for screen in screens:
            screen.finish()
        last = time.monotonic() + LAST_WORDS
        while any(screen.is_saving for screen in screens) and time.monotonic() < last:
            await asyncio.sleep(0.01)
        if self.session.in_order.locked():  # the app handles nothing until then, so no toast would show
            for bar in self.screen.query(PlaceBar):
                bar.note = LAST_CHANGE
        async with self.session.in_order:
            _stop_reading()
            self.exit(return_code=code)


def _stop_reading() -> None:
    """End the process that reads files, where there is one: a thread may wait for a file that takes long."""
    if process := sys.modules.get("reader.ingest.reading_process"):
        process.close()
