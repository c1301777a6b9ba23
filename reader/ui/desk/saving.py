"""Changes of the desk on their way to the library: in order, in one worker, however long that is locked.

The screen shows a change at once and queues a `Job`; a thread works the queue off. A locked library is waited
for as long as it takes, and the screen says so; any other failure takes the screen back to what is stored.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from textual.message import Message

from reader.config import actor
from reader.errors import ReaderError, StoreError
from reader.i18n import _
from reader.library.edits import Edit
from reader.library.storing import Work
from reader.ui.desk import unsaved
from reader.ui.library_session import Session
from reader.ui.session import ReaderScreen, SessionApp

if TYPE_CHECKING:
    from reader.store import Store

_LOCKED = frozenset({5, 6})
"""SQLITE_BUSY and SQLITE_LOCKED."""


@dataclass(frozen=True, slots=True)
class Job:
    """One change to save."""

    label: str
    """What undo calls it; "" where the work is no step of its own, as undo itself."""
    work: Work
    done: Callable[[Any], None] | None = None
    """Called on the screen with the result."""
    provisional: int = 0
    """The negative id that the result's id stands for."""
    typed: str = ""
    """What a person wrote, which must not be lost where the job cannot be done."""
    about: int = 0
    """What it was written on: a later text about the same takes the place of an earlier one."""


def job_of(edit: Edit, done: Callable[[Any], None] | None = None, *, typed: str = "", about: int = 0) -> Job:
    """The job that stores an edit."""
    return Job(edit.label, edit.work, done, edit.provisional, typed, about)


class SavingQueue:
    """Saves the changes of a screen one after the other; the screen gets its messages."""

    class Saved(Message):
        """A job is done."""

        def __init__(self, job: Job, result: object) -> None:
            super().__init__()
            self.job = job
            self.result = result

    class Failed(Message):
        """A job could not be done; the jobs behind it were dropped."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class SavingChanged(Message):
        """What the status line says about saving."""

        def __init__(self, state: str) -> None:
            super().__init__()
            self.state = state

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, SavingQueue.SavingChanged)

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._jobs: deque[Job] = deque()
        self._busy = Lock()
        self._stored_ids: dict[int, int] = {}
        self._last_provisional = 0
        self.revision = -1
        """The library's revision that the screen shows."""
        self._article = (0, "")
        self._app: SessionApp | None = None
        self._unsaved: dict[int, str] = {}
        self._unsaved_places: list[Path] = []

    def provisional_id(self) -> int:
        """A negative id for something that is not stored yet."""
        self._last_provisional -= 1
        return self._last_provisional

    def stored_id(self, number: int) -> int:
        """The id in the library of what may have had a provisional one."""
        return self._stored_ids.get(number, number)

    def belongs_to(self, article_id: int, uid: str) -> None:
        """The screen shows this article: what is saved may go on no other one of that number."""
        self._article = (article_id, uid)

    def shows(self, revision: int) -> None:
        """The screen shows the library as it was at this revision."""
        self.revision = revision

    @property
    def is_saving(self) -> bool:
        """Whether changes are on their way."""
        return bool(self._jobs)

    def save(self, job: Job) -> None:
        """Queue a change."""
        self._jobs.append(job)
        self._app = self._screen.session_app
        if len(self._jobs) == 1:
            # a worker of the app: leaving the screen must not end it
            self._app.run_worker(self._work_off, thread=True, group="save", exit_on_error=False)

    def _work_off(self) -> None:
        """Do all queued jobs, in order; the store is opened once for them."""
        with self._busy:
            try:
                with self._patient_store() as store:
                    while self._jobs:
                        self._do(store, self._jobs[0])
                self._tell(self.SavingChanged("saved"))
            except Exception as error:
                kept = self._keep_typed()
                self._jobs.clear()
                self._fail(
                    ReaderError(
                        _("{sentence} What you wrote is in {kept}.").format(
                            sentence=_sentence(error), kept=kept
                        )
                    )
                    if kept
                    else error
                )

    def _keep_typed(self) -> Path | None:
        """Write what was typed for the jobs that cannot be done to a file; None where nothing was."""
        typed = {job.about: job.typed for job in self._jobs if job.typed}
        if not typed:
            return None
        self._unsaved.update(typed)
        self._unsaved_places = self._unsaved_places or unsaved.file_for(self._session.library)
        return unsaved.keep(list(self._unsaved.values()), self._unsaved_places)

    def _fail(self, error: Exception) -> None:
        """Tell the screen what went wrong, or the app where the screen was left meanwhile."""
        if self._screen.is_attached:
            self._tell(self.Failed(error))
        elif self._app is not None:
            self._app.call_from_thread(self._app.show_failure, error)

    def _tell(self, message: Message) -> None:
        """Tell the screen, if it is still there."""
        with suppress(RuntimeError):
            self._screen.post_message(message)

    def _do(self, store: "Store", job: Job) -> None:
        result = self._until_unlocked(store, job)
        if job.provisional and hasattr(result, "id"):
            self._stored_ids[job.provisional] = result.id
        self.shows(store.revision())
        self._jobs.popleft()
        self._tell(self.Saved(job, result))

    def _until_unlocked(self, store: "Store", job: Job) -> object:
        while True:
            try:
                with store.step(job.label) if job.label else nullcontext():
                    self._require_article(store)
                    return job.work(store, self.stored_id)
            except StoreError as error:
                if not is_locked(error):
                    raise
                self._waiting(0.0)

    def _require_article(self, store: "Store") -> None:
        """Write nothing on another article that a replaced library has under the number of this one."""
        number, uid = self._article
        if uid and store.articles.uid(number) not in (uid, ""):
            raise StoreError(
                _(
                    "The library was replaced by another one while this article was open: nothing was "
                    "written. Leave the article and open it again."
                )
            )

    @contextmanager
    def _patient_store(self) -> "Iterator[Store]":
        from reader.store import Store  # opened by the worker, long after the first paint

        session = self._session
        with Store(
            session.library, actor=actor(session.config), create=False, on_wait=self._waiting
        ) as store:
            if session.identity is not None:
                store.expect(session.identity)
            yield store

    @property
    def _session(self) -> Session:
        """Asked of the app: the screen may have been left before its changes are stored."""
        return self._app.session if self._app is not None else self._screen.session

    def _waiting(self, _seconds: float) -> None:
        self._tell(self.SavingChanged("waiting"))


def _sentence(error: Exception) -> str:
    return (
        error.message
        if isinstance(error, ReaderError)
        else _("A fault in reader ({error}).").format(error=error)
    )


def is_locked(error: StoreError) -> bool:
    """Whether another program holds the library at this moment."""
    return ((getattr(error.__cause__, "sqlite_errorcode", None) or 0) & 0xFF) in _LOCKED
