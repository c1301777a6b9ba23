"""`reader feeds`: subscribing, keeping in order, refreshing, and lists for other programs."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.feeds import Feed
from reader.store import Store
from tests.cli.conftest import Run
from tests.feed_site import PARAGRAPHS, FeedSite, entry, feed, feeds_serving

OTHER = PARAGRAPHS.replace("Kai", "Bad").replace("Schiff", "Becken")


@pytest.fixture
def site(private_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FeedSite]:
    configuration = private_folders / "config.toml"
    configuration.write_text("allow_private = true\n", encoding="utf-8")
    monkeypatch.setenv("READER_CONFIG", str(configuration))
    with feeds_serving() as served:
        yield served


def test_a_feed_is_added_with_its_articles_and_refreshed(run: Run, site: FeedSite) -> None:
    address = site.show("/f.rss", feed("Blatt [red]\x1b[31m", entry("Fähre")).replace("\x1b", "&#x9b;"))
    added = run("feeds", "add", address, "--folder", "Politik/Ausland", "-t", "küste", "--keep", "30")
    assert (added.exit_code, added.stdout) == (0, "")
    assert "Subscribed to “Blatt [red]" in added.stderr
    assert "1 new" in added.stderr
    assert "\x9b" not in added.stderr
    listed = json.loads(run("feeds", "list", "--json").stdout)[0]
    assert (listed["folder"], listed["tags"], listed["keep_days"]) == ("Politik/Ausland", ["küste"], 30)
    assert (listed["articles"], listed["unread"]) == (1, 1)
    assert "no new articles" in run("feeds", "refresh").stderr
    site.show("/f.rss", feed("Blatt", entry("Fähre"), entry("Bad", OTHER)))
    refreshed = run("feeds", "refresh")
    assert (refreshed.exit_code, "1 new article" in refreshed.stderr) == (0, True)
    assert len(json.loads(run("list", "tag:küste", "--json").stdout)) == 2


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "Which feed? Nothing was named"),
        ("{folder}", "is a folder: a feed is named by its address"),
        ("{folder}/a.txt", "is a file on this machine: a feed is named by its address"),
        ("file://{folder}/a.txt", "is a file on this machine"),
        ("{folder}/list.opml", "`reader feeds import {folder}/list.opml` subscribes to all of them."),
        ("{folder}/none.xml", "There is no file {folder}/none.xml"),
        ("ftp://example.org/x", "feeds come by http and https alone"),
        ("mailto:anna@example.org", "feeds come by http and https alone"),
        ("der Kurier", "“der Kurier” is no address"),
    ],
)
def test_what_is_no_address_of_a_feed_is_said_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, said: str
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("a server was asked"))
    (tmp_path / "a.txt").write_text("Das Bad öffnet.", encoding="utf-8")
    (tmp_path / "list.opml").write_text("<opml version='2.0'><body/></opml>", encoding="utf-8")
    refused = run("feeds", "add", named.format(folder=tmp_path))
    assert refused.exit_code == 2
    assert said.format(folder=tmp_path) in refused.stderr


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "Which list? Name the file (OPML)"),
        ("{folder}", "is a folder: name the list (OPML) in it"),
        ("https://example.org/list.opml", "is an address: save the list (OPML) that lies there"),
    ],
)
def test_what_is_no_list_of_feeds_is_said_with_what_to_do(
    run: Run, tmp_path: Path, named: str, said: str
) -> None:
    refused = run("feeds", "import", named.format(folder=tmp_path))
    assert refused.exit_code == 2
    assert said in refused.stderr


def test_a_list_of_feeds_at_an_address_is_told_from_a_page(run: Run, site: FeedSite) -> None:
    refused = run("feeds", "add", site.show("/list.opml", "<opml version='2.0'><body/></opml>"))
    assert refused.exit_code == 1
    assert "is a list of feeds (OPML): save it as a file" in refused.stderr


def test_addresses_of_this_machine_are_asked_only_where_a_person_says_so(
    run: Run, site: FeedSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("READER_CONFIG")
    address = site.show("/f.rss", feed("Blatt", entry("Fähre")))
    refused = run("feeds", "add", address)
    assert (refused.exit_code, site.asked) == (1, [])
    assert "--allow-private" in refused.stderr
    assert run("feeds", "add", address, "--allow-private").exit_code == 0
    site.asked.clear()
    assert run("feeds", "refresh").exit_code == 1
    assert site.asked == []


def test_a_site_with_one_feed_is_subscribed_to_by_its_address(run: Run, site: FeedSite) -> None:
    site.show(
        "/", '<head><link rel="alternate" type="application/rss+xml" href="/f.rss"></head><body>x</body>'
    )
    site.show("/f.rss", feed("Blatt", entry("Fähre")))
    assert "Subscribed to “Blatt”" in run("feeds", "add", site.address + "/", "--later").stderr
    assert run("list", "--json").stdout.strip() == "[\n]"


def test_of_several_feeds_of_a_site_one_is_named_or_all(run: Run, site: FeedSite) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="T{n}" href="/{n}">' for n in (1, 2)
    )
    site.show("/", f"<head>{links}</head><body>x</body>")
    for number in (1, 2):
        site.show(f"/{number}", feed(f"Blatt {number}"))
    several = run("feeds", "add", site.address + "/")
    assert several.exit_code == 2
    assert re.findall(r"/(\d)  T\d", several.stdout) == ["1", "2"]
    assert "names 2 feeds" in several.stderr
    assert run("feeds", "add", site.address + "/", "--all").exit_code == 0
    assert [one["name"] for one in json.loads(run("feeds", "--json").stdout)] == ["Blatt 1", "Blatt 2"]


def test_a_site_that_names_no_feed_is_asked_at_the_usual_places(run: Run, site: FeedSite) -> None:
    page = site.show("/politik/", "<html><body>Nur Text</body></html>")
    nothing = run("feeds", "add", page)
    assert (nothing.exit_code, "names no feed" in nothing.stderr) == (1, True)
    site.show("/rss.xml", feed("Blatt"))
    assert "Subscribed to “Blatt”" in run("feeds", "add", page).stderr


def test_feeds_are_changed_renamed_removed_and_that_is_undone(run: Run, site: FeedSite) -> None:
    run("feeds", "add", site.show("/f.rss", feed("Blatt", entry("Fähre"))))
    assert run("feeds", "edit", "blatt", "--folder", "Küste", "-t", "a", "--off").exit_code == 0
    site.asked.clear()
    left_out = run("feeds", "refresh", "Blatt")
    assert ("is off: left out" in left_out.stderr, site.asked) == (True, [])
    run("feeds", "edit", "Küste", "--on", "--untag", "a")
    changed = json.loads(run("feeds", "--json").stdout)[0]
    assert (changed["is_off"], changed["tags"], changed["folder"]) == (False, [], "Küste")
    assert run("feeds", "rename", "1", "Küstenblatt").exit_code == 0
    assert json.loads(run("list", 'feed:"Küstenblatt"', "--json").stdout)[0]["title"] == "Fähre"
    removed = run("feeds", "remove", "Küstenblatt", "--articles")
    assert "1 feed removed, 1 article moved to the trash" in removed.stderr
    assert json.loads(run("list", "--json").stdout) == []
    run("undo")
    assert (
        len(json.loads(run("list", "--json").stdout)),
        len(json.loads(run("feeds", "--json").stdout)),
    ) == (1, 1)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("edit", "1"), 2, "What is to change?"),
        (("rename", "1", "Anzeiger"), 1, "Another feed is called"),
        (("rename", "Ordner", "x"), 2, "a folder with several feeds"),
        (("remove", "nichts"), 1, "no feed or folder “nichts”"),
        (("edit", "1", "-t", " "), 1, "A tag needs a name"),
        (("add", "a", "b", "--name", "x"), 2, "--name is for one ADDRESS"),
        (("import", "nirgends.opml"), 1, "nirgends.opml"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, library: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    with Store(library) as store:
        store.feeds.add(Feed("https://a.example/", "Blatt", "Ordner"))
        store.feeds.add(Feed("https://b.example/", "Anzeiger", "Ordner"))
    done = run("feeds", *words)
    assert (done.exit_code, said in done.stderr) == (code, True), done.stderr


def test_for_cron_only_failures_are_said_and_who_failed_is_left_alone(run: Run, site: FeedSite) -> None:
    run("feeds", "add", site.show("/gut", feed("Gut", entry("Fähre"))))
    run("feeds", "add", site.show("/bad", feed("Böse")))
    assert run("feeds", "refresh", "-q").output == ""
    site.answer("/bad", 500)
    failed = run("feeds", "refresh", "-q")
    assert failed.exit_code == 1
    assert failed.stderr.startswith("Böse: 127.0.0.1 has a fault of its own (500)")
    assert run("feeds", "refresh", "-q").output == ""
    assert "1 feed left alone until" in run("feeds", "refresh").stderr
    site.asked.clear()
    assert run("feeds", "refresh", "--now").exit_code == 1
    assert run("feeds", "refresh", "Böse").exit_code == 1
    assert site.paths().count("/bad") == 2
    assert "failed 3×" in run("feeds").stdout
    steps = json.loads(run("feeds", "refresh", "--now", "--json").stdout)
    assert {step["name"]: step["outcome"] for step in steps} == {"Gut": "same", "Böse": "failed"}


def test_who_is_offline_is_told_once(run: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "no network")

    with Store(library) as store:
        for number in range(3):
            store.feeds.add(Feed(f"https://{number}.example/", f"Blatt {number}"))
    monkeypatch.setattr(socket, "getaddrinfo", offline)
    done = run("feeds", "refresh", "-q")
    assert done.exit_code == 1
    assert done.stderr == "None of 3 feeds could be reached: you seem to be offline.\n"


def test_lists_come_from_other_programs_and_go_to_them(run: Run, site: FeedSite, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml><body><outline text="Politik"><outline text="Ausland"><outline text="Blatt" '
        f'xmlUrl="{site.show("/f.rss", feed("Anders", entry("Fähre")))}"/></outline></outline>'
        '<outline text="Kaputt" xmlUrl="ftp://x.example/"/></body></opml>',
        encoding="utf-8",
    )
    imported = run("feeds", "import", str(path), "--folder", "Neu")
    assert imported.exit_code == 1, "one was left out"
    assert "Subscribed to 1 feed." in imported.stderr
    assert "ftp://x.example/" in imported.stderr
    assert site.asked == [], "nothing is fetched yet"
    assert "1 subscribed to already" in run("feeds", "import", "-", stdin=path.read_bytes()).stderr
    assert run("feeds", "refresh").exit_code == 0
    assert json.loads(run("list", "--json").stdout)[0]["feed"] == "Blatt"
    target = tmp_path / "out.opml"
    assert run("feeds", "export", "-o", str(target)).exit_code == 0
    assert run("feeds", "export", "-o", str(target)).exit_code == 2
    run("feeds", "remove", "Neu")
    run("feeds", "import", str(target))
    (back,) = json.loads(run("feeds", "--json").stdout)
    assert (back["folder"], back["name"], back["address"]) == (
        "Neu/Politik/Ausland",
        "Blatt",
        f"{site.address}/f.rss",
    )


def test_a_list_names_nobody_who_is_covered(run: Run, library: Path) -> None:
    with Store(library) as store:
        store.feeds.add(Feed("https://a.example/rss", "Otto Geheim bloggt", "Leute/Otto Geheim"))
        store.feeds.add(Feed("https://otto-geheim.example/rss", "Zwei"))
    written = run("feeds", "export")
    assert "1 feed left out" in written.stderr
    assert "geheim" not in written.stdout.lower()
    assert "https://a.example/rss" in written.stdout
    assert "geheim" in run("feeds", "export", "--with-confidential").stdout.lower()
