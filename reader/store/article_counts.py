"""Counts of articles that ask for nothing but outlet, language, state, star and month: they are kept.

The conditions of the search language are written for `articles`; the counts bear the same names.
"""

import re

from reader.store.filters import Condition, articles_where, terms_of
from reader.store.query import parse
from reader.store.query_nodes import Term

COUNTS = """(SELECT outlet, language, state, published, starred, number, '' AS trashed
    FROM article_counts) AS articles"""
"""Stands where conditions expect the articles."""
_STATES = ("unread", "reading", "done", "starred")
_WHOLE_MONTHS = re.compile(r"\d{4}(-\d\d)?")


def counted_where(query: str) -> Condition | None:
    """The condition on `COUNTS` that a query means; None where the articles themselves must be asked."""
    if not all(_is_counted(term) for term in terms_of(parse(query))):
        return None
    return articles_where(query)


def _is_counted(term: Term) -> bool:
    value = term.value.lower()
    if term.field == "is":
        return value in _STATES
    if term.field in ("in", "before", "after"):
        return bool(_WHOLE_MONTHS.fullmatch(value)) or (term.field, value) == ("in", "none")
    return term.field in ("outlet", "lang")
