"""Fields of the search language on when an article was published or came in."""

from reader.store.conditions import Bind
from reader.store.periods import is_week, period, written_short
from reader.store.query_nodes import Term


def before(term: Term, bind: Bind) -> str:
    """Published before a period; of a month or year alone, all of it."""
    first = period(term)[0]
    # of a month or a year that is all that is known, the whole has to lie before
    wholly = f"articles.published < substr({bind(first)}, 1, length(articles.published))"
    return f"articles.published <> '' AND articles.published < {bind(first)} AND {wholly}"


def after_period(term: Term, bind: Bind) -> str:
    """Published after a period has ended."""
    return f"articles.published >= {bind(_shortest(period(term)[1]))}"


def _shortest(day: str) -> str:
    """What is known at least of a date from `day` on: "2024" from the first of January on."""
    return day.removesuffix("-01").removesuffix("-01") if day.endswith("-01-01") else day.removesuffix("-01")


def within(term: Term, bind: Bind) -> str:
    """Published in a period; "none": on no known day."""
    if term.value.lower() == "none":
        return "articles.published = ''"
    first, end = period(term)
    # before the shortest way to write what follows: a whole "2024-06" is not in the last day of May
    until = bind(_shortest(end))
    day = " AND length(articles.published) >= 10" if is_week(term) else ""
    return f"articles.published >= {bind(written_short(term, first))} AND articles.published < {until}{day}"


def added(term: Term, bind: Bind) -> str:
    """In a day, month or year; -7d: since then."""
    first, end = period(term)
    if term.value.startswith("-"):
        return f"articles.added >= {bind(first)}"
    return f"articles.added >= {bind(first)} AND articles.added < {bind(end)}"
