"""The original of an article read again, by the extraction of today and without asking anybody."""

from collections.abc import Sequence
from dataclasses import replace

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.confined import article_in
from reader.ingest.entries import FeedEntry
from reader.ingest.feeds import of_feed
from reader.ingest.paging import Page, following, with_following
from reader.models import Article
from reader.originals import ENTRY, Original


def reread(originals: Sequence[Original], stored: Article) -> Article:
    """What is read today from the pages that a stored article was read from.

    Raises IngestError where that is no article any more. What is known of the article from elsewhere (its
    feed, its address) is that of `stored`.
    """
    first = originals[0]
    article = of_feed(_entry(first, stored)) if first.kind == ENTRY else _pages(originals, stored)
    return replace(article, location=stored.location, feed=stored.feed, entry=stored.entry)


def _entry(one: Original, stored: Article) -> FeedEntry:
    return FeedEntry(
        feed=stored.feed,
        location=stored.location,
        url="",
        title=stored.title,
        byline=stored.byline,
        published=stored.published,
        html=one.data().decode("utf-8", "replace"),
        name=stored.entry,
    )


def _pages(originals: Sequence[Original], stored: Article) -> Article:
    by_address = {address: one for one in originals for address in (one.asked, one.address) if address}

    def page(one: Original) -> Page:
        data = one.data()
        # a page in a feed has the entry's mark as the article's location; its own address decides here
        article = article_in(data, one.address or stored.location, one.content_type)
        return article, following(data, one.address) if "://" in one.address else ""

    def further(address: str) -> Page:
        if address not in by_address:
            raise IngestError(_("{address} was not kept.").format(address=address))
        return page(by_address[address])

    return with_following(page(originals[0]), further)
