"""The one question "read the article at this location": plugins are asked first, then reader itself."""

from reader.i18n import _
from reader.library.recordings import is_sound
from reader.models import Article
from reader.texts.releases import with_notices


def read_article(location: str, *, allow_private: bool = False, via: str = "") -> Article:
    """The article at a path or address, "-" or "clip:"; an `IngestError` where it cannot be read.

    `allow_private` lets addresses of one's own network be asked, `via` is a command that reads pages in the
    place of reader and of plugins. An article with a `wall` is none: see there.
    """
    from reader.ingest import Limits, read  # lxml and its like
    from reader.plugins import plugin_article  # pluggy, and a search for entry points: 50 ms

    if not via and (found := plugin_article(location)):
        return with_notices(found)
    if is_sound(location):
        from reader.library.hearing import article_heard  # subprocess: 10 ms

        return article_heard(location)
    return read(location, limits=Limits(allow_private=allow_private, via=via))


def no_article(article: Article) -> str:
    """The sentence for a page that holds something else in the place of an article."""
    return _(
        "There is no article at {location}: the page {wall}; open it in your browser and "
        "save it once the article is there, or take it as it is with --replace."
    ).format(location=article.location, wall=article.wall)
