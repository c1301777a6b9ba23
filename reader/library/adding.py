"""Add articles to a library, one by one or those of another library.

Generators yield a `Progress` for every article as soon as it is stored. One article's failure never stops
the rest; ended early (by an exception, or by closing the generator), they keep what is done.
"""

import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.i18n import _, ngettext, number
from reader.library.correcting import has_been
from reader.library.following import follow_new_text, place
from reader.library.preparing import WORTH_IT, Preparation, Prepared, prepare_all
from reader.library.replacing import why_not
from reader.library.spoken import suggest_turns
from reader.library.stated_facts import take_stated
from reader.library.versions import news_of
from reader.models.facts import fact_label
from reader.store import Store

if TYPE_CHECKING:
    from reader.ingest import SavedPage
    from reader.store.merging import Merged

BATCH = 50
"""Articles stored in one transaction, which is one step to undo."""
HEAVY = 20_000_000
"""Bytes of originals from which a smaller batch is stored, so that large files do not fill the memory."""
PATIENCE = 0.5
"""Seconds after which a smaller batch is stored, so that slow addresses appear one by one."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of one location, and how far the whole is."""

    done: int
    total: int
    location: str
    outcome: str
    """new, same, changed or failed."""
    article_id: int = 0
    message: str = ""
    """Why it failed, or what else there is to say, as one sentence."""
    title: str = ""
    quotes: int = 0
    """Number of quotes found."""
    missing: str = ""
    """What of the article could not be read, such as further pages."""
    is_refused: bool = False
    """Whether it was read and only `--replace` takes it: a wall, or next to nothing of the article there."""


def add_locations(
    store: Store,
    locations: Iterable[str],
    *,
    jobs: int = 1,
    preparation: Preparation | None = None,
    passed: list[str] | None = None,
) -> Iterator[Progress]:
    """Read every location (folders are gone through), find its quotes and store both.

    `jobs` is the number of processes that read and detect, 0 for one per core; this process alone writes.
    The names of files in folders that are no articles go into `passed`.
    """
    from reader.ingest import Limits, expand, with_entries, with_parts  # lxml and its like
    from reader.ingest.files import TABLES

    how = preparation or Preparation()
    limits = Limits(allow_private=how.allow_private, via=how.via)
    # a table in a folder counts where somebody said what its columns are
    files = expand(locations, TABLES if how.mapping else frozenset(), passed)
    sources = list(with_parts(with_entries(files, limits), limits, how.mapping))
    if len(sources) >= WORTH_IT and not how.replace:
        how = replace(how, goes_on=True)
    ready = prepare_all(sources, store.path, jobs, how)
    yield from _stored(store, ready, len(sources))


def add_saved(store: Store, page: "SavedPage", preparation: Preparation | None = None) -> Iterator[Progress]:
    """Add a page as the one at the address that it was saved from."""
    ready = prepare_all([page], store.path, 1, preparation or Preparation())
    yield from _stored(store, ready, 1)


def _stored(store: Store, ready: Generator[Prepared, None, None], total: int) -> Iterator[Progress]:
    """Store in batches; what is ready when the generator is closed is stored before it ends."""
    batch: list[Prepared] = []
    done, since = 0, time.monotonic()
    stopped: KeyboardInterrupt | None = None
    with closing(ready):
        try:
            for prepared in ready:
                batch.append(prepared)
                is_full = len(batch) >= BATCH or _weight(batch) > HEAVY
                if is_full or time.monotonic() - since > PATIENCE:
                    written, batch = write_batch(store, batch), []
                    for progress in written:
                        done += 1
                        yield replace(progress, done=done, total=total)
                    since = time.monotonic()
        except KeyboardInterrupt as stop:  # what is stored because of it is told before
            stopped = stop
        finally:
            last = write_batch(store, batch)
    for progress in last:
        done += 1
        yield replace(progress, done=done, total=total)
    if stopped:
        raise stopped


def _weight(batch: Sequence[Prepared]) -> int:
    """Bytes of the originals in a batch."""
    articles = (prepared.article for prepared in batch if prepared.article)
    return sum(len(one.packed) for article in articles for one in article.originals)


def write_batch(store: Store, batch: Sequence[Prepared]) -> list[Progress]:
    """Store a batch in one step; where that fails, one by one, so that one article spoils only itself."""
    if not any(prepared.article for prepared in batch):
        return [_written(store, prepared) for prepared in batch]
    try:
        with store.step(_label(batch)):
            return [store_prepared(store, prepared) for prepared in batch]
    except Exception:  # of whatever kind: then one by one, each with its sentence
        return [_written(store, prepared) for prepared in batch]


def _label(batch: Sequence[Prepared]) -> str:
    articles = [prepared.article for prepared in batch if prepared.article]
    if len(articles) == 1:
        return _("Add “{title}”").format(title=articles[0].title or articles[0].location)
    return ngettext("Add {count} article", "Add {count} articles", len(articles)).format(
        count=number(len(articles))
    )


def _written(store: Store, prepared: Prepared) -> Progress:
    try:
        return store_prepared(store, prepared)
    except ReaderError as error:
        return _progress(prepared, "failed", message=error.message)
    except Exception as error:  # a fault of ours in one article must not end the import of the others
        fault = f"{type(error).__name__}: {error}"
        told = _("{location} could not be kept because of a fault in reader ({fault}).").format(
            location=prepared.location, fault=fault
        )
        return _progress(prepared, "failed", message=" ".join(told.split()))


def store_prepared(store: Store, prepared: Prepared) -> Progress:
    if prepared.message:
        failed = _progress(prepared, "failed", prepared.known_id, prepared.message)
        return replace(failed, is_refused=prepared.is_refused)
    if refused := _refused(store, prepared):
        return refused
    outcome, article_id = _added(store, prepared)
    store.originals.keep(article_id, prepared.article.originals if prepared.article else prepared.originals)
    news = news_of(store, article_id) if outcome == "changed" else ""
    facts = _facts_taken(store, prepared, outcome, article_id)
    if prepared.tags:
        store.tags.attach(prepared.tags, articles=[article_id])
    if not facts:
        progress = _progress(prepared, outcome, article_id, news)
        return replace(progress, title=_title(store, article_id)) if prepared.location == "-" else progress
    (row,) = store.articles.rows([article_id])
    news = _("changed facts: {facts}").format(facts=", ".join(map(fact_label, facts)))
    told = _progress(prepared, "changed", article_id, news)
    return replace(told, title=row.title, quotes=row.quotes)


def _facts_taken(store: Store, prepared: Prepared, outcome: str, article_id: int) -> tuple[str, ...]:
    """Take over what stands above the text of an article that was there; the names of what changed."""
    article = prepared.article or prepared.stated
    # A text without front matter states nothing.
    if article is None or not (article.stated or article.tags):
        return ()
    if outcome == "new":
        store.tags.attach(article.tags, articles=[article_id])
        return ()
    return take_stated(store, article_id, article)


def _refused(store: Store, prepared: Prepared) -> Progress | None:
    """Why the text may not become a version of the article whose place it would take."""
    if prepared.article is None or prepared.replace:
        return None
    known = store.articles.known(prepared.article, prepared.into)
    if known is None or known.outcome != "changed":
        return None
    if has_been(store, known.id, prepared.article):
        return _progress(prepared, "same", known.id)
    reason = why_not(store.articles.get(known.id), prepared.article)
    if not reason:
        return None
    return replace(_progress(prepared, "failed", known.id, reason), is_refused=True)


def _title(store: Store, article_id: int) -> str:
    """Under which title an article is known: a pipe names none."""
    return "".join(row.title for row in store.articles.rows([article_id]))


def _added(store: Store, prepared: Prepared) -> tuple[str, int]:
    article = prepared.article
    if article is None:
        return "same", prepared.known_id
    added = store.articles.add(article, prepared.quotes, prepared.detector, prepared.into)
    if added.outcome == "changed":
        follow_new_text(store, added.id, prepared.quotes, prepared.detector)
    if added.outcome == "same" and article.entry_digest:
        store.articles.note_entry(added.id, article.entry, article.entry_digest)
    return added.outcome, added.id


def _progress(prepared: Prepared, outcome: str, article_id: int = 0, message: str = "") -> Progress:
    title, missing = (prepared.article.title, prepared.article.missing) if prepared.article else ("", "")
    found = len(prepared.quotes)
    return Progress(0, 0, prepared.location, outcome, article_id, message, title, found, missing)


def merge(store: Store, other: Path) -> "Merged":
    """Take in what the library `other` has, as one step to undo; quotes of changed texts are placed again."""
    with store.step(_("Merge {name}").format(name=other.name)):
        merged = store.merge(other, place)
        for article_id in merged.spoken:
            suggest_turns(store, article_id)
    return merged
