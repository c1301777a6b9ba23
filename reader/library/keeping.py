"""Which originals are kept: as the configuration says, asked here so that no way in keeps one against it."""

from dataclasses import replace

from reader import config
from reader.models import Article

_MEGABYTE = 1_000_000


def with_kept(article: Article) -> Article:
    """`article` with those of its originals that are to be kept: all of its pages, or none of them."""
    if not article.originals:
        return article
    settings = config.load()
    most = settings.largest_original * _MEGABYTE
    if settings.keep_originals and sum(one.size for one in article.originals) <= most:
        return article
    return replace(article, originals=())
