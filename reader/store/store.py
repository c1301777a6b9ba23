"""The library as the rest of the program uses it: one `Store` per thread on one SQLite file.

The parts are loaded when they are first used: the first screen needs only lists of articles.
"""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.i18n import _
from reader.store.articles import Articles
from reader.store.looking_after import LookedAfter
from reader.store.opening import open_library
from reader.store.steps import Recorder

if TYPE_CHECKING:
    from reader.store.connection import Identity
    from reader.store.counting import Counting
    from reader.store.feeds import Feeds
    from reader.store.forgetting import Forgetting
    from reader.store.imported import Imported
    from reader.store.journal import Journal
    from reader.store.ledgers import Ledgers
    from reader.store.memos import Memos
    from reader.store.merging import Merged, PlaceAgain
    from reader.store.notes import Notes
    from reader.store.originals import Originals
    from reader.store.page_copies import Told
    from reader.store.quotation_lookup import QuotationLookup
    from reader.store.read_only_sql import QueryLimits, RunningQuery, Table
    from reader.store.renderings import Renderings
    from reader.store.search import Search
    from reader.store.sources import Sources
    from reader.store.stories import Stories
    from reader.store.syncing.session import Session
    from reader.store.tags import Tags
    from reader.store.verification import CheckedQuotes
    from reader.store.voices import Voices
    from reader.texts.name_mentions import NameMentions


class Store(LookedAfter):
    """An open library. Cheap to open; use one per thread, and close it or use it as a context manager."""

    def __init__(
        self,
        path: Path | str,
        *,
        actor: str = "",
        create: bool = True,
        on_wait: Callable[[float], None] | None = None,
        told: "Told | None" = None,
    ) -> None:
        """Open the library at `path`, creating it unless `create` is false.

        `actor` is who the journal names; `on_wait` hears every half second how long another writer keeps it
        waiting, `told` how far an older library is brought up to date. Raises StoreError with one clear
        sentence where that cannot be.
        """
        self._db = open_library(Path(path), create=create, on_wait=on_wait, told=told)
        self._recorder = Recorder(self._db, actor)
        self.articles = Articles(self._recorder, lambda: self.quotes)

    @cached_property
    def quotes(self) -> "CheckedQuotes":
        """The quotes, with what they were checked against."""
        from reader.store.verification import CheckedQuotes  # not for the first paint

        return CheckedQuotes(self._recorder)

    @cached_property
    def sources(self) -> "Sources":
        """The register of sources."""
        from reader.store.sources import Sources  # not for the first paint

        return Sources(self._recorder)

    @cached_property
    def voices(self) -> "Voices":
        """Who is quoted by name and is in no register yet."""
        from reader.store.voices import Voices  # not for the first paint

        return Voices(self._recorder)

    @cached_property
    def counting(self) -> "Counting":
        """Counts of quotes."""
        from reader.store.counting import Counting  # not for the first paint

        return Counting(self._db)

    @cached_property
    def notes(self) -> "Notes":
        """The notes."""
        from reader.store.notes import Notes  # not for the first paint

        return Notes(self._recorder)

    @cached_property
    def memos(self) -> "Memos":
        """The notes on the library as a whole, and on stories."""
        from reader.store.memos import Memos  # not for the first paint

        return Memos(self._recorder)

    @cached_property
    def imported(self) -> "Imported":
        """What imports of other people's work ask for."""
        from reader.store.imported import Imported  # rare

        return Imported(self._recorder)

    @cached_property
    def originals(self) -> "Originals":
        """What articles were read from."""
        from reader.store.originals import Originals  # not for the first paint

        return Originals(self._recorder)

    @cached_property
    def tags(self) -> "Tags":
        """The tags."""
        from reader.store.tags import Tags  # not for the first paint

        return Tags(self._recorder)

    @cached_property
    def feeds(self) -> "Feeds":
        """The feeds that are subscribed to."""
        from reader.store.feeds import Feeds  # not for the first paint

        return Feeds(self._recorder)

    @cached_property
    def ledgers(self) -> "Ledgers":
        """The ledgers of manuscripts."""
        from reader.store.ledgers import Ledgers  # not for the first paint

        return Ledgers(self._recorder)

    @cached_property
    def journal(self) -> "Journal":
        """What was done, and the way back."""
        from reader.store.journal import Journal  # not for the first paint

        return Journal(self._recorder)

    @cached_property
    def stories(self) -> "Stories":
        """Copies of one report in several outlets."""
        from reader.store.stories import Stories  # not for the first paint

        return Stories(self._recorder, self.quotes)

    @cached_property
    def renderings(self) -> "Renderings":
        """Quotes that may say the same as another."""
        from reader.store.renderings import Renderings  # rare

        return Renderings(self._db)

    @cached_property
    def search(self) -> "Search":
        """Finds articles: `store.search("klima -sport", sort="rank")`."""
        from reader.store.search import Search  # not for the first paint

        return Search(self._db)

    @cached_property
    def quotation_lookup(self) -> "QuotationLookup":
        """Finds articles that may have the words of a quotation."""
        from reader.store.quotation_lookup import QuotationLookup  # rare

        return QuotationLookup(self._db)

    @cached_property
    def syncing(self) -> "Session":
        """What keeps this library in step with others."""
        from reader.store.syncing.session import Session  # rare

        return Session(self._recorder)

    @property
    def path(self) -> Path:
        """The file of the library."""
        return self._db.path

    @property
    def read_only(self) -> bool:
        """Whether the file can be read but not written."""
        return self._db.read_only

    @property
    def notice(self) -> str:
        """What a person should know of the opening, as a sentence; "" where there is nothing."""
        return self._db.notice

    def identity(self) -> "Identity":
        """Which library this is: told apart from another one put in the place of the file."""
        return self._db.identity()

    def expect(self, identity: "Identity") -> None:
        """Refuse to write, from now on, to any other library than this."""
        self._db.expected = identity

    def step(self, label: str) -> AbstractContextManager[None]:
        """All done inside is one transaction and one step to undo, named `label`; nesting joins the outer."""
        return self._recorder.step(label)

    def revision(self) -> int:
        """A number that is another one after any change, also by another process."""
        return int(self._db.value("SELECT value FROM library WHERE key = 'revision'"))

    def merge(self, other: Path | str, place: "PlaceAgain | None" = None) -> "Merged":
        """Take another library in, as one step to undo; the other file is not changed.

        `place` finds their quotes and notes in this library's text where an article's texts differ; without
        it they come in as orphans.
        """
        from reader.store.merging import Merger, orphaned
        from reader.store.other_libraries import opened_copy  # rare, as are the two lines below

        with opened_copy(Path(other), self.path) as connection:
            merger = Merger(self._recorder, self.quotes, connection, place or orphaned)
            return merger.run(_("Merge {library}").format(library=Path(other).name))

    @contextlib.contextmanager
    def reading(self, other: Path | str) -> "Iterator[Store]":
        """Another library to read from, on a passing copy of it: the other file is not changed."""
        from reader.store.other_libraries import opened_copy  # rare

        with opened_copy(Path(other), self.path) as connection, Store(connection.path, create=False) as store:
            yield store

    def sql(self, query: str) -> "Table":
        """The result of one SELECT; it can change nothing."""
        from reader.store.read_only_sql import query as run_query  # rare

        return run_query(self.path, query)

    def running_sql(self, query: str, limits: "QueryLimits") -> "AbstractContextManager[RunningQuery]":
        """A SELECT whose rows come one by one, within limits of time and memory."""
        from reader.store.read_only_sql import running  # rare

        return running(self.path, query, limits)

    def forgetting(self, mentions: "NameMentions", source_id: int = 0) -> "Forgetting":
        """Takes a person out of the library for good; see `store.forgetting`."""
        from reader.store.forgetting import Forgetting  # rare

        return Forgetting(self._recorder, mentions, source_id)

    def interrupt(self) -> None:
        """End a running search of this store, from another thread; it raises InterruptedSearchError."""
        with contextlib.suppress(Exception):  # closed meanwhile: nothing to end
            self._db.raw.interrupt()

    def close(self) -> None:
        """Close the library; closing twice is fine."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
