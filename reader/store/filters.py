"""The search language as conditions of SQL on articles and on quotes.

Words become one expression of FTS5 wherever they can; what several fields say of quotes (`speaker:merkel
type:direct`) must hold of one and the same quote.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.i18n import _
from reader.store.conditions import Bind
from reader.store.fields import ALL_OF, ARTICLE_FIELDS, QUOTE_FIELDS, is_of_quote
from reader.store.fts import expression, names_a_column
from reader.store.query import parse
from reader.store.query_nodes import And, Node, Not, Or, QueryError, Term

TEXTS = "SELECT rowid FROM article_texts_fts WHERE article_texts_fts MATCH {}"
NOTES = """SELECT article_id FROM notes
    WHERE notes.id IN (SELECT rowid FROM notes_fts WHERE notes_fts MATCH {})"""

_PRESENT = """NOT EXISTS (SELECT 1 FROM articles WHERE trashed > '')
    OR article_id IN (SELECT id FROM articles WHERE trashed = '')"""
"""That the article of a quote is not in the trash; the usual empty trash costs nothing."""


@dataclass(slots=True)
class Condition:
    """What follows WHERE, with its parameters."""

    sql: str = ""
    parameters: dict[str, object] = field(default_factory=dict)
    narrows: bool = False
    """Whether it leaves out anything but the trash."""
    prefix: str = "p"
    """How its parameters begin, so that two conditions can stand in one statement."""

    def bind(self, value: object) -> str:
        """A named parameter with this value."""
        name = f"{self.prefix}{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"


def articles_where(query: str, prefix: str = "p") -> Condition:
    """Condition on `articles` that a query means; raises QueryError."""
    return _where(query, articles_part, "articles.trashed = ''", prefix)


def quotes_where(query: str, prefix: str = "p") -> Condition:
    """Condition on `quotes` that a query means; raises QueryError."""
    return _where(query, quotes_part, _PRESENT, prefix)


def _where(query: str, part: Callable[[Node, Bind], str], present: str, prefix: str) -> Condition:
    condition = Condition(narrows=bool(query.strip()), prefix=prefix)
    tree = parse(query)
    wanted = [] if asks_for_trash(tree) else [present]
    if tree != And(()):
        wanted.append(part(tree, condition.bind))
    condition.sql = " AND ".join(f"({one})" for one in wanted)
    return condition


def asks_for_trash(node: Node) -> bool:
    """Whether a query is about the trash, which is left out otherwise."""
    if isinstance(node, Term):
        if node.field == ALL_OF:
            return asks_for_trash(searched(node))
        return node.field == "is" and node.value.lower() in ("trashed", "trash")
    return isinstance(node, And) and any(asks_for_trash(part) for part in node.parts)


def articles_part(node: Node, bind: Bind) -> str:
    """Condition on `articles` for a part of a query."""
    if is_text(node):
        return texts_part(node, (), bind)
    if isinstance(node, Not):
        return f"NOT ({articles_part(node.part, bind)})"
    if isinstance(node, Or):
        return _joined(" OR ", (articles_part(part, bind) for part in node.parts))
    if isinstance(node, And):
        return _all_of(node.parts, bind)
    if node.field == ALL_OF:
        return articles_part(searched(node), bind)
    if node.field in ARTICLE_FIELDS:
        return ARTICLE_FIELDS[node.field](node, bind)
    return _of_one_quote([node], bind)


def searched(term: Term) -> Node:
    """The search of the library that the value of a field is; it holds no other such search."""
    try:
        tree = parse(term.value)
    except QueryError as error:
        raise QueryError(error.message, term.position) from None
    if any(part.field == ALL_OF for part in terms_of(tree)):
        raise QueryError(
            _("{all_of}: takes a search without another {all_of}: in it.").format(all_of=ALL_OF),
            term.position,
        )
    return tree


def terms_of(node: Node) -> Iterable[Term]:
    """Every word and field of a search."""
    if isinstance(node, Term):
        return (node,)
    parts = (node.part,) if isinstance(node, Not) else node.parts
    return (term for part in parts for term in terms_of(part))


def _all_of(parts: Sequence[Node], bind: Bind) -> str:
    words, unwanted, others = split_words(parts)
    of_quote = [part for part in others if isinstance(part, Term) and part.field and is_of_quote(part)]
    rest = [part for part in others if not any(part is done for done in of_quote)]
    conditions = [articles_part(part, bind) for part in rest]
    if words:
        conditions.append(texts_part(And(tuple(words)), [part.part for part in unwanted], bind))
    if of_quote:
        conditions.append(_of_one_quote(of_quote, bind))
    return _joined(" AND ", conditions)


def split_words(parts: Sequence[Node]) -> tuple[list[Node], list[Not], list[Node]]:
    """What titles and texts must hold, what they must not hold beside that, and the rest."""
    words = [part for part in parts if is_text(part)]
    unwanted = [part for part in parts if isinstance(part, Not) and is_text(part.part)] if words else []
    rest = [part for part in parts if not any(part is done for done in (*words, *unwanted))]
    return words, unwanted, rest


def _of_one_quote(terms: Sequence[Term], bind: Bind) -> str:
    conditions = [QUOTE_FIELDS[term.field](term, bind) for term in terms]
    if not any(term.field == "status" for term in terms):
        conditions.append("quotes.status <> 'rejected'")
    both = _joined(" AND ", conditions)
    if all(term.field in ("type", "status", "verified") for term in terms):
        # the index of quotes by article answers these; where most articles have one, asking each is quicker
        return f"EXISTS (SELECT 1 FROM quotes WHERE article_id = articles.id AND {both})"
    return f"articles.id IN (SELECT article_id FROM quotes WHERE {both})"


def texts_part(wanted: Node, unwanted: Sequence[Node], bind: Bind) -> str:
    """Articles whose title and text, or one of whose notes, holds `wanted` and nothing of `unwanted`."""
    match = " NOT ".join(expression(part) for part in (wanted, *unwanted))
    found = TEXTS.format(bind(match))
    if not names_a_column(wanted):
        noted = [NOTES.format(bind(expression(wanted)))]
        noted += [f"article_id NOT IN ({TEXTS.format(bind(expression(part)))})" for part in unwanted]
        found = f"{found} UNION ALL {' AND '.join(noted)}"
    without = [
        f"articles.id NOT IN ({NOTES.format(bind(expression(part)))})"
        for part in unwanted
        if not names_a_column(part)
    ]
    return _joined(" AND ", (f"articles.id IN ({found})", *without))


def quotes_part(node: Node, bind: Bind) -> str:
    """Condition on `quotes` for a part of a query."""
    if isinstance(node, Not):
        return f"NOT ({quotes_part(node.part, bind)})"
    if isinstance(node, Or):
        return _joined(" OR ", (quotes_part(part, bind) for part in node.parts))
    if isinstance(node, And):
        return _joined(" AND ", (quotes_part(part, bind) for part in node.parts))
    if node.field in QUOTE_FIELDS:
        return QUOTE_FIELDS[node.field](node, bind)
    return f"quotes.article_id IN (SELECT articles.id FROM articles WHERE {articles_part(node, bind)})"


def _joined(word: str, parts: Iterable[str]) -> str:
    return word.join(f"({part})" for part in parts)


def is_text(node: Node) -> bool:
    """Whether FTS5 can answer this part from titles and texts by itself."""
    if isinstance(node, Term):
        return node.field in ("", "title", "text")
    if isinstance(node, Or):
        return all(is_text(part) for part in node.parts)
    return isinstance(node, And) and bool(node.parts) and all(is_text(part) for part in node.parts)
