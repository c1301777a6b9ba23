"""Politeness towards servers: how many requests one gets at a time, and how far apart."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

PAUSE = 1.0
"""Seconds between the beginnings of two requests to one server (chosen by hand)."""
AT_ONCE = 2
"""Requests to one server at the same time, so that one that hangs does not hold up the next."""


class StoppedError(Exception):
    """Whoever waited for a turn was asked to stop."""


@dataclass(slots=True)
class _Server:
    """What is known of one server."""

    running: int = 0
    next_at: float = 0.0
    """When the next request may begin."""
    is_held: bool = False
    """Whether it asked to be left alone."""


class Turns:
    """Gives requests their turns, server by server; used by many threads."""

    def __init__(self, pause: float = PAUSE, at_once: int = AT_ONCE) -> None:
        self._pause = pause
        self._at_once = at_once
        self._servers: defaultdict[str, _Server] = defaultdict(_Server)
        self._changed = threading.Condition()
        self._is_stopped = False

    @contextmanager
    def turn(self, address: str) -> Iterator[None]:
        """Wait until the server of an address may be asked. Raises StoppedError after `stop`."""
        server = self._begin(server_of(address))
        try:
            yield
        finally:
            with self._changed:
                server.running -= 1
                self._changed.notify_all()

    def _begin(self, name: str) -> _Server:
        with self._changed:
            server = self._servers[name]
            while not self._is_stopped:
                wait = server.next_at - time.monotonic()
                if server.running < self._at_once and wait <= 0:
                    break
                self._changed.wait(wait if wait > 0 else None)
            if self._is_stopped:
                raise StoppedError
            server.running += 1
            server.next_at = time.monotonic() + self._pause
            return server

    def hold(self, address: str) -> None:
        """Ask no further page of a server in this run: it said that it was asked too often."""
        with self._changed:
            self._servers[server_of(address)].is_held = True

    def is_held(self, address: str) -> bool:
        """Whether a server asked to be left alone."""
        with self._changed:
            return self._servers[server_of(address)].is_held

    def go_on(self) -> None:
        """Raise StoppedError after `stop`."""
        if self._is_stopped:
            raise StoppedError

    def stop(self) -> None:
        """Let nobody begin any more, and wake all who wait."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()


def server_of(address: str) -> str:
    """The server that an address is on, "" for none."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
