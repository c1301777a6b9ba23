"""Refreshing feeds: what is new comes once, nothing unchanged is sent again, no feed stops another."""

import socket
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.errors import ReaderError
from reader.feeds import Feed
from reader.ingest import Limits
from reader.library import feed_visits, refreshing
from reader.library.detecting import DetectionSettings
from reader.library.preparing import Preparation
from reader.library.refreshing import FeedProgress, RefreshSettings, due, refresh
from reader.models import Note, Status
from reader.store import Store
from tests.feed_site import PARAGRAPHS, FeedSite, cut, drip, entry, feed, feeds_serving, flood, hang, sending

RULES = Preparation(DetectionSettings("rules"), allow_private=True)
OTHER = PARAGRAPHS.replace("Kai", "Bad").replace("Schiff", "Becken")


def zipped() -> bytes:
    """An archive with a text in it."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("lies.txt", "Hallo")
    return stream.getvalue()


ZIP = zipped()


def settings(seconds: float = 20.0) -> RefreshSettings:
    return RefreshSettings(RULES, Limits(seconds=seconds, allow_private=True), pause=0.0)


def asked(store: Store, *feeds: Feed, seconds: float = 20.0) -> list[FeedProgress]:
    """What came of asking feeds, or all that are due."""
    wanted = [store.feeds.get(feed.id) for feed in feeds] or due(store.feeds.all())
    return [step for step in refresh(store, wanted, settings(seconds)) if step.outcome != "under way"]


def titles(store: Store) -> set[str]:
    return {row.title for row in store.articles.rows(store.articles.ids())}


@pytest.fixture
def site() -> Iterator[FeedSite]:
    with feeds_serving() as served:
        yield served


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "library.db") as opened:
        yield opened


def blatt(store: Store, site: FeedSite, *entries: str, **more: object) -> Feed:
    address = site.show("/f.rss", feed("Blatt", *entries))
    return store.feeds.add(Feed(address, "Blatt", **more))  # type: ignore[arg-type]


def test_two_hundred_feeds_of_every_temper_do_not_stop_each_other(store: Store, site: FeedSite) -> None:
    wanted: Counter[str] = Counter()
    for number in range(200):
        path, body = f"/{number}.rss", feed(f"Blatt {number}", entry(f"Fähre {number}"))
        kind = ("good", "moved", "often", "fault", "broken")[number % 5]
        match kind:
            case "moved":
                site.show(f"/neu/{number}.rss", body)
                site.answer(path, 301, Location=f"/neu/{number}.rss")
            case "often":
                site.answer(path, 429, Retry_After="3600")
            case "fault":
                site.answer(path, 500)
            case "broken":
                site.show(path, "<html>Anmelden</html>")
            case _:
                site.show(path, body)
        wanted["new" if kind in ("good", "moved") else "failed"] += 1
        store.feeds.add(Feed(site.address + path, f"Blatt {number}"))
    for number, temper in enumerate((drip, flood, hang, cut)):
        site.odd[f"/{number}.odd"] = temper
        store.feeds.add(Feed(f"{site.address}/{number}.odd", f"Seltsam {number}"))
        wanted["failed"] += 1
    assert Counter(step.outcome for step in asked(store, seconds=2.0)) == wanted
    assert store.articles.count() == wanted["new"]
    moved = [one for one in store.feeds.all() if "/neu/" in one.address]
    assert len(moved) == 40, "an address that moved for good is followed for good"
    site.asked.clear()
    site.bytes_sent.clear()
    again = asked(store)
    assert Counter(step.outcome for step in again) == {"same": wanted["new"]}
    assert sum(site.bytes_sent.values()) == 0, "unchanged feeds send no body"
    assert len(site.asked) == wanted["new"], "who failed is left alone for a while"


def test_what_is_new_comes_once_with_the_tags_of_its_feed(store: Store, site: FeedSite) -> None:
    blatt(store, site, entry("Fähre"), tags=("küste/fähre",))
    assert [(step.outcome, step.new) for step in asked(store)] == [("new", 1)]
    article = store.articles.get(1)
    assert (article.feed, article.tags) == ("Blatt", ("küste/fähre",))
    store.tags.detach(["küste/fähre"], articles=[1])
    site.show(
        "/f.rss", feed("Blatt", entry("Bad", OTHER), entry("Fähre", PARAGRAPHS.replace("zweites", "drittes")))
    )
    assert [(step.new, step.changed) for step in asked(store)] == [(1, 1)]
    assert store.articles.get(1).tags == (), "a tag that was taken off stays off"
    assert "drittes" in store.articles.text(1)
    (kept,) = store.feeds.all()
    assert (kept.articles, kept.unread) == (2, 2)


def test_the_page_is_read_where_the_feed_has_only_a_summary(store: Store, site: FeedSite) -> None:
    site.show("/lang.html", f"<html lang=de><body><article><h1>Lang</h1>{PARAGRAPHS}</article></body></html>")
    link = f"<link>{site.address}/lang.html</link>"
    blatt(store, site, entry("Lang", "Kurz.", link), entry("Ganz", OTHER))
    asked(store)
    assert {store.articles.get(number).title for number in (1, 2)} == {"Lang", "Ganz"}
    assert "Reederei setzt ein zweites Schiff ein" in " ".join(store.articles.text(n) for n in (1, 2))
    site.show("/f.rss", feed("Blatt", entry("Lang", "Kurz und neu.", link), entry("Ganz", OTHER)))
    site.asked.clear()
    asked(store)
    assert site.paths() == ["/f.rss"], "a page that is known is not asked for again"


def test_a_page_that_is_refused_for_good_leaves_what_the_feed_says(store: Store, site: FeedSite) -> None:
    site.answer("/zu.html", 403)
    blatt(store, site, entry("Zu", "Nur für Abonnenten.", f"<link>{site.address}/zu.html</link>"))
    (step,) = asked(store)
    assert (step.new, "Only what the feed says of it is here" in step.message) == (1, True)
    assert "Nur für Abonnenten" in store.articles.text(1)
    asked(store)
    assert site.paths().count("/zu.html") == 1


def test_a_page_with_a_fault_is_tried_three_times(store: Store, site: FeedSite) -> None:
    page = site.answer("/kaputt.html", 500)
    blatt(store, site, entry("Kaputt", "Ein Vorspann.", f"<link>{page}</link>"))
    assert [asked(store)[0].new for _ in range(4)] == [0, 0, 1, 0]
    assert site.paths().count("/kaputt.html") == 3


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (ZIP, "application/octet-stream", "save it as a file, and give it to `reader add`"),
        (ZIP, "application/zip", "download it and give the file to `reader add`"),
        (b"title,text\nA,B\nC,D\nE,F\n", "text/csv", "save it as a .csv file, and add that with --map"),
        (b"title,text\nA,B\nC,D\nE,F\n", "text/plain", "save it as a .csv file, and add that with --map"),
        (b"TY  - NEWS\nTI  - Bad\nER  - \n", "text/plain", "save it as a file, and use `reader import`"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "application/octet-stream", "is a picture (PNG), not a text"),
    ],
    ids=["zip", "zip by its type", "table by its type", "table", "references", "picture"],
)
def test_an_entry_that_leads_to_another_file_is_settled_and_told_at_once(
    store: Store, site: FeedSite, data: bytes, kind: str, told: str
) -> None:
    site.odd["/datei"] = sending(data, kind)
    blatt(store, site, entry("Datei", "Die Zahlen als Datei.", f"<link>{site.address}/datei</link>"))
    (step,) = asked(store)
    assert step.new == 1
    assert told in step.message
    assert "Die Zahlen als Datei." in store.articles.text(1)
    asked(store)
    assert site.paths().count("/datei") == 1


def test_a_server_that_is_asked_too_often_for_pages_is_left_alone(store: Store, site: FeedSite) -> None:
    entries = []
    for number in range(5):
        page = site.answer(f"/{number}.html", 429, Retry_After="60")
        entries.append(entry(f"Nummer {number}", "Ein Vorspann.", f"<link>{page}</link>"))
    blatt(store, site, *entries)
    asked(store)
    assert len([path for path in site.paths() if path.endswith(".html")]) == 1
    for number in range(5):
        site.statuses.clear()
        text = f"<p>{PARAGRAPHS.replace('Kai', f'Steg {number}')}</p>"
        site.show(
            f"/{number}.html", f"<html><body><article><h1>N {number}</h1>{text}</article></body></html>"
        )
    assert asked(store)[0].new == 5, "the feed was asked for all of it again"


def test_what_is_in_the_trash_or_deleted_for_good_does_not_come_back(store: Store, site: FeedSite) -> None:
    one = blatt(store, site, entry("Fähre"), entry("Bad", OTHER))
    asked(store)
    store.articles.trash([1, 2])
    store.articles.purge([2])
    site.show("/f.rss", feed("Blatt", entry("Fähre"), entry("Bad", OTHER), entry("Neu", PARAGRAPHS + OTHER)))
    assert [step.new for step in asked(store, one)] == [1]
    assert titles(store) == {"Neu"}


def test_untouched_articles_go_when_they_were_kept_long_enough(
    store: Store, site: FeedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("Fähre", "Bad", "Kai", "Deich", "Steg")
    one = blatt(store, site, *(entry(name, PARAGRAPHS.replace("Kai", name)) for name in names))
    store.feeds.update([one.id], keep_days=7, tags=("küste",))
    asked(store)
    by_title = {row.title: row.id for row in store.articles.rows(store.articles.ids())}
    store.articles.update([by_title["Bad"]], starred=True)
    store.notes.save(Note("Nachfragen", by_title["Kai"]))
    store.tags.attach(["wichtig"], articles=[by_title["Deich"]])
    quote = store.quotes.of(by_title["Steg"])[0]
    store.quotes.set_status([quote.id], Status.ACCEPTED)
    assert asked(store)[0].outlived == 0

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Later":
            return cls.fromtimestamp((datetime.now(UTC) + timedelta(days=8)).timestamp(), UTC)

    monkeypatch.setattr(refreshing, "datetime", Later)
    monkeypatch.setattr(feed_visits, "datetime", Later)
    assert asked(store)[0].outlived == 1
    assert titles(store) == {"Bad", "Kai", "Deich", "Steg"}
    store.journal.undo()
    assert "Fähre" in titles(store)


def test_failures_wait_longer_each_time_and_a_server_may_say_how_long(store: Store, site: FeedSite) -> None:
    fault = store.feeds.add(Feed(site.answer("/a", 500), "Fehler"))
    often = store.feeds.add(Feed(site.answer("/b", 429, Retry_After="7200"), "Oft"))
    date = (datetime.now(UTC) + timedelta(days=2)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    dated = store.feeds.add(Feed(site.answer("/c", 503, Retry_After=date), "Datum"))
    asked(store)
    assert due(store.feeds.all()) == []
    assert [round(wait(store, one)) for one in (fault, often, dated)] == [10, 120, 2880]
    asked(store, fault)
    assert round(wait(store, fault)) == 20
    site.statuses.clear()
    site.show("/a", feed("Fehler", entry("Fähre")))
    asked(store, fault)
    healed = store.feeds.get(fault.id)
    assert (healed.failures, healed.trouble, healed.not_before) == (0, "", "")


def wait(store: Store, one: Feed) -> float:
    """Minutes for which a feed is left alone."""
    until = datetime.fromisoformat(store.feeds.get(one.id).not_before)
    return (until - datetime.now(UTC)).total_seconds() / 60


def test_who_was_offline_for_long_does_not_wait_for_long(
    store: Store, site: FeedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = blatt(store, site, entry("Fähre"))

    def offline(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "no network")

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", offline)
        for _ in range(5):
            (step,) = asked(store, one)
            assert (step.outcome, step.is_unreachable) == ("failed", True)
            assert round(wait(store, one)) == 10
    assert asked(store, one)[0].new == 1


def test_a_feed_that_is_gone_is_not_asked_any_more(store: Store, site: FeedSite) -> None:
    one = store.feeds.add(Feed(site.answer("/weg", 410), "Weg"))
    assert "gone for good" in asked(store)[0].message
    assert store.feeds.get(one.id).is_off


def test_a_feed_that_moved_takes_its_articles_along(store: Store, site: FeedSite) -> None:
    one = blatt(store, site, entry("Fähre"))
    asked(store)
    site.answer("/f.rss", 308, Location="/neu.rss")
    site.show("/neu.rss", feed("Blatt", entry("Fähre", PARAGRAPHS.replace("zweites", "drittes"))))
    assert [(step.new, step.changed) for step in asked(store)] == [(0, 1)]
    assert store.feeds.get(one.id).address == f"{site.address}/neu.rss"
    assert store.articles.get(1).location.startswith(f"{site.address}/neu.rss#")
    site.asked.clear()
    asked(store)
    assert site.paths() == ["/neu.rss"]


@pytest.mark.parametrize("status", [302, 307])
def test_a_redirect_for_the_time_being_moves_nothing(store: Store, site: FeedSite, status: int) -> None:
    one = blatt(store, site)
    site.answer("/f.rss", status, Location="/neu.rss")
    site.show("/neu.rss", feed("Blatt", entry("Fähre")))
    asked(store)
    assert store.feeds.get(one.id).address == f"{site.address}/f.rss"


def test_a_login_page_in_the_place_of_a_feed_moves_nothing(store: Store, site: FeedSite) -> None:
    one = blatt(store, site)
    site.answer("/f.rss", 301, Location="/login")
    site.show("/login", "<html><body>Anmelden</body></html>")
    (step,) = asked(store)
    assert "no longer gives a feed" in step.message
    assert store.feeds.get(one.id).address == f"{site.address}/f.rss"


def test_a_feed_without_articles_is_no_failure(store: Store, site: FeedSite) -> None:
    blatt(store, site)
    assert [(step.outcome, step.message) for step in asked(store)] == [("same", "")]


def test_ended_early_what_was_read_is_kept(store: Store, site: FeedSite) -> None:
    for number in range(20):
        address = site.show(f"/{number}", feed(f"B {number}", entry(f"Fähre {number}")))
        store.feeds.add(Feed(address, f"B {number}"))
    steps = refresh(store, store.feeds.all(), settings())
    before = next(steps)
    steps.close()
    kept = store.articles.count()
    assert kept >= before.new > 0
    assert sum(step.new for step in asked(store)) == 20 - kept


def test_a_feed_renamed_or_removed_meanwhile_keeps_its_articles_together(
    store: Store, site: FeedSite
) -> None:
    one = blatt(store, site, entry("Fähre"))
    steps = refresh(store, [one], settings())
    store.feeds.rename(one.id, "Küstenblatt")
    list(steps)
    assert store.articles.get(1).feed == "Küstenblatt"
    steps = refresh(store, [store.feeds.get(one.id)], settings())
    store.feeds.remove([one.id])
    assert [step.outcome for step in steps] == ["same"]


def test_a_library_that_cannot_be_read_ends_the_run_with_a_sentence(
    store: Store, site: FeedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = blatt(store, site, entry("Fähre"))

    def refuse(*_: object, **__: object) -> Store:
        raise ReaderError("The library is gone.")

    monkeypatch.setattr(refreshing, "Store", refuse)
    with pytest.raises(ReaderError, match="The library is gone"):
        list(refresh(store, [one], settings()))


def test_a_fault_in_reading_one_feed_spoils_only_that(
    store: Store, site: FeedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = blatt(store, site, entry("Fähre"))
    bad = store.feeds.add(Feed(site.show("/b", feed("Bös", entry("Bad", OTHER))), "Bös"))
    visit = feed_visits.visit_feed

    def breaking(one: Feed, errand: feed_visits.Errand) -> feed_visits.Visit:
        if one.id == bad.id:
            raise ValueError("a fault")
        return visit(one, errand)

    monkeypatch.setattr(refreshing, "visit_feed", breaking)
    found = {step.feed_id: step for step in asked(store)}
    assert (found[good.id].outcome, found[bad.id].outcome) == ("new", "failed")
    assert "because of a fault in reader (ValueError)" in found[bad.id].message
