"""Columns by name: what is stored of a value is what is read of it."""

from dataclasses import fields, replace

import pytest

from reader.models import Article, ArticleState, Caption, Link, PageStart, Span
from reader.store import Store
from reader.store.columns import Column, Columns, values_of
from reader.transcripts import SpokenTurn, TimedStretch, Transcript

MADE = ("id", "uid", "version", "added", "position", "tags", "missing", "wall", "originals")
"""Fields of an article that it does not bring along."""


def full_article() -> Article:
    """An article in which every field says something, no two the same."""
    texts = {field.name: f"its {field.name}" for field in fields(Article) if field.type is str}
    return replace(
        Article(**texts),
        state=ArticleState.DONE,
        starred=True,
        captions=(Caption("Bild", "dpa"),),
        headings=(Span(0, 3),),
        links=(Link(Span(0, 3), "https://a.example/"),),
        removed=("Werbung",),
        transcript=Transcript((SpokenTurn(0, 3, 5, 9, True),), (TimedStretch(5, 9, 1.5, 2.0, 0.4),)),
        pages=(PageStart(0, "iv"), PageStart(2, "1")),
    )


def test_every_field_of_an_article_comes_back(store: Store) -> None:
    article = full_article()
    stored = store.articles.get(store.articles.add(article).id)
    made = {name: getattr(article, name) for name in MADE}
    assert replace(stored, **made) == article


def test_what_a_person_edits_is_told_by_its_name(store: Store) -> None:
    number = store.articles.add(Article("Text.", title="Alt")).id
    store.articles.update([number], title="Neu", section="Politik", starred=True, state="reading")
    article = store.articles.get(number)
    assert (article.title, article.section, article.starred) == ("Neu", "Politik", True)
    assert article.state is ArticleState.READING


def test_a_column_that_no_field_is_called_like_is_an_error() -> None:
    table = Columns(Column("text"), Column("titel")).read([("Text.", "Titel")])
    with pytest.raises(TypeError, match="titel"):
        values_of(Article, table)
