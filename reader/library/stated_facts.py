"""What a person wrote above a text in a file, taken over again when they correct it there."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.models import Article
from reader.store import Store

if TYPE_CHECKING:
    from reader.store.journal import Entry

_MOST_STEPS = 1000
"""Steps of the history of an article that are looked at, the latest first."""


def take_stated(store: Store, article_id: int, article: Article) -> tuple[str, ...]:
    """Bring the facts and tags of a stored article up to date with those above its text now.

    What was changed in the library after the file was last written stays as it is there. Returns the names
    of what changed.
    """
    stored = store.articles.get(article_id)
    kept = set(_changed_since(store, stored.uid, _written_at(article.location)))
    facts = {name: getattr(article, name) for name in article.stated if name not in kept}
    new = {name: value for name, value in facts.items() if value != getattr(stored, name)}
    if new:
        store.articles.update([article_id], **new)
    tags = [] if "tags" in kept else [tag for tag in article.tags if tag not in stored.tags]
    if tags:
        store.tags.attach(tags, articles=[article_id])
    return (*new, *(["tags"] if tags else []))


def _written_at(location: str) -> str:
    """When a file was last written, as the journal tells time; now for what is no file."""
    try:
        moment = datetime.fromtimestamp(os.stat(location).st_mtime, UTC)  # noqa: PTH116  # a location may be no path
    except (OSError, ValueError, OverflowError):
        moment = datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _changed_since(store: Store, uid: str, moment: str) -> Iterator[str]:
    """Names of the facts that were changed in the library after a moment, and "tags" where those were."""
    for entry in store.journal.entries(_MOST_STEPS, uid):
        if entry.at > moment and not entry.undone:
            yield from _names_in(entry)


def _names_in(entry: "Entry") -> Iterator[str]:
    for change in entry.changes:
        if change.table == "articles":
            yield from change.after or {}
        elif change.table == "taggings" and (change.before or change.after or {}).get("article_id"):
            yield "tags"
