"""Fields of the search language on where an article is from: outlet, feed, byline, number."""

from reader.feeds import tidy_folder
from reader.i18n import _
from reader.store.conditions import Bind, like, within_words
from reader.store.folding import folded
from reader.store.query_nodes import QueryError, Term

_OUTLETS = """WITH RECURSIVE outlets(value) AS MATERIALIZED (
      SELECT min(outlet) FROM articles WHERE trashed = ''
      UNION ALL SELECT (SELECT min(outlet) FROM articles WHERE trashed = '' AND outlet > value)
        FROM outlets WHERE value IS NOT NULL)
    SELECT value FROM outlets WHERE value IS NOT NULL
    UNION SELECT outlet FROM articles WHERE trashed > ''"""
"""Every outlet once, from one to the next in the index: the names are compared, not the articles."""


def outlet(term: Term, bind: Bind) -> str:
    """Who published it."""
    return f"articles.outlet IN (SELECT value FROM ({_OUTLETS}) WHERE {like(term, 'value', bind)})"


def feed(term: Term, bind: Bind) -> str:
    """The feed it came from."""
    return f"""articles.feed IN (SELECT value FROM
        (SELECT DISTINCT feed AS value FROM articles WHERE feed <> '') WHERE {like(term, "value", bind)})"""


def folder(term: Term, bind: Bind) -> str:
    """The feed it came from lies in a folder, or below it."""
    wanted = folded(tidy_folder(term.value))
    below = f"substr(fold(folder), 1, {len(wanted) + 1}) = {bind(wanted + '/')}"
    return f"""articles.feed IN (SELECT name FROM feeds
        WHERE fold(folder) = {bind(wanted)} OR {below}) AND articles.feed <> ''"""


def language(term: Term, bind: Bind) -> str:
    """The language of the article, by its code."""
    return f"articles.language = {bind(term.value.lower())}"


def byline(term: Term, bind: Bind) -> str:
    """Who wrote it."""
    return within_words(term, "articles.byline", bind)


def section(term: Term, bind: Bind) -> str:
    """The section of the outlet."""
    return within_words(term, "articles.section", bind)


def numbered(term: Term, bind: Bind) -> str:
    """Articles by their numbers: 3,7."""
    numbers = term.value.split(",")
    if not all(one.isdecimal() for one in numbers):
        raise QueryError(
            _("article: takes numbers as the library shows them, such as 3 or 3,7."), term.position
        )
    return f"articles.id IN ({', '.join(bind(int(one)) for one in numbers)})"
