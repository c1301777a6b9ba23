"""The process that reads files: requests come in on its standard input, answers go out on standard output.

    python -c "from reader.ingest.serving import serve; serve()" SECONDS BYTES

It ends with whoever started it, when it has had nothing to do for a
while, and after a file that took too much.
"""

import os
import pickle
import queue
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import IO

from reader.errors import IngestError, OtherFileError, ScannedError
from reader.ingest.feed_parsing import entries_in, feed_in
from reader.ingest.formats import files_on, from_bytes, news_items
from reader.ingest.found_feeds import feeds_of_page
from reader.ingest.harmless import harmless
from reader.ingest.messages import received, send
from reader.ingest.opml import outline_in
from reader.ingest.rows import article_of

IDLE = 60.0
"""Seconds without a file after which the process ends, to give its memory back."""
GRACE = 5
"""Seconds after the time limit, in which whoever asked ends this process; then it ends by itself."""

_JOBS: dict[str, Callable[..., object]] = {
    "article": from_bytes,
    "feed": entries_in,
    "row": article_of,
    "attachments": files_on,
    "items": news_items,
    "live feed": feed_in,
    "feeds of a page": feeds_of_page,
    "outline": outline_in,
    "harmless": harmless,
}
"""What can be asked for."""


def serve(seconds: float, memory: int) -> None:
    """Answer requests until nobody is there to ask any more."""
    answers = _apart_from_output()
    warnings.simplefilter("ignore")
    _limit_memory(memory)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    send(answers, b"")
    while True:
        try:
            request = requests.get(timeout=IDLE)
        except queue.Empty:
            os._exit(0)
        _end_after(seconds + GRACE)
        answer, spent = _answered(request)
        _end_after(0)
        send(answers, answer)
        if spent:
            os._exit(0)


def _apart_from_output() -> IO[bytes]:
    """A stream to where standard output leads, which from now on leads nowhere: what a library prints must
    not stand between the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _limit_memory(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _end_after(seconds: float) -> None:
    """Have the system end this process, 0 for not at all: also where nobody is left to do it."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _listen(stream: IO[bytes], requests: "queue.SimpleQueue[bytes]") -> None:
    while (request := received(stream)) is not None:
        requests.put(request)
    os._exit(0)


def _answered(request: bytes) -> tuple[bytes, bool]:
    """The answer to a request, and whether the process should not be trusted with another one."""
    try:
        job, *arguments = pickle.loads(request)
        return pickle.dumps(("done", _JOBS[job](*arguments))), False
    except MemoryError:
        return pickle.dumps(("memory", "")), True
    except ScannedError:
        return pickle.dumps(("scanned", "")), False
    except OtherFileError as error:
        return pickle.dumps(("other", error.message)), False
    except IngestError as error:
        return pickle.dumps(("refused", error.message)), False
    except Exception as error:
        return pickle.dumps(("fault", f"{type(error).__name__}: {error}")), False
