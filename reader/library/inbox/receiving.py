"""A page that was sent becomes an article, on the way that every other takes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.inbox.requests import SentPage
from reader.library.preparing import Preparation
from reader.visible import visible

if TYPE_CHECKING:
    from reader.library.adding import Progress
    from reader.rows import ArticleRow
    from reader.store import Store

_UTF_8 = "text/html; charset=utf-8"  # not shown
"""A form is sent in the encoding that was asked for, whatever the page says of itself."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a page."""

    progress: "Progress"
    row: "ArticleRow | None" = None
    """The article that it is in the library, if it is one."""


def take(
    open_library: "Callable[[], AbstractContextManager[Store]]",
    page: SentPage,
    preparation: Preparation,
    *,
    anyway: bool = False,
) -> Receipt:
    """Add a page to the library; `anyway` takes whatever it shows. What goes wrong is a failure, told."""
    from reader.ingest import SavedPage  # lxml and its like, with the first page only
    from reader.library.adding import Progress, add_saved

    saved = SavedPage(page.address, data=page.html, content_type=_UTF_8)
    try:
        with open_library() as store:
            (progress,) = add_saved(store, saved, replace(preparation, replace=anyway or preparation.replace))
            rows = store.articles.rows([progress.article_id]) if progress.article_id else []
    except ReaderError as error:  # of the library: it is busy, full, gone
        return Receipt(
            Progress(1, 1, visible(page.address), "failed", message=error.message, title=page.title)
        )
    row = rows[0] if rows else None
    if row is None or progress.title:
        return Receipt(progress, row)
    return Receipt(replace(progress, title=row.title, quotes=row.quotes), row)
