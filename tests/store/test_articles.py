"""Articles: what comes in once, twice, changed; lists, facets, trash."""

from dataclasses import replace

import pytest

from reader.errors import NotFoundError, StoreError
from reader.models import Anchor, Article, Caption, Note, Span, Status
from reader.store import Store
from tests.store.conftest import FOUND, TEXT, quote, span

ARTICLE = Article(text=TEXT, title="Ätna bebt", location="/a.txt")


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    full = Article(
        text=TEXT,
        title="Ätna bebt",
        byline="Von Anna",
        outlet="dpa",
        section="Panorama",
        agency="dpa/afp",
        url="https://example.org/ätna",
        location="/a.txt",
        published="2024-05-06T07:08:00Z",
        language="de",
        captions=(Caption("Der Ätna", "dpa"),),
        headings=(Span(0, 2),),
        removed=("Connect with us",),
    )
    stored = store.articles.get(store.articles.add(full).id)
    assert replace(stored, id=0, uid="", added="") == full
    assert stored.uid
    assert stored.added.endswith("Z")


def test_the_same_article_twice_is_one(store: Store, article: int) -> None:
    again = store.articles.add(Article(text=TEXT, title="Ätna bebt", location="/a.txt", outlet="dpa"))
    assert (again.id, again.outcome) == (article, "same")
    moved = store.articles.add(Article(text=TEXT, title="Ätna bebt", location="/b.txt", outlet="dpa"))
    assert (moved.id, moved.outcome) == (article, "same")
    assert store.articles.count() == 1


def test_the_same_text_of_another_outlet_is_another_article(store: Store, article: int) -> None:
    copy = store.articles.add(Article(text=TEXT, title="Ätna", location="/b.txt", outlet="Nordblatt"))
    assert copy.outcome == "new"


def test_articles_from_one_place_with_addresses_of_their_own_are_several(store: Store) -> None:
    for number in range(3):
        url = f"https://example.org/{number}"
        added = store.articles.add(Article(text=f"Text {number}.", location="feed.xml", url=url))
        assert added.outcome == "new"


def test_text_from_the_clipboard_never_replaces_an_earlier_one(store: Store) -> None:
    outcomes = [
        store.articles.add(Article(text=text, location="clipboard")).outcome for text in ("Eins", "Zwei")
    ]
    assert outcomes == ["new", "new"]


def test_known_says_what_add_would_find(store: Store, article: int) -> None:
    assert store.articles.known(Article(text="Neu", location="/neu.txt")) is None
    same = store.articles.known(Article(text=TEXT, location="/a.txt"))
    changed = store.articles.known(Article(text="Anders.", location="/a.txt"))
    assert same is not None
    assert changed is not None
    assert (same.outcome, changed.outcome) == ("same", "changed")


def test_a_changed_text_is_a_new_version_and_keeps_quotes_and_notes(store: Store, article: int) -> None:
    store.notes.save(Note("Prüfen", article, span=span(TEXT, "Müller")))
    newer = "Vorspann.\n\n" + TEXT
    added = store.articles.add(replace(ARTICLE, text=newer))
    assert (added.id, added.outcome) == (article, "changed")
    assert store.articles.get(article).version == 2
    assert store.articles.text(article) == newer
    assert store.articles.text(article, 1) == TEXT
    assert [version.current for version in store.articles.versions(article)] == [False, True]
    assert len(store.quotes.of(article)) == 3
    assert list(store.verify()), "spans of the old text are wrong until they are placed again"

    shift = len("Vorspann.\n\n")
    quotes = [
        replace(
            each,
            spans=tuple(Span(start + shift, end + shift) for start, end in each.spans),
            speaker=tuple(Span(start + shift, end + shift) for start, end in each.speaker),
            anchor=Anchor.MOVED,
        )
        for each in store.quotes.of(article)
    ]
    note = store.notes.of(article)[0]
    store.articles.reanchor(article, quotes, [replace(note, span=span(newer, "Müller"), anchor=Anchor.MOVED)])
    assert not list(store.verify())
    assert {each.anchor for each in store.quotes.of(article)} == {Anchor.MOVED}
    assert store.notes.of(article)[0].anchor is Anchor.MOVED


def test_an_orphan_keeps_its_words(store: Store, article: int) -> None:
    first = store.quotes.of(article)[0]
    store.articles.add(replace(ARTICLE, text="Ganz neu."))
    orphans = [replace(each, anchor=Anchor.ORPHAN) for each in store.quotes.of(article)]
    store.articles.reanchor(article, orphans, [])
    kept = store.quotes.get(first.id)
    assert (kept.anchor, kept.exact) == (Anchor.ORPHAN, first.exact)
    assert not list(store.verify())
    assert store.articles.ids("is:orphan") == [article]


def test_a_new_version_brings_what_was_not_known_before(store: Store) -> None:
    number = store.articles.add(Article(text="Eins", location="/a", outlet="dpa")).id
    store.articles.add(
        Article(text="Zwei", location="/a", outlet="afp", published="2024-05-06", byline="Anna")
    )
    stored = store.articles.get(number)
    assert (stored.outlet, stored.published, stored.byline) == ("dpa", "2024-05-06", "Anna")


def test_undoing_a_new_version_brings_the_old_text_back_everywhere(store: Store, article: int) -> None:
    store.articles.add(replace(ARTICLE, text="Vulkanausbruch auf Sizilien."))
    assert store.articles.ids("Vulkanausbruch") == [article]
    store.journal.undo()
    assert store.articles.text(article) == TEXT
    assert store.articles.ids("Vulkanausbruch") == []
    assert store.articles.ids("Ministerin") == [article]


def test_undoing_an_addition_puts_it_into_the_trash_and_adding_it_again_takes_it_out(store: Store) -> None:
    number = store.articles.add(ARTICLE).id
    store.journal.undo()
    assert store.articles.ids() == []
    assert store.articles.trashed() == [number]
    again = store.articles.add(ARTICLE)
    assert (again.id, again.outcome) == (number, "new")
    assert store.articles.ids() == [number]


def test_a_row_counts_quotes_and_what_is_open(store: Store, article: int) -> None:
    row = store.articles.rows([article])[0]
    assert (row.title, row.quotes, row.open) == ("Ätna bebt", 3, 3)
    first, second, _ = store.quotes.of(article)
    store.quotes.set_status([first.id], Status.ACCEPTED)
    store.quotes.set_status([second.id], Status.REJECTED)
    row = store.articles.rows([article])[0]
    assert (row.quotes, row.open) == (2, 1)
    store.journal.undo()
    store.journal.undo()
    row = store.articles.rows([article])[0]
    assert (row.quotes, row.open) == (3, 3)


def test_rows_come_in_the_order_asked_for(store: Store) -> None:
    ids = [
        store.articles.add(Article(text=f"Text {n}", title=f"T{n}", location=f"/{n}")).id for n in range(5)
    ]
    wanted = [ids[3], ids[0], 999, ids[4]]
    assert [row.id for row in store.articles.rows(wanted)] == [ids[3], ids[0], ids[4]]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("title", "Ätna, Baum, Zoo"),
        ("published", "Baum, Zoo, Ätna"),
        ("added", "Zoo, Ätna, Baum"),
        ("outlet", "Ätna, Zoo, Baum"),
    ],
)
def test_sorting_goes_by_the_folded_title_and_by_any_column(store: Store, sort: str, expected: str) -> None:
    for title, outlet, day in (("Zoo", "b", "2024-02"), ("„Ätna“", "a", "2024-03"), ("Baum", "c", "2024-01")):
        store.articles.add(Article(text=title, title=title, outlet=outlet, published=day, location=title))
    ids = store.articles.ids(sort=sort, descending=False)
    assert ", ".join(row.title.strip("„“") for row in store.articles.rows(ids)) == expected
    assert store.articles.ids(sort=sort) == ids[::-1]


def test_an_unknown_sort_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="published"):
        store.articles.ids(sort="colour")


def test_updating_many_is_one_step_and_counts_what_changed(store: Store) -> None:
    ids = [store.articles.add(Article(text=f"Text {n}", location=f"/{n}")).id for n in range(3)]
    assert store.articles.update(ids, starred=True, state="done") == 3
    assert store.articles.update(ids[:1], starred=True) == 0
    assert store.articles.count("is:starred is:done") == 3
    assert store.journal.undo() == "Set starred and state"
    assert store.articles.count("is:starred") == 0
    with pytest.raises(StoreError, match="hash"):
        store.articles.update(ids, hash="x")


def test_the_reading_position_is_kept_and_is_no_step(store: Store, article: int) -> None:
    steps = len(store.journal.entries())
    store.articles.set_position(article, 17)
    assert store.articles.get(article).position == 17
    assert len(store.journal.entries()) == steps


def test_trash_restore_and_purge(store: Store, article: int) -> None:
    other = store.articles.add(Article(text="Bleibt.", location="/b.txt")).id
    assert store.articles.trash([article, other]) == 2
    assert store.articles.ids() == []
    assert store.quotes.ids() == []
    assert store.articles.restore([other]) == 1
    assert store.articles.purge([article, other]) == 1, "only what is in the trash"
    assert store.articles.ids() == [other]
    with pytest.raises(NotFoundError):
        store.articles.get(article)


def test_nothing_of_a_purged_article_stays_in_the_journal(store: Store, article: int) -> None:
    secret = "Informant Deckname Rabe"
    store.notes.save(Note(secret, article))
    store.articles.trash([article])
    store.articles.purge([article])
    left = "\n".join(store._db.raw.iterdump())
    for word in ("Rabe", "zufrieden", "Ätna"):
        assert word not in left
    store.vacuum()
    raw = store.path.read_bytes()
    for word in ("Rabe", "zufrieden", "Ätna"):
        assert word.encode() not in raw
    assert store.journal.undo() == ""


def test_finding_by_number_uid_and_title(store: Store, article: int) -> None:
    uid = store.articles.get(article).uid
    assert store.articles.find(str(article)) == article
    assert store.articles.find(uid[:8]) == article
    assert store.articles.find("atna") == article
    with pytest.raises(NotFoundError, match="Vesuv"):
        store.articles.find("Vesuv")
    store.articles.add(Article(text="x", title="Ätna schläft", location="/b"))
    with pytest.raises(NotFoundError, match="More than one"):
        store.articles.find("ätna")


def test_facets_count_and_their_queries_find_what_they_count(store: Store, article: int) -> None:
    store.articles.add(
        Article(text="x", outlet='Der "Bote"', language="fr", published="2024-06-01", location="/b")
    )
    store.tags.attach(["politik/syrien"], quotes=[store.quotes.of(article)[0].id])
    facets = store.articles.facets()
    for facet in (*facets.outlet, *facets.language, *facets.state, *facets.month, *facets.tag):
        assert store.articles.count(facet.query) == facet.count, facet
    assert [facet.value for facet in facets.month] == ["2024-06", "2024-05"]
    assert store.articles.facets("lang:fr").outlet[0].value == 'Der "Bote"'


def test_text_with_half_a_character_is_refused_with_its_place(store: Store) -> None:
    with pytest.raises(StoreError, match="at 3"):
        store.articles.add(Article(text="abc\ud800", location="/x"))
    assert store.articles.count() == 0


def test_many_additions_in_one_step_are_undone_at_once(store: Store) -> None:
    with store.step("Add 20 articles"):
        for number in range(20):
            store.articles.add(Article(text=f"Text {number}", location=f"/{number}"), ())
    assert store.journal.undo() == "Add 20 articles"
    assert store.articles.count() == 0
    store.journal.redo()
    assert store.articles.count() == 20


def test_quotes_found_with_the_article_are_suggestions_of_the_detector(store: Store) -> None:
    number = store.articles.add(
        ARTICLE, [*FOUND, quote("Müller widersprach", origin="rules-2")], "rules-1"
    ).id
    assert [each.origin for each in store.quotes.of(number)] == ["rules-1", "rules-1", "rules-2", "rules-1"]
    assert {each.status for each in store.quotes.of(number)} == {Status.SUGGESTED}


def test_a_limit_gives_the_first_of_a_list(store: Store, article: int) -> None:
    for number in range(5):
        store.articles.add(Article(text=f"Text {number}", title=f"T{number}", location=f"/{number}"))
    everything = store.articles.ids(sort="title")
    assert store.articles.ids(sort="title", limit=2) == everything[:2]
    assert store.quotes.ids(limit=2) == store.quotes.ids()[:2]
