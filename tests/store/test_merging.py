"""Merging two libraries: nothing comes twice, nothing of either side is lost, one undo."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.models import (
    Anchor,
    Article,
    Evidence,
    Link,
    Note,
    Quote,
    QuoteType,
    Source,
    Span,
    Status,
    TermsOfUse,
    Verification,
)
from reader.store import Store
from reader.store.library_files import create
from tests.store.conftest import FOUND, TEXT, quote, span
from tests.store.test_replay import state

ARTICLE = Article(text=TEXT, title="Ätna bebt", location="/a.txt")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A second library."""
    with Store(tmp_path / "other.db", actor="bernd") as opened:
        yield opened


def complaints(store: Store) -> list[str]:
    """What the doctor finds wrong."""
    return [finding.what for finding in store.doctor() if finding.serious]


def test_an_article_with_all_that_hangs_on_it_comes_in(store: Store, other: Store) -> None:
    number = other.articles.add(ARTICLE, FOUND, "rules-1").id
    first = other.quotes.of(number)[0].id
    source = other.sources.add(Source("Anna Müller", aliases=("Müller",)))
    other.sources.assign([first], source.id)
    other.quotes.set_verification(
        [first], Verification.CHECKED, Evidence(Verification.CHECKED, first, "file", "a.mp3")
    )
    other.tags.attach(["x/y"], articles=[number], quotes=[first])
    other.notes.save(Note("Frage", number, quote_id=first))
    store.sources.add(Source("Davor"))
    before = state(store)
    merged = store.merge(other.path)
    assert (merged.new, merged.same, merged.conflicts) == (1, 0, [])
    (mine,) = store.articles.ids()
    theirs = [replace(each, id=0, article_id=0, source_id=0) for each in other.quotes.of(number)]
    assert [replace(each, id=0, article_id=0, source_id=0) for each in store.quotes.of(mine)] == theirs
    copied = store.quotes.of(mine)[0]
    assert store.quotes.evidence(copied.id)[0].reference == "a.mp3"
    assert store.notes.on(copied.id)[0].body == "Frage"
    assert store.articles.get(mine).tags == ("x/y",)
    assert complaints(store) == []
    after = state(store)
    assert store.journal.undo() == "Merge other.db"
    assert state(store) == before
    store.journal.redo()
    assert state(store) == after


def test_merging_twice_or_a_copy_changes_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    number = other.articles.add(ARTICLE, FOUND).id
    other.notes.save(Note("Frage", number, span=span(TEXT, "Müller")))
    other.quotes.add(number, quote("Er sagte", type=QuoteType.REPORTED))
    store.merge(other.path)
    before = state(store)
    merged = store.merge(other.path)
    assert (merged.new, merged.same, merged.quotes, merged.notes, merged.conflicts) == (0, 1, 0, 0, [])
    store.merge(store.backup(tmp_path / "copy.db"))
    assert state(store) == before


def test_both_sides_work_on_the_same_text_is_kept(store: Store, other: Store, article: int) -> None:
    number = other.articles.add(replace(ARTICLE, location="/elsewhere.txt"), FOUND, "rules-1").id
    theirs, mine = other.quotes.of(number), store.quotes.of(article)
    other.quotes.set_status([theirs[0].id], Status.ACCEPTED)
    other.quotes.add(number, quote("Müller widersprach"))
    other.notes.save(Note("Ihre Notiz", number, span=span(TEXT, "Müller")))
    store.quotes.set_status([mine[1].id], Status.REJECTED)
    store.notes.save(Note("Unsere Notiz", article, span=span(TEXT, "Müller")))
    merged = store.merge(other.path)
    assert (merged.same, merged.quotes, merged.notes, merged.conflicts) == (1, 2, 1, [])
    statuses = [each.status for each in store.quotes.of(article)]
    assert statuses.count(Status.ACCEPTED) == 1
    assert statuses.count(Status.REJECTED) == 1
    assert store.quotes.get(mine[0].id).status is Status.ACCEPTED
    assert sorted(note.body for note in store.notes.of(article)) == ["Ihre Notiz", "Unsere Notiz"]
    assert complaints(store) == []


def test_what_both_changed_differently_stays_and_is_told(store: Store, other: Store, article: int) -> None:
    number = other.articles.add(replace(ARTICLE, outlet="dpa"), FOUND).id
    store.quotes.set_status([store.quotes.of(article)[0].id], Status.ACCEPTED)
    other.quotes.set_status([other.quotes.of(number)[0].id], Status.REJECTED)
    uid = store.sources.add(Source("Anna", role="Sprecherin")).uid
    other.sources.add(Source("ANNA", role="Chefin", identity_protected=True, uid=uid))
    merged = store.merge(other.path)
    assert store.quotes.of(article)[0].status is Status.ACCEPTED
    assert len(merged.conflicts) == 2
    (anna,) = store.sources.all()
    assert (anna.role, anna.aliases) == ("Sprecherin", ("ANNA",))
    assert anna.identity_protected, "the stricter of the two"


def test_a_note_changed_on_both_sides_is_kept_twice(
    store: Store, other: Store, tmp_path: Path, article: int
) -> None:
    note = store.notes.save(Note("Anfang", article))
    with Store(store.backup(tmp_path / "laptop.db")) as laptop:
        laptop.notes.save(replace(note, body="Auf dem Laptop"))
        path = laptop.path
    store.notes.save(replace(note, body="Im Büro"))
    merged = store.merge(path)
    assert sorted(each.body for each in store.notes.of(article)) == ["Auf dem Laptop", "Im Büro"]
    assert len(merged.conflicts) == 1


def test_another_text_of_the_same_article_places_what_it_can(
    store: Store, tmp_path: Path, article: int
) -> None:
    with Store(store.backup(tmp_path / "laptop.db")) as laptop:
        laptop.notes.save(Note("Vom Laptop", article, span=span(TEXT, "Müller")))
        path = laptop.path
    newer = "Vorspann.\n\n" + TEXT
    store.articles.add(Article(text=newer, location="/a.txt", outlet="dpa"))
    store.articles.reanchor(
        article, [replace(each, anchor=Anchor.ORPHAN) for each in store.quotes.of(article)], []
    )

    def place(
        old: str, new: str, quotes: Sequence[Quote], notes: Sequence[Note]
    ) -> tuple[list[Quote], list[Note]]:
        assert (old, new) == (TEXT, newer)
        return [], [replace(note, span=span(new, "Müller"), anchor=Anchor.MOVED) for note in notes]

    merged = store.merge(path, place)
    (note,) = store.notes.of(article)
    assert (note.body, note.span, note.anchor) == ("Vom Laptop", span(newer, "Müller"), Anchor.MOVED)
    assert len(merged.conflicts) == 1
    store.journal.undo()
    store.merge(path)
    (note,) = store.notes.of(article)
    assert (note.anchor, note.exact) == (Anchor.ORPHAN, "Müller")
    assert complaints(store) == []


def test_the_other_file_is_not_changed_even_from_an_earlier_version(store: Store, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    create(old, stop_before="m002_views")
    before = old.read_bytes()
    assert store.merge(old).new == 0
    assert old.read_bytes() == before
    assert not list(tmp_path.glob("old.db.before*"))


def test_the_trash_stays_out(store: Store, other: Store, article: int) -> None:
    other.articles.trash([other.articles.add(Article(text="Weg", location="/weg")).id])
    other.articles.add(replace(ARTICLE, outlet="dpa"))
    store.articles.trash([article])
    merged = store.merge(other.path)
    assert (merged.new, merged.same) == (0, 0)
    assert "trash" in merged.conflicts[0]
    assert store.articles.ids() == []


def test_merging_what_is_no_library_says_so(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no library"):
        store.merge(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("kein Archiv " * 100)
    with pytest.raises(StoreError):
        store.merge(tmp_path / "text.db")


@pytest.mark.parametrize(
    ("here", "there", "kept"),
    [
        (TermsOfUse.AS_SOURCE, TermsOfUse.BACKGROUND, TermsOfUse.BACKGROUND),
        (TermsOfUse.OFF_RECORD, TermsOfUse.ON_RECORD, TermsOfUse.OFF_RECORD),
        (TermsOfUse.ON_RECORD, TermsOfUse.DEEP_BACKGROUND, TermsOfUse.DEEP_BACKGROUND),
    ],
)
def test_of_two_agreements_about_a_quote_the_stricter_stays(
    store: Store, other: Store, article: int, here: TermsOfUse, there: TermsOfUse, kept: TermsOfUse
) -> None:
    number = other.articles.add(ARTICLE, FOUND).id
    store.quotes.set_use([store.quotes.of(article)[0].id], here)
    other.quotes.set_use([other.quotes.of(number)[0].id], there)
    store.merge(other.path)
    assert store.quotes.of(article)[0].use is kept


def test_what_is_known_there_of_the_same_text_and_not_here_is_filled_in(
    store: Store, other: Store, article: int
) -> None:
    words = span(TEXT, "Die Ministerin")
    links = (Link(words, "https://amt.example/1"),)
    known = replace(ARTICLE, embargo="Sperrfrist: 6 Uhr", embargo_until="2024-05-07T06:00", outlet="Bote")
    other.articles.add(replace(known, byline="Anna Lenz", links=links, headings=(words,)))
    before = state(store)
    merged = store.merge(other.path)
    assert (merged.new, merged.same, merged.filled, merged.conflicts) == (0, 1, 1, [])
    ours = store.articles.get(article)
    assert (ours.embargo, ours.embargo_until) == (known.embargo, known.embargo_until)
    assert (ours.byline, ours.outlet) == ("Anna Lenz", "dpa")  # what was known here stays
    assert (ours.links, ours.headings) == (links, (words,))
    assert store.merge(other.path).filled == 0
    store.journal.undo()
    assert state(store) == before


def test_merging_lifts_no_embargo_and_says_so(store: Store, other: Store, article: int) -> None:
    held = replace(ARTICLE, embargo="Sperrfrist: 6 Uhr", embargo_until="2024-05-07T06:00")
    store.articles.update([article], embargo=held.embargo, embargo_until=held.embargo_until)
    other.articles.add(replace(held, lifted="2024-05-06T12:00:00Z"))
    merged = store.merge(other.path)
    assert store.articles.get(article).lifted == ""
    assert merged.conflicts == [
        "“Ätna bebt” may be used there; here it is held back until somebody lifts that."
    ]


def test_what_somebody_took_out_here_does_not_come_back(store: Store, other: Store, article: int) -> None:
    store.articles.update([article], byline="Bernd Kohl", embargo="Sperrfrist: 6 Uhr")
    store.articles.update([article], byline="", embargo="")
    other.articles.add(replace(ARTICLE, byline="Bernd Kohl", embargo="Sperrfrist: 6 Uhr"))
    assert store.merge(other.path).filled == 0
    assert (store.articles.get(article).byline, store.articles.get(article).embargo) == ("", "")


def test_places_of_a_text_that_differs_in_white_space_are_not_taken(store: Store, other: Store) -> None:
    store.articles.add(ARTICLE)
    other.articles.add(
        replace(ARTICLE, text=f"\n\n{TEXT}", links=(Link(Span(2, 12), "https://amt.example/1"),))
    )
    merged = store.merge(other.path)
    assert (merged.same, merged.filled) == (1, 0)
