"""How screens reach the library, and how errors of workers are shown once.

Screens derive from `ReaderScreen` (or `Dialog`), open a store only inside a thread worker with
`with self.session.store() as store:`, and give values on to their widgets.
"""

import logging
import os
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from rich.text import Text
from textual import work
from textual.app import App
from textual.content import Content
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from reader import private_files
from reader.errors import ReaderError
from reader.i18n import _, behind_colon
from reader.ui.behaviours import Behaviour
from reader.ui.library_session import Session
from reader.ui.safe_lines import SafeLines
from reader.ui.toasts import ToastsApp
from reader.visible import visible

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from reader.own_keys import OwnKey
    from reader.store import Store

Result = TypeVar("Result")

WAITING = _("Another program is writing to the library: waiting for it. You can go on.")
TAKES_LONG = _("This change takes a while: you can go on meanwhile.")
LONG = 1.5
"""Seconds after which it is said that a change takes long: that of all articles of a large library does."""
SAID_EVERY = 3.0
"""Seconds between two notices of waiting."""
SAID_FOR = 3.0
"""Seconds for which something said in passing is shown."""
SAID_LONG = 12.0
"""Seconds for what is said once and never again."""
NOTHING_TO_UNDO = _("There is nothing to undo.")
NOTHING_TO_REDO = _("There is nothing to do again.")

SAFE_LINES = SafeLines()

_log = logging.getLogger(__name__)


class SessionApp(ToastsApp, abstract=True):
    """An app on one library."""

    def __init__(self, session: Session, *, ansi_color: bool | None = None) -> None:
        self.session = session  # before Textual asks for the theme
        super().__init__(ansi_color=ansi_color)
        session.on_wait = self._say_waiting
        session.on_notice = self._say_notice
        self._said_waiting = 0.0

    def _say_waiting(self, seconds: float) -> None:
        now = time.monotonic()
        if now - self._said_waiting > SAID_EVERY:
            self._said_waiting = now
            self.call_from_thread(self.notify, WAITING, timeout=SAID_EVERY, markup=False)

    def say_takes_long(self) -> None:
        """Say that a change takes long, unless it waits for another program, which is said already."""
        if time.monotonic() - self._said_waiting > SAID_EVERY:
            self.notify(TAKES_LONG, timeout=SAID_FOR, markup=False)

    def _say_notice(self, sentence: str) -> None:
        """Say something once; asked for by any thread, also before there is a screen."""
        self.call_later(self.notify, sentence, timeout=SAID_LONG, markup=False)

    @property
    def ascii(self) -> bool:
        """Whether to do without drawing characters."""
        return self.session.config.ascii

    def get_line_filters(self) -> Sequence["LineFilter"]:
        """What every line passes on its way to the terminal."""
        filters = [*super().get_line_filters(), SAFE_LINES]
        if not self.ascii:
            return filters
        from reader.ui.plain_lines import PlainLines  # few terminals need it

        return [*filters, PlainLines()]

    def show_failure(self, failure: BaseException) -> None:
        """Say in one sentence what went wrong; the details of an unexpected failure go to the log file."""
        if isinstance(failure, ReaderError):
            self.notify(failure.message, title=failure.title, severity="error", timeout=8, markup=False)
            return
        kept = self.log_failure(failure)
        self.notify(
            _("An unexpected failure ({name}) stopped this step; your work is saved.{kept}").format(
                name=type(failure).__name__, kept=kept
            ),
            title=_("That did not work"),
            severity="error",
            timeout=10,
            markup=False,
        )

    def log_failure(self, failure: BaseException) -> str:
        """Write the details of a failure to the log; what a person is told of where."""
        return _write_log(self.session.log_file, failure)

    def _fatal_error(self) -> None:
        """End on a fault of ours with a sentence; Textual would print the code and what it holds."""
        if os.environ.get("READER_DEBUG") or self._exception is None:
            super()._fatal_error()
        elif not self._exit_renderables:
            kept = self.log_failure(self._exception)
            name = type(self._exception).__name__
            self.panic(
                Text(
                    _(
                        "reader: a fault in reader ({name}) ended the program; your work is saved.{kept}"
                    ).format(name=name, kept=kept)
                )
            )


def _write_log(path: Path, failure: BaseException) -> str:
    try:
        private_files.append(path, "".join(traceback.format_exception(failure)))
    except OSError:
        _log.error("worker failed", exc_info=failure)  # not shown: of the log
        return ""
    return _(" Details: {path}").format(path=path)


class WorkerScreen(Behaviour, Screen[Result], abstract=True):
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

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report a failed worker."""
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.session_app.show_failure(event.worker.error)


class ReaderScreen(WorkerScreen[None], abstract=True):
    """A full screen of reader."""

    OWN_KEYS: ClassVar[str] = ""
    """Which keys of one's own it has: "all", "tags" for those of tags alone, or none."""
    is_read = True
    """Whether what it is about has been read; a screen that reads in a worker begins without."""

    @property
    def is_opening(self) -> bool:
        """Whether what it is about is still being read: keys are held back for it.

        They would find no row to do anything to, and be lost.
        """
        return not self.is_read

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Hold no key back for what could not be read."""
        if event.state is WorkerState.ERROR:
            self.is_read = True

    def on_mount(self) -> None:
        """Take the keys of one's own, which `action_own` answers."""
        config = self.session.config
        if self.OWN_KEYS and (config.tags or config.chains):
            from reader.ui.own_keys import bind, own_keys_of  # few have any

            bind(self, own_keys_of(config, self.OWN_KEYS))

    def own_key(self, key: str) -> "OwnKey":
        """What a key of one's own does."""
        config = self.session.config
        return next(own for own in (*config.tags, *config.chains) if own.key == key)

    def change(self, do: Callable[["Store"], str]) -> None:
        """Change the library, after every change asked for before; `do` gives a sentence to say, or "".

        It runs in a thread; then `show_changed` is called on the screen.
        """
        self._carry_out(do)

    @work(group="change", exit_on_error=False)
    async def _carry_out(self, do: Callable[["Store"], str]) -> None:
        told = self.set_timer(LONG, self.session_app.say_takes_long)
        try:
            sentence = await self.session.write(do)
        finally:
            told.stop()
        self.after_change(sentence)

    def after_change(self, sentence: str) -> None:
        """Say what was done, and show it."""
        if sentence:
            self.notify(plain(sentence).plain, timeout=SAID_FOR, markup=False)
        self.show_changed()

    def show_changed(self) -> None:
        """Show what the library holds after a change."""

    def action_undo(self) -> None:
        """Take the last change back."""
        self.change(self._undo)

    def _undo(self, store: "Store") -> str:
        """Take the last change back; what another program did only when asked a second time."""
        step, who, label = store.journal.of_another()
        if step and step != self.session.asked_to_undo:
            self.session.asked_to_undo = step
            return _("{who} did this elsewhere: {label}. u once more takes it back.").format(
                who=who or _("Somebody"), label=behind_colon(label)
            )
        return _named(_("Undone"), store.journal.undo()) or NOTHING_TO_UNDO

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.change(lambda store: _named(_("Done again"), store.journal.redo()) or NOTHING_TO_REDO)

    def leave(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)

    def finish(self) -> None:
        """The program is about to end: what is under way is stored now."""

    @property
    def is_saving(self) -> bool:
        """Whether changes are on their way to the library."""
        return False


def _named(done: str, label: str) -> str:
    """What was done to which change: "Undone: accept a quote"; "" where there was none."""
    return f"{done}: {behind_colon(label)}" if label else ""


def plain(text: str) -> Content:
    """Text from outside as content: no markup is interpreted, nothing dangerous reaches the terminal."""
    return Content(visible(text))
