"""Fields of the search language that take one of a few words: types, states, what there is or not."""

from collections.abc import Mapping

from reader.i18n import _
from reader.store.conditions import Bind, ToSql
from reader.store.dimensions import COUNTED
from reader.store.query_nodes import QueryError, Term

QUOTE_TYPES = {  # not shown: values of the search language
    "direct": ("Direct",),
    "indirect": ("Indirect",),
    "free": ("FreeIndirect",),
    "freeindirect": ("FreeIndirect",),
    "free indirect": ("FreeIndirect",),
    "reported": ("Reported",),
    "mixed": ("IndirectFreeIndirect",),
    "continued": ("IndirectFreeIndirect",),
    "indirectfreeindirect": ("IndirectFreeIndirect",),
}
STATUSES = {
    "suggested": ("suggested",),
    "open": ("suggested",),
    "accepted": ("accepted",),
    "rejected": ("rejected",),
}
VERIFIED = {
    "unverified": ("unverified",),
    "no": ("unverified",),
    "checked": ("checked",),
    "yes": ("checked",),
    "disputed": ("disputed",),
}
_ASKED = "quotes.authorisation = 'sent'"
_DEADLINE = """(SELECT until FROM authorisations WHERE quote_id = quotes.id AND until <> ''
    ORDER BY authorisations.id DESC LIMIT 1)"""
_OVERDUE = f"""{_ASKED} AND CASE WHEN length({_DEADLINE}) = 10 THEN {_DEADLINE} < date('now', 'localtime')
    ELSE julianday({_DEADLINE}) <= julianday('now') END IS TRUE"""
AUTHORISATION = {
    "asked": _ASKED,
    "sent": _ASKED,
    "approved": "quotes.authorisation = 'approved'",
    "changed": "quotes.authorisation = 'changed'",
    "withdrawn": "quotes.authorisation = 'withdrawn'",
    "none": "quotes.authorisation = ''",
    "overdue": _OVERDUE,
}
_TRASHED = "articles.trashed <> ''"
ARTICLE_IS = {
    "unread": "articles.state = 'unread'",
    "reading": "articles.state = 'reading'",
    "done": "articles.state = 'done'",
    "starred": "articles.starred = 1",
    "open": "articles.open > 0",
    "embargoed": "articles.lifted = '' AND (articles.embargo <> '' OR articles.undelivered <> '')",
    "trashed": _TRASHED,
    "trash": _TRASHED,
    "orphan": """articles.id IN (SELECT article_id FROM quotes WHERE anchor = 'orphan'
        UNION ALL SELECT article_id FROM notes WHERE anchor = 'orphan')""",
    "counted": f"articles.id IN (SELECT article_id FROM quotes WHERE {COUNTED})",
}
ARTICLE_HAS = {
    "note": "articles.id IN (SELECT article_id FROM notes)",
    "quote": "articles.quotes > 0",
    "tag": "articles.id IN (SELECT article_id FROM taggings WHERE article_id IS NOT NULL)",
    "source": "articles.id IN (SELECT article_id FROM quotes WHERE source_id IS NOT NULL)",
    "evidence": """articles.id IN
        (SELECT article_id FROM quotes WHERE quotes.id IN (SELECT quote_id FROM evidence))""",
    "versions": "articles.id IN (SELECT article_id FROM versions WHERE number > 1)",
}
_QUOTE_IS = {
    "orphan": "quotes.anchor = 'orphan'",
    "open": "quotes.status = 'suggested'",
    "counted": COUNTED,
}
QUOTE_HAS = {
    "note": "quotes.id IN (SELECT quote_id FROM notes)",
    "tag": "quotes.id IN (SELECT quote_id FROM taggings WHERE quote_id IS NOT NULL)",
    "source": "quotes.source_id IS NOT NULL",
    "evidence": "quotes.id IN (SELECT quote_id FROM evidence)",
    "quote": "1",
}
EMBARGO = {
    "held": ARTICLE_IS["embargoed"],
    "lifted": "articles.lifted <> ''",
    "none": "articles.embargo = '' AND articles.undelivered = ''",
}


def _choice(term: Term, choices: Mapping[str, object]) -> object:
    chosen = choices.get(term.value.lower())
    if chosen is None:
        told = _("{field}: takes {values}.").format(field=term.field, values=", ".join(choices))
        raise QueryError(told, term.position)
    return chosen


def one_of(column: str, choices: Mapping[str, tuple[str, ...]]) -> ToSql:
    """A column that holds one of the values which a word chooses."""

    def condition(term: Term, bind: Bind) -> str:
        chosen = _choice(term, choices)
        assert isinstance(chosen, tuple)
        return f"{column} IN ({', '.join(bind(value) for value in chosen)})"

    return condition


def named(choices: Mapping[str, str]) -> ToSql:
    """The condition that a word chooses."""
    return lambda term, bind: str(_choice(term, choices))


def quote_is(term: Term, _bind: Bind) -> str:
    """Of a quote itself, whether it is undecided or lost; the rest is said of its article."""
    if own := _QUOTE_IS.get(term.value.lower()):
        return own
    return f"quotes.article_id IN (SELECT articles.id FROM articles WHERE {_choice(term, ARTICLE_IS)})"
