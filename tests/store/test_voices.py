"""Voices without a source: counted by name, and whose quotes belong together."""

from reader.models import Article, Quote, QuoteType, Source, SourceKind, Span, Status
from reader.store import Store


def said(store: Store, name: str, count: int = 1, **known: str) -> list[int]:
    """Articles in each of which somebody of that name speaks once; the numbers of the quotes."""
    quotes = []
    for _ in range(count):
        place = f"{name} {len(store.articles.ids())}"
        quote = Quote(QuoteType.DIRECT, (Span(0, 9),), resolved_speaker=name, **known)  # type: ignore[arg-type]  # texts
        number = store.articles.add(Article(f"„Ja doch“ {place}", title=place), (quote,), "rules-1").id
        quotes.append(store.quotes.of(number)[0].id)
    return quotes


def names(store: Store) -> list[tuple[str, int]]:
    """Who is suggested, with how many quotes."""
    return [(voice.name, voice.quotes) for voice in store.voices.suggested(store.sources.all())]


def test_what_is_rejected_assigned_or_in_the_trash_is_not_counted(store: Store) -> None:
    first, second, third, _fourth = said(store, "Jana Kolb", 4)
    store.quotes.set_status([first], Status.REJECTED)
    store.sources.assign([second], store.sources.add(Source("Uwe Raumann")).id)
    store.articles.trash([store.quotes.get(third).article_id])
    assert names(store) == [("Jana Kolb", 1)]


def test_spellings_of_one_name_are_one_voice(store: Store) -> None:
    said(store, "Theo Bruns", 2)
    said(store, "Ratsherr Theo Bruns")
    said(store, "THEO BRUNS")
    (voice,) = store.voices.described(store.voices.suggested(()))
    assert (voice.name, voice.quotes, voice.articles) == ("Theo Bruns", 4, 4)
    assert store.voices.written_like("theo bruns") != []


def test_a_surname_is_probably_who_has_it_and_of_two_nobody(store: Store) -> None:
    said(store, "Anna Kolb")
    said(store, "Kolb")
    store.sources.add(Source("Jana Kolb"))
    assert {v.name: v.same_name for v in store.voices.suggested(store.sources.all())}["Kolb"] == "Jana Kolb"
    store.sources.add(Source("Peter Kolb"))
    assert {v.name: v.same_name for v in store.voices.suggested(store.sources.all())}["Kolb"] == ""


def test_articles_that_contradict_speak_of_somebody_else_it_may_be(store: Store) -> None:
    ministers = said(store, "Anna Schmidt", 2, speaker_role="Ministerin")
    bakers = said(store, "Anna Schmidt", 1, speaker_role="Bäckerin")
    unknown = said(store, "Anna Schmidt", 1)
    found = store.voices.belonging(["Anna Schmidt"])
    assert (set(found.sure), set(found.doubtful)) == ({*ministers, *unknown}, set(bakers))
    assert found.doubt == "known as “ministerin”, here “backerin”"
    near = store.quotes.get(bakers[0]).article_id
    assert set(store.voices.belonging(["Anna Schmidt"], near=near).sure) == {*bakers, *unknown}
    baker = Source("Anna Schmidt", role="Bäckerin")
    assert set(store.voices.belonging(["Anna Schmidt"], baker).sure) == {*bakers, *unknown}


def test_a_surname_alone_belongs_together_in_one_article_only(store: Store) -> None:
    first, *others = said(store, "Kolb", 3)
    found = store.voices.belonging(["Kolb"], near=store.quotes.get(first).article_id)
    assert (found.sure, found.doubtful) == ((first,), tuple(others))


def test_the_list_reads_the_index_alone(store: Store) -> None:
    plan = store._db.rows(
        "EXPLAIN QUERY PLAN SELECT resolved_speaker, count(*), min(id), max(speaker_kind) FROM quotes "
        "WHERE source_id IS NULL AND resolved_speaker <> '' AND status <> 'rejected' "
        "AND speaker_basis <> 'carried' GROUP BY resolved_speaker"
    )
    assert any("COVERING INDEX quotes_by_voice" in row[3] for row in plan)


def test_the_company_of_another_article_is_another_company(store: Store) -> None:
    first, *others = said(store, "Unternehmen", 3, speaker_kind=SourceKind.ORGANISATION)
    source = store.sources.add(Source("Hafenwerke Nord", SourceKind.ORGANISATION))
    found = store.voices.belonging(["Unternehmen"], source, near=store.quotes.get(first).article_id)
    assert (found.sure, found.doubtful) == ((first,), tuple(others))
    assert found.doubt == "the name alone tells nobody"
    ministries = said(store, "Bundesregierung", 2, speaker_kind=SourceKind.ORGANISATION)
    assert store.voices.belonging(["Bundesregierung"]).sure == tuple(ministries)
