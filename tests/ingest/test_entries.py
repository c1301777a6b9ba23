"""Entries of a feed: what is each one's own, and what a damaged one costs."""

from pathlib import Path

import pytest

from reader.errors import IngestError
from reader.ingest import FeedEntry, entry_at, feed_parsing, read_entry, with_entries
from reader.ingest.dates import feed_time

WORDS = {
    "Anna": "Die Fähre fährt wieder nach dem Fahrplan, weil das Ruder repariert ist und der Wind sich legte.",
    "Bernd": "Im Rathaus streiten die Fraktionen um das Freibad, dessen Becken seit dem Winter undicht sind.",
    "Carla": "Ein Lastwagen verlor auf der Umgehungsstraße Zwiebeln, und die Polizei sperrte zwei Spuren ab.",
}


def item(name: str, tags: str = "", title: str = "") -> str:
    text = f"&lt;p&gt;{WORDS[name]}&lt;/p&gt;"
    return f"<item><title>{title or f'Meldung {name}'}</title>{tags}<description>{text}</description></item>"


def rss(*items: str, link: str = "<link>https://blatt.example/</link>") -> str:
    return f'<rss version="2.0"><channel><title>Blatt</title>{link}{"".join(items)}</channel></rss>'


def found(folder: Path, written: str | bytes) -> list[FeedEntry | str | IngestError]:
    path = folder / "f.rss"
    path.write_bytes(written.encode() if isinstance(written, str) else written)
    return list(reversed(list(with_entries([str(path)]))))


def entries(folder: Path, written: str) -> list[FeedEntry]:
    return [one for one in found(folder, written) if isinstance(one, FeedEntry)]


KINDS = {
    "one link": "<link>https://blatt.example/ticker</link><guid isPermaLink='false'>{0}</guid>",
    "one link, no name": "<link>https://blatt.example/ticker</link>",
    "home page": "<link>https://blatt.example/</link>",
    "home page with a name": "<link>https://blatt.example</link><guid isPermaLink='false'>{0}</guid>",
    "one name for all": "<guid isPermaLink='false'>0</guid>",
    "the home page as name": "<guid>https://blatt.example/</guid>",
    "none": "",
    "relative": "<link>/artikel/{0}</link>",
    "relative, one for all": "<link>/ticker</link>",
    "no scheme": "<link>www.blatt.example/{0}</link>",
    "gemini": "<link>gemini://blatt.example/{0}.gmi</link>",
    "mail": "<link>mailto:{0}@blatt.example</link>",
    "brackets": "<link>http://[a/</link>",
    "script": "<link>javascript:void(0)</link>",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "base", ["<link>https://blatt.example/</link>", "<link>gemini://b.example/</link>", ""]
)
def test_each_entry_is_an_article_of_its_own(tmp_path: Path, kind: str, base: str) -> None:
    written = [item(name, KINDS[kind].format(name)) for name in WORDS]
    one, two, three = entries(tmp_path, rss(*written, link=base))
    assert len({entry.name or entry.url or entry.location for entry in (one, two, three)}) == 3
    assert len({entry.location for entry in (one, two, three)} | {one.url, two.url, three.url}) >= 3
    assert [read_entry(entry).text for entry in (one, two, three) if not entry.url] == [
        text for text, entry in zip(WORDS.values(), (one, two, three), strict=True) if not entry.url
    ]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "one name for all"])
def test_a_new_entry_on_top_moves_no_other(tmp_path: Path, kind: str) -> None:
    written = [item(name, KINDS[kind].format(name)) for name in WORDS]
    before = {entry.title: str(entry) for entry in entries(tmp_path, rss(*written[1:]))}
    after = {entry.title: str(entry) for entry in entries(tmp_path, rss(*written))}
    assert before.items() <= after.items()


def test_an_entry_that_stands_twice_is_one(tmp_path: Path) -> None:
    twice = [item("Anna", "<guid isPermaLink='false'>a</guid>")] * 2
    assert len(entries(tmp_path, rss(*twice, item("Bernd")))) == 2


def test_what_trackers_add_is_no_part_of_an_address(tmp_path: Path) -> None:
    link = "<link>https://blatt.example/a?utm_source=rss&amp;id=7</link>"
    (one,) = entries(tmp_path, rss(item("Anna", link)))
    assert one.url == "https://blatt.example/a?id=7"


def test_passwords_of_a_feed_are_not_kept(tmp_path: Path) -> None:
    link = "<link>https://anna:geheim@blatt.example/a</link><guid>https://anna:geheim@blatt.example/a</guid>"
    (one,) = entries(tmp_path, rss(item("Anna", link)))
    assert "geheim" not in repr(one)


@pytest.mark.parametrize(
    "damaged",
    [
        "<item><title>&#x110000;</title><guid>g</guid><description>x</description></item>",
        "<item><title>&#xD800;&#55357;</title><guid>&#xDFFF;</guid><description>&#xD83D;</description></item>",
        "<item><title>x</title><link>http://[a/</link><description>x</description></item>",
        "<item><title>x</title><link>http://a:99999999/</link><description>x</description></item>",
        "<item/>",
        "<item><content:encoded/></item>",
        "<item><title>&#99999999999999999999;</title><description>x</description></item>",
        "<item><pubDate>Mi, 99 Mär 99999999 99:99:99 +9999</pubDate><description>x</description></item>",
    ],
)
def test_a_damaged_entry_costs_no_other(tmp_path: Path, damaged: str) -> None:
    every = found(tmp_path, rss(item("Anna"), damaged, item("Bernd")))
    titles = [one.title for one in every if isinstance(one, FeedEntry)]
    assert {"Meldung Anna", "Meldung Bernd"} <= set(titles)
    for one in every:
        assert not isinstance(one, FeedEntry) or repr(one).encode()


def test_a_fault_in_the_parser_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    import feedparser

    monkeypatch.setattr(feedparser, "parse", lambda *_, **__: 1 / 0)
    with pytest.raises(IngestError, match="too damaged a feed"):
        feed_parsing.entries_in(rss(item("Anna")).encode(), "f.rss")


def test_a_fault_in_one_entry_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    read = feed_parsing.entry_of

    def breaking(entry: dict[str, object], *rest: str) -> FeedEntry:
        if "Bernd" in str(entry.get("title")):
            raise TypeError("None")
        return read(entry, *rest)

    monkeypatch.setattr(feed_parsing, "entry_of", breaking)
    every = feed_parsing.entries_in(rss(*map(item, WORDS)).encode(), "f.rss")
    assert [isinstance(one, FeedEntry) for one in every] == [True, False, True]
    assert "Meldung Bernd" in str(every[1])


def test_a_file_that_is_only_called_a_feed_is_told(tmp_path: Path) -> None:
    (error,) = found(tmp_path, "<item<title</content:encoded<")
    assert isinstance(error, IngestError)
    assert "is named like a feed and is none" in error.message


def test_an_entry_is_found_again_in_its_feed(tmp_path: Path) -> None:
    one, two = entries(tmp_path, rss(item("Anna"), item("Bernd", "<guid isPermaLink='false'>b</guid>")))
    assert entry_at(one.location).text == WORDS["Anna"]
    assert entry_at(two.location).text == WORDS["Bernd"]
    found(tmp_path, rss(item("Bernd")))
    with pytest.raises(IngestError, match="no longer has this article"):
        entry_at(one.location)


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("Mi, 05 Mär 2025 09:00:00 +0100", "2025-03-05T09:00:00+01:00"),
        ("Mi., 5. März 2025 um 09:00:00 +0100", "2025-03-05T09:00:00+01:00"),
        ("Do, 04 Dez 2025 18:30:00 +0100", "2025-12-04T18:30:00+01:00"),
        ("Sa, 02 Okt 2025 09:00:00 MESZ", "2025-10-02T09:00:00+02:00"),
        ("dom, 02 ott 2022 18:55:00 GMT", "2022-10-02T18:55:00+00:00"),
        ("mer, 05 mar 2025 09:00:00 +0100", "2025-03-05T09:00:00+01:00"),
        ("mer., 05 mars 2025 09:00:00 +0100", "2025-03-05T09:00:00+01:00"),
        ("jeu., 14 août 2025 10:00:00 +0200", "2025-08-14T10:00:00+02:00"),
        ("mié, 05 ene 2025 09:00:00 +0100", "2025-01-05T09:00:00+01:00"),
        ("5 de marzo de 2025 09:00:00 +0100", "2025-03-05T09:00:00+01:00"),
        ("wo, 05 mrt 2025 09:00:00 +0100", "2025-03-05T09:00:00+01:00"),
        ("qua, 05 fev 2025 09:00:00 -0300", "2025-02-05T09:00:00-03:00"),
        ("śr., 05 paź 2025 09:00:00 +0200", "2025-10-05T09:00:00+02:00"),
        ("5 lutego 2025 09:00:00 +0100", "2025-02-05T09:00:00+01:00"),
        ("Tue, 08 Oct 2013 18:30:00 EST", "2013-10-08T18:30:00-05:00"),
        ("Mon, May 25 2020 04:45:26 +0000", "2020-05-25T04:45:26+00:00"),
        ("5 November 2025 - 09:01", "2025-11-05T09:01"),
        ("2025-03-05T09:00:00+01:00", "2025-03-05T09:00:00+01:00"),
        ("gestern", ""),
        ("", ""),
    ],
)
def test_dates_as_feeds_write_them(written: str, means: str) -> None:
    assert feed_time(written) == means
