"""Parts looked through on the machines of a Dask cluster, each by whichever worker is free."""

import logging
from collections.abc import Generator, Iterable
from typing import Any

from reader import __version__
from reader.errors import ReaderError
from reader.i18n import _
from reader.library.archives.work import Job, Part
from reader.library.archives.workers import ENDED_AGAIN, Event, Unread, Whole

_WAITING = 3
"""Parts that are given to each thread of the cluster at once, so that none waits for the next."""


def on_a_cluster(parts: Iterable[Part], job: Job, address: str) -> Generator[Event, None, None]:
    """Look through parts on the cluster of a scheduler; every machine must reach files and archive alike.

    Raises ReaderError where no scheduler answers, or where nobody works for it.
    """
    try:
        from distributed import Client, as_completed  # an extra, for clusters alone
    except ModuleNotFoundError as error:
        raise ReaderError(_('A cluster needs libraries: pip install "reader-tui[archive]".')) from error
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise ReaderError(
            _("No scheduler answers at {address}: start one with `dask scheduler`.").format(address=address)
        ) from error
    # its remarks on connections that close are for those who run the cluster
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ReaderError(
                _(
                    "The scheduler at {address} has no workers: start some with `dask worker {address}`."
                ).format(address=address)
            )
        _compare_versions(client)
        yield from _spread(client, as_completed, iter(parts), job, threads * _WAITING)


def _compare_versions(client: Any) -> None:
    """Raise ReaderError where a machine of the cluster has another reader, or none."""
    try:
        versions = client.run(_version)
    except Exception as error:  # whatever a machine without it says
        raise ReaderError(
            _("The machines of the cluster need reader too, version {version}.").format(version=__version__)
        ) from error
    if others := sorted(set(versions.values()) - {__version__}):
        raise ReaderError(
            _("A machine of the cluster has reader {other}, this one {version}: use one.").format(
                other=others[0], version=__version__
            )
        )


def _version() -> str:
    return __version__


def _spread(client: Any, as_completed: Any, parts: Any, job: Job, ahead: int) -> Generator[Event, None, None]:
    given: dict[str, Part] = {}

    def give(part: Part) -> Any:
        from reader.library.archives.working import look_through  # the detector, on whose worker it runs

        given[part.key] = part
        return client.submit(look_through, part, job, key=f"reader-{part.key}", pure=False)

    first = [give(part) for _, part in zip(range(ahead), parts, strict=False)]
    finished = as_completed(first, loop=client.loop)
    for future in finished:
        part = given.pop(str(future.key).removeprefix("reader-"))
        error = future.exception()
        yield Unread(part, _told(error)) if error else Whole(part, future.result())
        future.release()
        if (following := next(parts, None)) is not None:
            finished.add(give(following))


def _told(error: BaseException) -> str:
    if type(error).__name__ == "KilledWorker":
        return ENDED_AGAIN
    return " ".join(str(error).split()) or type(error).__name__
