"""One library as the screens of a running program use it: a store per worker thread, changes in order."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from reader.config import Config
    from reader.store import Identity, Store
    from reader.ui.feed_run import FeedRun

Value = TypeVar("Value")


class Session:
    """One library as the screens of one running program see it."""

    def __init__(self, library: Path, config: "Config") -> None:
        self.library = library
        self.config = config
        self.in_order = asyncio.Lock()
        """Held by whoever writes, so that changes happen in the order of their keys."""
        self.on_wait: Callable[[float], None] | None = None
        """Told from any thread, every half second, how long another program is waited for."""
        self.on_notice: Callable[[str], None] | None = None
        """Told from any thread what a person should know of the opening."""
        self.feed_run: FeedRun | None = None
        """How far asking feeds is, or how it went last; None where none was asked yet."""
        self.manuscript = ""
        """The draft that was checked last, which is offered again."""
        self.asked_to_undo = 0
        """The step of another program that a person was asked about before it is undone."""
        self._identity: Identity | None = None
        self._idle: list[Store] = []
        self._closed = False
        self._opened = False

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """A store for the calling thread alone; never kept beyond the `with`."""
        try:
            store = self._idle.pop()
        except IndexError:
            store = self._open()
        try:
            yield store
        finally:
            self._idle.append(store)
            if self._closed:
                self.close()

    async def write(self, change: Callable[["Store"], Value]) -> Value:
        """Run `change` on a store in a thread, after every change asked for before."""
        async with self.in_order:
            return await asyncio.to_thread(self._written, change)

    def _written(self, change: Callable[["Store"], Value]) -> Value:
        with self.store() as store:
            return change(store)

    def _open(self) -> "Store":
        from reader.config import actor  # not for the first paint
        from reader.store import Store  # not for the first paint

        # a library deleted meanwhile must not come back empty
        store = Store(self.library, actor=actor(self.config), create=not self._opened, on_wait=self._waiting)
        self._opened = True
        if self._identity is None:
            self._identity = store.identity()
        store.expect(self._identity)  # what is shown is of that library: nothing is written into another
        if store.notice and self.on_notice is not None:
            self.on_notice(store.notice)
        return store

    @property
    def identity(self) -> "Identity | None":
        """The library that the screens show; None before it was opened."""
        return self._identity

    def _waiting(self, seconds: float) -> None:
        if self.on_wait is not None:
            self.on_wait(seconds)

    def keep_search(self, name: str, query: str, of: str = "articles") -> None:
        """Keep a search under a name, in place of another of that name; written to the configuration."""
        from reader.config import SavedSearch, save  # not for the first paint

        others = [search for search in self.config.searches if (search.name, search.of) != (name, of)]
        self.config = self.config._replace(searches=(*others, SavedSearch(name, query, of)))
        save(self.config.path, searches=self.config.searches)

    def keep_theme(self, name: str) -> None:
        """Start with this theme from now on."""
        from reader.config import save  # not for the first paint

        self.config = self.config._replace(theme=name)
        save(self.config.path, theme=name)

    def close(self) -> None:
        """Close every store; those in use close when they come back."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()

    @property
    def log_file(self) -> Path:
        """Where the details of an unexpected failure are written."""
        return self.library.with_suffix(".log")
