"""Sources, tags and notes."""

from dataclasses import replace

import pytest

from reader.errors import NotFoundError, StoreError
from reader.models import Article, Note, Source, SourceKind, TermsOfUse
from reader.store import Store
from tests.store.conftest import TEXT, span


def test_a_source_comes_back_with_aliases_and_counts(store: Store, article: int) -> None:
    putin = Source(
        "Wladimir  Putin",
        SourceKind.PERSON,
        "Präsident",
        "Kreml",
        ("Putin",),
        TermsOfUse.BACKGROUND,
        "Tel.",
    )
    source = store.sources.add(putin)
    store.sources.assign([each.id for each in store.quotes.of(article)[:2]], source.id)
    stored = store.sources.get(source.id)
    assert replace(stored, id=0, uid="", quotes=0, articles=0) == replace(putin, name="Wladimir Putin")
    assert (stored.quotes, stored.articles) == (2, 1)
    assert store.quotes.of(article)[0].source == "Wladimir Putin"
    changed = store.sources.update(replace(stored, aliases=("Wladimir P.",), role="Ministerpräsident"))
    assert (changed.aliases, changed.role) == (("Wladimir P.",), "Ministerpräsident")
    store.journal.undo()
    assert store.sources.get(source.id).aliases == ("Putin",)


def test_suggestions_find_beginnings_aliases_and_slips(store: Store) -> None:
    for name, alias in (("Angela Merkel", "Kanzlerin"), ("Markus Söder", ""), ("Olaf Scholz", "")):
        store.sources.add(Source(name, aliases=(alias,) if alias else ()))
    for typed, expected in (
        ("mer", "Angela Merkel"),
        ("kanz", "Angela Merkel"),
        ("soder", "Markus Söder"),
        ("schloz", "Olaf Scholz"),
    ):
        assert store.sources.suggest(typed)[0].name == expected, typed
    assert store.sources.suggest("xyzxyz") == []
    assert len(store.sources.suggest("", limit=2)) == 2


def test_recent_sources_come_latest_first(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0].id
    sources = [store.sources.add(Source(name)) for name in ("Eins", "Zwei", "Drei")]
    for source in (sources[0], sources[2], sources[0]):
        store.sources.assign([first], source.id)
    assert [source.name for source in store.sources.recent()] == ["Eins", "Drei"]


def test_merging_takes_everything_over_and_undo_divides_again(store: Store, article: int) -> None:
    one = store.sources.add(Source("Angela Merkel", remarks="CDU"))
    two = store.sources.add(Source("Merkel", aliases=("Kanzlerin",), remarks="Büro anrufen"))
    store.sources.assign([store.quotes.of(article)[0].id], two.id)
    merged = store.sources.merge(one.id, [two.id])
    assert merged.aliases == ("Merkel", "Kanzlerin")
    assert (merged.quotes, merged.remarks) == (1, "CDU\nBüro anrufen")
    with pytest.raises(NotFoundError):
        store.sources.get(two.id)
    store.journal.undo()
    assert store.sources.get(two.id).quotes == 1
    assert store.sources.get(one.id).aliases == ()


def test_splitting(store: Store, article: int) -> None:
    first, second, _ = store.quotes.of(article)
    both = store.sources.add(Source("Müller", aliases=("Anna Müller", "Bernd Müller")))
    store.sources.assign([first.id, second.id], both.id)
    bernd = store.sources.split(both.id, "Bernd Müller", [second.id], ["Bernd Müller"])
    assert bernd.quotes == 1
    assert store.sources.get(both.id).aliases == ("Anna Müller",)
    assert store.sources.get(both.id).quotes == 1


def test_probable_doubles(store: Store) -> None:
    for name in ("Angela Merkel", "Merkel", "A. Merkel", "Markus Söder", "Markus Soeder", "Peter Altmaier"):
        store.sources.add(Source(name))
    pairs = {frozenset((one.name, other.name)) for one, other, _ in store.sources.similar()}
    assert frozenset(("Angela Merkel", "Merkel")) in pairs
    assert frozenset(("Angela Merkel", "A. Merkel")) in pairs
    assert frozenset(("Markus Söder", "Markus Soeder")) in pairs
    assert not any("Peter Altmaier" in pair for pair in pairs)


def test_removing_a_source_leaves_its_quotes(store: Store, article: int) -> None:
    source = store.sources.add(Source("Anna", aliases=("A.",)))
    first = store.quotes.of(article)[0].id
    store.sources.assign([first], source.id)
    assert store.sources.remove([source.id]) == 1
    assert store.quotes.get(first).source_id == 0
    store.journal.undo()
    assert store.quotes.get(first).source == "Anna"
    assert store.sources.get(source.id).aliases == ("A.",)


def test_a_source_needs_a_name(store: Store) -> None:
    with pytest.raises(StoreError, match="name"):
        store.sources.add(Source("  "))


def test_tags_on_all_three_and_off_again(store: Store, article: int) -> None:
    quote_id = store.quotes.of(article)[0].id
    note = store.notes.save(Note("x", article, span=span(TEXT, "Müller")))
    assert (
        store.tags.attach(
            ["politik/syrien", "#wichtig"], articles=[article], quotes=[quote_id], notes=[note.id]
        )
        == 6
    )
    assert store.tags.attach(["wichtig"], articles=[article]) == 0
    assert store.articles.get(article).tags == ("politik/syrien", "wichtig")
    assert store.quotes.get(quote_id).tags == ("politik/syrien", "wichtig")
    assert store.notes.get(note.id).tags == ("politik/syrien", "wichtig")
    assert store.articles.rows([article])[0].tags == ("politik/syrien", "wichtig")
    assert {tag.path: tag.uses for tag in store.tags.all()} == {"politik/syrien": 3, "wichtig": 3}
    assert store.tags.detach(["wichtig"], quotes=[quote_id]) == 1
    assert store.quotes.get(quote_id).tags == ("politik/syrien",)
    assert [tag.path for tag in store.tags.recent()] == ["wichtig", "politik/syrien"]


def test_only_tags_that_all_have_are_common(store: Store, article: int) -> None:
    other = store.articles.add(Article("Ein anderer Text.", title="Anders", location="/anders")).id
    quotes = [quote.id for quote in store.quotes.of(article)[:2]]
    store.tags.attach(["politik/syrien", "eilig"], articles=[article, other])
    store.tags.attach(["allein", "zuerst"], articles=[article], quotes=quotes[:1])
    store.tags.attach(["zitat"], quotes=quotes)
    assert store.tags.common(articles=[article, other]) == ("eilig", "politik/syrien")
    assert store.tags.common(articles=[article]) == ("allein", "eilig", "politik/syrien", "zuerst")
    assert store.tags.common(quotes=quotes) == ("zitat",)
    assert store.tags.common() == ()


def test_renaming_a_tag_takes_those_below_along_and_joins_where_taken(store: Store, article: int) -> None:
    first, second, _ = store.quotes.of(article)
    store.tags.attach(["politik", "politik/syrien"], quotes=[first.id])
    store.tags.attach(["welt/syrien"], quotes=[second.id])
    store.tags.rename("politik", "welt")
    assert [tag.path for tag in store.tags.all()] == ["welt", "welt/syrien"]
    assert store.quotes.get(first.id).tags == ("welt", "welt/syrien")
    store.journal.undo()
    assert store.quotes.get(first.id).tags == ("politik", "politik/syrien")


def test_colour_and_removal(store: Store, article: int) -> None:
    store.tags.attach(["a/b", "a", "ab"], articles=[article])
    store.tags.colour("a", "#ff0000")
    assert {tag.path: tag.colour for tag in store.tags.all()} == {"a": "#ff0000", "a/b": "", "ab": ""}
    store.tags.remove("a")
    assert store.articles.get(article).tags == ("ab",)
    store.journal.undo()
    assert store.articles.get(article).tags == ("a", "a/b", "ab")
    with pytest.raises(NotFoundError):
        store.tags.remove("zzz")
    with pytest.raises(StoreError, match="name"):
        store.tags.attach([" / "], articles=[article])


def test_notes_on_article_quote_and_span(store: Store, article: int) -> None:
    quote_id = store.quotes.of(article)[0].id
    on_span = store.notes.save(Note("Wer?", article, span=span(TEXT, "Müller")))
    on_quote = store.notes.save(Note("Nachfragen", article, quote_id=quote_id))
    on_article = store.notes.save(Note("Alles", article))
    assert (on_span.exact, on_span.uid != "") == ("Müller", True)
    assert store.notes.of(article) == [on_quote, on_article, on_span]
    assert store.notes.on(quote_id) == [on_quote]
    store.tags.attach(["x"], notes=[on_span.id])
    assert store.notes.remove([on_span.id]) == 1
    store.journal.undo()
    assert store.notes.get(on_span.id).tags == ("x",)


def test_a_note_for_what_is_gone_says_so(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.notes.save(Note("x", 77))
    with pytest.raises(NotFoundError):
        store.notes.get(5)
