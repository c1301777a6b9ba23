"""Searches that a newer one makes superfluous are interrupted."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store import Store


class RunningSearches:
    """Knows on which stores searches run, and interrupts them from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[Store] = set()

    @contextmanager
    def on(self, store: "Store") -> Iterator[None]:
        """While a search runs on `store`."""
        with self._lock:
            self._running.add(store)
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(store)

    def interrupt(self) -> None:
        """Interrupt whatever is running."""
        with self._lock:
            for store in self._running:
                store.interrupt()
