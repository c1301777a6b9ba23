"""Read articles and find their quotes, in this process or in several, in the order they were asked for.

Nothing here writes: other processes open the library only to see which articles it has already.
"""

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.addresses import without_login
from reader.errors import IngestError, ReaderError
from reader.i18n import _
from reader.library.already import (
    asked_for,
    entry_as_it_was,
    heard_already,
    left_in_trash,
    same_text,
    unchanged_file,
)
from reader.library.detecting import AS_USUAL, DetectionSettings, detect_article
from reader.library.keeping import with_kept
from reader.library.processes import begin_helping, start_tracker, undisturbed
from reader.library.reading import no_article, read_article
from reader.library.recordings import is_sound
from reader.library.replacing import gone_sentence
from reader.models import Article, Original, Quote
from reader.store import Store

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from reader.ingest import FeedEntry, Mapping, Part, SavedPage

    Location = str | IngestError | FeedEntry | Part | SavedPage

CHUNK = 4
"""Locations given to a process at once: sending costs less than 2 % of reading them then."""
WINDOW = 4
"""Chunks waiting per process; more would only fill the memory."""
WORTH_IT = 100
"""Fewer locations are done sooner than other processes have loaded the detector (1 s of CPU each)."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """How articles are read."""

    detection: DetectionSettings | None = AS_USUAL
    """How their quotes are looked for, None for not at all."""
    language: str = ""
    """Language to take whatever the text says."""
    tags: tuple[str, ...] = ()
    """Tags to put on every article added."""
    replace: bool = False
    """Whether whatever a page shows may take an article's place."""
    allow_private: bool = False
    """Whether addresses of one's own machine and network may be read."""
    mapping: "Mapping" = ()
    """Which column of a table each field of its articles is in."""
    via: str = ""
    """Command that pages are read with, "" for reader itself."""
    goes_on: bool = False
    """Whether files that have not changed since they were added are passed over: a long import that was
    stopped goes on where it was."""
    looks_again: bool = False
    """Whether the same files are asked for again and again, by no person: what was done with their articles
    since, such as moving them to the trash or taking a tag off, stays."""


def mapping_of(columns: Sequence[str]) -> "Mapping":
    """What `--map FIELD=COLUMN` options say. Raises UsageError for what is no such."""
    if not columns:
        return ()
    from reader.ingest.rows import mapping_of as written  # the ways in, for tables only

    return written(columns)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One location, ready to be stored, or why it is not."""

    location: str
    article: Article | None = None
    quotes: tuple[Quote, ...] = ()
    detector: str = ""
    message: str = ""
    """Why there is no article."""
    known_id: int = 0
    """The article that is the same in the library already, or whose place this may not take."""
    tags: tuple[str, ...] = ()
    replace: bool = False
    """Whether it may take an article's place, whatever it shows."""
    stated: Article | None = None
    """The article as it was read, where its text is the same but what stands above it may be corrected."""
    originals: tuple[Original, ...] = ()
    """What the article that is the same was read from, where that is not kept yet."""
    into: int = 0
    """The article that it is, where the address that was asked for tells: it may have led elsewhere since."""
    is_refused: bool = False
    """Whether it was read, and would be taken where that is told to replace."""


def prepare_all(
    locations: "Sequence[Location]", library: Path, jobs: int, preparation: Preparation
) -> Generator[Prepared, None, None]:
    """Every location prepared, in order, by `jobs` processes (0: one per core)."""
    jobs = jobs or os.cpu_count() or 1
    if jobs < 2 or len(locations) < WORTH_IT:
        yield from _here(locations, library, preparation)
        return
    shared = [location for location in locations if not _is_local(location)]
    own = [location for location in locations if _is_local(location)]
    yield from _here(own, library, preparation)
    yield from _in_processes(shared, library, jobs, preparation)


def _is_local(location: "Location") -> bool:
    """Whether only this process can read it: its own standard input and clipboard, and errors."""
    return isinstance(location, IngestError) or str(location) in ("-", "clip:")


def _here(locations: "Iterable[Location]", library: Path, preparation: Preparation) -> Iterator[Prepared]:
    with ExitStack() as stack:
        store: Store | None = None
        for location in locations:
            if store is None:
                store = stack.enter_context(_looking(library))
            yield prepare(location, store, preparation)


def _looking(library: Path) -> Store:
    return Store(library, create=False)


def prepare(location: "Location", store: Store, preparation: Preparation) -> Prepared:
    """Read one location and find its quotes; whatever goes wrong becomes a sentence."""
    if isinstance(location, IngestError):
        return Prepared("", message=location.message)
    try:
        return _prepared(location, store, preparation)
    except ReaderError as error:
        return Prepared(_named(location), message=without_login(error.message))
    except Exception as error:  # a fault of ours in one article must not end the import of the others
        message = _("{location} could not be read because of a fault in reader ({fault}: {error}).").format(
            location=location, fault=type(error).__name__, error=error
        )
        return Prepared(_named(location), message=without_login(" ".join(message.split())))


def _named(location: "Location") -> str:
    return without_login(str(location))


def _prepared(
    source: "str | FeedEntry | Part | SavedPage", store: Store, preparation: Preparation
) -> Prepared:
    location = _named(source)
    # Writing sound down takes as long as listening: once is enough.
    is_heard = isinstance(source, str) and is_sound(source) and not preparation.replace
    if is_heard and (known_id := heard_already(store, location)):
        return Prepared(location, known_id=known_id, tags=preparation.tags)
    if preparation.goes_on and (known_id := unchanged_file(store, source)):
        tags = () if preparation.looks_again else preparation.tags
        return Prepared(location, known_id=known_id, tags=tags)
    from reader.ingest import Limits, Part, SavedPage, read_entry, read_part, read_saved  # lxml and its like

    if isinstance(source, str):
        article = read_article(source, allow_private=preparation.allow_private, via=preparation.via)
    elif isinstance(source, SavedPage):
        article = read_saved(source)
    elif isinstance(source, Part):
        article = read_part(source)
    elif known_id := entry_as_it_was(store, source):
        return Prepared(location, known_id=known_id, tags=preparation.tags)
    else:
        article = read_entry(source, Limits(allow_private=preparation.allow_private, via=preparation.via))
    if preparation.looks_again and (known_id := left_in_trash(store, source, article)):
        return Prepared(location, known_id=known_id)
    return prepared_article(location, article, store, preparation)


def prepared_article(location: str, article: Article, store: Store, preparation: Preparation) -> Prepared:
    """An article that was read at a location, with its quotes; or what it is already, or why it is none."""
    into = asked_for(store, location, article)
    if article.wall and not preparation.replace:
        return _walled(store, location, article, into)
    article = with_kept(article)
    if preparation.language:
        article = replace(article, language=preparation.language)
    if known_id := same_text(store, article):
        stated = article if article.stated or article.tags else None
        missing = () if store.originals.has(known_id) else article.originals
        return Prepared(location, known_id=known_id, tags=preparation.tags, stated=stated, originals=missing)
    ready = Prepared(location, article, tags=preparation.tags, replace=preparation.replace, into=into)
    if preparation.detection is None:
        return ready
    found = detect_article(article, preparation.detection)
    return replace(ready, quotes=found.quotes, detector=found.detector)


def _walled(store: Store, location: str, article: Article, into: int) -> Prepared:
    """What is told of a page that stands in the place of an article."""
    known = store.articles.known(article, into)
    if known is None or known.is_trashed:
        return Prepared(location, message=no_article(article), is_refused=True)
    gone = gone_sentence(location, _("the page {wall}").format(wall=article.wall))
    return Prepared(location, message=gone, known_id=known.id, is_refused=True)


def _in_processes(
    locations: "Sequence[Location]", library: Path, jobs: int, preparation: Preparation
) -> Iterator[Prepared]:
    """Keep a few chunks per process under way; closed early, those not begun are dropped.

    Where a process dies (killed for its memory), the rest is done here.
    """
    from concurrent.futures import ProcessPoolExecutor  # 30 ms, for many locations
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    start_tracker()
    # fork would copy the threads' locks of a screen that is open
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(library,))
    done = 0
    try:
        for prepared in _in_order(pool, locations, jobs * WINDOW, preparation):
            done += 1
            yield prepared
    except BrokenProcessPool:
        yield from _here(locations[done:], library, preparation)
    finally:
        with undisturbed():
            pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: "ProcessPoolExecutor", locations: "Sequence[Location]", window: int, preparation: Preparation
) -> Iterator[Prepared]:
    waiting: deque[Future[list[Prepared]]] = deque()
    rest = iter(locations)
    while chunk := list(islice(rest, CHUNK)):
        with undisturbed():
            waiting.append(pool.submit(_chunk, chunk, preparation))
        if len(waiting) >= window:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


_store: Store | None = None
"""The library as this helper process looks at it."""


def _begin(library: Path) -> None:
    global _store
    begin_helping()
    _store = _looking(library)


def _chunk(chunk: "list[Location]", preparation: Preparation) -> list[Prepared]:
    assert _store is not None
    return [prepare(location, _store, preparation) for location in chunk]
