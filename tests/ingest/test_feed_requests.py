"""Asking feeds: what is sent and kept, how long to wait, whose turn it is."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.feeds import Feed
from reader.ingest import Limits
from reader.ingest.feed_requests import ask_feed, wait_after
from reader.ingest.fetch import RefusedError, fetch
from reader.ingest.turns import StoppedError, Turns
from tests.feed_site import entry, feed, feeds_serving

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)
HERE = Limits(seconds=20.0, allow_private=True)


@pytest.mark.parametrize(
    ("failures", "retry_after", "minutes"),
    [
        (1, "", 10),
        (2, "", 20),
        (5, "", 160),
        (9, "", 24 * 60),
        (100_000, "", 24 * 60),
        (1, "120", 2),
        (4, "0", 0),
        (1, "9" * 400, 7 * 24 * 60),
        (1, "Sat, 01 Mar 2025 13:00:00 GMT", 60),
        (1, "Sat, 01 Mar 2025 11:00:00 GMT", 0),
        (1, "Fri, 31 Dec 9999 23:59:59 GMT", 7 * 24 * 60),
        (1, "-5", 10),
        (1, "bald", 10),
        (1, "١٢", 10),
    ],
)
def test_how_long_a_feed_is_left_alone(failures: int, retry_after: str, minutes: int) -> None:
    assert wait_after(failures, retry_after, NOW) == timedelta(minutes=minutes)


def test_a_feed_is_asked_with_what_it_said_last_time() -> None:
    with feeds_serving() as site:
        address = site.show("/f.rss", feed("Blatt", entry("Fähre")))
        first = ask_feed(Feed(address, "Blatt"), HERE)
        again = ask_feed(Feed(address, "Blatt", etag=first.etag, modified="Sat, 01 Mar 2025"), HERE)
        assert (again.is_unchanged, again.data) == (True, b"")
        sent = site.asked[1][1]
        assert (sent["if-none-match"], sent["if-modified-since"]) == (first.etag, "Sat, 01 Mar 2025")
        assert "application/rss+xml" in sent["accept"]


@pytest.mark.parametrize("mark", ['"Größe"', '"' + "x" * 2000 + '"'])
def test_a_mark_that_cannot_be_sent_back_is_not_kept(mark: str) -> None:
    with feeds_serving() as site:
        site.show("/f.rss", feed("Blatt"))
        site.answer("/f.rss", 200, ETag=mark.encode().decode("latin-1"))
        assert ask_feed(Feed(f"{site.address}/f.rss", "Blatt"), HERE).etag == ""


def test_a_refusal_says_its_status_and_when_to_come_back() -> None:
    with feeds_serving() as site:
        address = site.answer("/f.rss", 429, Retry_After="77")
        with pytest.raises(RefusedError) as caught:
            ask_feed(Feed(address, "Blatt"), HERE)
        assert (caught.value.status, caught.value.retry_after) == (429, "77")


def test_the_login_of_a_feed_comes_from_netrc_and_goes_to_its_server_alone(private_folders: Path) -> None:
    netrc = private_folders / ".netrc"
    netrc.write_text("machine 127.0.0.1 login anna password geheim\n", encoding="utf-8")
    netrc.chmod(0o600)
    with feeds_serving() as site:
        ask_feed(Feed(site.show("/f.rss", feed("Blatt")), "Blatt"), HERE)
        assert site.asked[0][1]["authorization"].startswith("Basic ")
        fetch(site.show("/seite.html", "<p>Text</p>"), HERE)
        assert "authorization" not in site.asked[1][1], "pages are asked for without it"
        netrc.write_text("machine 127.0.0.1 login", encoding="utf-8")
        assert ask_feed(Feed(f"{site.address}/f.rss", "Blatt"), HERE).data


def test_where_an_address_moved_for_good_is_told_up_to_the_first_detour() -> None:
    with feeds_serving() as site:
        site.answer("/a", 301, Location="/b")
        site.answer("/b", 308, Location="/c")
        site.answer("/c", 302, Location="/d")
        site.answer("/d", 301, Location="/e")
        site.show("/e", feed("Blatt"))
        assert ask_feed(Feed(f"{site.address}/a", "Blatt"), HERE).moved == f"{site.address}/c"
        assert ask_feed(Feed(f"{site.address}/c", "Blatt"), HERE).moved == ""


def test_what_is_no_feed_any_more_is_told() -> None:
    with feeds_serving() as site, pytest.raises(IngestError, match="no longer gives a feed"):
        ask_feed(Feed(site.show("/f.rss", "<html>Hallo</html>"), "Blatt"), HERE)


def test_a_server_gets_two_requests_at_a_time_and_others_do_not_wait_for_it() -> None:
    turns = Turns(pause=0.0)
    entered, leave = threading.Semaphore(0), threading.Event()

    def use(address: str) -> None:
        with turns.turn(address):
            entered.release()
            leave.wait(20)

    threads = [threading.Thread(target=use, args=(f"https://a.example/{n}",)) for n in range(3)]
    for thread in threads:
        thread.start()
    assert entered.acquire(timeout=20)
    assert entered.acquire(timeout=20)
    with turns.turn("https://b.example/"):
        assert not entered.acquire(timeout=0.1), "the third waits"
    leave.set()
    assert entered.acquire(timeout=20)
    for thread in threads:
        thread.join()


def test_requests_to_one_server_keep_their_distance(monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.ingest import turns as module

    clock = [100.0]
    waits: list[float] = []
    turns = Turns(pause=5.0)
    monkeypatch.setattr(module.time, "monotonic", lambda: clock[0])

    def wait(seconds: float | None = None) -> bool:
        waits.append(seconds or 0.0)
        clock[0] += seconds or 0.0
        return True

    monkeypatch.setattr(turns._changed, "wait", wait)
    for address in (
        "https://a.example/1",
        "https://a.example:443/",
        "https://a.example/2",
        "https://b.example/",
    ):
        with turns.turn(address):
            clock[0] += 1.0
    assert waits == [3.0], "of the first server the second request waits, those of other servers do not"


def test_a_stop_wakes_who_waits() -> None:
    turns = Turns(pause=1000.0)
    with turns.turn("https://a.example/"):
        pass
    threading.Timer(0.05, turns.stop).start()
    with pytest.raises(StoppedError), turns.turn("https://a.example/"):
        pass
    with pytest.raises(StoppedError):
        turns.go_on()
