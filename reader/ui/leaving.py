"""Out of the terminal: addresses to the browser, files to whoever sits before the screen.

Under `reader serve` that is the colleague's browser, not the machine that the program runs on.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.events import Resize
from textual.geometry import Size


def open_in_browser(app: App[Any], address: str) -> None:
    """Open an address; asked from a thread. Raises ReaderError where there is no browser."""
    if app.is_web:
        app.call_from_thread(app.open_url, address)
        return
    from reader.browser import open_address  # only where something is opened

    open_address(address)


def hand_over(app: App[Any], files: Iterable[Path]) -> None:
    """Have the browser before which somebody sits save files that were written here; asked from a thread."""
    if app.is_web:
        for file in files:
            if file.is_file():
                app.call_from_thread(app.deliver_binary, file)


_LOOKS = 2.0
"""Seconds between two looks whether the server is still there."""


def is_served() -> bool:
    """Whether a server of `reader serve` shows the screen instead of a terminal."""
    return bool(os.environ.get("READER_SERVED"))


def keep_with_server(app: App[Any]) -> None:
    """Have the app be as large as its browser, and end when its server is gone, killed perhaps."""
    server = os.getppid()

    def look() -> None:
        if os.getppid() != server:
            app.exit()  # nobody could reach it any more
        _fit(app)

    app.call_after_refresh(_fit, app)
    app.set_interval(_LOOKS, look)


def _fit(app: App[Any]) -> None:
    """Take the size that the browser told last: that of the start may have come in after it."""
    told = app._driver._size if app._driver is not None else None
    if told is not None and app.size != told:
        size = Size(*told)
        app.post_message(Resize(size, size))


def outlive_terminal() -> None:
    """Have what is drawn go nowhere when the terminal is gone, so that the app can store and end.

    Textual's thread for output dies of the first write to a closed terminal, and nobody takes out of its
    queue any more: the app would wait for ever for room in it, with the library open.
    """
    from textual.drivers._writer_thread import WriterThread  # with the driver

    run = WriterThread.run

    def run_on(self: WriterThread) -> None:
        try:
            run(self)
        except OSError:
            while self._queue.get() is not None:
                pass

    if run.__name__ != run_on.__name__:
        WriterThread.run = run_on  # type: ignore[method-assign]  # there is no other way in
