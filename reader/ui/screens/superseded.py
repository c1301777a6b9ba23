"""Searches that a newer one makes superfluous are interrupted."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.store import Store


class Superseding:
    """Knows which store a search is running on, and stops it from another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[Store] = set()

    @contextmanager
    def by(self, store: "Store") -> Iterator[None]:
        """While a search runs on `store`."""
        with self._lock:
            self._running.add(store)
        try:
            yield
        finally:
            with self._lock:
                self._running.discard(store)

    def stop(self) -> None:
        """Interrupt whatever is running."""
        with self._lock:
            for store in self._running:
                store.interrupt()
