"""Ctrl+c in the midst of a statement that takes minutes."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")

_EVERY = 0.05
"""Seconds between two attempts: what is not in SQLite at that moment is ended with its next statement."""


def run_interruptibly(interrupt: Callable[[], None], call: Callable[[], Result]) -> Result:
    """What `call` gives; ctrl+c ends the statement that it runs, by `interrupt`, and then it.

    Python hears of ctrl+c only between two steps of its own, and proving a file of gigabytes is one. So
    another thread does it, and this one listens.
    """
    outcome: Future[Result] = Future()

    def run() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # raised again where it is waited for
            outcome.set_exception(error)

    thread = Thread(target=run, daemon=True)
    try:
        thread.start()  # ctrl+c may come while it begins
        return outcome.result()
    except KeyboardInterrupt:
        while thread.is_alive():
            interrupt()
            thread.join(_EVERY)
        raise
