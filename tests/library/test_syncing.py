"""Libraries in step through a folder: what comes, what stays, what is waited for and what is kept."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader import config
from reader.errors import StoreError
from reader.library.desk_exchange import Report
from reader.library.following import follow_new_text
from reader.library.forgetting import forget, person, plan
from reader.library.syncing import opened, sync
from reader.models import (
    Article,
    Evidence,
    Memo,
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
from reader.store.adding import digest_of
from reader.store.encryption import Keys
from reader.store.journal import LEFT
from reader.store.syncing.segments import Segment, packed

pyrage = pytest.importorskip("pyrage", reason="the extra [encrypt] is not installed")
TEXT = (
    "„Die Akten sind weg“, sagte Max Muster am Montag.\n\n"
    "Er bestätigte das. „Ich habe sie selbst gesehen“, so Muster."
)


def quote(part: str) -> Quote:
    start = TEXT.index(part)
    return Quote(QuoteType.DIRECT, (Span(start, start + len(part)),))


ARTICLE = Article(TEXT, "Akten", outlet="Bote", location="/akten", language="de")
FOUND = [quote("„Die Akten sind weg“"), quote("„Ich habe sie selbst gesehen“")]


class Desk:
    """A folder, and libraries that are in step through it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "desk"
        self.folder.mkdir()
        identity = pyrage.x25519.Identity.generate()
        self.keys = Keys(recipients=[str(identity.to_public())], identities=[str(identity)])
        self.stores = {name: Store(folder / f"{name}.db", actor=name) for name in ("anna", "bernd", "clara")}

    def sync(self, name: str, **how: bool) -> Report:
        store = self.stores[name]
        return sync(store, opened(store, self.folder, self.keys), **how)

    def everybody(self) -> None:
        for name in ("anna", "bernd", "clara") * 2:
            self.sync(name)

    def segments(self, name: str) -> list[Path]:
        known = self.stores[name].syncing.membership()
        assert known is not None
        return sorted((self.folder / known.library).glob("*.age"))

    def all_that_is_stored(self, name: str) -> str:
        """Every text in a library's file."""
        store = self.stores[name]
        tables = store._db.column(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        )
        rows = [row for table in tables for row in store._db.rows(f"SELECT * FROM {table}")]
        return "\n".join(str(row) for row in rows)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_all_that_hangs_on_an_article_comes_in(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    first = anna.quotes.of(number)[0]
    source = anna.sources.add(Source("Anna Weber", aliases=("Weber",)))
    anna.sources.assign([first.id], source.id)
    anna.quotes.set_verification(
        [first.id], Verification.CHECKED, Evidence(Verification.CHECKED, first.id, "page", "S. 3")
    )
    anna.tags.attach(["x/y"], articles=[number], quotes=[first.id])
    anna.notes.save(Note("Frage", number, quote_id=first.id))
    anna.memos.save(Memo("Plan"))
    desk.sync("anna")
    report = desk.sync("bernd")
    assert (report.synced.came["article"], report.synced.came["quote"], report.synced.who) == (1, 2, ["anna"])
    (mine,) = bernd.articles.ids()
    assert bernd.articles.get(mine).text == TEXT
    assert bernd.articles.get(mine).tags == ("x/y",)
    there = bernd.quotes.of(mine)[0]
    assert (there.source, there.tags, there.verification) == ("Anna Weber", ("x/y",), Verification.CHECKED)
    assert bernd.notes.on(there.id)[0].body == "Frage"
    assert bernd.memos.all()[0].body == "Plan"
    assert not list(bernd.verify())
    assert not [one for one in bernd.doctor() if one.serious]
    assert desk.sync("anna").synced.came == {}
    assert not desk.sync("bernd").synced.went


def test_the_same_page_read_by_two_is_one_article(desk: Desk) -> None:
    for name in ("anna", "bernd"):
        desk.stores[name].articles.add(replace(ARTICLE, location=f"/{name}"), FOUND, "rules-1")
    desk.everybody()
    for store in desk.stores.values():
        assert store.articles.count() == 1
        assert len(store.quotes.of(store.articles.ids()[0])) == 2


def test_what_two_wrote_at_the_same_time_is_listed_and_kept(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE).id
    note = anna.notes.save(Note("Anfang", number))
    desk.everybody()
    (theirs,) = bernd.notes.of(bernd.articles.ids()[0])
    anna.notes.save(replace(note, body="Von Anna"))
    bernd.notes.save(replace(theirs, body="Von Bernd"))
    desk.sync("anna")
    assert desk.sync("bernd").synced.conflicts == 1
    desk.everybody()
    for store in desk.stores.values():
        (conflict,) = store.syncing.conflicts()
        said = {conflict.stands["body"], conflict.other["body"]}
        assert said == {"Von Anna", "Von Bernd"}
    (conflict,) = anna.syncing.conflicts()
    from reader.library.following import place

    anna.syncing.settle(conflict, place, take=True)
    desk.everybody()
    for store in desk.stores.values():
        assert store.syncing.conflicts() == []
        assert store.notes.of(store.articles.ids()[0])[0].body == conflict.other["body"]


def test_work_on_what_another_removed_brings_it_back(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    desk.everybody()
    anna.quotes.drop([anna.quotes.of(number)[0].id])
    there = bernd.quotes.of(bernd.articles.ids()[0])[0]
    bernd.quotes.set_status([there.id], Status.ACCEPTED)
    desk.everybody()
    desk.everybody()
    for store in desk.stores.values():
        statuses = [one.status for one in store.quotes.of(store.articles.ids()[0])]
        assert statuses == [Status.ACCEPTED, Status.SUGGESTED]


def test_the_stricter_of_two_agreements_stands(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    desk.sync("anna", with_protected=True)
    desk.sync("bernd", with_protected=True)
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    desk.everybody()
    anna.quotes.set_use([anna.quotes.of(number)[0].id], TermsOfUse.OFF_RECORD)
    bernd.quotes.set_use([bernd.quotes.of(bernd.articles.ids()[0])[0].id], TermsOfUse.BACKGROUND)
    desk.everybody()
    for name in ("anna", "bernd"):
        store = desk.stores[name]
        assert store.quotes.of(store.articles.ids()[0])[0].use is TermsOfUse.OFF_RECORD


def test_undo_passes_over_a_sync(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    anna.articles.add(ARTICLE)
    bernd.memos.save(Memo("Meins"))
    desk.sync("anna")
    desk.sync("bernd")
    assert bernd.journal.entries()[0].label == "Sync with the desk: anna"
    assert bernd.journal.undo() == "Write a memo"
    assert bernd.articles.count() == 1
    bernd.journal.redo()
    assert bernd.memos.all()[0].body == "Meins"


def test_undo_after_a_sync_leaves_what_others_wrote_in_its_place(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    desk.everybody()
    anna.articles.update([number], title="Von Anna", byline="Anna")
    desk.everybody()
    bernd.articles.update(bernd.articles.ids(), title="Von Bernd")
    desk.everybody()
    label = anna.journal.undo()
    assert label.endswith(LEFT)
    desk.everybody()
    for store in (anna, bernd):
        there = store.articles.get(store.articles.ids()[0])
        assert (there.title, there.byline) == ("Von Bernd", "")
    assert not anna.syncing.conflicts()
    assert anna.journal.redo().endswith(LEFT)
    assert (anna.articles.get(number).title, anna.articles.get(number).byline) == ("Von Bernd", "Anna")


def test_undo_after_a_sync_does_not_remove_what_others_built_on(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE).id
    anna.quotes.add(number, FOUND[0])
    desk.everybody()
    (there,) = bernd.quotes.of(bernd.articles.ids()[0])
    said = list(Verification)[1]
    bernd.quotes.set_verification([there.id], said, Evidence(said, there.id, "page", "S. 3"))
    desk.everybody()
    assert anna.journal.undo().endswith(LEFT)
    desk.everybody()
    for store in (anna, bernd):
        assert [one.verification for one in store.quotes.of(store.articles.ids()[0])] == [said]


def test_emptying_the_trash_leaves_the_article_in_the_trash_of_others(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE).id
    desk.everybody()
    anna.articles.trash([number])
    anna.articles.purge([number])
    desk.everybody()
    assert bernd.articles.ids() == []
    (there,) = bernd.articles.trashed()
    bernd.articles.restore([there])
    desk.everybody()
    desk.everybody()
    assert anna.articles.get(anna.articles.ids()[0]).text == TEXT


# -- names that are covered -----------------------------------------------------------------------------


def secret_article(store: Store) -> int:
    """An article whose source is protected, with a quote that is not for publication."""
    number = store.articles.add(replace(ARTICLE, title="Max Muster redet"), FOUND, "rules-1").id
    source = store.sources.add(
        Source(
            "Max Muster",
            aliases=("Muster",),
            use=TermsOfUse.BACKGROUND,
            description="ein Beamter",
            identity_protected=True,
        )
    )
    quotes = store.quotes.of(number)
    store.sources.assign([one.id for one in quotes], source.id)
    store.quotes.set_use([quotes[1].id], TermsOfUse.OFF_RECORD)
    store.notes.save(Note("Muster rief an", number))
    store.tags.attach(["leute/max-muster", "akten"], articles=[number])
    return number


def test_a_protected_name_and_words_off_the_record_stay_at_home(desk: Desk) -> None:
    number = secret_article(desk.stores["anna"])
    desk.everybody()
    stored = desk.all_that_is_stored("bernd").casefold()
    assert "muster" not in stored
    assert "selbst gesehen" not in stored
    bernd = desk.stores["bernd"]
    (there,) = bernd.quotes.of(bernd.articles.ids()[0])
    assert there.use is TermsOfUse.BACKGROUND
    bernd.quotes.set_status([there.id], Status.ACCEPTED)
    bernd.quotes.update(replace(bernd.quotes.get(there.id), spans=(Span(0, 19),), exact=()))
    bernd.articles.update([there.article_id], section="Lokales")
    desk.everybody()
    anna = desk.stores["anna"]
    mine = anna.quotes.of(number)[0]
    assert (mine.status, mine.source, mine.spans) == (Status.ACCEPTED, "Max Muster", (Span(0, 19),))
    assert (anna.articles.get(number).text, anna.articles.get(number).title) == (TEXT, "Max Muster redet")
    assert not list(anna.verify())


def test_no_digest_of_a_covered_text_goes_out(desk: Desk) -> None:
    secret_article(desk.stores["anna"])
    desk.sync("anna")
    desk.sync("bernd")
    assert digest_of(TEXT) not in desk.all_that_is_stored("bernd")
    there = desk.stores["bernd"]._db.column("SELECT key FROM sync_things")
    desk.stores["clara"].articles.add(replace(ARTICLE, title="Max Muster redet"), FOUND, "rules-1")
    desk.sync("clara")
    guessed = desk.stores["clara"]._db.column(
        """SELECT key FROM sync_things JOIN articles ON articles.id = row_id
        WHERE kind = 'article' AND hash = ?""",
        (digest_of(TEXT),),
    )
    assert guessed
    assert not set(guessed) & set(there)
    for text, stored in desk.stores["bernd"]._db.rows("SELECT text, hash FROM versions"):
        assert digest_of(text) == stored


def test_what_is_covered_no_longer_is_told_anew(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    source = anna.sources.add(Source("Max Muster", use=TermsOfUse.BACKGROUND, identity_protected=True))
    anna.sources.assign([anna.quotes.of(number)[0].id], source.id)
    desk.everybody()
    assert "Muster" not in bernd.articles.get(bernd.articles.ids()[0]).text
    open_now = replace(anna.sources.get(source.id), use=TermsOfUse.ON_RECORD, identity_protected=False)
    anna.sources.update(open_now)
    desk.everybody()
    there = bernd.articles.ids()[0]
    assert bernd.articles.get(there).text == TEXT
    assert bernd.quotes.of(there)[0].source == "Max Muster"
    assert bernd.quotes.of(there)[0].use == anna.quotes.of(number)[0].use
    assert not list(bernd.verify())


def test_a_note_on_a_covered_passage_has_its_words_once_the_text_is_clear(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    source = anna.sources.add(Source("Max Muster", use=TermsOfUse.BACKGROUND, identity_protected=True))
    anna.sources.assign([anna.quotes.of(number)[0].id], source.id)
    desk.everybody()
    start = TEXT.index("Max Muster")
    bernd.notes.save(Note("Wer?", bernd.articles.ids()[0], span=Span(start, start + 10)))
    open_now = replace(anna.sources.get(source.id), use=TermsOfUse.ON_RECORD, identity_protected=False)
    anna.sources.update(open_now)
    desk.everybody()
    desk.everybody()
    assert bernd.articles.get(bernd.articles.ids()[0]).text == TEXT
    assert not list(bernd.verify())
    assert bernd.notes.of(bernd.articles.ids()[0])[0].exact == "Max Muster"


def test_a_text_written_on_from_a_covered_one_does_not_cover_the_true_one(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = secret_article(anna)
    desk.everybody()
    (there,) = bernd.articles.ids()
    covered = bernd.articles.get(there)
    with bernd.step("Fetch again"):
        bernd.articles.add(replace(covered, text=f"{covered.text}\n\nMehr folgt."), [], "", there)
        follow_new_text(bernd, there, [], "rules-1")
    desk.sync("bernd")
    (told,) = desk.sync("anna").synced.troubles
    assert "names covered" in told
    desk.everybody()
    assert anna.articles.get(number).text == TEXT
    assert bernd.articles.get(there).text.endswith("Mehr folgt.")
    assert not list(anna.verify())
    assert desk.sync("anna").synced.went == {}


def test_a_quote_that_one_covers_and_another_does_not_has_the_words_of_the_text_here(desk: Desk) -> None:
    anna, bernd, clara = desk.stores.values()
    for store in (anna, bernd):
        store.articles.add(ARTICLE, FOUND, "rules-1")
    anna.quotes.set_use([anna.quotes.of(1)[0].id], TermsOfUse.OFF_RECORD)
    desk.sync("anna")
    desk.sync("clara")
    bernd.quotes.set_status([bernd.quotes.of(1)[0].id], Status.ACCEPTED)
    desk.sync("bernd")
    desk.sync("clara")
    assert clara.quotes.of(clara.articles.ids()[0])
    assert not list(clara.verify())


def test_what_is_protected_after_it_went_out_is_so_for_everybody(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE, FOUND, "rules-1").id
    source = anna.sources.add(Source("Max Muster"))
    quotes = anna.quotes.of(number)
    anna.sources.assign([quotes[0].id], source.id)
    desk.everybody()
    anna.sources.update(
        replace(
            anna.sources.get(source.id), identity_protected=True, use=TermsOfUse.BACKGROUND, role="Kurier"
        )
    )
    anna.quotes.set_use([quotes[1].id], TermsOfUse.OFF_RECORD)
    desk.everybody()
    (there,) = bernd.sources.all()
    assert (there.identity_protected, there.use, there.role) == (True, TermsOfUse.BACKGROUND, "")
    assert bernd.quotes.of(bernd.articles.ids()[0])[1].use is TermsOfUse.OFF_RECORD
    anna.sources.update(replace(anna.sources.get(source.id), use=TermsOfUse.OFF_RECORD))
    desk.everybody()
    assert bernd.sources.all()[0].use is TermsOfUse.OFF_RECORD
    assert not desk.sync("clara").synced.waiting


def test_what_never_went_out_is_not_told_of_when_it_changes(desk: Desk) -> None:
    anna = desk.stores["anna"]
    number = secret_article(anna)
    desk.everybody()
    (source,) = anna.sources.all()
    anna.sources.update(replace(anna.sources.get(source.id), use=TermsOfUse.OFF_RECORD))
    anna.quotes.set_verification([anna.quotes.of(number)[1].id], list(Verification)[1])
    desk.everybody()
    for name in ("bernd", "clara"):
        assert not desk.sync(name).synced.waiting
        assert "muster" not in desk.all_that_is_stored(name).casefold()


def test_names_go_along_once_that_is_asked(desk: Desk) -> None:
    secret_article(desk.stores["anna"])
    desk.everybody()
    desk.sync("anna", with_protected=True)
    desk.sync("bernd")
    bernd = desk.stores["bernd"]
    number = bernd.articles.ids()[0]
    assert bernd.articles.get(number).text == TEXT
    assert [one.source for one in bernd.quotes.of(number)] == ["Max Muster"] * 2
    assert bernd.quotes.of(number)[1].use is TermsOfUse.OFF_RECORD
    assert not [one for one in bernd.doctor() if one.serious]


def test_who_is_forgotten_is_forgotten_at_the_desk(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(Article("Ein Text ohne Namen.", "Akten", location="/akten"), [], "").id
    anna.sources.add(Source("Max Muster"))
    anna.notes.save(Note("Max Muster rief an", number))
    desk.everybody()
    bernd.memos.save(Memo("Max Muster treffen"))
    desk.everybody()
    settings = config.load()
    who = person(anna, anna.sources.all()[0])
    found = plan(anna, settings, who)
    assert dict(found.desk) == {"bernd": 1}
    assert forget(anna, settings, who, found, cover_notes=True) == []
    assert desk.sync("bernd").forgotten == 1
    desk.everybody()
    for name in ("anna", "bernd", "clara"):
        assert "max muster" not in desk.all_that_is_stored(name).casefold()
    store = desk.stores["anna"]
    opened_desk = opened(store, desk.folder, desk.keys)
    from reader.store.syncing.registers import Dot

    for library, numbers in opened_desk.numbers().items():
        for one in numbers:
            assert "Max Muster" not in str(opened_desk.read(Dot(library, one)).states)


def test_another_name_of_somebody_else_can_be_taken_away_after_forgetting(desk: Desk) -> None:
    anna = desk.stores["anna"]
    first = anna.sources.add(Source("Anna Weber", aliases=("Weber",)))
    other = anna.sources.add(Source("Anna Weber", role="Sprecherin", aliases=("Weber",)))
    desk.everybody()
    settings, who = config.load(), person(anna, anna.sources.get(first.id))
    forget(anna, settings, who, plan(anna, settings, who), cover_notes=True)
    anna.sources.update(replace(anna.sources.get(other.id), aliases=("Chef",)))
    desk.everybody()
    assert [store.sources.all()[0].aliases for store in desk.stores.values()] == [("Chef",)] * 3


# -- what becomes of files ------------------------------------------------------------------------------


def test_a_half_copied_segment_is_waited_for_and_said(desk: Desk) -> None:
    desk.stores["anna"].articles.add(ARTICLE)
    desk.sync("anna")
    (segment,) = desk.segments("anna")
    whole = segment.read_bytes()
    for half in (b"", whole[:50], whole[: len(whole) // 2], whole[:-1], whole + b"x"):
        segment.write_bytes(half)
        report = desk.sync("bernd")
        assert len(report.waiting) == 1
        assert desk.stores["bernd"].articles.count() == 0
    segment.write_bytes(whole)
    assert desk.sync("bernd").synced.came == {"article": 1, "version": 1}


def test_a_lost_segment_is_named_and_put_back_by_its_library(desk: Desk) -> None:
    anna, bernd = desk.stores["anna"], desk.stores["bernd"]
    number = anna.articles.add(ARTICLE).id
    desk.sync("anna")
    anna.notes.save(Note("Später", number))
    desk.sync("anna")
    desk.segments("anna")[0].unlink()
    report = desk.sync("bernd")
    assert "is missing" in report.waiting[0]
    assert bernd.articles.count() == 0
    desk.sync("anna")
    assert desk.sync("bernd").waiting == []
    assert bernd.notes.of(bernd.articles.ids()[0])[0].body == "Später"


def test_a_sync_that_is_killed_before_its_file_is_there_makes_it_good(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.store.syncing import desk as desks

    desk.stores["anna"].articles.add(ARTICLE)
    with monkeypatch.context() as patched:
        patched.setattr(desks.Desk, "put", _killed)
        with pytest.raises(KeyboardInterrupt):
            desk.sync("anna")
    assert desk.segments("anna") == []
    assert not desk.sync("anna").renamed
    assert desk.sync("bernd").synced.came["article"] == 1
    assert not list((desk.folder).glob("*/.*"))


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_full_disk_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    anna = desk.stores["anna"]
    desk.sync("anna")
    anna.articles.add(ARTICLE)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="no space left"):
            desk.sync("anna")
    assert desk.sync("anna").synced.went["article"] == 1
    assert desk.sync("bernd").synced.came["article"] == 1


def test_a_copy_of_a_library_is_noticed_and_neither_loses_anything(desk: Desk, tmp_path: Path) -> None:
    anna = desk.stores["anna"]
    anna.articles.add(ARTICLE)
    desk.sync("anna")
    copy = Store(anna.backup(tmp_path / "copy.db"), actor="doris")
    desk.stores["doris"] = copy
    anna.memos.save(Memo("Von Anna"))
    copy.memos.save(Memo("Von Doris"))
    assert not desk.sync("anna").renamed
    assert desk.sync("doris").renamed
    for _ in range(2):
        for name in ("anna", "doris", "bernd"):
            assert not desk.sync(name).renamed
    for name in ("anna", "doris", "bernd"):
        assert sorted(memo.body for memo in desk.stores[name].memos.all()) == ["Von Anna", "Von Doris"]
        assert desk.stores[name].articles.count() == 1


def test_a_segment_of_a_newer_reader_is_left_for_later(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.store.syncing import segments

    desk.stores["anna"].articles.add(ARTICLE)
    with monkeypatch.context() as patched:
        patched.setattr(segments, "FORMAT", 99)
        desk.sync("anna")
    report = desk.sync("bernd")
    assert "newer version" in report.newer[0]
    assert desk.stores["bernd"].articles.count() == 0


def test_strange_files_are_named_and_left_alone(desk: Desk) -> None:
    desk.stores["anna"].articles.add(ARTICLE)
    desk.sync("anna")
    segment = desk.segments("anna")[0]
    strange = segment.with_name("000001 (conflicted copy).age")
    strange.write_bytes(segment.read_bytes())
    (desk.folder / "Notizen.txt").write_text("x")
    report = desk.sync("bernd")
    assert {path.name for path in report.strangers} == {strange.name, "Notizen.txt"}
    assert report.synced.came["article"] == 1
    assert strange.exists()


def test_a_stray_file_with_a_number_in_ones_own_folder_is_named_and_nothing_else(desk: Desk) -> None:
    desk.stores["anna"].articles.add(ARTICLE)
    desk.sync("anna")
    segment = desk.segments("anna")[0]
    empty, copy = segment.with_name("000009.age"), segment.with_name("000007.age")
    empty.write_bytes(b"")
    copy.write_bytes(segment.read_bytes())
    for _ in range(2):
        report = desk.sync("anna")
        assert not report.renamed
        assert set(report.strangers) == {empty, copy}
    desk.stores["anna"].memos.save(Memo("Weiter"))
    desk.everybody()
    assert [memo.body for memo in desk.stores["bernd"].memos.all()] == ["Weiter"]
    assert len({path.parent for path in desk.folder.glob("*/*.age")}) <= 3


def test_a_dry_run_says_what_would_be_and_does_nothing(desk: Desk) -> None:
    desk.stores["anna"].articles.add(ARTICLE)
    desk.sync("anna")
    assert desk.sync("bernd", dry=True).synced.came["article"] == 1
    assert desk.stores["bernd"].articles.count() == 0
    assert desk.sync("bernd").synced.came["article"] == 1


def test_nothing_of_a_segment_can_be_read_without_the_key(desk: Desk) -> None:
    desk.stores["anna"].articles.add(ARTICLE)
    desk.sync("anna")
    for file in desk.folder.rglob("*"):
        if file.is_file():
            assert file.read_bytes().startswith(b"age-encryption.org/v1")
            assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "make",
    [
        lambda path: None,
        lambda path: path.write_text("x"),
        lambda path: path.mkdir() or (path / "x").write_text("x"),
    ],
)
def test_a_folder_that_cannot_be_a_desk_is_refused(
    desk: Desk, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    folder = tmp_path / "other"
    make(folder)
    with pytest.raises(StoreError):
        opened(desk.stores["anna"], folder, desk.keys)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda state: {**state, "kind": "journal_steps"},
        lambda state: {**state, "key": 7},
        lambda state: {**state, "fields": {**state["fields"], "title": [["x", 1, [], {"title": "x"}, 0]]}},
        lambda state: spoilt(state, {"title": {"a": 1}}),
        lambda state: spoilt(state, {"title = 'x', hash": "x"}),
        lambda state: "no thing",
    ],
)
def test_what_no_library_writes_is_left_out_and_named(
    desk: Desk, spoil: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.store.syncing import desk as desks

    anna = desk.stores["anna"]
    anna.articles.add(ARTICLE)
    anna.memos.save(Memo("Ganz"))

    def spoiling(segment: Segment) -> bytes:
        states = [spoil(state) if state["kind"] == "article" else state for state in segment.states]
        return packed(replace(segment, states=states))

    with monkeypatch.context() as patched:
        patched.setattr(desks, "packed", spoiling)
        desk.sync("anna")
    report = desk.sync("bernd")
    assert "was left out" in report.synced.troubles[0]
    bernd = desk.stores["bernd"]
    assert bernd.articles.count() == 0
    assert bernd.memos.all()[0].body == "Ganz"
    assert not [one for one in bernd.doctor() if one.serious]


def spoilt(state: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """An article whose title says something else."""
    library, number = state["fields"]["title"][0][:2]
    return {**state, "fields": {**state["fields"], "title": [[library, number, [], value, 0]]}}


def test_what_only_bears_the_name_of_a_segment_is_told_and_nothing_waits_without_end(desk: Desk) -> None:
    anna = desk.stores["anna"]
    anna.articles.add(ARTICLE)
    desk.sync("anna")
    (first,) = desk.segments("anna")
    desk.sync("bernd")
    first.with_name("999999999999.age").write_bytes(first.read_bytes())
    first.with_name("000777.age").write_bytes(b"")
    first.with_name("000778.age").mkdir()
    os.mkfifo(first.with_name("000779.age"))
    report = desk.sync("bernd")
    assert [one.split(":")[0] for one in report.waiting] == ["Segment 777 of anna’s library"]
    assert [path.name for path in report.strangers] == ["000778.age", "000779.age", "999999999999.age"]


def test_several_segments_in_a_row_that_are_missing_are_one_sentence(desk: Desk) -> None:
    anna = desk.stores["anna"]
    number = anna.articles.add(ARTICLE).id
    for title in ("Eins", "Zwei", "Drei", "Vier"):
        anna.articles.update([number], title=title)
        desk.sync("anna")
    for path in desk.segments("anna")[1:3]:
        path.unlink()
    told = desk.sync("bernd").waiting
    assert [one for one in told if "missing" in one] == [
        "Segments 2 to 3 of anna’s library are missing: their next sync puts them back."
    ]
