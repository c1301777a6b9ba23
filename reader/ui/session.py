"""How screens reach the library: a store per worker thread, and errors of workers shown once.

Screens derive from `ReaderScreen` (or `ReaderDialog`), open a store only inside a thread worker with
`with self.session.store() as store:`, and give values on to their widgets.
"""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.worker import Worker, WorkerState

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.config import Config
    from reader.store import Store

Result = TypeVar("Result")

PATIENCE = 0.8
"""Seconds a worker may run before the screen says that it waits."""
LONG = frozenset({"import", "redetect", "export", "search", "fetch"})
"""Groups of workers that show progress of their own, or may be superseded without a word."""

_log = logging.getLogger(__name__)


class Session:
    """One library as the screens of one running program see it."""

    def __init__(self, library: Path, config: "Config") -> None:
        self.library = library
        self.config = config

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """A store of the calling thread; never kept beyond the `with`."""
        from reader.config import actor
        from reader.store import Store

        with Store(self.library, actor=actor(self.config)) as store:
            yield store

    @property
    def log_file(self) -> Path:
        """Where the details of an unexpected failure are written."""
        return self.library.with_suffix(".log")


class SessionApp(App[None]):
    """An app on one library."""

    def __init__(self, session: Session, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.session = session

    @property
    def library_path(self) -> Path:
        """The file of the library."""
        return self.session.library

    def show_failure(self, failure: BaseException) -> None:
        """Say in one sentence what went wrong; the details of an unexpected failure go to the log file."""
        if isinstance(failure, ReaderError):
            self.notify(failure.message, title=failure.title, severity="error", timeout=8, markup=False)
            return
        kept = _write_log(self.session.log_file, failure)
        self.notify(
            f"An unexpected failure ({type(failure).__name__}) stopped this step; your work is saved.{kept}",
            title="That did not work",
            severity="error",
            timeout=10,
            markup=False,
        )


def _write_log(path: Path, failure: BaseException) -> str:
    try:
        with path.open("a", encoding="utf-8") as log:
            log.write("".join(traceback.format_exception(failure)))
    except OSError:
        _log.error("worker failed", exc_info=failure)
        return ""
    return f" Details: {path}"


class WorkerScreen(Screen[Result]):
    """A screen with a session whose failing workers are reported once."""

    @property
    def session(self) -> Session:
        """The library this screen shows."""
        return self.session_app.session

    @property
    def session_app(self) -> SessionApp:
        """The app, known to have a session."""
        app: App[Any] = self.app
        if not isinstance(app, SessionApp):
            raise TypeError("screens of reader run in a SessionApp")
        return app

    def action_press(self, key: str) -> None:
        """Do what `key` does; for the mouse on the footer."""
        self.app.simulate_key(key)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report a failed worker; say that the library is waited for when one takes long."""
        worker = event.worker
        if event.state is WorkerState.ERROR and worker.error is not None:
            self.session_app.show_failure(worker.error)
        elif event.state is WorkerState.RUNNING and worker.group not in LONG:
            self.set_timer(PATIENCE, partial(self._say_waiting, worker))

    def _say_waiting(self, worker: Worker[object]) -> None:
        if worker.is_running:
            self.notify("Still waiting for the library; you can go on.", timeout=3, markup=False)


class ReaderScreen(WorkerScreen[None]):
    """A full screen of reader."""


class ReaderDialog(WorkerScreen[Result], ModalScreen[Result]):
    """A dialog over a screen, with a result."""


def plain(text: str) -> Content:
    """Text from outside as content: no markup is interpreted, nothing dangerous reaches the terminal."""
    from reader.visible import visible

    return Content(visible(text))
