"""Ids of articles by nothing but words, straight from the full-text index, which has them in their order.

A word that a million articles hold needs no set of a million so, and its first screenful comes at once.
"""

from collections.abc import Iterator, Mapping, Sequence

from reader.store.conditions import Bind
from reader.store.filters import NOTES, TEXTS, Condition, is_text, split_words
from reader.store.fts import expression, names_a_column
from reader.store.query import parse
from reader.store.query_nodes import And, Node


def by_words(query: str, direction: str) -> tuple[str, Mapping[str, object]] | None:
    """The SELECT of what a query of nothing but words finds, by `direction` of ids; None for another query.

    It finds what the condition of `filters.texts_part` does.
    """
    tree = parse(query)
    words, unwanted, rest = split_words(
        tree.parts if isinstance(tree, And) and not is_text(tree) else (tree,)
    )
    if not words or rest:
        return None
    condition = Condition()
    wanted, without = And(tuple(words)), [one.part for one in unwanted]
    found = _in_texts(wanted, without, condition.bind)
    if not names_a_column(wanted):
        # both sides come in the order of their ids, so that they are only merged
        found = f"{found} UNION {_in_notes(wanted, without, condition.bind)}"
    return f"{found} ORDER BY id {direction}", condition.parameters


def _in_texts(wanted: Node, without: Sequence[Node], bind: Bind) -> str:
    match = " NOT ".join(expression(part) for part in (wanted, *without))
    found = TEXTS.format(bind(match)).replace("rowid", "rowid AS id", 1)
    return " AND ".join((found, *_present("rowid", without, bind)))


def _in_notes(wanted: Node, without: Sequence[Node], bind: Bind) -> str:
    found = NOTES.format(bind(expression(wanted)))
    not_in_text = (f"article_id NOT IN ({TEXTS.format(bind(expression(part)))})" for part in without)
    return " AND ".join((found, *not_in_text, *_present("article_id", without, bind)))


def _present(column: str, without: Sequence[Node], bind: Bind) -> Iterator[str]:
    """Neither in the trash nor with a note that holds what is not wanted."""
    yield f"{column} NOT IN (SELECT id FROM articles WHERE trashed > '')"
    for part in without:
        if not names_a_column(part):
            yield f"{column} NOT IN ({NOTES.format(bind(expression(part)))})"
