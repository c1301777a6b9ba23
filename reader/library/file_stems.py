"""How files that go out are called by themselves: after what is in them, without whoever is covered."""

from collections.abc import Callable, Sequence

from reader import amounts
from reader.formats.citation_keys import slug
from reader.i18n import _, number, pgettext
from reader.library.covering import Covering
from reader.models import Article
from reader.store import Store

LONGEST = 60
"""Characters of a name, without its ending: it fits on a line and into any file system."""


def stem_of_article(store: Store, article: Article) -> str:
    """Its title, else outlet and day, else its number; in small ASCII letters, digits and hyphens."""
    cover = Covering(store).throughout
    origin = f"{article.outlet} {article.published[:10]}" if article.outlet else ""
    return _short(slug(cover(article.title)) or slug(cover(origin)) or _numbered(article.id))


def stem_of_articles(store: Store, ids: Sequence[int], within: str) -> str:
    """One article's name; of several how many they are, and the search or view that they were chosen from."""
    if len(ids) == 1:
        return stem_of_article(store, store.articles.get(ids[0]))
    return _of_list(store, _counted(amounts.articles, len(ids)), within)


def stem_of_quotes(store: Store, ids: Sequence[int] | None, within: str) -> str:
    """The same of quotes; one is called after its article, and all of a list are counted by nobody (None)."""
    if ids is not None and len(ids) == 1:
        return stem_of_article(store, store.articles.get(store.quotes.get(ids[0]).article_id))
    return _of_list(store, _("Quotes") if ids is None else _counted(amounts.quotes, len(ids)), within)


def _numbered(article: int) -> str:
    return pgettext("name of a file", "article-{number}").format(number=article)


def _counted(nouns: Callable[[int], str], count: int) -> str:
    """As in "1200 articles", without a mark between the thousands."""
    return nouns(count).replace(number(count), str(count))


def _of_list(store: Store, *words: str) -> str:
    cover = Covering(store).throughout
    return _short("-".join(filter(None, (slug(cover(part)) for part in words))))


def _short(stem: str) -> str:
    """It, cut between words where it is long."""
    return stem if len(stem) <= LONGEST else stem[: LONGEST + 1].rpartition("-")[0] or stem[:LONGEST]
