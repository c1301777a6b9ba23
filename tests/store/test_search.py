"""Searching and filtering: what is found, where, and what is marked."""

from dataclasses import replace

import pytest

from reader.models import (
    Anchor,
    Article,
    Evidence,
    Note,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    Verification,
)
from reader.store import QueryError, Store
from tests.store.conftest import span

TEXTS = {
    "wahl": (
        "Wahl in Österreich",
        "Die Zeit",
        "2024-05-06",
        "de",
        "Frau Müller sagte: Wir gewinnen die Wahl. Die Straße jubelt.",
    ),
    "climat": (
        "Le climat",
        "Le Monde",
        "2023-01-06T10:00:00Z",
        "fr",
        "Macron a dit qu’il était content du climat.",
    ),
    "sport": (
        "Sport",
        "Südwest-Bote",
        "2022",
        "de",
        "Der Trainer erklärte, man habe gewonnen. Wahl oder Qual.",
    ),
    "leer": ("Ohne Datum", "", "", "en", "Nothing happened."),
}


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    """Four articles by short names; quotes, notes, tags and sources on them."""
    found = {}
    for name, (title, outlet, day, language, text) in TEXTS.items():
        article = Article(
            text=text, title=title, outlet=outlet, published=day, language=language, location=f"/{name}"
        )
        if name == "climat":
            article = replace(article, byline="Von Anna Lenz", section="Kultur")
        if name == "leer":
            article = replace(article, embargo="Sperrfrist: Redebeginn")
        quotes = []
        if "Wir gewinnen" in text:
            quotes.append(
                Quote(
                    QuoteType.DIRECT,
                    (span(text, "Wir gewinnen die Wahl"),),
                    speaker=(span(text, "Frau Müller"),),
                )
            )
        if "man habe" in text:
            speaker = (span(text, "Der Trainer"),)
            quotes.append(
                Quote(
                    QuoteType.INDIRECT,
                    (span(text, "man habe gewonnen"),),
                    speaker=speaker,
                    cue=(span(text, "erklärte"),),
                    confidence=0.6,
                    resolved_speaker="Jogi Löw",
                )
            )
        found[name] = store.articles.add(article, quotes).id
    merkel = store.sources.add(Source("Petra Müller", aliases=("Ministerin",)))
    store.sources.assign(store.quotes.ids("type:direct"), merkel.id)
    store.notes.save(Note("Anrufen wegen Übersetzung", found["climat"], span=Span(0, 6)))
    store.tags.attach(["politik/wahl"], articles=[found["wahl"]])
    store.tags.attach(["politik"], quotes=store.quotes.ids("type:indirect"))
    store.articles.update([found["sport"]], starred=True, state="done")
    against = Evidence(Verification.UNVERIFIED, 0, "file", "mitschnitt.mp3")
    store.quotes.set_verification(store.quotes.ids("type:direct"), Verification.UNVERIFIED, against)
    return found


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("wahl", "wahl sport"),
        ("WAHL", "wahl sport"),
        ("osterreich", "wahl"),
        ("Oesterreich", "wahl"),
        ("mueller", "wahl"),
        ("strasse", "wahl"),
        ("etait", "climat"),
        ("wahl -sport", "wahl"),
        ("-wahl", "climat leer"),
        ("wahl OR climat", "wahl climat sport"),
        ("(wahl OR climat) -trainer", "wahl climat"),
        ('"die Wahl"', "wahl"),
        ('"Wahl die"', "wahl"),
        ('"Qual Wahl"', ""),
        ("gew*", "wahl sport"),
        ("gew", ""),
        ("title:wahl", "wahl"),
        ("text:wahl", "wahl sport"),
        ("title:wahl OR title:sport", "wahl sport"),
        ("übersetzung", "climat"),
        ("ubersetz*", "climat"),
        ("note:anrufen", "climat"),
        ("anrufen -climat", ""),
        ("quote:gewonnen", "sport"),
        ("quote:qual", ""),
        ("speaker:müller", "wahl"),
        ("speaker:löw", "sport"),
        ("speaker:ministerin", "wahl"),
        ("source:petra", "wahl"),
        ('source:"Petra Müller"', "wahl"),
        ('source:"Petra"', ""),
        ("tag:politik", "wahl sport"),
        ("tag:politik/wahl", "wahl"),
        ("tag:pol*", "wahl sport"),
        ("outlet:zeit", "wahl"),
        ("outlet:bote", ""),
        ("outlet:sudwest", "sport"),
        ('outlet:"die zeit"', "wahl"),
        ("lang:fr", "climat"),
        ("type:direct", "wahl"),
        ("type:direct speaker:löw", ""),
        ("type:indirect speaker:löw", "sport"),
        ("status:suggested", "wahl sport"),
        ("status:accepted", ""),
        ("verified:no", "wahl sport"),
        ("has:note", "climat"),
        ("has:quote", "wahl sport"),
        ("has:tag", "wahl"),
        ("has:source", "wahl"),
        ("-has:quote", "climat leer"),
        ("is:starred", "sport"),
        ("is:unread", "wahl climat leer"),
        ("is:open", "wahl sport"),
        ("before:2024", "climat sport"),
        ("after:2023", "wahl"),
        ("after:2023-01-06", "wahl"),
        ("after:2023-01-05", "wahl climat"),
        ("in:2023", "climat"),
        ("in:2023-01", "climat"),
        ("in:06.01.2023", "climat"),
        ("in:2022", "sport"),
        ("in:2024-05-06 lang:de", "wahl"),
        ("is:trashed", ""),
        ("wahl AND zeit", ""),
        ("wahl AND osterreich", "wahl"),
        ("wahl UND gewinnen", "wahl"),
        ('"wahl gewinnen"~3', "wahl"),
        ('"zeit wahl"~1', ""),
        ('text:"gewonnen trainer"~3', "sport"),
        ("byline:lenz", "climat"),
        ("byline:anna", "climat"),
        ("section:kul", "climat"),
        ("words:>7", "wahl climat sport"),
        ("words:1-3", "leer"),
        ("words:<=3", "leer"),
        ("confidence:>90", "wahl"),
        ("confidence:<0.9 type:indirect", "sport"),
        ("cue:erklärte", "sport"),
        ("cue:sagte", ""),
        ("evidence:mitschnitt", "wahl"),
        ("evidence:.mp3", "wahl"),
        ('evidence:"schnitt.mp"', "wahl"),
        ("embargo:held", "leer"),
        ("embargo:none", "wahl climat sport"),
        ("added:today", "wahl climat sport leer"),
        ("added:-1d", "wahl climat sport leer"),
        ("added:gestern", ""),
        ("after:-7d", ""),
        ("before:heute", "wahl climat sport"),
        ('re:"gew(inn|onn)en"', "wahl sport"),
        (r"re:qual\.$", "sport"),
    ],
)
def test_filters_and_searches_find_the_same(
    store: Store, ids: dict[str, int], query: str, names: str
) -> None:
    wanted = {ids[name] for name in names.split()}
    assert set(store.articles.ids(query)) == wanted
    assert store.articles.count(query) == len(wanted)
    for sort in ("date", "rank", "rank-all"):
        hits = store.search(query, sort=sort)
        assert {hit.article_id for hit in hits.items} == wanted, sort
        assert hits.total == len(wanted)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("gewonnen", 1),
        ("müller", 1),
        ("type:indirect lang:de", 1),
        ("type:indirect lang:fr", 0),
        ("tag:politik", 1),
        ("title:sport", 1),
        ("-type:direct", 1),
        ("is:starred OR type:direct", 2),
        ("has:source", 1),
        ("cue:erklärte", 1),
        ("re:^man", 1),
        ('"wahl gewinnen"~2', 1),
        ("confidence:>95", 1),
        ("words:>7", 2),
    ],
)
def test_the_same_language_filters_quotes(store: Store, ids: dict[str, int], query: str, count: int) -> None:
    assert len(store.quotes.ids(query)) == store.quotes.count(query) == count


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("type:loud", 5),
        ("wahl verified:maybe", 14),
        ("in:2024-13", 3),
        ("before:neulich", 7),
        ("words:viele", 6),
        ("confidence:hoch", 11),
        ('re:"(offen"', 10),
        ("wahl re:[z", 10),
        ('re:"a{9999999}"', 5),
        ("re:((a{99}){99}){99}", 16),
        ('re:"x(?R)"', 5),
        ("wahl re:(?P<n>a)(?&n)", 16),
        ("embargo:vielleicht", 8),
        ("cue:!", 4),
        ("is:nice", 3),
        ("has:fun", 4),
    ],
)
def test_a_wrong_value_is_named_with_its_place(store: Store, query: str, position: int) -> None:
    with pytest.raises(QueryError) as caught:
        store.articles.ids(query)
    assert caught.value.position == position


def test_rejected_quotes_are_not_found_unless_asked_for(store: Store, ids: dict[str, int]) -> None:
    store.quotes.set_status(store.quotes.ids("quote:gewonnen"), Status.REJECTED)
    assert store.articles.ids("quote:gewonnen") == []
    assert store.articles.ids("quote:gewonnen status:rejected") == [ids["sport"]]


def test_verified_follows_what_a_person_says(store: Store, ids: dict[str, int]) -> None:
    store.quotes.set_verification(store.quotes.ids("type:direct"), Verification.CHECKED)
    assert store.articles.ids("verified:yes") == [ids["wahl"]]


def test_a_hit_opens_at_its_words_and_marks_them(store: Store, ids: dict[str, int]) -> None:
    (hit,) = store.search("strasse").items
    text = TEXTS["wahl"][4]
    assert text[hit.start :].startswith("Straße")
    assert [part for part, is_match in hit.snippet if is_match] == ["Straße"]
    assert (hit.title, hit.outlet, hit.published, hit.where) == (
        "Wahl in Österreich",
        "Die Zeit",
        "2024-05-06",
        "text",
    )


def test_hits_in_title_note_and_quote_say_so(store: Store, ids: dict[str, int]) -> None:
    assert store.search("title:climat").items[0].where in ("title", "text")
    assert store.search("österreich").items[0].where == "title"
    note = store.search("übersetzung").items[0]
    assert (note.where, note.start) == ("note", 0)
    assert ("Übersetzung", True) in note.snippet
    quote = store.search("speaker:löw").items[0]
    assert (quote.where, quote.start) == ("quote", TEXTS["sport"][4].index("man habe"))


@pytest.mark.parametrize(
    ("query", "where", "words"),
    [
        ("cue:erklärte", "quote", "man habe"),
        ("confidence:<70", "quote", "man habe"),
        ("type:direct", "quote", "Wir gewinnen"),
        ("evidence:mitschnitt", "quote", "Wir gewinnen"),
        ("status:rejected", "quote", "Wir gewinnen"),
        ("jubelt NEAR/9 gewinnen", "text", "gewinnen"),
        ("note:wahl", "note", "Macron"),
        ("wegen Macron", "note", "Macron"),
    ],
)
def test_a_hit_opens_where_it_was_found(
    store: Store, ids: dict[str, int], query: str, where: str, words: str
) -> None:
    store.notes.save(Note("Zur Wahl: Macron anrufen, wegen gestern", ids["climat"], span=Span(0, 6)))
    store.notes.save(Note("Macron", ids["climat"], span=Span(12, 14)))
    if query == "status:rejected":
        store.quotes.set_status(store.quotes.ids("type:direct"), Status.REJECTED)
    (hit,) = store.search(query).items
    assert hit.where == where
    assert next(text[4] for text in TEXTS.values() if text[0] == hit.title)[hit.start :].startswith(words)


def test_newest_first_and_best_first(store: Store) -> None:
    often = store.articles.add(Article(text="Klima. " * 5, title="Klima", published="2020", location="/1")).id
    once = store.articles.add(
        Article(text="Klima und vieles andere. " + "Wort " * 200, title="x", published="2024", location="/2")
    ).id
    assert [hit.article_id for hit in store.search("klima").items] == [once, often]
    assert [hit.article_id for hit in store.search("klima", sort="rank").items] == [often, once]


def test_the_bound_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.store.search.BOUND", 3)
    for number in range(5):
        store.articles.add(Article(text=f"Klima {number}", published=f"202{number}", location=f"/{number}"))
    hits = store.search("klima", limit=2)
    assert (len(hits.items), hits.total, hits.bounded) == (2, 3, True)
    everything = store.search("klima", sort="rank-all")
    assert (everything.total, everything.bounded) == (5, False)


def test_the_trash_is_left_out_unless_asked_for(store: Store, ids: dict[str, int]) -> None:
    store.articles.trash([ids["sport"]])
    assert store.articles.ids("wahl") == [ids["wahl"]]
    assert store.articles.ids("is:trashed wahl") == [ids["sport"]]
    assert [hit.article_id for hit in store.search("wahl").items] == [ids["wahl"]]
    assert store.quotes.ids("gewonnen") == []


def test_what_changes_is_found_as_it_is_now(store: Store, ids: dict[str, int]) -> None:
    store.articles.update([ids["leer"]], title="Erdbeben")
    assert store.articles.ids("erdbeben") == [ids["leer"]]
    assert store.articles.ids("title:datum") == []
    note = store.notes.of(ids["climat"])[0]
    store.notes.remove([note.id])
    assert store.articles.ids("anrufen") == []


def test_several_words_need_no_quote(store: Store, ids: dict[str, int]) -> None:
    assert store.articles.ids("nothing happened") == [ids["leer"]]
    assert store.articles.ids("nothing lang:en") == [ids["leer"]]
    assert store.articles.ids("nothing -macron") == [ids["leer"]]


@pytest.mark.parametrize(
    "query",
    [
        "wort " * 199,
        "(" * 20 + "wahl" + ")" * 20,
        "-" * 150 + "wahl",
        "wahl OR " * 90 + "x",
        '"' + "wort " * 3000 + '"',
    ],
)
def test_long_lines_are_answered(store: Store, ids: dict[str, int], query: str) -> None:
    assert len(store.articles.ids(query)) <= 4
    assert len(store.search(query).items) <= 4
    assert len(store.quotes.ids(query)) <= 4


def test_a_list_of_quotes_holds_those_that_are_lost_or_open_themselves(store: Store) -> None:
    text = "„Eins und eins“, sagte sie. „Zwei und zwei“, sagte er."
    article = store.articles.add(
        Article(text, title="Summen", location="summen.txt"),
        [Quote(QuoteType.DIRECT, (Span(0, 15),)), Quote(QuoteType.DIRECT, (Span(28, 43),))],
        "rules-1",
    ).id
    first, second = store.quotes.of(article)
    store.articles.reanchor(article, [replace(first, anchor=Anchor.ORPHAN)], [])
    store.quotes.set_status([second.id], Status.ACCEPTED)
    assert store.quotes.ids("is:orphan") == [first.id]
    assert store.quotes.ids("-is:orphan Zwei") == [second.id]
    assert store.quotes.ids("is:open Eins") == [first.id]
    assert second.id not in store.quotes.ids("is:open")
    assert set(store.quotes.ids("is:unread")) >= {first.id, second.id}


def test_articles_are_found_by_quotes_that_count_with_what_else_is_said_of_one(store: Store) -> None:
    text = "„Eins und eins“, sagte Alma. „Zwei und zwei“, sagte Bruno."
    article = store.articles.add(
        Article(text, title="Zählen", location="zaehlen.txt"),
        [
            Quote(QuoteType.DIRECT, (Span(0, 15),), resolved_speaker="Alma"),
            Quote(QuoteType.DIRECT, (Span(29, 44),), resolved_speaker="Bruno", nested=True),
        ],
        "rules-1",
    ).id
    assert article in store.articles.ids("is:counted")
    assert article in store.articles.ids("title:Zählen is:counted speaker:Alma")
    assert store.articles.ids("is:counted speaker:Bruno") == []
    assert article not in store.articles.ids("-is:counted")
    assert [item.article_id for item in store.search("Zählen is:counted").items] == [article]
    for ask in (store.articles.ids, store.quotes.ids):
        with pytest.raises(QueryError, match="counted"):
            ask("is:foo")


def test_days_of_what_is_found_are_read_from_the_index_alone(store: Store) -> None:
    asked: list[str] = []
    store._db.raw.set_trace_callback(asked.append)
    store.search("Klima")
    store._db.raw.set_trace_callback(None)
    (search,) = (sql for sql in asked if "count(*) OVER" in sql)
    plan = store._db.rows(f"EXPLAIN QUERY PLAN {search}")
    assert any("COVERING INDEX articles_by_added" in row[3] for row in plan)
