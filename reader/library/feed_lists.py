"""Lists of feeds (OPML): all of one from another program, and one for other programs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader import private_files
from reader.errors import IngestError, ReaderError, StoreError, UsageError
from reader.feeds import Feed, tidy_folder
from reader.i18n import _
from reader.library.covering import Covering
from reader.library.subscribing import name_for
from reader.store import Store
from reader.system_reasons import system_reason
from reader.visible import visible

if TYPE_CHECKING:
    from reader.formats.cover import Cover


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list of feeds."""

    new: tuple[Feed, ...]
    known: int
    """How many were subscribed to already; they stay as they are."""
    problems: tuple[str, ...]
    """Why some were not taken, one sentence each."""


def read_list(data: bytes, location: str) -> "list[Feed | IngestError]":
    """The feeds in a list (OPML), read within limits. Raises IngestError where it is none."""
    from reader.ingest.reading_process import read_apart  # subprocess: 10 ms

    feeds: list[Feed | IngestError] = read_apart("outline", data, location)
    return feeds


def list_at(path: str) -> "list[Feed | IngestError]":
    """The feeds in a file (OPML). Raises IngestError where it cannot be read, or is no such list."""
    if not path.strip():
        raise UsageError(_("Which list? Name the file (OPML) that the other program has written."))
    if "://" in path[:12] and not path.lower().startswith("file:"):
        raise UsageError(
            _(
                "{path} is an address: save the list (OPML) that lies there, and name the file. "
                "`reader feeds add` subscribes to the address of a feed."
            ).format(path=visible(path))
        )
    if Path(path).expanduser().is_dir():
        raise UsageError(_("{path} is a folder: name the list (OPML) in it.").format(path=visible(path)))
    from reader.ingest import Limits  # lxml and its like
    from reader.ingest.files import home_path, read_file

    return read_list(read_file(home_path(path), Limits()), path)


def subscribe_all(store: Store, feeds: Iterable[Feed | IngestError], folder: str = "") -> Imported:
    """Subscribe to all feeds of a list as one step, in their folders below `folder`; none is asked yet."""
    new: list[Feed] = []
    problems: list[str] = []
    known = 0
    top = tidy_folder(folder)
    with store.step(_("Import feeds")):
        for feed in feeds:
            if isinstance(feed, IngestError):
                problems.append(feed.message)
            elif store.feeds.at(feed.address):
                known += 1
            else:
                _take(store, _below(top, feed), new, problems)
    return Imported(tuple(new), known, tuple(problems))


def _below(top: str, feed: Feed) -> Feed:
    folder = "/".join(filter(None, (top, feed.folder)))
    return replace(feed, name=name_for(feed.name, feed.address), folder=folder)


def _take(store: Store, feed: Feed, new: list[Feed], problems: list[str]) -> None:
    try:
        new.append(store.feeds.add(feed))
    except StoreError as error:  # a folder or a tag without a proper name
        problems.append(_("“{name}” was left out: {message}").format(name=feed.name, message=error.message))


class Written(NamedTuple):
    """A list for other programs."""

    text: str
    hidden: int
    """Feeds that were left out, since their address names somebody who is covered."""


def list_for_others(store: Store, *, confidential: bool = False) -> Written:
    """All feeds in their folders as OPML; names that are covered stand in none of it."""
    from reader.formats.opml import opml

    every, cover = store.feeds.all(), Covering(store, confidential=confidential).cover
    feeds = [covered for feed in every if (covered := _covered(feed, cover))]
    return Written(opml(feeds), len(every) - len(feeds))


def _covered(feed: Feed, cover: "Cover") -> Feed | None:
    """The feed as it may leave, None where its address says who is covered."""
    if cover(feed.address) != feed.address:
        return None
    site = feed.site if cover(feed.site) == feed.site else ""
    tags = tuple(tag for tag in feed.tags if cover(tag) == tag)
    return replace(feed, name=cover(feed.name), folder=cover(feed.folder), site=site, tags=tags)


def write_list(path: Path, text: str, *, force: bool = False) -> None:
    """Write a list into a new file. Raises UsageError where one is there, unless `force` replaces it."""
    if path.exists() and not force:
        raise UsageError(_("{path} is there already: choose another name, or say --force.").format(path=path))
    try:
        private_files.write(path, text)
    except OSError as error:
        told = _("{path} cannot be written: {reason}.")
        raise ReaderError(told.format(path=path, reason=system_reason(error))) from error
