"""Lists of very many articles: the quick ways to the ids find what the slow ones do, in the same order."""

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.models import Article, Note, Quote, QuoteType, Span
from reader.store import Store, article_lists
from reader.store.id_lists import packed

WORDS = (
    "Wahl",
    "Wahl -Haushalt",
    "title:Wahl",
    "Wahl text:Steuern",
    "Wahl OR Haushalt",
    "Haus* -title:Wahl",
    '"Wahl im Haushalt"',
    "(Wahl OR Steuern) -Notiz",
)


@pytest.fixture
def mixed(store: Store) -> Store:
    """Articles with and without the words, some in the trash, some with notes that hold them."""
    texts = ("Wahl", "Haushalt", "Wahl im Haushalt", "Steuern", "Wahl Steuern", "Notiz", "Anderes")
    for number in range(70):
        text = f"{texts[number % 7]} {number}"
        title = ("Wahl", "Haushalt", "Alltag")[number % 3]
        added = store.articles.add(Article(text, title=title, location=f"/{number}")).id
        if number % 5 == 0:
            body = ("Wahl", "Notiz zum Haushalt", "leer")[number % 3]
            store.notes.save(Note(body, added))
    store.articles.trash(range(10, 20))
    return store


@pytest.mark.parametrize("query", WORDS)
@pytest.mark.parametrize("descending", [True, False])
def test_words_find_the_same_whatever_the_order(mixed: Store, query: str, descending: bool) -> None:
    found = mixed.articles.ids(query, descending=descending)
    assert found == sorted(mixed.articles.ids(query, sort="title"), reverse=descending)
    assert len(found) == mixed.articles.count(query)
    assert mixed.articles.ids(query, descending=descending, limit=7) == found[:7]
    assert found, "a query that finds nothing proves nothing"


@pytest.mark.parametrize(
    "query", ["quote:Abgabe", "-quote:Abgabe", "speaker:Lindt", "quote:Abgabe OR title:T1"]
)
@pytest.mark.parametrize("newest", [2, 5, 9])
def test_the_first_by_words_of_quotes_are_those_of_the_whole_list(
    store: Store, query: str, newest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Quote(QuoteType.DIRECT, (Span(0, 10),), resolved_speaker="Maria Lindt")
    for number in range(12):
        text = f"{('Die Abgabe', 'Der Regen.')[number % 4 == 3]} kommt {number}."
        store.articles.add(Article(text, title=f"T{number}", location=f"/{number}"), [words], "a")
    for article_id in (1, 8, 12):  # their quotes come last, whatever their number
        store.quotes.replace_suggestions(article_id, [words], "b")
    for statement in ("_NEWEST", "_FIRST_QUOTE"):
        few = getattr(article_lists, statement).replace("20000", str(newest))
        monkeypatch.setattr(article_lists, statement, few)
    found = store.articles.ids(query)
    assert len(found) >= 3
    for limit in (1, 3, len(found)):
        assert store.articles.ids(query, limit=limit) == found[:limit]


@pytest.mark.parametrize("query", ["", "Wahl", "is:unread", "words:>1 -title:Wahl", "is:trash", "has:note"])
@pytest.mark.parametrize("sort", ["added", "words", "state"])
def test_the_first_of_a_list_are_those_of_the_whole_list(mixed: Store, query: str, sort: str) -> None:
    found = mixed.articles.ids(query, sort=sort)
    for limit in (1, 5, 200):
        assert mixed.articles.ids(query, sort=sort, limit=limit) == found[:limit]


def test_equal_rows_stand_newest_first_in_both_directions(mixed: Store) -> None:
    for sort in ("quotes", "open", "words", "starred", "state", "language"):
        for descending in (True, False):
            rows = mixed.articles.rows(mixed.articles.ids(sort=sort, descending=descending))
            places: dict[object, list[int]] = {}
            for row in rows:
                places.setdefault(getattr(row, sort), []).append(row.id)
            assert all(ids == sorted(ids, reverse=True) for ids in places.values())
            keys = list(places)
            assert keys == sorted(keys, reverse=descending)  # type: ignore[type-var]  # all of one kind


def test_numbers_are_read_in_portions_and_may_be_large() -> None:
    few = list(range(60_000))
    assert packed(",".join(map(str, few))) == array("I", few)
    many = [*range(30_000), 2**40, *range(30_000)]
    assert list(packed(",".join(map(str, many)))) == many
    assert list(packed("")) == []


def test_outlets_are_found_by_a_part_of_their_name_in_and_out_of_the_trash(
    store: Store, tmp_path: Path
) -> None:
    names = ("Nordblatt", "Das Nord-Echo", "Südkurier", "")
    ids = [store.articles.add(Article(f"Text {n}", outlet=n, location=f"/{n}")).id for n in names]
    only = store.articles.add(Article("Weg", outlet="Nordlicht", location="/weg")).id
    store.articles.trash([only])
    assert store.articles.ids("outlet:nord") == [ids[1], ids[0]]
    assert store.articles.ids("outlet:nord is:trash") == [only]
    assert store.articles.ids('outlet:"sudkurier"') == [ids[2]]
    assert store.articles.ids("-outlet:nord") == [ids[3], ids[2]]


def test_a_quote_kept_with_its_article_counts_in_every_order(store: Store) -> None:
    text = "„Ja“, sagte sie."
    quote = Quote(QuoteType.DIRECT, (Span(0, 4),))
    one = store.articles.add(Article(text, location="/1"), [quote]).id
    two = store.articles.add(Article("Nichts.", location="/2")).id
    assert store.articles.ids(sort="open") == [one, two]
    assert store.articles.ids(sort="quotes", descending=False) == [two, one]


@pytest.mark.parametrize(
    "look",
    [
        lambda store: store.articles.kept_since("/1", "2020"),
        lambda store: store.imported.article_of_uid("0123456789ab"),
        lambda store: store.imported.articles_at("https://example.org/1"),
        lambda store: store.imported.articles_with("Wahl 1"),
        lambda store: store.imported.articles_called("Wahl"),
        lambda store: store.articles.known(Article("Wahl 1", title="Wahl", location="/1")),
    ],
)
def test_one_article_is_found_without_reading_all(mixed: Store, look: Callable[[Store], object]) -> None:
    asked: list[str] = []
    mixed._db.raw.set_trace_callback(asked.append)
    look(mixed)
    mixed._db.raw.set_trace_callback(None)
    plans = [row[3] for sql in asked for row in mixed._db.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert plans
    assert [plan for plan in plans if plan.startswith("SCAN articles") or "(trashed=?)" in plan] == []
