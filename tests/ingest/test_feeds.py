"""Feeds: which locations are one, what their entries say, and the articles they become."""

from html import escape
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.errors import IngestError
from reader.ingest import FeedEntry, feeds, read_entry, with_entries
from reader.ingest.entries import plain
from reader.ingest.formats import is_feed
from reader.models import Article

SENTENCES = "<p>Das Bad öffnet im Mai, kündigte der Bürgermeister an.</p>" + (
    "<p>„Wir haben lange gewartet“, sagte Anna Weber am Montag vor dem Rat der Stadt und lachte dabei.</p>"
    * 9
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Stadtblatt &amp;amp; Land</title><link>https://stadtblatt.example/start/</link>
<item><title>Bad &amp;amp; Brücke</title><link>/bad</link><guid isPermaLink="false">17</guid>
  <pubDate>Mon, 03 Mar 2025 10:15:00 +0100</pubDate><dc:creator>Anna Weber</dc:creator>
  <description>Kurz.</description><content:encoded><![CDATA[{SENTENCES}]]></content:encoded></item>
<item><title>Meldung</title><guid isPermaLink="false">abc</guid>
  <description>Die Fähre fährt wieder. &amp;secret; &secret;</description></item>
<item><title>Anriss</title><link>https://stadtblatt.example/anriss</link><description>Mehr.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Der &lt;b&gt;Bote&lt;/b&gt;</title>
<link rel="self" href="https://bote.example/feed"/><link href="https://bote.example/"/>
<entry><title>Eins</title><link rel="replies" href="https://bote.example/1#c"/>
  <link rel="alternate" href="https://bote.example/1"/><id>urn:1</id><updated>2024-05-06T07:08:09Z</updated>
  <author><name>Bernd B.</name></author>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ein Absatz.</p></div></content></entry>
</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Alt</title></channel>
<item><title>Zwei</title><link>https://alt.example/2</link></item></rdf:RDF>"""

JSON_FEED = '{"version": "https://jsonfeed.org/version/1.1", "title": "Bote", "items": []}'


def entries(folder: Path, written: str, name: str = "news.rss") -> list[FeedEntry]:
    """The entries of a feed in a file, in its order."""
    path = folder / name
    path.write_text(written, encoding="utf-8")
    found = list(with_entries([str(path)]))
    assert all(isinstance(one, FeedEntry) for one in found)
    return [one for one in reversed(found) if isinstance(one, FeedEntry)]


def test_what_an_rss_feed_says_of_its_entries(tmp_path: Path) -> None:
    whole, short, teaser = entries(tmp_path, RSS)
    assert (whole.feed, whole.title, whole.byline) == ("Stadtblatt & Land", "Bad & Brücke", "Anna Weber")
    assert whole.url == "https://stadtblatt.example/bad"
    assert whole.published == "2025-03-03T10:15:00+01:00"
    assert (short.url, short.location) == ("", f"{tmp_path / 'news.rss'}#abc")
    assert "root:" not in short.html, "a feed must not read files"
    assert str(teaser) == "https://stadtblatt.example/anriss"


def test_what_atom_and_rdf_say(tmp_path: Path) -> None:
    (one,) = entries(tmp_path, ATOM, "a.atom")
    assert (one.feed, one.url, one.byline) == ("Der Bote", "https://bote.example/1", "Bernd B.")
    assert one.published == "2024-05-06T07:08:09+00:00"
    assert "Ein Absatz." in one.html
    (two,) = entries(tmp_path, RDF, "b.xml")
    assert (two.feed, two.title, two.url) == ("Alt", "Zwei", "https://alt.example/2")


def test_an_entry_with_its_whole_text_needs_no_network(tmp_path: Path) -> None:
    article = read_entry(entries(tmp_path, RSS)[0])
    assert article.text.startswith("Das Bad öffnet im Mai")
    assert article.text.count("„Wir haben lange gewartet“") >= 1
    assert (article.title, article.feed, article.outlet) == ("Bad & Brücke", *["Stadtblatt & Land"] * 2)
    assert article.url == "https://stadtblatt.example/bad"
    assert article.language == "de"


def test_a_short_message_without_an_address_is_the_article(tmp_path: Path) -> None:
    article = read_entry(entries(tmp_path, RSS)[1])
    assert article.title == "Meldung"
    assert article.text.startswith("Die Fähre fährt wieder.")
    assert article.location.endswith("news.rss#abc")


def test_of_a_teaser_the_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        feeds, "read", lambda where, **_: Article("Die ganze Seite.", outlet="Blatt", url=where)
    )
    article = read_entry(entries(tmp_path, RSS)[2])
    assert article.text == "Die ganze Seite."
    assert (article.title, article.outlet, article.feed) == ("Anriss", "Blatt", "Stadtblatt & Land")


@pytest.mark.parametrize("name", ["one.txt", "two.html", "three.md"])
def test_texts_are_not_looked_into(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(RSS, encoding="utf-8")
    assert list(with_entries([str(path)])) == [str(path)]


def test_other_locations_stay_as_they_are(tmp_path: Path) -> None:
    error = IngestError("nothing")
    locations = ["-", "clip:", "https://example.org/article", str(tmp_path / "gone.xml"), error]
    assert list(with_entries(locations)) == locations


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "without articles"),
        ("Text", "is not a feed"),
        (JSON_FEED, "is a JSON feed"),
    ],
)
def test_what_is_asked_for_as_a_feed_and_is_none_is_told(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "feed.txt"
    path.write_text(written, encoding="utf-8")
    (error,) = with_entries([f"feed:{path}"])
    assert isinstance(error, IngestError)
    assert said in error.message


def test_a_feed_without_a_name_and_one_that_is_broken_say_what_to_do(tmp_path: Path) -> None:
    (nameless,) = with_entries(["feed:"])
    assert str(nameless) == "Name a feed behind “feed:”: its address or its file."
    path = tmp_path / "news.rss"
    path.write_text("<rss><channel><title>x", encoding="utf-8")
    (broken,) = with_entries([str(path)])
    assert "of which nothing can be read: save it again, and add that." in str(broken)


def test_a_damaged_feed_gives_what_can_be_read(tmp_path: Path) -> None:
    broken = RSS[: RSS.index("<item><title>Anriss")] + "<item><title>Halb"
    assert [one.title for one in entries(tmp_path, broken)][:2] == ["Bad & Brücke", "Meldung"]


@pytest.mark.parametrize(
    ("address", "is_fetched"),
    [
        ("https://blatt.example/lokales.rss", True),
        ("https://blatt.example/feed", True),
        ("https://feeds.example.org/blatt?format=atom", True),
        ("https://blatt.example/alle-meldungen~rss2.xml", True),
        ("feed:https://blatt.example/neues", True),
        ("feed://blatt.example/neues", True),
        ("https://blatt.example/pressefreiheit/artikel-12.html", False),
        ("https://blatt.example/", False),
    ],
)
def test_only_addresses_that_look_like_a_feed_are_asked_for_one(
    address: str, is_fetched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetched(where: str, _limits: object) -> SimpleNamespace:
        asked.append(where)
        return SimpleNamespace(data=RDF.encode(), address=where)

    monkeypatch.setattr("reader.ingest.fetch.fetch", fetched)
    found = list(with_entries([address]))
    assert bool(asked) == is_fetched
    assert [str(one) for one in found] == (["https://alt.example/2"] if is_fetched else [address])


@pytest.mark.parametrize("between", [". ", ".&lt;br&gt;&lt;br&gt;", ".\n\n", ".&lt;/span&gt;&lt;span&gt;"])
def test_a_whole_text_without_paragraphs_is_an_article(tmp_path: Path, between: str) -> None:
    text = between.join(
        f"Zum {number}. Mal berieten die Räte über das Bad und seine {number} Becken" for number in range(20)
    )
    (entry,) = entries(
        tmp_path,
        "<rss version='2.0'><channel><title>Bote</title><item><title>Bad</title><guid>1</guid>"
        f"<description>{text}</description></item></channel></rss>",
    )
    assert entry.is_whole()
    article = read_entry(entry)
    assert article.title == "Bad"
    assert all(f"seine {number} Becken" in article.text for number in range(20))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_a_feed_in_any_unicode_is_told_as_one(encoding: str) -> None:
    written = '<?xml version="1.0"?><rss version="2.0"><channel><title>Blatt</title></channel></rss>'
    assert is_feed(written.encode(encoding))


def test_a_feed_with_a_prefix_is_told_as_one() -> None:
    assert is_feed(b'<x:rss xmlns:x="http://x.example" version="2.0"><channel/></x:rss>')
    assert not is_feed(b"<html><body>rss</body></html>")


@pytest.mark.parametrize(
    "written", ['<b>Bad</b> <script>go("x")</script>kommt', "Bad <style>b{}</style> kommt"]
)
def test_programs_in_a_title_are_not_read(written: str) -> None:
    assert plain(escape(written)) == "Bad kommt"


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1"])
def test_one_broken_byte_does_not_garble_a_feed_and_is_told(tmp_path: Path, declared: str) -> None:
    text = "Frau Kölbl sagt: „Größe zählt nicht – für mich jedenfalls.“ Köln übt, und Düren hört zu. " * 8
    written = f"""<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>Blatt</title>
        <item><title>Übung</title><description>{text}\x81</description></item></channel></rss>"""
    path = tmp_path / "news.rss"
    path.write_bytes(written.encode().replace("\x81".encode(), b"\x81"))
    (entry,) = with_entries([str(path)])
    assert isinstance(entry, FeedEntry)
    assert entry.title == "Übung"
    article = read_entry(entry)
    assert article.text == f"{text}\ufffd"
    assert article.missing == "1 character could not be read; \ufffd stands in its place."
