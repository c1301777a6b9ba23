"""What articles that were stored before anybody noted it say of when they may be used."""

import sqlite3
from json import loads

from reader.models import Article
from reader.texts.releases import with_notices

_STORED = """SELECT articles.id, title, section, byline, outlet, published, removed, text
    FROM articles JOIN versions ON article_id = articles.id AND number = version"""
_NOTE = "UPDATE articles SET embargo = ?, embargo_until = ?, undelivered = ? WHERE id = ?"


def read_notices(raw: sqlite3.Connection) -> None:
    """Note the embargoes, and the speeches not yet held, among the current texts of a library."""
    found = []
    for article_id, title, section, byline, outlet, published, removed, text in raw.execute(_STORED):
        read = with_notices(
            Article(
                text,
                title=title,
                section=section,
                byline=byline,
                outlet=outlet,
                published=published,
                removed=tuple(loads(removed)),
            )
        )
        if read.embargo or read.undelivered:
            found.append((read.embargo, read.embargo_until, read.undelivered, article_id))
    raw.executemany(_NOTE, found)
