"""What processes need that help this one: a quiet start, and an end that ctrl+c does not spoil."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

_QUIET = "ignore::UserWarning:multiprocessing.resource_tracker"


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold ctrl+c back until the end of the block.

    A pool that is interrupted inside its own code waits for ever for helpers that wait for it. Helpers that
    are started here never hear ctrl+c, not even before they have told Python so.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def start_tracker() -> None:
    """Start the process that multiprocessing keeps its accounts in.

    It passes the number of `sys.stderr`'s file on, and an open screen puts one without a file there. And it
    takes options of warnings over: where this process is killed it puts its accounts right, which is nothing
    to be told of in a shell that has gone on.
    """
    from multiprocessing.resource_tracker import ensure_running  # only for many locations

    before = sys.warnoptions[:]
    sys.warnoptions.append(_QUIET)
    try:
        with redirect_stderr(sys.__stderr__):
            ensure_running()
    finally:
        sys.warnoptions[:] = before


def begin_helping() -> None:
    """Begin a process that helps: ctrl+c is its parent's affair, and it ends when the parent is gone.

    A killed parent would leave it waiting for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    from multiprocessing import parent_process  # loaded already where this runs

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
